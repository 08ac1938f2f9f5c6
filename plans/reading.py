"""What the limited child process read out of a plan text, for the page of drafts."""

import re
from dataclasses import dataclass

from django.utils import timezone

from unionoffice import sandbox

PARSER = "plans.plantext.sandboxed:parse_bytes"
FATES = {
    "title": "标题",
    "heading": "标题",
    "section": "章节",
    "measure": "措施",
    "month": "月份",
    "activity": "活动",
    "warning": "待核对",
    "noise": "已略去",
}
YEAR = re.compile(r"20\d{2}")
SUMMER, SCHOOL_YEAR = (7, 8), 9  # a school year may be planned from the holidays on
PARTIAL = re.compile("学年|学期|半年")


@dataclass(frozen=True)
class Line:
    """One line of the source and what became of it."""

    number: int
    text: str
    fate: str
    is_doubtful: bool
    is_left: bool


@dataclass(frozen=True)
class Reading:
    """Plans found in a text, beside its lines."""

    plans: list
    lines: list

    @property
    def text(self):
        return "\n".join(line.text for line in self.lines)


def read(data):
    """Read bytes (a .txt or .docx file, or pasted text). Raises sandbox.Unreadable."""
    found = sandbox.run(PARSER, data)
    doubts = {w["line"] for plan in found["plans"] for w in plan["warnings"]}
    fates = {int(number): fate for number, fate in found["fate"].items()}
    lines = [
        _line(number, text, fates.get(number, ""), number in doubts)
        for number, text in enumerate(found["lines"], 1)
    ]
    return Reading(found["plans"], lines)


def _line(number, text, fate, is_doubtful):
    blank = not text.strip()
    return Line(
        number=number,
        text=text,
        fate="" if blank else FATES.get(fate, "未用上"),
        is_doubtful=is_doubtful or fate == "warning",
        is_left=not blank and fate in ("", "noise"),
    )


def guess_year(draft):
    """The year that the paper, its title or a section names, else the one to be
    planned now."""
    if span := draft.get("span"):
        return int(span[0][:4])
    texts = [draft["title"], *(one["heading"] for one in draft["sections"])]
    for text in texts:
        if found := YEAR.search(text):
            return int(found[0])
    today = timezone.localdate()
    return today.year + (today.month >= 11)


def guess_length(draft):
    """The months from the first to the last that the paper says; None where it does
    not."""
    if not (span := draft.get("span")):
        return None
    (year, month), (end, last) = (map(int, when.split("-")) for when in span)
    return (end - year) * 12 + last - month + 1


def guess_start(draft):
    """The month of the first dated activity where the plan goes into the next year or
    says that it is of a school year or half a year; else January. A paper that says its
    months needs no guess."""
    if span := draft.get("span"):
        return int(span[0][5:])
    dated = [
        one["months"] for one in draft["activities"] if 0 < len(one["months"]) < 12
    ]
    texts = [draft["title"], *(one["heading"] for one in draft["sections"])]
    goes_on = any(one["year_offset"] for one in draft["activities"])
    goes_on = goes_on or any(PARTIAL.search(text) for text in texts)
    first = dated[0][0] if dated else 1
    if any("学年" in text for text in texts):
        return first if first in SUMMER else SCHOOL_YEAR
    return first if goes_on else 1
