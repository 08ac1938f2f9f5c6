"""Tables of plans and their parts."""

import datetime

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from members.models import UnionGroup
from plans import months
from plans.querysets import PlanQuerySet
from unionoffice.forms import Once
from unionoffice.states import Stateful, Versioned


def by_person(label):
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=label,
        editable=False,
    )


class PlanMoment(models.Model):
    """What a kept version of a plan tells besides the plan's own columns."""

    month_table = models.TextField("各月安排", blank=True, default="")

    class Meta:
        abstract = True


class Plan(Stateful, Versioned, Once):
    """The plan of a year, half-year or term, of the whole union or of one group."""

    class State(models.TextChoices):
        DRAFT = "draft", "草稿"
        REVIEW = "review", "待审批"
        APPROVED = "approved", "执行中"
        ARCHIVED = "archived", "已归档"

    class Length(models.IntegerChoices):
        """A year, a half-year (2–7, 6–12月), a term (9–1月)."""

        YEAR = 12, "12 个月"
        ELEVEN = 11, "11 个月"
        TEN = 10, "10 个月"
        NINE = 9, "9 个月"
        EIGHT = 8, "8 个月"
        SEVEN = 7, "7 个月"
        HALF = 6, "6 个月"
        TERM = 5, "5 个月"
        FOUR = 4, "4 个月"

    NEXT = {
        State.DRAFT: {State.REVIEW},
        State.REVIEW: {State.APPROVED, State.DRAFT},
        State.APPROVED: {State.ARCHIVED},
        State.ARCHIVED: {State.APPROVED},
    }
    CHIPS = {"draft": "draft", "review": "mine", "approved": "progress"}

    title = models.CharField("标题", max_length=100)
    year = models.PositiveSmallIntegerField(
        "开始年份", validators=[MinValueValidator(1901), MaxValueValidator(2099)]
    )
    start_month = models.PositiveSmallIntegerField(
        "开始月份", choices=[(n, f"{n}月") for n in range(1, 13)], default=1
    )
    months = models.PositiveSmallIntegerField(
        "长度", choices=Length, default=Length.YEAR
    )
    owner = models.ForeignKey(
        UnionGroup,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="plans",
        verbose_name="属于",
        help_text="不选就是全校工会的计划。",
    )
    state = models.CharField(
        "状态", max_length=10, choices=State, default=State.DRAFT, editable=False
    )
    drafted_by = by_person("起草人")
    drafted_at = models.DateTimeField("起草时间", auto_now_add=True)
    submitted_on = models.DateField("送审日期", null=True, editable=False)
    approved_by = by_person("批准人")
    approved_on = models.DateField("批准日期", null=True, editable=False)
    archived_on = models.DateField("归档日期", null=True, editable=False)
    returned_because = models.CharField(
        "退回意见", max_length=300, blank=True, editable=False
    )

    objects = PlanQuerySet.as_manager()
    history = HistoricalRecords(
        bases=[PlanMoment],
        verbose_name="计划的版本",
        verbose_name_plural="计划的版本",
    )

    class Meta:
        verbose_name = verbose_name_plural = "计划"
        ordering = ["-year", "-start_month", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(start_month__range=(1, 12)) & Q(months__range=(4, 12)),
                name="plans_run_a_term_to_a_year",
                violation_error_message="计划从 1–12 月开始，长 4 到 12 个月。",
            ),
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True)
                | Q(drafted_by__isnull=True)
                | ~Q(approved_by=F("drafted_by")),
                name="nobody_approves_their_own_plan",
                violation_error_message="计划由起草人以外的人批准。",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["approved", "archived"])
                | Q(approved_on__isnull=False),
                name="approved_plans_say_when",
                violation_error_message="已批准的计划要有批准日期。",
            ),
            models.CheckConstraint(
                condition=~Q(state="review") | Q(submitted_on__isnull=False),
                name="plans_under_review_say_since_when",
                violation_error_message="待审批的计划要有送审日期。",
            ),
            models.CheckConstraint(
                condition=Q(state="archived", archived_on__isnull=False)
                | (~Q(state="archived") & Q(archived_on__isnull=True)),
                name="archived_plans_say_when",
                violation_error_message="已归档的计划要有归档日期。",
            ),
            models.CheckConstraint(
                condition=Q(year__range=(1901, 2099)),
                name="plans_begin_in_our_time",
                violation_error_message="开始年份要在 1901 到 2099 之间。",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("plans:plan_detail", args=[self.pk])

    @property
    def window(self):
        """The first days of its months."""
        return months.run(datetime.date(self.year, self.start_month, 1), self.months)

    @property
    def span(self):
        return months.span(self.window[0], self.window[-1])

    @property
    def is_in_drafting(self):
        """Not yet approved: what is added now is a part of it."""
        return self.state in (self.State.DRAFT, self.State.REVIEW)

    @property
    def is_draft(self):
        return self.state == self.State.DRAFT


class PlanSection(Versioned, Once):
    """指导思想, 工作目标 …: ordered text of a plan."""

    plan = models.ForeignKey(
        Plan, models.CASCADE, related_name="sections", verbose_name="计划"
    )
    order = models.PositiveSmallIntegerField("顺序", default=1, editable=False)
    heading = models.CharField("标题", max_length=120)
    text = models.TextField("正文", blank=True)

    history = HistoricalRecords(
        verbose_name="章节的版本", verbose_name_plural="章节的版本"
    )

    class Meta:
        verbose_name = verbose_name_plural = "计划章节"
        ordering = ["order", "pk"]

    def __str__(self):
        return self.heading


class Measure(Versioned, Once):
    """措施, with its deadline 时限 and who answers for it 责任人."""

    plan = models.ForeignKey(
        Plan, models.CASCADE, related_name="measures", verbose_name="计划"
    )
    section = models.ForeignKey(
        PlanSection,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="measures",
        verbose_name="所属章节",
    )
    text = models.TextField("措施")
    months = models.JSONField("月份", default=list, blank=True)
    due_on = models.DateField("完成期限", null=True, blank=True)
    responsible = models.CharField("责任人", max_length=100, blank=True)

    history = HistoricalRecords(
        verbose_name="措施的版本", verbose_name_plural="措施的版本"
    )

    class Meta:
        verbose_name = verbose_name_plural = "措施"
        ordering = ["pk"]

    def __str__(self):
        return self.text[:40]

    @property
    def when(self):
        """3、11月, 1–12月 or nothing."""
        if len(self.months) > 2 and self.months == list(
            range(self.months[0], self.months[-1] + 1)
        ):
            return f"{self.months[0]}–{self.months[-1]}月"
        return f"{'、'.join(map(str, self.months))}月" if self.months else ""
