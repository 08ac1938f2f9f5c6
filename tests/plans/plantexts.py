"""Short plan texts of our own, and what the parser makes of them."""

from textwrap import dedent

from plans.plantext import draft_of


def lines(text):
    return dedent(text).strip("\n").split("\n")


def plans(text):
    return draft_of(lines(text)).plans


def plan(text):
    """The only plan of a text."""
    (only,) = plans(text)
    return only


def dated(text):
    """(months, title) of each activity of the only plan."""
    return [(list(one.months), one.title) for one in plan(text).activities]


def titles(text):
    return [one.title for one in plan(text).activities]


def months(text):
    return [list(one.months) for one in plan(text).activities]


def messages(text):
    return [one.message for one in plan(text).warnings]
