"""The people who are counted: one reading of the few columns that count."""

import datetime
from dataclasses import dataclass

from members.models.roster import years_between

COLUMNS = (
    "sex",
    "birth_date",
    "employment",
    "education",
    "politics",
    "post_kind",
    "work_status",
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
    work_status: str
    group: str | None
    group_order: int | None
    day: datetime.date

    @property
    def age(self):
        return years_between(self.birth_date, self.day)


def counted(members, day):
    """The Counted of a queryset of members."""
    rows = members.order_by().values_list(*COLUMNS)
    return [Counted(*row, day) for row in rows]
