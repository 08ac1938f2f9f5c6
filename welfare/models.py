"""Tables of the welfare work: visits, health checks, the customs they follow."""

import datetime

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
from welfare import birthdays


class Occasion(models.Model):
    """Why people are visited: the office's own 五必访 or 六必访 list."""

    name = models.CharField("事由", max_length=30, unique=True)
    hint = models.CharField("说明", max_length=100, blank=True)
    order = models.PositiveSmallIntegerField("顺序", default=0)
    is_active = models.BooleanField("在用", default=True)

    class Meta:
        verbose_name = verbose_name_plural = "慰问事由"
        ordering = ["order", "name"]

    def __str__(self):
        return self.name


class FundSource(models.Model):
    """Out of which money: retirees' visits often come from the school's welfare."""

    name = models.CharField("资金来源", max_length=30, unique=True)
    order = models.PositiveSmallIntegerField("顺序", default=0)
    is_active = models.BooleanField("在用", default=True)

    class Meta:
        verbose_name = verbose_name_plural = "资金来源"
        ordering = ["order", "name"]

    def __str__(self):
        return self.name


class BirthdayCustom(models.Model):
    """How round birthdays are reckoned here; one row."""

    by_nominal_age = models.BooleanField("按虚岁", default=False)
    first = models.PositiveSmallIntegerField("从几岁起", default=60)
    step = models.PositiveSmallIntegerField("每几年", default=5)

    class Meta:
        verbose_name = verbose_name_plural = "祝寿口径"
        constraints = [
            models.CheckConstraint(condition=Q(pk=1), name="one_birthday_custom"),
            models.CheckConstraint(
                condition=Q(step__gte=1),
                name="birthdays_come_in_steps",
                violation_error_message="「每几年」至少是 1。",
            ),
        ]

    def __str__(self):
        reckoned = "虚岁" if self.by_nominal_age else "周岁"
        return f"{reckoned} {self.first} 岁起，每 {self.step} 年"

    @classmethod
    def load(cls):
        return cls.objects.filter(pk=1).first() or cls(pk=1)

    def round_age(self, year, born):
        """The round age that somebody born on `born` reaches in `year`, or None."""
        return birthdays.round_age(
            year,
            born,
            first=self.first,
            step=self.step,
            by_nominal_age=self.by_nominal_age,
        )

    def day_within(self, days, today, born):
        """The day within `days` on which a round age is reached, or None."""
        day = birthdays.next_birthday(today, born)
        near = day - today <= datetime.timedelta(days=days)
        return day if near and self.round_age(day.year, born) else None

    def soon(self, people, today):
        """{pk: day} of those who reach a round age within 30 days."""
        known = people.exclude(birth_date=None).values_list("pk", "birth_date")
        days = {pk: self.day_within(30, today, born) for pk, born in known}
        return {pk: day for pk, day in days.items() if day}

    def round_years(self, year):
        """Years of birth whose people reach a round age in `year`."""
        oldest = 130
        return [
            born.year
            for born in (datetime.date(year - age, 1, 1) for age in range(oldest))
            if self.round_age(year, born)
        ]


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
                condition=~Q(state="visited") | Q(visited_on__isnull=False),
                name="paid_visits_have_a_day",
                violation_error_message="已走访的要写走访日期。",
            ),
            models.CheckConstraint(
                condition=~Q(state="void") | ~Q(void_reason=""),
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

    @property
    def day(self):
        """The day it is counted by."""
        return self.visited_on or self.occurred_on


class VisitFile(StoredFile):
    """A photo or a receipt of a visit."""

    visit = models.ForeignKey(Visit, models.PROTECT, related_name="files")

    class Meta:
        verbose_name = verbose_name_plural = "慰问附件"


class HealthRoundQuerySet(models.QuerySet):
    def with_counts(self):
        state = HealthCheck.State

        def counted(value):
            return Count("checks", filter=Q(checks__state=value))

        return self.annotate(
            total=Count("checks"),
            done=counted(state.DONE),
            excused=counted(state.EXCUSED),
            not_yet=counted(state.NOT_YET),
        )

    def in_year(self, year):
        return self.filter(starts_on__year=year)

    def running(self, day):
        return self.filter(starts_on__lte=day, ends_on__gte=day)


class HealthRound(Versioned):
    """One round of health checks; nothing is stored of what was found."""

    class Whom(models.TextChoices):
        ALL = "all", "全体在职会员"
        WOMEN = "women", "在职女会员"
        RETIREES = "retirees", "离退休教职工"

    title = models.CharField("名称", max_length=60)
    starts_on = models.DateField("开始")
    ends_on = models.DateField("结束")
    whom = models.CharField("对象", max_length=10, choices=Whom, default=Whom.ALL)
    place = models.CharField("体检机构", max_length=60, blank=True)
    package = models.CharField("套餐", max_length=100, blank=True)
    note = models.CharField("说明", max_length=200, blank=True)

    objects = HealthRoundQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "体检"
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="health_rounds_end_after_they_start",
                violation_error_message="结束日期不能早于开始日期。",
            )
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("welfare:health_round_detail", args=[self.pk])


class HealthCheckQuerySet(models.QuerySet):
    def with_people(self):
        return self.select_related("member__department", "member__group").order_by(
            "member__department__order", "member__staff_no"
        )

    def done(self):
        return self.filter(state=HealthCheck.State.DONE)

    def by_department(self):
        """(department, due, done, excused, not yet) rows, in order."""
        state = HealthCheck.State

        def counted(value):
            return Count("pk", filter=Q(state=value))

        return (
            self.order_by("member__department__order", "member__department__name")
            .values_list("member__department__name")
            .annotate(
                due=Count("pk"),
                done=counted(state.DONE),
                excused=counted(state.EXCUSED),
                not_yet=counted(state.NOT_YET),
            )
        )


class HealthCheck(models.Model):
    """Whether one person took part in one round."""

    class State(models.TextChoices):
        NOT_YET = "not_yet", "未检"
        DONE = "done", "已检"
        EXCUSED = "excused", "免检"

    CHIPS = {State.NOT_YET: "mine", State.DONE: "done", State.EXCUSED: "draft"}

    round = models.ForeignKey(HealthRound, models.PROTECT, related_name="checks")
    member = models.ForeignKey(
        Member, models.PROTECT, related_name="health_checks", verbose_name="会员"
    )
    state = models.CharField(
        "状态", max_length=10, choices=State, default=State.NOT_YET
    )
    done_on = models.DateField("体检日期", null=True, blank=True)

    objects = HealthCheckQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "参检"
        constraints = [
            models.UniqueConstraint(
                fields=["round", "member"],
                name="one_check_a_person_a_round",
                violation_error_message="这个人已经在这次体检的名单里。",
            ),
            models.CheckConstraint(
                condition=Q(state="done", done_on__isnull=False)
                | (~Q(state="done") & Q(done_on__isnull=True)),
                name="done_checks_have_a_day",
            ),
        ]

    def __str__(self):
        return f"{self.member} {self.round}"


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
