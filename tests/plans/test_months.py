"""Months counted, named and placed in real years."""

import datetime

import pytest

from plans import months

JAN, MARCH, DEC = (datetime.date(2026, m, 1) for m in (1, 3, 12))
NEXT_JAN, NEXT_FEB = datetime.date(2027, 1, 1), datetime.date(2027, 2, 1)


def test_months_are_counted_over_the_turn_of_the_year():
    assert months.plus(DEC, 1) == NEXT_JAN
    assert months.plus(JAN, -1) == datetime.date(2025, 12, 1)
    assert months.run(DEC, 3) == [DEC, NEXT_JAN, NEXT_FEB]
    assert months.between(DEC, NEXT_FEB) == 2


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (None, None, "未定"),
        (MARCH, MARCH, "2026年3月"),
        (JAN, MARCH, "2026年1–3月"),
        (DEC, NEXT_JAN, "2026年12月–2027年1月"),
    ],
)
def test_a_span_is_written_as_people_say_it(first, last, words):
    assert months.span(first, last) == words


@pytest.mark.parametrize(
    ("numbers", "offset", "start", "placed"),
    [
        ([], 0, 1, (None, None)),
        ([3], 0, 1, (MARCH, MARCH)),
        ([7, 8], 0, 1, (datetime.date(2026, 7, 1), datetime.date(2026, 8, 1))),
        ([1], 1, 9, (NEXT_JAN, NEXT_JAN)),
        ([1, 2], 1, 3, (NEXT_JAN, NEXT_FEB)),
        ([12, 1], 0, 9, (DEC, NEXT_JAN)),
        ([1], 0, 9, (NEXT_JAN, NEXT_JAN)),
        (list(range(1, 13)), 0, 3, (MARCH, NEXT_FEB)),
    ],
)
def test_a_draft_month_finds_its_real_year(numbers, offset, start, placed):
    assert months.place(numbers, offset, 2026, start) == placed


def test_what_is_no_month_is_read_as_none():
    assert months.read("2026-03") == MARCH
    assert [months.read(text) for text in (None, "", "3月", "2026-13")] == [None] * 4


def test_twelve_months_in_another_order_than_the_years_begin_where_they_say():
    march_on = [*range(3, 13), 1, 2]

    assert months.place(march_on, 0, 2026, 1) == (MARCH, NEXT_FEB)
    assert months.place(list(range(1, 13)), 0, 2026, 1) == (JAN, DEC)
