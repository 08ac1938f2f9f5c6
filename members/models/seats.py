"""任职: who holds which office in which body, from when to when."""

from django.db import models
from django.db.models import F, Q

from members.models.bodies import Body, Post
from members.models.roster import Member
from members.models.terms import Term
from unionoffice.states import Versioned


class SeatQuerySet(models.QuerySet):
    def on(self, day):
        """Those held on `day`: taken, and not left before or on it."""
        return self.filter(began_on__lte=day).filter(
            Q(ended_on__isnull=True) | Q(ended_on__gt=day)
        )

    def running(self):
        return self.filter(ended_on__isnull=True)

    def to_be_left(self):
        """Held by somebody who left the school or died; or, in a body that is
        elected, who retired: such have no vote and are not elected (domain.md 4.1)."""
        gone = Member.objects.gone().values("pk")
        retired = Member.objects.retired().values("pk")
        return self.running().filter(
            Q(member__in=gone) | Q(member__in=retired, body__has_terms=True)
        )

    def over(self):
        return self.filter(ended_on__isnull=False)

    def in_order(self):
        """The chair first, then who was there longest."""
        rank = models.Case(
            models.When(post=Post.CHAIR, then=0),
            models.When(post=Post.VICE, then=1),
            default=2,
        )
        return self.order_by("body__order", "body", rank, "began_on", "pk")

    def newest_first(self):
        return self.order_by(F("ended_on").desc(nulls_first=True), "-began_on", "-pk")

    def with_people(self):
        return self.select_related("member", "body", "term")


class Seat(Versioned):
    """One time in an office; on `ended_on` the person holds it no more."""

    class Begun(models.TextChoices):
        ELECTED = "elected", "选举"
        BY_ELECTION = "by_election", "补选"
        NAMED = "named", "推选或委派"

    class Ended(models.TextChoices):
        TERM = "term", "届满"
        RESIGNED = "resigned", "辞去"
        MOVED = "moved", "调离"
        RETIRED = "retired", "退休"
        RECALLED = "recalled", "罢免"
        DEAD = "dead", "去世"
        OTHER = "other", "其他"

    body = models.ForeignKey(
        Body, models.PROTECT, related_name="seats", verbose_name="机构"
    )
    term = models.ForeignKey(
        Term,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="seats",
        verbose_name="届",
    )
    member = models.ForeignKey(
        "Member", models.PROTECT, related_name="seats", verbose_name="会员"
    )
    post = models.CharField("职务", max_length=10, choices=Post, default=Post.MEMBER)
    portfolio = models.CharField(
        "分工",
        max_length=40,
        blank=True,
        help_text="组织、宣传、文体、女工、生活福利、财务等。",
    )
    began_on = models.DateField("任职日期")
    begun_by = models.CharField(
        "怎样任职", max_length=12, choices=Begun, default=Begun.ELECTED
    )
    ended_on = models.DateField("卸任日期", null=True, blank=True)
    ended_by = models.CharField("卸任原因", max_length=10, choices=Ended, blank=True)
    document = models.CharField("依据", max_length=100, blank=True)

    objects = SeatQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "任职"
        ordering = ["-began_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("began_on")),
                name="seats_end_after_they_begin",
                violation_error_message="卸任日期不能早于任职日期。",
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True, ended_by="")
                | (Q(ended_on__isnull=False) & ~Q(ended_by="")),
                name="seats_end_for_a_reason",
                violation_error_message="卸任要写明日期和原因。",
            ),
            models.UniqueConstraint(
                fields=["body", "member"],
                condition=Q(ended_on__isnull=True),
                name="one_running_seat_a_body",
                violation_error_message="已经在这个机构任职。",
            ),
        ]
        indexes = [models.Index(fields=["began_on", "ended_on"], name="seat_days")]

    def __str__(self):
        return f"{self.body}{self.title} {self.member}"

    @property
    def title(self):
        """主席, 副主席, 委员 …"""
        return self.body.title_of(self.post)

    @property
    def is_protected(self):
        """工会主席 and 副主席 are not moved at will within their term (工会法 18)."""
        is_union = self.body.is_own and self.body.head_word == "主席"
        return is_union and self.term_id is not None and self.post != Post.MEMBER
