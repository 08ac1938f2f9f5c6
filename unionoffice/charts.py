"""Charts as inline SVG: where each bar stands, for a template that draws it.

Bars begin at zero and carry their number; at most five hues, by classes of the style
sheet. The template puts a title and a description into the picture; the page sets the
same figures beside it as a table.
"""

from collections.abc import Sequence
from dataclasses import dataclass

LINE, BAR = 26, 18  # units of one line, and of the bar in it
WORDS, NUMBERS = 110, 44  # room for the names, and for a number behind a bar
LENGTH = 360  # of the longest bar
HUES = ("bar", "bar bar-2", "bar bar-3", "bar bar-4", "bar bar-5")


@dataclass(frozen=True)
class Bar:
    """One bar: its box, its number and where that stands (`anchor` as in SVG)."""

    x: float
    y: float
    width: float
    value: int
    words_x: float
    anchor: str
    hue: str = HUES[0]
    height: int = BAR

    @property
    def words_y(self):
        return self.y + self.height - 4


@dataclass(frozen=True)
class Label:
    """A name beside its bars."""

    text: str
    x: float
    y: float
    anchor: str = "end"


@dataclass(frozen=True)
class Drawing:
    """A finished chart; `key` tells several of one page apart."""

    key: str
    title: str
    about: str
    width: int
    height: int
    bars: Sequence[Bar]
    labels: Sequence[Label]
    axis: float

    @property
    def view_box(self):
        return f"0 0 {self.width} {self.height}"


def bars(key, title, rows, *, unit="人"):
    """A Drawing of lying bars, one a row of (name, value); values not below zero."""
    most = max((value for _, value in rows), default=0) or 1
    drawn, labels = [], []
    for number, (name, value) in enumerate(rows):
        y = number * LINE + (LINE - BAR) / 2
        width = _length(value, most, LENGTH)
        drawn.append(Bar(WORDS, y, width, value, WORDS + width + 6, "start"))
        labels.append(Label(name, WORDS - 8, y + BAR - 4))
    about = "，".join(f"{name} {value} {unit}" for name, value in rows)
    return Drawing(
        key,
        title,
        about,
        WORDS + LENGTH + NUMBERS,
        len(rows) * LINE + 4,
        drawn,
        labels,
        WORDS,
    )


def pyramid(key, title, rows, *, sides=("男", "女"), unit="人"):
    """A Drawing of (name, left, right) rows about one axis, the first row lowest."""
    half = LENGTH // 2
    middle = WORDS + NUMBERS + half
    most = max((max(left, right) for _, left, right in rows), default=0) or 1
    head, drawn = LINE, []
    labels = [
        Label(sides[0], middle - half / 2, LINE - 8, "middle"),
        Label(sides[1], middle + half / 2, LINE - 8, "middle"),
    ]
    for number, (name, left, right) in enumerate(reversed(rows)):
        y = head + number * LINE + (LINE - BAR) / 2
        one, other = (_length(value, most, half) for value in (left, right))
        x = middle - one
        drawn.append(Bar(x, y, one, left, x - 6, "end", HUES[0]))
        drawn.append(Bar(middle, y, other, right, middle + other + 6, "start", HUES[1]))
        labels.append(Label(name, WORDS - 8, y + BAR - 4))
    about = "，".join(
        f"{name} {sides[0]} {left} {unit}、{sides[1]} {right} {unit}"
        for name, left, right in rows
    )
    width = WORDS + 2 * (NUMBERS + half)
    height = head + len(rows) * LINE + 4
    return Drawing(key, title, about, width, height, drawn, labels, middle)


def _length(value, most, room):
    return round(value * room / most, 1)
