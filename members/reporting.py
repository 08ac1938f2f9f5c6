"""What pages and the year's end tell: to-dos, figures, moments, sheets."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True)
class Todo:
    """Something waiting for the person, and the page where it is done."""

    title: str
    count: int
    url: str
    due: datetime.date | None = None
    detail: str = ""


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


def todo(user, today):
    return []


def figures(year, user):
    return []


def year_sheets(year):
    return []


def timeline(member, user):
    return []


def search(words, user):
    return []
