"""A list whose items carry their months themselves: 组织春游（4月）, 春游——4月."""

import re

from plans.plantext.activities import NO_MONTH, Reading
from plans.plantext.deadlines import is_deadline, read_deadline
from plans.plantext.draft import ACTIVITY, Activity, Doubt
from plans.plantext.items import prose_units
from plans.plantext.shapes import title_from

_BRACKET = re.compile(r"\s*\(([^()]{1,24})\)[。;,.\s]*$")
_BEHIND = re.compile(r"(?:\s*-{2,}\s*|\s+|\s*[:,]\s*)([^-\s:,。;]{2,14})[。;.\s]*$")


def read_list(lines):
    """Activities of a list under 活动安排, if most of its items name their months."""
    units = [unit for unit in prose_units(lines) if unit.mark]
    read = [(unit, *_split(unit.line)) for unit in units]
    dated = [months for _, _, months in read if months]
    reading = Reading()
    if len(dated) < 2 or 2 * len(dated) < len(units):
        return reading
    for unit, title, months in read:
        number = unit.line.number
        reading.activities.append(Activity(title, months, 0, "", number))
        reading.fate[number] = ACTIVITY
        if not months:
            reading.doubts.append(Doubt(number, NO_MONTH))
    return reading


def _split(line):
    """(title, months): what stands at the end, if it names months."""
    bracket = _BRACKET.search(line.shape)
    behind = None if bracket else _BEHIND.search(line.shape)
    found = behind if behind and is_deadline(behind.group(1)) else bracket
    months = read_deadline(found.group(1))[0] if found else ()
    title = line.text[: found.start()] if months else line.text
    return title_from(title), months
