"""What the school's year is made of: terms, holidays, examination weeks."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from plans.models.plans import by_person
from unionoffice.forms import Once
from unionoffice.states import Versioned


class SchoolPeriodQuerySet(models.QuerySet):
    def touching(self, first, last):
        """Those with a day between two days."""
        return self.filter(starts_on__lte=last, ends_on__gte=first)

    def running_from(self, day):
        """Those that are not over on `day`."""
        return self.filter(ends_on__gte=day)


class SchoolPeriod(Versioned, Once):
    """学期、假期、考试周: entered by the office out of the school's own calendar."""

    class Kind(models.TextChoices):
        TERM = "term", "学期"
        HOLIDAY = "holiday", "假期"
        EXAM = "exam", "考试"
        OTHER = "other", "其他"

    kind = models.CharField("种类", max_length=10, choices=Kind, default=Kind.TERM)
    name = models.CharField("名称", max_length=20)
    starts_on = models.DateField("从")
    ends_on = models.DateField("到")
    entered_by = by_person("登记人")

    objects = SchoolPeriodQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "校历"
        ordering = ["starts_on", "ends_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="school_periods_end_after_they_begin",
                violation_error_message="结束日期不能早于开始日期。",
            ),
            models.UniqueConstraint(
                fields=["name", "starts_on"],
                name="one_school_period_of_a_name_a_day",
                violation_error_message="校历里已经有这一条。",
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("plans:period_list")

    def told_in(self, month):
        """How the margin of a month tells it; "" where nothing begins or ends there.

        `month` is its first day: 期末考试 12–16日, 寒假 20日起, 第一学期 至19日.
        """
        first, last = self.starts_on.replace(day=1), self.ends_on.replace(day=1)
        begins, ends = first == month, last == month
        if not first <= month <= last:
            return ""
        if begins and ends:
            until = "" if self.starts_on == self.ends_on else f"–{self.ends_on.day}"
            return f"{self.name} {self.starts_on.day}{until}日"
        if begins:
            return f"{self.name} {self.starts_on.day}日起"
        if ends:
            return f"{self.name} 至{self.ends_on.day}日"
        return self.name if self.kind == self.Kind.HOLIDAY else ""
