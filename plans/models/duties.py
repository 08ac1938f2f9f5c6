"""Tables of standing duties: what is due by rhythm, and when it was done."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from members.models import Member
from plans import rhythms
from plans.models.activities import Category
from plans.models.plans import by_person
from plans.querysets import DutyQuerySet
from unionoffice.forms import Once
from unionoffice.states import Versioned


class Duty(Versioned, Once):
    """常规工作: comes up again by itself, month for month or year for year."""

    title = models.CharField("常规工作", max_length=100)
    rhythm = models.CharField(
        "多久一次",
        max_length=10,
        choices=rhythms.Rhythm.choices,
        default=rhythms.Rhythm.YEARLY,
    )
    months = models.JSONField("在哪几个月", default=list, blank=True)
    times = models.PositiveSmallIntegerField("每年几次", default=2)
    due_day = models.PositiveSmallIntegerField(
        "几日前办完", null=True, blank=True, help_text="不填就是当月最后一天。"
    )
    ahead_days = models.PositiveSmallIntegerField(
        "提前几天提醒", default=14, help_text="到这一天，工作台上开始提醒。"
    )
    lead = models.ForeignKey(
        Member,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="duties",
        verbose_name="负责人",
    )
    who = models.CharField("谁来办", max_length=60, blank=True)
    category = models.ForeignKey(
        Category, models.PROTECT, null=True, blank=True, verbose_name="类别"
    )
    source = models.CharField("依据", max_length=200, blank=True)
    notes = models.TextField("说明", blank=True)
    since = models.DateField("从哪天起", default=timezone.localdate)
    is_active = models.BooleanField("在用", default=True)

    objects = DutyQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "常规工作"
        ordering = ["title"]
        constraints = [
            models.CheckConstraint(
                condition=Q(times__range=(1, 12)),
                name="duties_come_up_to_twelve_times_a_year",
                violation_error_message="每年 1 到 12 次。",
            ),
            models.CheckConstraint(
                condition=Q(due_day__isnull=True) | Q(due_day__range=(1, 31)),
                name="duties_are_due_on_a_day_of_the_month",
                violation_error_message="几日前办完要在 1 到 31 之间。",
            ),
            models.CheckConstraint(
                condition=Q(ahead_days__lte=180),
                name="duties_are_told_half_a_year_ahead_at_most",
                violation_error_message="最多提前 180 天提醒。",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("plans:duty_detail", args=[self.pk])

    @property
    def when(self):
        """每月, 每年 4、10月 …: its rhythm in words."""
        return rhythms.told(self.rhythm, self.months, self.times)

    def turns(self, first, last):
        """Its turns whose due days lie between two days, since it began."""
        return rhythms.turns(self, max(first, self.since), last)


class DutyDone(Once):
    """A turn of a duty was done; `period` is the first day of the month it was due."""

    duty = models.ForeignKey(
        Duty, models.PROTECT, related_name="records", verbose_name="常规工作"
    )
    period = models.DateField("哪一次")
    done_on = models.DateField("办理日期")
    remark = models.CharField("办理情况", max_length=300, blank=True)
    done_by = by_person("登记人")
    entered_at = models.DateTimeField("登记时间", auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "常规工作办理记录"
        ordering = ["-period", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["duty", "period"],
                name="one_record_a_turn",
                violation_error_message="这一次已经登记过了。",
            ),
            models.CheckConstraint(
                condition=Q(period__day=1),
                name="turns_are_named_by_their_month",
                violation_error_message="哪一次要用当月第一天表示。",
            ),
        ]

    def __str__(self):
        return f"{self.duty}（{self.period.year}年{self.period.month}月）"
