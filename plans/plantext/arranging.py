"""The blocks of a plan as its prose and its calendars."""

import re

from plans.plantext.calendars import LONG, Calendar, Entry
from plans.plantext.headings import CALENDAR, heading_of
from plans.plantext.months import read_when
from plans.plantext.shapes import fold, mark_of

_MONTHLY = re.compile(
    r"月份?(?:工会|主要|重点|活动|工作)*(?:计划|安排|要点|行事历)\s*$"
)


def arranged(blocks, title):
    """The prose lines, the numbers of those that a calendar parts from the lines
    above, and the calendars. Items before the first month go to the calendar."""
    prose, parted, calendars = [], set(), []
    for place, block in enumerate(blocks):
        if isinstance(block, Calendar):
            calendars.append(block)
            continue
        following = blocks[place + 1] if place + 1 < len(blocks) else None
        lines, orphans = block.lines, []
        if following is not None and not calendars:
            lines, orphans = _orphans(block.lines)
        prose += lines
        parted |= {line.number for line in lines[:1] if calendars}
        if orphans:
            following.entries.insert(0, Entry(None, orphans[0].number, lines=orphans))
    if not calendars and (month := _month_of(title, prose)):
        return [], set(), [month]
    return prose, parted, calendars


def _orphans(lines):
    """Items between 活动安排： and the first month, or a calendar's torn beginning."""
    start = 0
    for place, line in enumerate(lines):
        heading = heading_of(line, "chinese")
        if heading:
            start = place + 1 if heading.kind == CALENDAR and not heading.rest else None
        if start is None:
            start = len(lines) + 1
    tail = lines[start:] if start <= len(lines) else []
    marks = [mark_of(line.shape) for line in tail]
    if not tail or not all(marks) or any(len(line.text) > 40 for line in tail):
        return lines, []
    if any(mark.style not in ("arabic", "bracket", "half") for mark in marks):
        return lines, []
    torn = start == 0 and marks[0].value > 1
    announced = start > 0
    return (lines[:start], tail) if torn or announced else (lines, [])


def _month_of(title, prose):
    """A list under 某校工会三月份工作安排 is that month's calendar."""
    title = fold(title)
    if not prose or not _MONTHLY.search(title):
        return None
    if any(not mark_of(line.shape) or len(line.text) > LONG for line in prose):
        return None
    starts = range(len(title) - 1, -1, -1)
    found = [read for start in starts if (read := read_when(title, start))]
    whens = [when for when, _ in found if when.kind == "month"]
    if not whens:
        return None
    when = max(whens, key=lambda when: len(when.months))
    return Calendar([Entry(when, prose[0].number, lines=prose)])
