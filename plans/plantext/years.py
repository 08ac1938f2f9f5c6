"""Which year a month of the calendar lies in: this one, the next, or nobody knows."""

import re
from dataclasses import dataclass

UNSURE = "月份的先后看不出是哪一年，年份请核对"
_ALL_YEAR = ("year", "vague")
_FIRST_HALF = re.compile(r"上半年|第二学期|下学期|春季学期")


@dataclass(frozen=True)
class Years:
    """One offset for each heading; a doubt where the order does not tell."""

    offsets: list[int]
    doubt: str = ""
    at: int = 0


def years_of(whens, *, about="", title_year=None):
    """Offsets for months in the order of the text (十二月 → 一月 adds one)."""
    base = title_year or next((when.year for when in whens if when.year), None)
    told = [place for place, when in enumerate(whens) if _is_told(when, base)]
    counted = [
        (place, when)
        for place, when in enumerate(whens)
        if when.kind not in _ALL_YEAR and place not in told
    ]
    wraps = _wraps(counted)
    first = counted[wraps[0]][0] if wraps else len(whens)
    above = counted[wraps[0] - 1][0] if wraps else first
    led = any(above < place < first for place in told)
    doubt = bool(wraps) and _is_doubtful(counted, wraps, "" if led else about, led)
    offsets = [0] * len(whens)
    for place, when in enumerate(whens):
        if when.next_year and not _runs_over(when):
            offsets[place] = 1
        elif when.year and base and when.year - base in (0, 1):
            offsets[place] = when.year - base
        elif not doubt and place >= first and when.kind not in _ALL_YEAR:
            offsets[place] = 1
    return Years(offsets, UNSURE if doubt else "", first if doubt else 0)


def _runs_over(when):
    """12月至次年1月 begins in this year."""
    return list(when.months) != sorted(when.months)


def _wraps(counted):
    """Places where a month comes before the one that stands above it."""
    return [
        place
        for place in range(1, len(counted))
        if counted[place][1].months[0] < counted[place - 1][1].months[0]
        and not _within(counted[place - 1][1], counted[place][1])
    ]


def _within(above, below):
    """二月 after 寒假 (一、二月) and the like."""
    return below.months[0] in above.months and _runs_over(above) is False


def _is_told(when, base):
    """The heading itself says that its year is the next; it moves no other month."""
    if when.next_year:
        return not _runs_over(when)
    return bool(when.year and base and when.year - base == 1)


def _is_doubtful(counted, wraps, about, led):
    """A wrap is a new year when the months after it end before the first came.

    `led` says that a month of the next year stands before it.
    """
    if len(wraps) > 1:
        return True
    (wrap,) = wraps
    first = counted[0][1].months[0]
    after = [when.months[0] for _, when in counted[wrap:]]
    if any(month > first for month in after) or first in after[:-1]:
        return True
    if not led and wrap == 1 and first < 11 and counted[0][1].kind == "month":
        return True
    return bool(_FIRST_HALF.search(about)) and first > 7
