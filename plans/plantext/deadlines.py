"""By when: 3月25日前, 6月;12月, 1、4季度, 年底前."""

import calendar
import re

from plans.plantext.months import NO_MONTH, read_when
from plans.plantext.shapes import chinese_number, fold

_START = re.compile(r"[\d一二三四五六七八九十元第上下全常长每年寒暑次翌明平日]")
_DAY = re.compile(r"\s*(?:(\d{1,2})|([一二三四五六七八九十]{1,3}))\s*[日号]")
_END = re.compile(r"\s*份?月?[底末]")
_NUMERIC = re.compile(
    r"(?:20\d\d\s*[-./])?\s*(1[0-2]|0?[1-9])\s*[-./]\s*(3[01]|[12]\d|0?[1-9])\s*日?(?:之?前)?"
)
_YEAR_MONTH = re.compile(r"20\d\d\s*[-./]\s*(1[0-2]|0?[1-9])(?:之?前)?")
_LONGEST = 200
_NO_LEAP = 2023


def read_deadline(text):
    """(months in order, MM-DD or None) of a deadline's words."""
    shape = fold(text)[:_LONGEST]
    if numeric := _numeric(shape.strip(" 。;,")):
        return numeric
    months, days, place = [], [], 0
    while start := _START.search(shape, place):
        found = read_when(shape, start.start())
        if found is None:
            wrong = NO_MONTH.match(shape, start.start())
            place = wrong.end() if wrong else start.end()
            continue
        when, place = found
        months += when.months
        day, place = _day(shape, place, when)
        days += [day] if day else []
    return tuple(dict.fromkeys(months)), days[0] if len(days) == 1 else None


def _numeric(shape):
    """6.30 and 2024-06-30 are days, 2024.6 is a month."""
    if found := _YEAR_MONTH.fullmatch(shape):
        return (int(found[1]),), None
    found = _NUMERIC.fullmatch(shape)
    if found is None:
        return None
    return (int(found[1]),), f"{int(found[1]):02}-{int(found[2]):02}"


def _day(shape, place, when):
    """The day after a month, if one is named: 25日, 底."""
    month = when.months[-1]
    if when.kind == "vague" and when.months == (12,):
        return "12-31", place
    last = calendar.monthrange(_NO_LEAP, month)[1]
    if end := _END.match(shape, place):
        return f"{month:02}-{last:02}", end.end()
    found = _DAY.match(shape, place)
    if not found:
        return None, place
    day = int(found[1]) if found[1] else chinese_number(found[2])
    if not day or not 1 <= day <= last + (month == 2):
        return None, found.end()
    return f"{month:02}-{day:02}", found.end()


_ONLY = re.compile(
    r"[\d一二三四五六七八九十元第上中下全常每年月份日号季度旬底末初周前之以至到和及与完成内、,;。.\s-]+"
)


def is_deadline(shape):
    """A line that is nothing but months and days."""
    return (
        len(shape) <= 40
        and bool(_ONLY.fullmatch(shape))
        and bool(read_deadline(shape)[0])
    )
