"""届: from an election to the next, and how much of it is left."""

import calendar
import datetime

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from members.models.bodies import YEARS, Body
from unionoffice.states import Versioned

SOON = 6  # months before its end in which the next election is prepared


class TermQuerySet(models.QuerySet):
    def on(self, day):
        """Those in office on `day`: also over their time, until they are closed."""
        return self.filter(elected_on__lte=day).filter(
            Q(closed_on__isnull=True) | Q(closed_on__gt=day)
        )

    def open(self):
        return self.filter(closed_on__isnull=True)

    def ending_by(self, day):
        return self.open().filter(ends_on__lte=day)

    def next_number(self):
        last = self.aggregate(last=models.Max("number"))["last"]
        return (last or 0) + 1

    def with_bodies(self):
        return self.select_related("body")

    def newest_first(self):
        return self.order_by("-elected_on")


class Term(Versioned):
    """届: from an election to the next; `ends_on` is when its years are over."""

    body = models.ForeignKey(
        Body, models.PROTECT, related_name="terms", verbose_name="机构"
    )
    number = models.PositiveSmallIntegerField("第几届")
    elected_on = models.DateField("选举日期")
    years = models.PositiveSmallIntegerField("一届几年", choices=YEARS, default=5)
    ends_on = models.DateField("任期届满")
    approved_by = models.CharField("批复的上级工会", max_length=60, blank=True)
    approved_on = models.DateField("批复日期", null=True, blank=True)
    document = models.CharField("批复文号", max_length=100, blank=True)
    closed_on = models.DateField("卸任日期", null=True, blank=True, editable=False)

    objects = TermQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "届"
        ordering = ["body", "-elected_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "number"],
                name="one_term_of_a_number_a_body",
                violation_error_message="这一届已经登记过了。",
            ),
            models.UniqueConstraint(
                fields=["body"],
                condition=Q(closed_on__isnull=True),
                name="one_open_term_a_body",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__gt=F("elected_on")),
                name="terms_end_after_the_election",
                violation_error_message="任期届满要晚于选举日期。",
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("elected_on")),
                name="terms_close_after_the_election",
            ),
        ]

    def __str__(self):
        return f"{self.body}{self.called}"

    @property
    def called(self):
        return f"第 {self.number} 届"

    def validate_constraints(self, exclude=None):
        """A new term finds the one before open: its service closes that first."""
        if self._state.adding:
            exclude = {*(exclude or ()), "closed_on"}
        super().validate_constraints(exclude)

    @property
    def has_run_out(self):
        return self.ends_on <= timezone.localdate()

    @property
    def ends_soon(self):
        return self.ends_on <= months_after(timezone.localdate(), SOON)

    @property
    def left(self):
        """任期还有 N 个月, or since when it is over."""
        if self.has_run_out:
            return "任期已满，应当换届"
        months = months_between(timezone.localdate(), self.ends_on)
        return f"任期还有 {months} 个月" if months else "任期不到 1 个月"


def months_after(day, months):
    """The day `months` later; the last of its month where there is none such."""
    place = day.year * 12 + day.month - 1 + months
    year, month = divmod(place, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return datetime.date(year, month + 1, min(day.day, last))


def months_between(first, last):
    """Full months from `first` to `last`."""
    months = (last.year - first.year) * 12 + last.month - first.month
    return months - (months_after(first, months) > last)
