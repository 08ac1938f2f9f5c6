"""Round birthdays 逢五逢十: pure reckoning by 周岁 or 虚岁."""

import datetime


def reached_in(year, born, *, by_nominal_age=False):
    """The age somebody reaches in `year`: full years on the birthday (周岁), or one
    more (虚岁)."""
    return year - born.year + (1 if by_nominal_age else 0)


def round_age(year, born, *, first=60, step=5, by_nominal_age=False):
    """The round age reached in `year` (60, 65, …), or None."""
    age = reached_in(year, born, by_nominal_age=by_nominal_age)
    return age if age >= first and (age - first) % step == 0 else None


def next_birthday(today, born):
    """The birthday that comes next; today counts."""
    day = birthday_in(today.year, born)
    return day if day >= today else birthday_in(today.year + 1, born)


def birthday_in(year, born):
    """The day of the birthday in `year`; 29 February falls on the 28th."""
    try:
        return born.replace(year=year)
    except ValueError:
        return datetime.date(year, 2, 28)
