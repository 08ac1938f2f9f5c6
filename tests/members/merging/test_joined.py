"""The memberships of two records as one history, held against the plain days."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from members.models import Membership
from members.services.merging import _joined

FIRST = datetime.date(2020, 1, 1)
LAST = 40  # days that are looked at


def day(number):
    return None if number is None else FIRST + datetime.timedelta(days=number)


def period(begun, ended, kept=None, document=""):
    return Membership(
        joined_on=day(begun),
        ended_on=day(ended),
        ended_by="left" if ended else "",
        kept_on=day(kept),
        kept_for="retired" if kept else "",
        document=document,
    )


@st.composite
def histories(draw):
    """Periods of one record: parted, the last perhaps running."""
    days = sorted(draw(st.sets(st.integers(0, LAST), max_size=6)))
    found = [period(*days[n : n + 2]) for n in range(0, len(days) - 1, 2)]
    if len(days) % 2:
        found.append(period(days[-1], None))
    return found


def covered(periods):
    days = map(day, range(LAST + 5))
    return [one for one in days if any(p.is_on(one) for p in periods)]


@given(histories(), histories())
def test_who_was_a_member_on_a_day_by_either_record_is_so_by_both(mine, other):
    for number, one in enumerate((*mine, *other)):
        one.pk = number
    before = covered([*mine, *other])

    told = _joined([*mine, *other])

    assert covered(told) == before
    assert not any(a.overlaps(b) for a in told for b in told if a is not b)


def test_the_papers_of_both_stay():
    first, second = (
        period(1, None, document="批文一"),
        period(3, None, document="批文二"),
    )
    first.pk, second.pk = 1, 2

    (whole,) = _joined([second, first])

    assert (whole.joined_on, whole.document) == (day(1), "批文一；批文二")


def test_the_reason_goes_with_the_later_end():
    first, second = period(1, 5), period(3, 9)
    first.pk, second.pk, second.ended_by = 1, 2, "moved"

    (whole,) = _joined([first, second])

    assert (whole.ended_on, whole.ended_by) == (day(9), "moved")
