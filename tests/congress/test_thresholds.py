"""How many are needed: exact for every size, with or without the part itself."""

from fractions import Fraction

import pytest

from congress import thresholds
from congress.thresholds import Base, passed, quorum

SIZES = range(1, 401)


@pytest.mark.parametrize("code", thresholds.BY_CODE)
def test_what_is_needed_is_the_smallest_count_that_satisfies(code):
    threshold = thresholds.BY_CODE[code]
    part = Fraction(threshold.numerator, threshold.denominator)

    for size in SIZES:
        reached = [
            count
            for count in range(size + 1)
            if (Fraction(count, size) >= part)
            and (threshold.inclusive or Fraction(count, size) > part)
        ]
        assert threshold.needed(size) == reached[0]
        assert [c for c in range(size + 1) if threshold.is_met(c, size)] == reached


@pytest.mark.parametrize(
    ("size", "half", "majority", "two_thirds"),
    [(1, 1, 1, 1), (2, 1, 2, 2), (3, 2, 2, 2), (36, 18, 19, 24), (120, 60, 61, 80)],
)
def test_half_may_or_may_not_be_enough(size, half, majority, two_thirds):
    assert thresholds.HALF.needed(size) == half
    assert thresholds.MAJORITY.needed(size) == majority
    assert thresholds.TWO_THIRDS.needed(size) == two_thirds


@pytest.mark.parametrize("code", thresholds.BY_CODE)
def test_of_nobody_nothing_is_reached(code):
    assert not thresholds.BY_CODE[code].is_met(0, 0)


def test_fewer_than_nobody_is_no_base():
    with pytest.raises(ValueError, match="-1"):
        thresholds.HALF.needed(-1)


def test_the_quorum_is_told_in_a_sentence():
    assert quorum(120, 81) == "应到120人，实到81人，达到三分之二（80人）"
    assert quorum(120, 79) == ("应到120人，实到79人，没有达到三分之二（80人），还差1人")


def test_a_vote_is_told_with_its_base_and_threshold():
    assert passed(60, 120, thresholds.HALF) == (
        "同意60票，全体代表120人的半数以上（60票），通过"
    )
    assert passed(60, 120, thresholds.MAJORITY, Base.EXPECTED) == (
        "同意60票，应到120人的过半数（61票），没有通过"
    )
    assert passed(50, 98, thresholds.MAJORITY, Base.VALID) == (
        "同意50票，有效票98票的过半数（50票），通过"
    )
