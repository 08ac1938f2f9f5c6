"""Sessions of the congress, and the lists the office keeps for proposals."""

import datetime

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property

from congress.models.congresses import MOST, Congress
from congress.numerals import chinese
from unionoffice.states import Stateful, Versioned


class SessionQuerySet(models.QuerySet):
    def underway(self):
        return self.filter(state=Session.State.OPEN)

    def with_proposals(self):
        return self.annotate(
            received=models.Count("proposals", Q(proposals__number__isnull=False))
        ).order_by("-congress__term", "-ordinal")


class Session(Stateful, Versioned):
    """一次会议（第五届第四次），and the call for proposals that goes with it."""

    class State(models.TextChoices):
        PREPARING = "preparing", "筹备中"
        OPEN = "open", "进行中"
        CLOSED = "closed", "已闭幕"

    class Who(models.TextChoices):
        """Who may propose, and who may second; schools differ (domain.md 2.1)."""

        MEMBERS = "members", "全体会员"
        DELEGATES = "delegates", "正式代表"

    class Scale(models.TextChoices):
        """How the author grades an answer; schools differ (domain.md 2.2)."""

        FOUR = "four", "四级：非常满意、满意、基本满意、不满意"
        THREE = "three", "三级：满意、基本满意、不满意"

    NEXT = {State.PREPARING: {State.OPEN}, State.OPEN: {State.CLOSED}}
    CHIPS = {"preparing": "draft", "open": "progress", "closed": "done"}

    congress = models.ForeignKey(
        Congress, models.PROTECT, related_name="sessions", verbose_name="届"
    )
    ordinal = models.PositiveSmallIntegerField("次", validators=MOST)
    title = models.CharField("名称", max_length=60, blank=True)
    state = models.CharField(
        "状态", max_length=10, choices=State, default=State.PREPARING, editable=False
    )
    held_on = models.DateField("召开日期", null=True, blank=True)
    place = models.CharField("地点", max_length=60, blank=True)
    proposals_from = models.DateField("提案征集开始", null=True, blank=True)
    proposals_until = models.DateField("提案征集截止", null=True, blank=True)
    seconds_wanted = models.PositiveSmallIntegerField(
        "附议人数", default=2, validators=[MaxValueValidator(20)]
    )
    proposers = models.CharField(
        "谁可以提案", max_length=10, choices=Who, default=Who.MEMBERS
    )
    seconders = models.CharField(
        "谁可以附议", max_length=10, choices=Who, default=Who.DELEGATES
    )
    reply_due_on = models.DateField("答复期限", null=True, blank=True)
    scale = models.CharField(
        "满意度分级", max_length=5, choices=Scale, default=Scale.FOUR
    )
    is_joint = models.BooleanField("与工代会合开（双代会）", default=False)
    closed_on = models.DateField("闭幕日期", null=True, blank=True, editable=False)
    papers_days = models.PositiveSmallIntegerField(
        "材料提前几天送达", default=7, validators=[MaxValueValidator(60)]
    )

    objects = SessionQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "会次"
        ordering = ["-congress__term", "-ordinal", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["congress", "ordinal"],
                name="one_session_a_congress_and_ordinal",
                violation_error_message="这一届这一次的会议已经建立过了。",
            ),
            models.CheckConstraint(
                condition=Q(ordinal__range=(1, 99)),
                name="sessions_count_from_one",
                violation_error_message="次要填 1 到 99 的数。",
            ),
            models.CheckConstraint(
                condition=Q(proposals_until__gte=F("proposals_from"))
                | Q(proposals_from__isnull=True)
                | Q(proposals_until__isnull=True),
                name="a_call_ends_after_it_begins",
                violation_error_message="提案征集的截止日不能早于开始日。",
            ),
            models.CheckConstraint(
                condition=Q(state="preparing")
                | Q(proposals_from__isnull=False, proposals_until__isnull=False),
                name="an_open_session_has_a_call",
                violation_error_message="会次开始以后，征集的开始日和截止日不能空着。",
            ),
        ]

    def __str__(self):
        return self.title or self.default_title

    def save(self, **kwargs):
        self.title = self.title or self.default_title
        super().save(**kwargs)

    @property
    def term(self):
        return self.congress.term

    @property
    def short(self):
        return f"第{chinese(self.term)}届第{chinese(self.ordinal)}次"

    @property
    def default_title(self):
        joint = "暨工会会员代表大会" if self.is_joint else ""
        return f"{self.congress.owner}{self.short}{self.congress.kind_name}{joint}"

    def get_absolute_url(self):
        return reverse("congress:session_detail", args=[self.pk])

    @property
    def boxes(self):
        """□满意　□…: the grades as boxes to tick on paper."""
        grades = ("非常满意", "满意", "基本满意", "不满意")
        grades = grades[1:] if self.scale == self.Scale.THREE else grades
        return "　".join(f"□{grade}" for grade in grades)

    @property
    def has_numbers(self):
        """Some proposal was handed in, and its number names this session."""
        return self.proposals.received().exists()

    @property
    def papers_due_on(self):
        """Until when the papers must be with the delegates; None without a day."""
        if self.held_on is None:
            return None
        return self.held_on - datetime.timedelta(days=self.papers_days)

    def due_on(self, today):
        """The day for answers; a month from now when that has passed."""
        if self.reply_due_on and self.reply_due_on >= today:
            return self.reply_due_on
        return today + datetime.timedelta(days=30)

    def entitled(self, who):
        """{key of member} of the delegates of today who alone may; None where every
        member may, also as long as nobody is elected."""
        if who != self.Who.DELEGATES or not self.congress.has_delegates:
            return None
        return self._full_today or None

    def lets_propose(self, member_id):
        return self._lets(self.proposers, member_id)

    def lets_second(self, member_id):
        return self._lets(self.seconders, member_id)

    def _lets(self, who, member_id):
        entitled = self.entitled(who)
        return entitled is None or member_id in entitled

    @cached_property
    def _full_today(self):
        seats = self.congress.delegates.on(timezone.localdate()).full()
        return set(seats.order_by().values_list("member", flat=True))

    def is_calling(self, day):
        """Proposals may be handed in on `day`."""
        return (
            self.state == self.State.OPEN
            and self.proposals_from <= day <= self.proposals_until
        )


class ListedQuerySet(models.QuerySet):
    def in_use(self):
        return self.filter(is_active=True)


class Listed(models.Model):
    """One line of a list that the office edits in the shared admin."""

    name = models.CharField("名称", max_length=60, unique=True)
    order = models.PositiveSmallIntegerField("顺序", default=0)
    is_active = models.BooleanField("在用", default=True)

    objects = ListedQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["order", "pk"]

    def __str__(self):
        return self.name


class ProposalCategory(Listed):
    class Meta(Listed.Meta):
        verbose_name = verbose_name_plural = "提案类别"


class RejectReason(Listed):
    class Meta(Listed.Meta):
        verbose_name = verbose_name_plural = "不予立案理由"
