"""The people who are counted: one reading of the few columns that count."""

import datetime
from dataclasses import dataclass

from members.models import Member
from members.models.roster import years_between

COLUMNS = (
    "sex",
    "birth_date",
    "employment",
    "education",
    "politics",
    "post_kind",
    "title",
    "work_status",
    "retired_on",
    "group__name",
    "group__order",
)


@dataclass(frozen=True)
class Counted:
    """What statistics look at of one person, on `day`."""

    sex: str
    birth_date: datetime.date | None
    employment: str
    education: str
    politics: str
    post_kind: str
    title: str
    work_status: str
    retired_on: datetime.date | None
    group: str | None
    group_order: int | None
    day: datetime.date

    @property
    def age(self):
        return years_between(self.birth_date, self.day)

    @property
    def is_retired(self):
        """Whether retired on the day; without a date, as it is now."""
        now = self.work_status in (
            Member.WorkStatus.RETIRED,
            Member.WorkStatus.RETIRED_CADRE,
        )
        return now and (self.retired_on is None or self.retired_on <= self.day)


def counted(members, day):
    """The Counted of a queryset of members."""
    rows = members.order_by().values_list(*COLUMNS)
    return [Counted(*row, day) for row in rows]
