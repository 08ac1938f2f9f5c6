"""逢五逢十, by full and by nominal age."""

import datetime

import pytest

from welfare import birthdays
from welfare.models import BirthdayCustom

BORN = datetime.date(1956, 2, 29)


@pytest.mark.parametrize(
    ("year", "by_nominal_age", "age"),
    [
        (2026, False, 70),
        (2025, False, None),
        (2025, True, 70),
        (2026, True, None),
        (2011, False, None),
        (2016, False, 60),
        (2021, False, 65),
    ],
)
def test_a_round_age_is_reached_once(year, by_nominal_age, age):
    assert birthdays.round_age(year, BORN, by_nominal_age=by_nominal_age) == age


def test_who_is_born_on_the_leap_day_has_a_birthday_every_year():
    assert birthdays.birthday_in(2026, BORN) == datetime.date(2026, 2, 28)
    assert birthdays.birthday_in(2028, BORN) == datetime.date(2028, 2, 29)


@pytest.mark.parametrize("by_nominal_age", [False, True])
def test_the_years_of_birth_are_those_of_the_round_ages(by_nominal_age):
    custom = BirthdayCustom(by_nominal_age=by_nominal_age, first=60, step=10)
    born = 2026 + by_nominal_age

    assert custom.round_years(2026)[:3] == [born - 60, born - 70, born - 80]
