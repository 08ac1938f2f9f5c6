"""Who is asked to second a proposal, and what they answered."""

from django.db import models
from django.db.models import Q

from members.models import Member


class Seconding(models.Model):
    """A colleague is asked to second, and answers."""

    class State(models.TextChoices):
        INVITED = "invited", "待确认"
        CONFIRMED = "confirmed", "已附议"
        DECLINED = "declined", "未附议"

    CHIPS = {"invited": "mine", "confirmed": "done", "declined": "dropped"}

    proposal = models.ForeignKey("Proposal", models.CASCADE, related_name="secondings")
    member = models.ForeignKey(
        Member, models.PROTECT, related_name="secondings", verbose_name="附议人"
    )
    state = models.CharField(
        "状态", max_length=10, choices=State, default=State.INVITED
    )
    invited_at = models.DateTimeField("邀请时间")
    answered_at = models.DateTimeField("答复时间", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "附议"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["proposal", "member"],
                name="one_seconding_a_member_a_proposal",
                violation_error_message="这位同事已经邀请过了。",
            ),
            models.CheckConstraint(
                condition=Q(state="invited", answered_at__isnull=True)
                | (~Q(state="invited") & Q(answered_at__isnull=False)),
                name="an_answer_has_its_day",
            ),
        ]

    def __str__(self):
        return f"{self.member}：{self.get_state_display()}"
