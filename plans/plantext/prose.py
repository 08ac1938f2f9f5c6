"""The prose of a plan as sections: a heading, and the lines that stand under it."""

from dataclasses import dataclass, field

from plans.plantext.draft import Section
from plans.plantext.headings import CALENDAR, Heading, heading_of
from plans.plantext.shapes import Line, is_finished, mark_of


@dataclass
class Part:
    """A section in the making."""

    heading: Heading | None = None
    lines: list[Line] = field(default_factory=list)

    @property
    def kind(self):
        return self.heading.kind if self.heading else ""


def parts_of(lines, rows=frozenset(), parted=frozenset()):
    """Sections under 一、二、 (or （一） where there is no 一、) and known headings.

    `rows` are the numbers of lines that are rows of a table, and so no headings;
    `parted` those of lines that a calendar parts from the section above.
    """
    marks = [mark_of(line.shape) for line in lines]
    listed = _listed(lines, marks)
    listed |= {place for place, line in enumerate(lines) if line.number in rows}
    top = _top(marks, listed)
    parts = [Part()]
    for place, line in enumerate(lines):
        heading = None if place in listed else heading_of(line, top)
        if heading and _is_top(heading, top):
            parts.append(Part(heading, [heading.rest] if heading.rest else []))
        elif line.number in parted:
            parts.append(Part(None, [line]))
        else:
            parts[-1].lines.append(line)
    return [part for part in parts if part.heading or part.lines]


def _top(marks, listed):
    styles = [
        mark.style for place, mark in enumerate(marks) if mark and place not in listed
    ]
    return "chinese" if "chinese" in styles else "bracket chinese"


def _is_top(heading, top):
    """（二）工作目标 under 一、 is text of that section."""
    if heading.mark and heading.mark.style == "bracket chinese":
        return top == "bracket chinese"
    return True


def _listed(lines, marks):
    """Places of 一、…；二、…；三、… in a row: items of a list, not headings."""
    chinese = [p for p, mark in enumerate(marks) if mark and mark.style == "chinese"]
    runs = [[]]
    for place in chinese:
        if runs[-1] and marks[place].value != marks[runs[-1][-1]].value + 1:
            runs.append([])
        runs[-1].append(place)
    return {
        place
        for run in runs
        if len(run) >= 3 and run[-1] - run[0] == len(run) - 1
        if all(_is_item(lines[place]) for place in run)
        for place in run
    }


def _is_item(line):
    heading = heading_of(line, "chinese")
    return heading.kind == "other" and (len(line.text) >= 15 or is_finished(line.shape))


def section_of(part, rows=frozenset()):
    """The section to show; None for a bare heading of the calendar."""
    text = readable(part.lines, rows)
    if part.kind == CALENDAR and not text:
        return None
    return Section(part.heading.words if part.heading else "", text)


def readable(lines, rows=frozenset()):
    """Lines as paragraphs; sentences that a hard break has parted are put together."""
    paragraphs, last = [], None  # each paragraph a list of its fragments
    for line in lines:
        broken = (
            last is not None
            and len(last.text) >= 25
            and not is_finished(last.shape)
            and not mark_of(line.shape)
            and not line.bullet
            and not rows & {line.number, last.number}
        )
        if broken:
            paragraphs[-1].append(line.text)
        elif line.text:
            paragraphs.append([line.text])
        last = line
    return "\n".join(map("".join, paragraphs))
