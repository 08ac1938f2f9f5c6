"""What the office's customs are: occasions, sources of funds, round birthdays."""

import datetime

from django.db import models
from django.db.models import Q

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
