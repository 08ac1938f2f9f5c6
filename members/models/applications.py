"""会籍申请: somebody asks to join the union, to leave it, or to be transferred away."""

import datetime

from django.core.validators import MinLengthValidator
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils import timezone

from members import roles
from members.models.accounts import User
from members.models.memberships import Membership
from members.models.roster import Member
from unionoffice.states import Stateful

# Until when each answers, in days from the application: the office's own custom, told
# in to-dos; nothing happens by itself when it is over.
OPINION_DAYS, DECISION_DAYS = 7, 30


class State(models.TextChoices):
    FILED = "filed", "待小组意见"
    ADVISED = "advised", "待工会批准"
    APPROVED = "approved", "已批准"
    REFUSED = "refused", "没有批准"
    WITHDRAWN = "withdrawn", "已撤回"
    MOOT = "moot", "不再办理"


NEXT = {
    State.FILED: {State.ADVISED, State.WITHDRAWN, State.MOOT},
    State.ADVISED: {State.APPROVED, State.REFUSED, State.WITHDRAWN, State.MOOT},
}
OPEN = (State.FILED, State.ADVISED)
DECIDED = (State.APPROVED, State.REFUSED, State.MOOT)
UNADVISED = Q(advice="", advice_words="", advised_at=None, advised_by=None)
IS_ADVISED = ~Q(advice="") & Q(advised_at__isnull=False, advised_by__isnull=False)
UNDECIDED = Q(decided_on=None, decided_at=None, decided_by=None, reason="")
IS_DECIDED = Q(
    decided_on__isnull=False, decided_at__isnull=False, decided_by__isnull=False
)


class ApplicationQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The office sees all, a leader those of the own group, anyone the own."""
        if user.has_role(*roles.OFFICE):
            return self
        own = Q(member=user.member_id, member__isnull=False)
        if user.has_role(roles.GROUP_LEADER) and user.member_id:
            own |= Q(member__group__leader=user.member_id)
        return self.filter(own)

    def unadvised(self):
        return self.filter(state=State.FILED)

    def to_advise_by(self, user):
        """Those whose group has this person as its leader; the office looks after
        groups whose leader cannot: there is none, none with an account, the applicant."""
        if user.member_id is None:
            return self.none()
        rows = self.unadvised().exclude(member=user.member_id)
        mine = Q(pk__in=())
        if user.has_role(roles.GROUP_LEADER):
            mine |= Q(member__group__leader=user.member_id)
        if user.has_role(*roles.OFFICE):
            mine |= ~Exists(self._advisers())
        return rows.filter(mine)

    @staticmethod
    def _advisers():
        """The leader of the applicant's group, who can sign in and is another."""
        return (
            User.objects.with_role(roles.GROUP_LEADER)
            .filter(member__leads=OuterRef("member__group"))
            .exclude(member=OuterRef("member"))
        )

    def to_decide_by(self, user):
        if user.member_id is None or not user.has_role(*roles.OFFICE):
            return self.none()
        return self.filter(state=State.ADVISED).exclude(member=user.member_id)

    def search(self, words):
        people = Member.objects.search(words)
        return self.filter(member__in=people.values("pk"))

    def with_people(self):
        return self.select_related(
            "member__group__leader", "member__department", "advised_by", "decided_by"
        )

    def newest_first(self):
        return self.order_by("-filed_on", "-pk")


class Application(Stateful):
    """One application, from its signature to the decision; nobody edits its words.

    `decided_on` is the day of approval, from which the membership runs or on which it
    ends (domain.md 4.1); `period` is the membership that was begun or ended by it.
    A leaving cannot be refused: a member is free to leave (工会章程, 会员有退会自由).
    """

    class Kind(models.TextChoices):
        JOIN = "join", "入会申请"
        LEAVE = "leave", "退会申请"
        MOVE = "move", "转出申请"

    class Advice(models.TextChoices):
        AGREE = "agree", "同意"
        DISAGREE = "disagree", "不同意"

    State = State
    NEXT = NEXT
    OPEN = OPEN
    DECIDED = DECIDED
    CHIPS = {
        "filed": "mine",
        "advised": "mine",
        "approved": "done",
        "refused": "draft",
        "withdrawn": "dropped",
        "moot": "draft",
    }

    member = models.ForeignKey(
        Member, models.PROTECT, related_name="applications", verbose_name="申请人"
    )
    kind = models.CharField("申请什么", max_length=6, choices=Kind)
    state = models.CharField(
        "状态", max_length=10, choices=State, default=State.FILED, editable=False
    )
    words = models.TextField(
        "申请内容",
        max_length=2_000,
        validators=[
            MinLengthValidator(6, "申请内容太短了，请写清楚申请什么、为什么。")
        ],
    )
    moves_to = models.CharField("转往单位", max_length=60, blank=True)
    signed_as = models.CharField("签名", max_length=60, blank=True)
    is_paper = models.BooleanField("纸质申请", default=False, editable=False)
    filed_on = models.DateField("申请日期")
    filed_at = models.DateTimeField("登记时间", default=timezone.now, editable=False)
    filed_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", editable=False, verbose_name="登记人"
    )
    advice = models.CharField(
        "小组意见", max_length=10, choices=Advice, blank=True, editable=False
    )
    advice_words = models.CharField("小组的话", max_length=500, blank=True)
    advised_at = models.DateTimeField("小组意见时间", null=True, editable=False)
    advised_by = models.ForeignKey(
        Member, models.PROTECT, null=True, related_name="+", editable=False
    )
    decided_on = models.DateField("批准日期", null=True, editable=False)
    decided_at = models.DateTimeField("登记批准的时间", null=True, editable=False)
    decided_by = models.ForeignKey(
        Member, models.PROTECT, null=True, related_name="+", editable=False
    )
    document = models.CharField("依据", max_length=60, blank=True)
    reason = models.CharField("原因", max_length=500, blank=True)
    card_returned = models.BooleanField("已收回会员证", default=False)
    period = models.ForeignKey(
        Membership, models.PROTECT, null=True, related_name="+", editable=False
    )

    objects = ApplicationQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "会籍申请"
        ordering = ["-filed_on", "-pk"]
        indexes = [models.Index(fields=["state"], name="application_state")]
        constraints = [
            models.UniqueConstraint(
                fields=["member"],
                condition=Q(state__in=OPEN),
                name="one_open_application_a_person",
                violation_error_message="已有一份申请在办理。",
            ),
            models.CheckConstraint(
                condition=(Q(state="filed") & UNADVISED)
                | (Q(state__in=["advised", "approved", "refused"]) & IS_ADVISED)
                | (Q(state__in=["withdrawn", "moot"]) & (UNADVISED | IS_ADVISED)),
                name="a_decision_follows_the_group",
                violation_error_message="批准以前要有小组意见。",
            ),
            models.CheckConstraint(
                condition=(Q(state__in=DECIDED) & IS_DECIDED)
                | (~Q(state__in=DECIDED) & UNDECIDED),
                name="an_application_is_decided_on_a_day",
                violation_error_message="决定要有日期和决定的人。",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["refused", "moot"]) | ~Q(reason=""),
                name="a_refused_application_has_a_reason",
                violation_error_message="没有批准或不再办理要写明原因。",
            ),
            models.CheckConstraint(
                condition=~Q(state="refused", kind="leave"),
                name="a_leaving_is_not_refused",
                violation_error_message="会员有退会自由，退会申请不能不批准。",
            ),
            models.CheckConstraint(
                condition=Q(state="approved", period__isnull=False)
                | (~Q(state="approved") & Q(period__isnull=True)),
                name="an_approval_moves_a_membership",
                violation_error_message="批准要落到一段会籍上。",
            ),
            models.CheckConstraint(
                condition=Q(is_paper=True, signed_as="")
                | (Q(is_paper=False) & ~Q(signed_as="")),
                name="an_application_is_signed",
                violation_error_message="申请要签名。",
            ),
            models.CheckConstraint(
                condition=(Q(advised_by=None) | ~Q(advised_by=F("member")))
                & (Q(decided_by=None) | ~Q(decided_by=F("member"))),
                name="nobody_decides_on_the_own_application",
                violation_error_message="自己的申请由别人办理。",
            ),
            models.CheckConstraint(
                condition=Q(decided_on=None) | Q(decided_on__gte=F("filed_on")),
                name="an_application_is_decided_after_it",
                violation_error_message="批准日期不能早于申请日期。",
            ),
            models.CheckConstraint(
                condition=Q(kind="move") | Q(moves_to=""),
                name="only_a_transfer_has_a_goal",
                violation_error_message="只有转出要写转往单位。",
            ),
        ]

    def __str__(self):
        return f"{self.member}的{self.get_kind_display()}"

    def get_absolute_url(self):
        return reverse("members:application_detail", args=[self.pk])

    @property
    def is_open(self):
        return self.state in OPEN

    @property
    def is_decided(self):
        return self.state in DECIDED

    @property
    def is_to_join(self):
        return self.kind == self.Kind.JOIN

    @property
    def ended_by(self):
        """How a membership ends by it: one of `Membership.Ended`; "" of a joining."""
        ends = {
            self.Kind.LEAVE: Membership.Ended.LEFT,
            self.Kind.MOVE: Membership.Ended.MOVED,
        }
        return ends.get(self.kind, "")

    @property
    def due_on(self):
        """Until when whose turn it is should have answered; None once it is over."""
        days = {State.FILED: OPINION_DAYS, State.ADVISED: DECISION_DAYS}.get(self.state)
        return self.filed_on + datetime.timedelta(days=days) if days else None

    @staticmethod
    def membership_from(member, day):
        """The membership that an approval on `day` begins, unsaved; `member` is read
        with memberships."""
        how = Membership.Begun
        begun_by = how.JOINED if member.latest_membership is None else how.REJOINED
        return Membership(member=member, joined_on=day, begun_by=begun_by)

    def is_moot(self, member):
        """Whether it can no longer be approved; `member` is read with memberships."""
        running = member.running_membership is not None
        if self.is_to_join:
            return running or member.is_gone
        return not running
