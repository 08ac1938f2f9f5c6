"""Working days of China: Monday to Friday, without public holidays, with the days
worked instead (调休), as the State Council announces them year by year.

The days come with lunar-python (HolidayUtil). For a year it does not know yet, only
the weekday counts.
"""

import datetime

from lunar_python.util import HolidayUtil

SATURDAY = 5


def is_workday(day):
    told = HolidayUtil.getHoliday(day.isoformat())
    return told.isWork() if told else day.weekday() < SATURDAY


def after(day, number):
    """The day that is `number` working days after `day` (which does not count)."""
    while number > 0:
        day += datetime.timedelta(days=1)
        number -= is_workday(day)
    return day
