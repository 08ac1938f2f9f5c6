"""The calendar of festivals, against the table of the trade."""

import datetime

import pytest

from plans import festivals

LUNAR = {
    2024: ("02-10", "02-24", "04-04", "06-10", "09-17", "10-11"),
    2025: ("01-29", "02-12", "04-04", "05-31", "10-06", "10-29"),
    2026: ("02-17", "03-03", "04-05", "06-19", "09-25", "10-18"),
    2027: ("02-06", "02-20", "04-05", "06-09", "09-15", "10-08"),
    2028: ("01-26", "02-09", "04-04", "05-28", "10-03", "10-26"),
    2029: ("02-13", "02-27", "04-04", "06-16", "09-22", "10-16"),
    2030: ("02-03", "02-17", "04-05", "06-05", "09-12", "10-05"),
    2031: ("01-23", "02-06", "04-05", "06-24", "10-01", "10-24"),
}
NAMES = ("春节", "元宵节", "清明节", "端午节", "中秋节", "重阳节")


def day_of(year, name):
    days = [f.day for f in festivals.festivals(year) if f.name == name]
    return [f"{day:%m-%d}" for day in days]


@pytest.mark.parametrize("year", sorted(LUNAR))
def test_moving_festivals_fall_on_their_days(year):
    found = [day_of(year, name) for name in NAMES]

    assert found == [[day] for day in LUNAR[year]]


@pytest.mark.parametrize(
    ("year", "day"), [(2024, "05-12"), (2026, "05-10"), (2027, "05-09")]
)
def test_mothers_day_is_the_second_sunday_of_may(year, day):
    assert day_of(year, "母亲节") == [day]


def test_new_years_eve_is_the_day_before_spring_festival():
    for year in LUNAR:
        eve, spring = day_of(year, "除夕")[0], day_of(year, "春节")[0]
        days = [datetime.date.fromisoformat(f"{year}-{d}") for d in (eve, spring)]

        assert days[1] - days[0] == datetime.timedelta(days=1)


def test_little_new_year_can_fall_twice_or_never_in_a_calendar_year():
    assert day_of(2026, "小年") == ["02-10"]
    assert day_of(2028, "小年") == ["01-19"]


def test_festivals_of_a_year_stand_in_order_and_within_it():
    for year in LUNAR:
        days = [f.day for f in festivals.festivals(year)]

        assert days == sorted(days)
        assert {day.year for day in days} == {year}


def test_festivals_of_a_month():
    found = festivals.of_month(datetime.date(2026, 9, 1))

    assert [(f.name, f.day.day) for f in found] == [("教师节", 10), ("中秋节", 25)]


def test_next_festivals_reach_into_the_next_year():
    found = festivals.next_festivals(datetime.date(2026, 12, 4), 3)

    assert [(f.name, f"{f.day}") for f in found] == [
        ("宪法日", "2026-12-04"),
        ("元旦", "2027-01-01"),
        ("小年", "2027-01-30"),
    ]
