"""When a standing duty comes up: its turns, their months and due days."""

import calendar
import datetime
import math
from dataclasses import dataclass

from django.db.models import TextChoices

from plans import months as calendar_months


class Rhythm(TextChoices):
    MONTHLY = "monthly", "每月"
    QUARTERLY = "quarterly", "每季度"
    HALF_YEARLY = "half", "每半年"
    YEARLY = "yearly", "每年"
    TIMES = "times", "每年若干次"


USUAL = {
    Rhythm.MONTHLY: list(range(1, 13)),
    Rhythm.QUARTERLY: [3, 6, 9, 12],
    Rhythm.HALF_YEARLY: [6, 12],
    Rhythm.YEARLY: [12],
}


@dataclass(frozen=True)
class Turn:
    """One time that a duty is due; `period` is the first day of its month."""

    duty: object
    period: datetime.date
    due_on: datetime.date

    @property
    def value(self):
        return self.period.isoformat()[:7]

    @property
    def label(self):
        return f"{self.period.year}年{self.period.month}月"


def months_of(rhythm, months, times):
    """The months (1–12) in which it is due: those chosen, else the usual ones.

    `times` a year without chosen months are spread evenly, each due at the end of
    its share: two in June and December.
    """
    if months:
        return sorted(set(months))
    if rhythm == Rhythm.TIMES:
        return [math.ceil(12 * turn / times) for turn in range(1, times + 1)]
    return USUAL[rhythm]


def turns(duty, first, last):
    """The turns whose due days lie between two days, in order."""
    due = months_of(duty.rhythm, duty.months, duty.times)
    month, found = first.replace(day=1), []
    while month <= last:
        if month.month in due:
            end = calendar.monthrange(month.year, month.month)[1]
            day = month.replace(day=min(duty.due_day or end, end))
            if first <= day <= last:
                found.append(Turn(duty, month, day))
        month = calendar_months.plus(month, 1)
    return found


def told(rhythm, months, times):
    """每月, 每季度（3、6、9、12月）, 每年 2 次（6、12月）…"""
    words = f"每年 {times} 次" if rhythm == Rhythm.TIMES else Rhythm(rhythm).label
    due = months_of(rhythm, months, times)
    if len(due) == 12:
        return words
    return f"{words}（{'、'.join(map(str, due))}月）"
