"""Who of the staff retires when."""

import datetime
from dataclasses import dataclass

from members import retirement
from members.models import Member
from members.models.rosterqueries import MOST_KEYS

FIRST_YEAR = 1964  # before it nobody reached the age whom a roster knows
CUSTOM = (
    "按 2025 年起渐进式延迟法定退休年龄的办法推算：男 60 到 63 岁，女 55 到 58 岁，"
    "女工勤人员 50 到 55 岁。本人选择提前或延后的，以批准为准。"
)


@dataclass(frozen=True)
class Retirement:
    """On which day somebody reaches the statutory age, and how old that is."""

    member: Member
    on: datetime.date

    @property
    def age(self):
        """60岁3个月."""
        born = self.member.birth_date
        months = (self.on.year - born.year) * 12 + self.on.month - born.month
        years, rest = divmod(months, 12)
        return f"{years}岁{rest}个月" if rest else f"{years}岁"


def retirement_days(rows, first, last):
    """{key: the day} of those of `rows` who reach the age between two days."""
    near = rows.near_retirement(max(first.year, FIRST_YEAR), last.year)
    facts = near.order_by().values_list("pk", "birth_date", "sex", "post_kind")
    days = {pk: retirement.retirement_day(*told) for pk, *told in facts}
    return {pk: day for pk, day in days.items() if day and first <= day <= last}


def retirements(rows, first, last):
    """Those of `rows` who reach the age between two days, the first first."""
    days = retirement_days(rows, first, last)
    # Whole records of those few only; very many are read and passed over instead.
    near = rows if len(days) > MOST_KEYS else rows.of_keys(days)
    due = [Retirement(m, days[m.pk]) for m in near.with_places() if m.pk in days]
    return sorted(due, key=lambda one: (one.on, one.member.staff_no))
