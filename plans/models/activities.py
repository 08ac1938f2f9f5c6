"""Tables of activities: intention, course and record."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from members.models import Member
from plans import months
from plans.models.headings import AccountHeading
from plans.models.plans import Plan, by_person
from plans.querysets import ActivityQuerySet
from unionoffice.forms import Once
from unionoffice.states import Stateful, Versioned


class Category(models.Model):
    """类别: an entry of the office's own dictionary."""

    name = models.CharField("类别", max_length=20, unique=True)
    order = models.PositiveSmallIntegerField("顺序", default=0)
    colour = models.PositiveSmallIntegerField(
        "颜色", default=1, choices=[(n, f"颜色 {n}") for n in range(1, 14)]
    )
    words = models.TextField(
        "词语", blank=True, help_text="活动名称里有这些词就归入此类，用空格隔开。"
    )

    class Meta:
        verbose_name = verbose_name_plural = "活动类别"
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(colour__range=(1, 13)),
                name="categories_have_one_of_thirteen_colours",
                violation_error_message="颜色是 1 到 13。",
            )
        ]

    def __str__(self):
        return self.name


class Activity(Stateful, Versioned, Once):
    """An item of the plan (or outside of it), from intention to record."""

    class State(models.TextChoices):
        PLANNED = "planned", "计划中"
        UNDERWAY = "underway", "进行中"
        HELD = "held", "已举办"
        CLOSED = "closed", "已完成"
        POSTPONED = "postponed", "推迟"
        DROPPED = "dropped", "取消"

    class Level(models.TextChoices):
        GROUP = "组", "小组"
        SCHOOL = "校", "学校"
        CLUSTER = "片", "片区"
        DISTRICT = "区", "区"
        CITY = "市", "市"
        PROVINCE = "省", "省"

    NEXT = {
        State.PLANNED: {
            State.UNDERWAY,
            State.HELD,
            State.CLOSED,
            State.POSTPONED,
            State.DROPPED,
        },
        State.UNDERWAY: {State.HELD, State.CLOSED, State.POSTPONED, State.DROPPED},
        State.HELD: {State.HELD, State.CLOSED},
        State.POSTPONED: {
            State.PLANNED,
            State.UNDERWAY,
            State.HELD,
            State.CLOSED,
            State.POSTPONED,
            State.DROPPED,
        },
        State.DROPPED: {State.PLANNED},
        State.CLOSED: {State.HELD},
    }
    CHIPS = {
        "planned": "draft",
        "underway": "progress",
        "held": "mine",
        "closed": "done",
        "postponed": "mine",
        "dropped": "dropped",
    }
    OPEN = (State.PLANNED, State.UNDERWAY, State.POSTPONED)
    HAPPENED = (State.HELD, State.CLOSED)

    plan = models.ForeignKey(
        Plan,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="activities",
        verbose_name="所属计划",
    )
    title = models.CharField("活动", max_length=200)
    category = models.ForeignKey(
        Category,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="activities",
        verbose_name="类别",
    )
    level = models.CharField("级别", max_length=1, choices=Level, default=Level.SCHOOL)
    first_month = models.DateField("月份", null=True, blank=True)
    last_month = models.DateField("到", null=True, blank=True)
    starts_on = models.DateField("计划日期", null=True, blank=True)
    ends_on = models.DateField("到", null=True, blank=True)
    place = models.CharField("地点", max_length=60, blank=True)
    lead = models.ForeignKey(
        Member,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="leads_activities",
        verbose_name="负责人",
    )
    helpers = models.ManyToManyField(
        Member, blank=True, related_name="helps_activities", verbose_name="协助人员"
    )
    partner_departments = models.CharField("配合部门", max_length=120, blank=True)
    budget = models.DecimalField(
        "预算", max_digits=12, decimal_places=2, null=True, blank=True
    )
    heading = models.ForeignKey(
        AccountHeading,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="activities",
        verbose_name="经费科目",
    )
    hours = models.DecimalField(
        "计时（小时）",
        max_digits=4,
        decimal_places=1,
        null=True,
        blank=True,
        help_text="每位参加的人记多少小时；不计时就空着。",
    )
    theme = models.CharField("月主题", max_length=100, blank=True)
    notes = models.TextField("说明", blank=True)
    source_line = models.PositiveIntegerField("原文行", null=True, editable=False)
    state = models.CharField(
        "状态", max_length=10, choices=State, default=State.PLANNED, editable=False
    )
    reason = models.CharField("原因", max_length=300, blank=True, editable=False)
    held_on = models.DateField("举办日期", null=True, blank=True)
    held_until = models.DateField("到", null=True, blank=True)
    report = models.TextField("活动记录", blank=True)
    lessons = models.TextField("经验和改进", blank=True)
    cost = models.DecimalField(
        "支出", max_digits=12, decimal_places=2, null=True, blank=True
    )
    guests = models.PositiveIntegerField("其他人员", default=0)
    attendees = models.ManyToManyField(
        Member, through="Attendance", related_name="attended", editable=False
    )
    entered_by = by_person("登记人")
    entered_at = models.DateTimeField("登记时间", auto_now_add=True)

    objects = ActivityQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "活动"
        ordering = ["first_month", "starts_on", "pk"]
        indexes = [
            models.Index(fields=["first_month"], name="activity_month"),
            models.Index(fields=["held_on"], name="activity_held_on"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(first_month__isnull=True, last_month__isnull=True)
                | Q(
                    first_month__day=1,
                    last_month__day=1,
                    last_month__gte=F("first_month"),
                ),
                name="activity_months_in_order",
                violation_error_message="结束月份不能早于开始月份。",
            ),
            models.CheckConstraint(
                condition=Q(plan__isnull=False) | Q(first_month__isnull=False),
                name="activities_outside_a_plan_have_a_month",
                violation_error_message="计划外的活动要写明月份。",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True)
                | Q(starts_on__isnull=False, ends_on__gte=F("starts_on")),
                name="activity_days_in_order",
                violation_error_message="计划的结束日期不能早于开始日期。",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["dropped", "postponed"]) | ~Q(reason=""),
                name="dropped_and_postponed_say_why",
                violation_error_message="取消或推迟要写明原因。",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["held", "closed"], held_on__isnull=False)
                | Q(
                    ~Q(state__in=["held", "closed"]),
                    held_on__isnull=True,
                    held_until__isnull=True,
                ),
                name="held_activities_say_when",
                violation_error_message="已举办的活动要写明举办日期。",
            ),
            models.CheckConstraint(
                condition=Q(held_until__isnull=True) | Q(held_until__gte=F("held_on")),
                name="held_days_in_order",
                violation_error_message="举办的结束日期不能早于开始日期。",
            ),
            models.CheckConstraint(
                condition=~Q(state="closed") | ~Q(report=""),
                name="closed_activities_have_a_record",
                violation_error_message="归档前要写活动记录。",
            ),
            models.CheckConstraint(
                condition=(Q(cost__isnull=True) | Q(cost__gte=0))
                & (Q(budget__isnull=True) | Q(budget__gte=0)),
                name="activity_money_is_not_negative",
                violation_error_message="金额不能是负数。",
            ),
            models.CheckConstraint(
                condition=Q(hours__isnull=True) | Q(hours__gt=0),
                name="activity_hours_are_some",
                violation_error_message="计时要大于 0；不计时就空着。",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("plans:activity_detail", args=[self.pk])

    @property
    def is_planned(self):
        return self.plan_id is not None

    @property
    def has_happened(self):
        return self.state in self.HAPPENED

    def namesakes(self):
        """The activities of this name in the same plan, itself among them."""
        return Activity.objects.filter(plan=self.plan_id, title=self.title)

    @property
    def span(self):
        return months.span(self.first_month, self.last_month)

    @property
    def length(self):
        """Of how many months; 1 where the month is not known."""
        if self.first_month is None:
            return 1
        return months.between(self.first_month, self.last_month) + 1

    def runs_outside(self, window):
        """Whether one of its months is none of a plan's `window` (their first days)."""
        if self.first_month is None:
            return False
        return not window[0] <= self.first_month <= self.last_month <= window[-1]

    def is_late_on(self, today):
        """Its time has passed and it was neither held nor dropped."""
        if self.state not in self.OPEN:
            return False
        last = self.ends_on or self.starts_on
        if last and last < today:
            return True
        return bool(self.last_month and self.last_month < today.replace(day=1))
