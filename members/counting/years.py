"""The statistics year (统计年度): from 1 October to 30 September (domain.md 4.3)."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True)
class StatisticsYear:
    """统计年度 `year`: from 1 October of the year before to its 30 September."""

    year: int

    @classmethod
    def of(cls, day):
        return cls(day.year + (day.month >= 10))

    @property
    def first(self):
        return datetime.date(self.year - 1, 10, 1)

    @property
    def last(self):
        return datetime.date(self.year, 9, 30)

    def counted_on(self, today):
        """The day of the counting: its last, or today while it runs."""
        return min(self.last, today)
