"""Weeks under a heading: 第一周 within a month is of that month, in a holiday of none."""

import re

from plans.plantext.draft import MONTH, Doubt
from plans.plantext.items import units_of
from plans.plantext.monthheads import COLON, Head
from plans.plantext.months import When
from plans.plantext.shapes import number_value
from plans.plantext.tables import cell_when

UNKNOWN_WEEK = "看不出“{}”是几月，请补上月份"
_WEEK = re.compile(
    r"(?P<name>第?\s*[一二三四五六七八九十\d]{1,3}\s*(?:周?\s*[-、,至]+\s*第?\s*[一二三四五六七八九十\d]{1,3}\s*)?周|[上中下]旬|[上下]半月)"
    r"(?:\s*\([^()]{0,24}\))?\s*(?P<end>:|$|\s)"
)


_COUNTED = re.compile(r"第\s*([一二三四五六七八九十]{1,3}|\d{1,2})")
_FEWEST = 3


def week_heads(lines):
    """{index: (When or None, Head)} of a calendar that knows weeks and no months:
    第1周（9月1日—5日）： and so on, counting up."""
    heads, last, longest = {}, 0, {}
    for index, line in enumerate(lines):
        found = _WEEK.match(line.shape)
        counted = found and _COUNTED.match(line.shape)
        value = number_value(counted.group(1)) if counted else None
        if not value or not found["name"].endswith("周"):
            continue
        if value <= last:
            heads = {}
        when = cell_when(line.part(0, found.start("end")), "日期")
        rest = line.part(found.end())
        heads[index], last = (when, Head(line, when or When(()), COLON, rest)), value
        longest = max(longest, heads, key=len)
    return longest if len(longest) >= _FEWEST else {}


def weeks_of(entry, units, reading):
    """[(months, units)] week by week; months None are those of the entry."""
    weeks = [(None, [])]
    for unit in units:
        found = None if unit.mark else _WEEK.match(unit.line.shape)
        if found is None:
            weeks[-1][1].append(unit)
            continue
        reading.fate[unit.line.number] = MONTH
        months = _months(entry, unit.line.part(0, found.start("end")), found["name"])
        if months == ():
            name = unit.line.part(0, found.end("name")).text
            reading.doubts.append(Doubt(unit.line.number, UNKNOWN_WEEK.format(name)))
        rest = unit.line.part(found.end())
        weeks.append((months, units_of(rest) if rest.text else []))
    return weeks


def _months(entry, head, name):
    """Its own days tell (第10周（11月4日）), else the heading, if that is plain."""
    if not entry.when or not name.endswith("周") or not _is_wide(entry):
        return None
    own = cell_when(head, "日期")
    return own.months if own else ()


def _is_wide(entry):
    """暑假期间, 全年: a week that follows need not lie in it. 每月第一周 does."""
    when = entry.when
    monthly = entry.head is not None and "月" in entry.head.named
    return when.is_holiday or (when.kind == "year" and not monthly)
