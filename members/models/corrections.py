"""资料更正: a member says what should stand in the own record; the office decides."""

import datetime

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from members import roles, sealing
from members.models.accounts import User
from members.models.roster import Member
from unionoffice.states import Stateful

# Until when the office should have answered, told in the to-do; and how long the
# values stay readable after the answer.
ANSWER_DAYS, KEPT_DAYS = 14, 90


class CorrectionQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The office sees all, anyone the own."""
        if user.has_role(*roles.OFFICE):
            return self
        return self.filter(member=user.member_id, member__isnull=False)

    def open(self):
        return self.filter(state=Correction.State.OPEN)

    def of(self, member):
        return self.filter(member=member)

    def told_since(self, day):
        """The open ones, and what was answered since `day`."""
        recent = Q(decided_at__date__gte=day)
        answered = [Correction.State.ACCEPTED, Correction.State.REFUSED]
        return self.filter(
            Q(state=Correction.State.OPEN) | (Q(state__in=answered) & recent)
        )

    def spent(self, day):
        """Whose values have served: closed for KEPT_DAYS on `day`, and still there."""
        last = day - datetime.timedelta(days=KEPT_DAYS)
        closed = self.filter(decided_at__date__lt=last)
        return closed.exclude(old="", new="", remark="")

    def search(self, words):
        people = Member.objects.search(words)
        return self.filter(member__in=people.values("pk"))

    def with_people(self):
        """For lists: who, and never the values."""
        return self.select_related("member__group", "decided_by").defer(
            "old", "new", "remark"
        )

    def oldest_first(self):
        return self.order_by("proposed_at", "pk")

    def newest_first(self):
        return self.order_by("-proposed_at", "-pk")


class Correction(Stateful):
    """One column of one record, as its person wants it.

    `old` and `new` are texts (a day as 2026-03-08, a choice by its code) and, like the
    remark, sealed at rest, whatever the column is: class 3 of trust.md 1.4. They are
    purged by `services.corrections` KEPT_DAYS after the answer or the withdrawal; what
    the column was called, the answer and its reason stay.
    """

    class State(models.TextChoices):
        OPEN = "open", "待核对"
        ACCEPTED = "accepted", "已采纳"
        REFUSED = "refused", "没有采纳"
        WITHDRAWN = "withdrawn", "已撤回"

    NEXT = {State.OPEN: {State.ACCEPTED, State.REFUSED, State.WITHDRAWN}}
    CHIPS = {
        "open": "mine",
        "accepted": "done",
        "refused": "draft",
        "withdrawn": "dropped",
    }

    member = models.ForeignKey(
        Member, models.PROTECT, related_name="corrections", verbose_name="会员"
    )
    field = models.CharField("项目", max_length=30, editable=False)
    old = sealing.SealedField("原来", blank=True, default="", editable=False)
    new = sealing.SealedField("改为", blank=True, default="", editable=False)
    remark = sealing.SealedField("说明", blank=True, default="", editable=False)
    state = models.CharField(
        "状态", max_length=10, choices=State, default=State.OPEN, editable=False
    )
    proposed_at = models.DateTimeField("提出时间", default=timezone.now, editable=False)
    decided_at = models.DateTimeField("答复时间", null=True, editable=False)
    decided_by = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        related_name="+",
        editable=False,
        verbose_name="答复人",
    )
    reason = models.CharField("不采纳的原因", max_length=200, blank=True)

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "资料更正"
        ordering = ["-proposed_at", "-pk"]
        indexes = [models.Index(fields=["state"], name="correction_state")]
        constraints = [
            models.UniqueConstraint(
                fields=["member", "field"],
                condition=Q(state="open"),
                name="one_open_correction_a_field",
                violation_error_message="这一项已经有一条更正在等核对。",
            ),
            models.CheckConstraint(
                condition=Q(state="open", decided_at=None, decided_by=None)
                | (
                    ~Q(state="open")
                    & Q(decided_at__isnull=False, decided_by__isnull=False)
                ),
                name="a_correction_is_answered_by_somebody",
                violation_error_message="答复要有时间和人。",
            ),
            models.CheckConstraint(
                condition=(Q(state="refused") & ~Q(reason=""))
                | (~Q(state="refused") & Q(reason="")),
                name="a_refused_correction_has_a_reason",
                violation_error_message="不采纳要写明原因。",
            ),
        ]

    def __str__(self):
        return f"{self.member}的更正"

    def get_absolute_url(self):
        """Where the office answers it."""
        return reverse("members:correction_decide", args=[self.member_id])

    @property
    def is_open(self):
        return self.state == self.State.OPEN

    @property
    def label(self):
        """What the column is called."""
        return str(Member._meta.get_field(self.field).verbose_name)
