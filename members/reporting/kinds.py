"""What every app tells in: to-dos, figures, moments; the day a year is counted."""

import datetime
from dataclasses import dataclass
from typing import NamedTuple

from django.utils import timezone


@dataclass(frozen=True)
class Todo:
    """Something waiting for the person, and the page where it is done."""

    title: str
    count: int
    url: str
    due: datetime.date | None = None
    detail: str = ""

    @property
    def is_late(self):
        return self.due is not None and self.due < timezone.localdate()


@dataclass(frozen=True)
class Figure:
    """A number of the year, and the records it counts."""

    label: str
    value: int | str
    url: str = ""
    unit: str = ""


@dataclass(frozen=True)
class Moment:
    """One line of a timeline."""

    on: datetime.date
    title: str
    url: str = ""
    app: str = ""


@dataclass(frozen=True)
class Stage:
    """One station of a way; `tone` is the class of the list item."""

    label: str
    tone: str


def stages(way, here):
    """The stations passed, the one now (`here`, from 0), those to come; none for what
    has left the way."""
    if here is None:
        return []
    return [
        Stage(label, "is-done" if n < here else "is-now" if n == here else "")
        for n, label in enumerate(way)
    ]


HITS = 8  # of a kind that quick find shows; apps give one more where there are more


class Hit(NamedTuple):
    """What quick find found: its name, its page, what it is, and what tells it apart."""

    label: str
    url: str
    kind: str = ""
    detail: str = ""


def last_day(year, today):
    """The day on which a year is counted: its last, or today while it runs."""
    return min(datetime.date(year, 12, 31), today)
