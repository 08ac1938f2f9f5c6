"""慰问走访: whom the union visited, why, and what was given."""

from django.conf import settings
from django.db import models
from django.db.models import Count, F, Max, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce
from django.urls import reverse

from members import roles, sealing
from members.models import Member
from unionoffice.files import StoredFile
from unionoffice.forms import Once
from unionoffice.states import Stateful, Versioned
from welfare.models.customs import FundSource, Occasion


class VisitQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The office and the auditors see all, a leader the own group, all oneself."""
        if user.has_role(*roles.OFFICE, roles.AUDITOR):
            return self
        own = Q(member=user.member_id)
        if user.has_role(roles.GROUP_LEADER):
            led = Q(member__group__leader__isnull=False)
            own |= led & Q(member__group__leader=user.member_id)
        return self.filter(own)

    def valid(self):
        return self.exclude(state=Visit.State.VOID)

    def done(self):
        return self.filter(state=Visit.State.VISITED)

    def in_year(self, year):
        """Paid in `year`, or due in it while not yet paid."""
        return self.filter(
            Q(visited_on__year=year)
            | Q(visited_on__isnull=True, occurred_on__year=year)
        )

    def due(self):
        return self.filter(state=Visit.State.PLANNED)

    def like(self, visit):
        """Others to the same person for the same occasion in the same year."""
        day = visit.visited_on or visit.occurred_on
        same = self.valid().filter(member=visit.member, occasion=visit.occasion)
        return same.in_year(day.year).exclude(pk=visit.pk)

    def with_names(self):
        return self.select_related(
            "member__group", "occasion", "source", "entered_by__member"
        ).prefetch_related("visitors")

    def newest_first(self):
        return self.annotate(on=Coalesce("visited_on", "occurred_on")).order_by(
            "-on", "-pk"
        )

    def totals(self):
        """Count and sum of what was really given."""
        return self.done().aggregate(count=Count("pk"), amount=Sum("amount", default=0))

    def by_occasion(self):
        return (
            self.done()
            .order_by("occasion__order")
            .values_list("occasion__name")
            .annotate(Count("pk"), Sum("amount"))
        )

    def by_source(self):
        return (
            self.done()
            .order_by("source__order")
            .values_list("source__name")
            .annotate(Count("pk"), Sum("amount"))
        )


class Visit(Stateful, Versioned, Once):
    """One 慰问走访, paid in the name of the union."""

    class State(models.TextChoices):
        PLANNED = "planned", "待走访"
        VISITED = "visited", "已走访"
        VOID = "void", "作废"

    class Relation(models.TextChoices):
        SELF = "self", "本人"
        PARENT = "parent", "父母"
        SPOUSE = "spouse", "配偶"
        CHILD = "child", "子女"

    class Kind(models.TextChoices):
        GOODS = "goods", "慰问品"
        MONEY = "money", "慰问金"
        BOTH = "both", "慰问品和慰问金"

    NEXT = {
        State.PLANNED: {State.VISITED, State.VOID},
        State.VISITED: {State.VOID},
    }
    CHIPS = {State.PLANNED: "mine", State.VISITED: "done", State.VOID: "dropped"}

    state = models.CharField(
        "状态", max_length=10, choices=State, default=State.PLANNED, editable=False
    )
    occasion = models.ForeignKey(Occasion, models.PROTECT, verbose_name="事由")
    member = models.ForeignKey(
        Member, models.PROTECT, related_name="visits", verbose_name="慰问谁"
    )
    relation = models.CharField(
        "当事人", max_length=10, choices=Relation, default=Relation.SELF
    )
    occurred_on = models.DateField("发生日期")
    learnt_on = models.DateField("得知日期", null=True, blank=True)
    due_on = models.DateField("计划走访", null=True, blank=True)
    visited_on = models.DateField("走访日期", null=True, blank=True)
    visitors = models.ManyToManyField(
        Member, related_name="visits_paid", verbose_name="走访人", blank=True
    )
    kind = models.CharField("形式", max_length=10, choices=Kind, default=Kind.GOODS)
    amount = models.DecimalField("金额（元）", max_digits=10, decimal_places=2)
    goods = models.CharField("慰问品", max_length=100, blank=True)
    source = models.ForeignKey(FundSource, models.PROTECT, verbose_name="资金来源")
    received_by = models.CharField("签收人", max_length=40, blank=True)
    remarks = sealing.SealedField("备注", blank=True, default="")
    void_reason = models.CharField(
        "作废原因", max_length=100, blank=True, editable=False
    )
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        editable=False,
        verbose_name="登记人",
    )
    entered_at = models.DateTimeField("登记时间", auto_now_add=True)

    objects = VisitQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "慰问"
        ordering = ["-occurred_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(amount__gte=0),
                name="visits_cost_nothing_or_more",
                violation_error_message="金额不能是负数。",
            ),
            models.CheckConstraint(
                condition=Q(state="visited", visited_on__isnull=False)
                | Q(state="planned", visited_on__isnull=True)
                | Q(state="void"),
                name="paid_visits_have_a_day",
                violation_error_message="已走访的要写走访日期，待走访的不写。",
            ),
            models.CheckConstraint(
                condition=(Q(state="void") & ~Q(void_reason=""))
                | (~Q(state="void") & Q(void_reason="")),
                name="void_visits_have_a_reason",
                violation_error_message="作废要写原因。",
            ),
            models.CheckConstraint(
                condition=Q(visited_on__isnull=True)
                | Q(visited_on__gte=F("occurred_on")),
                name="visits_follow_their_occasion",
                violation_error_message="走访日期不能早于发生日期。",
            ),
        ]
        indexes = [models.Index(fields=["visited_on"], name="visit_day")]

    def __str__(self):
        return f"{self.member} {self.occasion}"

    def get_absolute_url(self):
        return reverse("welfare:visit_detail", args=[self.pk])

    @classmethod
    def state_of(cls, visited_on):
        """The state that goes with a day of visit, or with none."""
        return cls.State.VISITED if visited_on else cls.State.PLANNED

    @property
    def day(self):
        """The day it is counted by."""
        return self.visited_on or self.occurred_on


class VisitFile(StoredFile):
    """A photo or a receipt of a visit."""

    visit = models.ForeignKey(Visit, models.PROTECT, related_name="files")

    class Meta:
        verbose_name = verbose_name_plural = "慰问附件"


def with_last_visit(members):
    """Members, each with `last_visit`: the day of the last visit paid, or None."""
    paid = (
        Visit.objects.done()
        .filter(member=OuterRef("pk"))
        .order_by()
        .values("member")
        .annotate(last=Max("visited_on"))
    )
    return members.annotate(last_visit=Subquery(paid.values("last")))
