"""Delegates: elected by a unit, or invited; ended, replaced, never forgotten."""

from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from congress.models.congresses import Congress, Constituency, Delegation
from members.models import Member
from unionoffice.states import Versioned


class DelegateQuerySet(models.QuerySet):
    def on(self, day):
        """Delegates on this day: elected by then, and not ended before."""
        return self.filter(
            Q(ended_on__isnull=True) | Q(ended_on__gt=day), elected_on__lte=day
        )

    def within(self, first, last):
        """Delegates on any day from `first` to `last`."""
        return self.filter(
            Q(ended_on__isnull=True) | Q(ended_on__gt=first), elected_on__lte=last
        )

    def full(self):
        """正式代表: they alone vote, and they alone are the base of a count."""
        return self.filter(kind=Delegate.Kind.FULL)

    def with_people(self):
        return self.select_related(
            "member__department", "congress__department", "constituency", "delegation"
        )

    def with_attendance(self):
        """Adds `called` and `came`: of the sittings that have ended, how many expected
        them, and how many they came to."""
        roll = self.model._meta.get_field("roll_entries").related_model.objects
        roll = roll.filter(sitting__state="closed", delegate=OuterRef("pk")).order_by()
        counts = roll.values("delegate").annotate(
            all=models.Count("pk"), here=models.Count("signed_at")
        )
        return self.annotate(
            called=Coalesce(Subquery(counts.values("all")), 0),
            came=Coalesce(Subquery(counts.values("here")), 0),
        )

    def in_roster_order(self):
        """Unit by unit, the full ones first, by name."""
        return self.order_by(
            F("constituency__order").asc(nulls_last=True),
            F("constituency").asc(nulls_last=True),
            "kind",
            "member__spelling",
            "pk",
        )

    def gone_now(self):
        """Running seats of people who work here no more: to be ended."""
        return self.filter(
            ended_on__isnull=True,
            kind=Delegate.Kind.FULL,
            member__work_status__in=Member.GONE,
        )

    def of_member(self, member_id):
        return self.filter(member=member_id) if member_id else self.none()


class Delegate(Versioned):
    """A person in a congress from the election until the end of the term or before.

    `is_teacher` and `is_leader` are kept as at the election: the examination of
    credentials (资格审查) counts them, and a later change of post changes no report.
    """

    class Kind(models.TextChoices):
        FULL = "full", "正式代表"
        NONVOTING = "nonvoting", "列席代表"
        INVITED = "invited", "特邀代表"

    class EndReason(models.TextChoices):
        """domain.md 1.3: what ends a seat by itself, and what recalls a delegate."""

        MOVED = "moved", "调离或离职"
        RETIRED = "retired", "退休"
        DIED = "died", "去世"
        RESIGNED = "resigned", "本人辞去"
        RECALLED = "recalled", "原选举单位撤换"
        TERM = "term", "届满"

    congress = models.ForeignKey(
        Congress, models.PROTECT, related_name="delegates", verbose_name="届"
    )
    member = models.ForeignKey(
        Member, models.PROTECT, related_name="delegacies", verbose_name="代表"
    )
    kind = models.CharField("类型", max_length=10, choices=Kind, default=Kind.FULL)
    constituency = models.ForeignKey(
        Constituency,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="delegates",
        verbose_name="选举单位",
    )
    delegation = models.ForeignKey(
        Delegation,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="delegates",
        verbose_name="代表团",
    )
    is_teacher = models.BooleanField("教师", default=True)
    is_leader = models.BooleanField("中层以上领导", default=False)
    elected_on = models.DateField("当选（确定）日期")
    votes = models.PositiveIntegerField("得票", null=True, blank=True)
    electorate = models.PositiveIntegerField("应投票人数", null=True, blank=True)
    turnout = models.PositiveIntegerField("参加投票人数", null=True, blank=True)
    replaces = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="replaced_by",
        verbose_name="补选，接替",
    )
    ended_on = models.DateField("结束日期", null=True, blank=True)
    end_reason = models.CharField(
        "结束原因", max_length=10, choices=EndReason, blank=True
    )
    end_note = models.CharField("说明", max_length=200, blank=True)

    objects = DelegateQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "代表"
        ordering = ["congress", "kind", "pk"]
        indexes = [models.Index(fields=["congress", "kind"], name="delegate_kind")]
        constraints = [
            models.UniqueConstraint(
                fields=["congress", "member"],
                condition=Q(ended_on__isnull=True),
                name="one_seat_a_delegate_a_congress",
                violation_error_message="这位同事已经是本届代表。",
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True, end_reason="")
                | (Q(ended_on__isnull=False) & ~Q(end_reason="")),
                name="an_ended_seat_has_its_reason",
                violation_error_message="结束代表资格要写日期和原因。",
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("elected_on")),
                name="a_seat_ends_after_its_election",
                violation_error_message="结束日期不能早于当选日期。",
            ),
            models.CheckConstraint(
                condition=~Q(kind="full") | Q(constituency__isnull=False),
                name="a_full_delegate_is_elected_somewhere",
                violation_error_message="正式代表由选举单位选出，要写选举单位。",
            ),
            models.CheckConstraint(
                condition=Q(turnout__isnull=True)
                | Q(electorate__isnull=True)
                | Q(turnout__lte=F("electorate")),
                name="turnout_is_within_the_electorate",
                violation_error_message="参加投票的人数不能多于应投票人数。",
            ),
            models.CheckConstraint(
                condition=Q(votes__isnull=True)
                | (
                    (Q(turnout__isnull=True) | Q(votes__lte=F("turnout")))
                    & (Q(electorate__isnull=True) | Q(votes__lte=F("electorate")))
                ),
                name="votes_are_within_the_turnout",
                violation_error_message="得票不能多于参加投票或应投票的人数。",
            ),
        ]

    def __str__(self):
        return str(self.member)
