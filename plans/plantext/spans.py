"""The months that a plan is for, where its paper says them in a line of their own."""

import re
from dataclasses import dataclass

from plans.plantext.shapes import fold

_SPAN = re.compile(
    r"\s*\(?\s*(20\d\d)年(1[0-2]|0?[1-9])月\s*(?:-+|至|到)"
    r"\s*(20\d\d)年(1[0-2]|0?[1-9])月\s*\)?\s*"
)
_WITHIN = 8  # lines that say something, from the top
_MOST = 24  # months


@dataclass(frozen=True)
class Span:
    """（2027年2月—2028年1月） in line `number`; both months belong to it."""

    number: int
    first: tuple[int, int]
    last: tuple[int, int]

    @property
    def length(self):
        (year, month), (end, last) = self.first, self.last
        return (end - year) * 12 + last - month + 1

    def to_json(self):
        return ["{}-{:02d}".format(*when) for when in (self.first, self.last)]


def span_in(lines):
    """The Span under the title of a text given as lines, or None."""
    said = ((n, line) for n, line in enumerate(lines, 1) if line.strip())
    for (number, line), _ in zip(said, range(_WITHIN), strict=False):
        if found := _SPAN.fullmatch(fold(line[:60])):
            year, month, end, last = map(int, found.groups())
            span = Span(number, (year, month), (end, last))
            return span if 0 < span.length <= _MOST else None
    return None
