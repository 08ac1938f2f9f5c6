"""Months as the first day of each: counting, naming, placing drafts in real years."""

import datetime

WHOLE_YEAR = list(range(1, 13))


def plus(month, count):
    """The month `count` months later."""
    number = month.year * 12 + month.month - 1 + count
    return datetime.date(number // 12, number % 12 + 1, 1)


def run(first, count):
    """`count` months from `first` on."""
    return [plus(first, step) for step in range(count)]


def between(first, last):
    """How many months `last` comes after `first`."""
    return (last.year - first.year) * 12 + last.month - first.month


def name(month, year=None):
    """3月, or 2027年1月 where the year is another than `year`."""
    if year is None or month.year == year:
        return f"{month.month}月"
    return f"{month.year}年{month.month}月"


def span(first, last):
    """7–8月, 2026年12月–2027年1月 or 未定."""
    if first is None:
        return "未定"
    if first == last:
        return f"{first.year}年{first.month}月"
    if first.year == last.year:
        return f"{first.year}年{first.month}–{last.month}月"
    return f"{name(first, 0)}–{name(last, 0)}"


def place(numbers, year_offset, year, start_month):
    """First and last real month of a draft's month numbers, or (None, None).

    `year_offset` counts from the year of the plan's first month. A month that would
    lie before the plan begins is taken for the year after. 1 to 12 is all year, from
    the plan's first month on.
    """
    if not numbers:
        return None, None
    if list(numbers) == WHOLE_YEAR:
        start = datetime.date(year, start_month, 1)
        return start, plus(start, 11)
    first = datetime.date(year + year_offset, numbers[0], 1)
    if first < datetime.date(year, start_month, 1):
        first = plus(first, 12)
    last = first
    for number in numbers[1:]:
        last = plus(last, (number - last.month) % 12)
    return first, last


def choices(first, count):
    """(value, label) pairs for a select of real months."""
    return [
        (month.isoformat()[:7], f"{month.year}年{month.month}月")
        for month in run(first, count)
    ]


def read(text):
    """The month written 2026-03, or None."""
    try:
        return datetime.date.fromisoformat(f"{text}-01")
    except (TypeError, ValueError):
        return None
