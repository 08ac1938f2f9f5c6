"""The day of retirement, held against the official steps of the gradual rule."""

import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from members.retirement import MEN, WOMEN, WOMEN_WORKERS, delay, retirement_day

KINDS = {
    "men": (MEN, "男", "teacher"),
    "women": (WOMEN, "女", "teacher"),
    "workers": (WOMEN_WORKERS, "女", "worker"),
}
# 附表 1–3 of the decision of 2024-09-13: (kind, born, age in years and months, when).
OFFICIAL = [
    ("men", (1964, 12), (60, 0), (2024, 12)),
    ("men", (1965, 1), (60, 1), (2025, 2)),
    ("men", (1965, 4), (60, 1), (2025, 5)),
    ("men", (1965, 5), (60, 2), (2025, 7)),
    ("men", (1965, 9), (60, 3), (2025, 12)),
    ("men", (1966, 1), (60, 4), (2026, 5)),
    ("men", (1970, 12), (61, 6), (2032, 6)),
    ("men", (1976, 8), (62, 11), (2039, 7)),
    ("men", (1976, 9), (63, 0), (2039, 9)),
    ("men", (1990, 1), (63, 0), (2053, 1)),
    ("women", (1969, 12), (55, 0), (2024, 12)),
    ("women", (1970, 1), (55, 1), (2025, 2)),
    ("women", (1970, 8), (55, 2), (2025, 10)),
    ("women", (1975, 12), (56, 6), (2032, 6)),
    ("women", (1981, 8), (57, 11), (2039, 7)),
    ("women", (1981, 9), (58, 0), (2039, 9)),
    ("workers", (1974, 12), (50, 0), (2024, 12)),
    ("workers", (1975, 1), (50, 1), (2025, 2)),
    ("workers", (1975, 2), (50, 1), (2025, 3)),
    ("workers", (1975, 3), (50, 2), (2025, 5)),
    ("workers", (1979, 12), (52, 6), (2032, 6)),
    ("workers", (1984, 10), (54, 11), (2039, 9)),
    ("workers", (1984, 11), (55, 0), (2039, 11)),
    ("workers", (1990, 12), (55, 0), (2045, 12)),
]
MONTHS = [(year, month) for year in range(1964, 1991) for month in range(1, 13)]
births = st.dates(datetime.date(1930, 1, 1), datetime.date(2010, 12, 31))
kinds = st.sampled_from(sorted(KINDS))


def day_of(birth, kind):
    _, sex, post_kind = KINDS[kind]
    return retirement_day(birth, sex, post_kind)


def months(day):
    return day.year * 12 + day.month


@pytest.mark.parametrize(("kind", "born", "age", "when"), OFFICIAL)
def test_the_official_pairs(kind, born, age, when):
    birth = datetime.date(*born, 7)

    day = day_of(birth, kind)

    assert ((day.year, day.month), day.day) == (when, 7)
    assert divmod(months(day) - months(birth), 12) == age


@pytest.mark.parametrize("kind", KINDS)
def test_every_birth_month_from_1964_to_1990(kind):
    """Counted up month by month, as the tables do: a step each 4 (or 2) months."""
    rule = KINDS[kind][0]
    wait, size = 0, 0

    for year, month in MONTHS:
        if year >= rule.first and wait < rule.most:
            wait, size = (wait + 1, 1) if size in (0, rule.step) else (wait, size + 1)
        assert delay(datetime.date(year, month, 1), rule) == wait


@given(births, births, kinds)
def test_who_is_born_later_never_retires_earlier(one, other, kind):
    first, second = sorted([one, other])

    assert day_of(first, kind) <= day_of(second, kind)


@given(births, kinds)
def test_never_before_the_old_age_nor_after_the_new(birth, kind):
    rule = KINDS[kind][0]

    waited = months(day_of(birth, kind)) - months(birth)

    assert rule.age * 12 <= waited <= rule.age * 12 + rule.most


@pytest.mark.parametrize("kind", KINDS)
def test_the_steps_are_single_months(kind):
    waits = [delay(datetime.date(*month, 1), KINDS[kind][0]) for month in MONTHS]

    assert {later - earlier for earlier, later in pairwise(waits)} == {0, 1}


@pytest.mark.parametrize(
    ("birth", "sex"), [(None, "男"), (datetime.date(1980, 1, 1), "")]
)
def test_what_is_not_known_gives_no_day(birth, sex):
    assert retirement_day(birth, sex, "teacher") is None


def test_a_month_that_is_shorter_ends_earlier():
    """Born on 31 January 1965: one month past sixty is February."""
    assert day_of(datetime.date(1965, 1, 31), "men") == datetime.date(2025, 2, 28)
