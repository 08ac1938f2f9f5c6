"""The secret addresses under which phones fetch calendars."""

from django.conf import settings
from django.db import models

from plans.querysets import FeedAddressQuerySet


class FeedAddress(models.Model):
    """One address a person and kind; only the digest of its secret is stored."""

    class Kind(models.TextChoices):
        MINE = "mine", "我的日历"
        ALL = "all", "全校工会日历"

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="feed_addresses",
        verbose_name="账号",
    )
    kind = models.CharField("日历", max_length=4, choices=Kind)
    digest = models.CharField(max_length=64, unique=True, editable=False)
    made_on = models.DateField("生成日期")

    objects = FeedAddressQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "日历订阅地址"
        ordering = ["user", "kind"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "kind"], name="one_address_a_person_a_calendar"
            )
        ]

    def __str__(self):
        return self.get_kind_display()
