"""What the office tells one account, until the person has seen it."""

from django.db import models
from django.db.models import Q

from members.models.accounts import User


class NoticeQuerySet(models.QuerySet):
    def unread_by(self, user):
        """Newest first."""
        return self.filter(user=user, read_at__isnull=True)


class Notice(models.Model):
    """提醒: one sentence with the page it is about; each `key` is told once."""

    user = models.ForeignKey(
        User, models.CASCADE, related_name="notices", verbose_name="账号"
    )
    key = models.CharField(max_length=80)
    title = models.CharField("提醒", max_length=300)
    url = models.CharField("页面", max_length=200)
    on = models.DateField("日期")
    read_at = models.DateTimeField("看过", null=True, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "提醒"
        ordering = ["-on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "key"],
                name="one_notice_a_key_a_user",
                violation_error_message="这条提醒已经发过了。",
            )
        ]
        indexes = [
            models.Index(
                fields=["user"],
                condition=Q(read_at__isnull=True),
                name="notice_unread",
            )
        ]

    def __str__(self):
        return self.title
