"""The question put to a lead: will you do it again next year?"""

from django.db import models
from django.db.models import Q

from members.models import Member
from plans.models.activities import Activity
from plans.querysets import LeadRequestQuerySet
from unionoffice.states import Stateful


class LeadRequest(Stateful):
    """A member is asked to lead an item of a new plan, and answers."""

    class State(models.TextChoices):
        ASKED = "asked", "待确认"
        YES = "yes", "已确认"
        NO = "no", "不能负责"

    NEXT = {State.ASKED: {State.YES, State.NO}, State.NO: {State.YES}}
    CHIPS = {"asked": "mine", "yes": "done", "no": "late"}

    activity = models.ForeignKey(
        Activity, models.CASCADE, related_name="lead_requests", verbose_name="活动"
    )
    member = models.ForeignKey(
        Member, models.PROTECT, related_name="lead_requests", verbose_name="负责人"
    )
    state = models.CharField("答复", max_length=10, choices=State, default=State.ASKED)
    reason = models.CharField("原因", max_length=300, blank=True)
    asked_on = models.DateField("询问日期")
    answered_on = models.DateField("答复日期", null=True)

    objects = LeadRequestQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "负责人确认"
        ordering = ["activity__first_month", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["activity", "member"], name="a_lead_is_asked_once"
            ),
            models.CheckConstraint(
                condition=Q(state="asked", answered_on__isnull=True)
                | (~Q(state="asked") & Q(answered_on__isnull=False)),
                name="answered_requests_say_when",
                violation_error_message="答复过的要有答复日期。",
            ),
            models.CheckConstraint(
                condition=~Q(state="no") | ~Q(reason=""),
                name="who_declines_says_why",
                violation_error_message="不能负责要写明原因。",
            ),
        ]

    def __str__(self):
        return f"{self.activity}（{self.member}）"
