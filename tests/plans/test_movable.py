"""Which festival an item is bound to, and where it falls."""

import datetime

import pytest

from plans import months, movable
from plans.movable import bound_to, falls_on


@pytest.mark.parametrize(
    ("title", "bound"),
    [
        ("重阳退休教职工座谈", ("重阳节", False)),
        ("春节前送温暖走访", ("春节", True)),
        ("中秋节前夕慰问", ("中秋节", True)),
        ("端午包粽子送祝福", ("端午节", False)),
        ("校园龙舟赛", ("端午节", False)),
        ("祭扫烈士墓", ("清明节", False)),
        ("新春团拜会", ("春节", False)),
        ("庆中秋迎国庆", ("中秋节", False)),
        ("母亲节女工活动", ("母亲节", False)),
        ("中小年级组拔河", None),
        ("教师节表彰会", None),
        ("教职工体检", None),
    ],
)
def test_words_bind_an_item_to_its_festival(title, bound):
    assert bound_to(title) == bound


@pytest.mark.parametrize(
    ("name", "start", "day"),
    [
        ("重阳节", (2026, 1), (2026, 10, 18)),
        ("中秋节", (2025, 1), (2025, 10, 6)),
        ("中秋节", (2026, 9), (2026, 9, 25)),
        ("春节", (2026, 9), (2027, 2, 6)),
        ("端午节", (2028, 3), (2028, 5, 28)),
    ],
)
def test_a_festival_falls_where_the_lunar_table_says(name, start, day):
    window = months.run(datetime.date(*start, 1), 12)

    assert falls_on(name, window, window[5]) == datetime.date(*day)


def test_of_two_in_one_plan_the_nearer_is_meant():
    window = months.run(datetime.date(2027, 2, 1), 12)  # 2027-02-06 and 2028-01-26

    assert falls_on("春节", window, window[0]).year == 2027
    assert falls_on("春节", window, window[-1]).year == 2028


def test_a_plan_may_have_none():
    window = months.run(datetime.date(2028, 2, 1), 12)

    assert falls_on("春节", window, window[0]) is None


@pytest.mark.parametrize(
    ("title", "days", "told"),
    [
        ("重阳节座谈", ["10-18", "10-18"], "重阳节在 2027 年是10月8日"),
        ("重阳节座谈", ["10-08", "10-08"], ""),
        ("重阳节座谈", ["10-06", "10-10"], ""),
        ("重阳节前走访", ["10-01", "10-01"], ""),
        ("秋季登山", ["10-18", "10-18"], ""),
        ("重阳节座谈", [], ""),
    ],
)
def test_a_day_that_is_not_the_festivals_is_doubted(title, days, told):
    one = {"title": title, "months": [10], "year_offset": 0, "days": days, "line": 7}

    found = movable.doubts({"activities": [one]}, 2027, 1)

    assert [w["message"].startswith(told) for w in found] == ([True] if told else [])
