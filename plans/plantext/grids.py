"""Rows and columns in a text: cells parted by tabs, bars or wide gaps."""

import re
from dataclasses import dataclass, field

from plans.plantext.headings import is_table_head
from plans.plantext.shapes import Line, says_something

_CUTS = {
    "\t": re.compile(r"\t"),
    "|": re.compile(r"\|"),
    "  ": re.compile(r"\s{2,}|\t"),
}
WHEN_HEAD = re.compile(
    r"(?:活动|计划|实施|开展|工作|完成)?\s*(?:月\s*份|时\s*间|日期|季度|周次|月|月度|时段)(?:安排)?"
)
_TITLES = 2  # rows of one cell that may stand above the heading row


@dataclass
class Grid:
    """Rows that belong together; `head` names the columns if the text does."""

    start: int
    stop: int
    titles: list[Line] = field(default_factory=list)
    head_line: Line | None = None
    head: list[Line] = field(default_factory=list)
    body: list[tuple[Line, list[Line]]] = field(default_factory=list)
    skipped: list[int] = field(default_factory=list)

    @property
    def names(self):
        return [cell.shape for cell in self.head]


def grids_in(lines):
    """Every stretch of rows, in order."""
    place = 0
    while place < len(lines):
        block = _block(lines, place)
        if block is None:
            place += 1
            continue
        separator, stop = block
        yield _grid(lines, place, stop, separator)
        place = stop


def _block(lines, start):
    """(separator, end) of the rows that begin here, or None."""
    shape = lines[start].shape
    if lines[start].lead and "\t" in shape:
        return "\t", _end(lines, start, "\t")
    for separator in ("\t", "|"):
        if shape.strip(" ").strip("|").count(separator):
            return separator, _end(lines, start, separator)
    if is_table_head(shape) and len(_CUTS["  "].split(shape.strip())) > 1:
        return "  ", _end(lines, start, "  ")
    return None


def _end(lines, start, separator):
    end = start
    while end < len(lines):
        line = lines[end]
        ruled = not says_something(line.text)
        inside = line.lead and separator == "\t"
        if not ruled and not inside and not _CUTS[separator].search(line.shape.strip()):
            break
        end += 1
    return end


def _cells(line, separator):
    shape = line.shape
    bounds = [0]
    for cut in _CUTS[separator].finditer(shape):
        bounds += [cut.start(), cut.end()]
    bounds.append(len(shape))
    cells = [line.part(*pair) for pair in zip(bounds[::2], bounds[1::2], strict=True)]
    if separator == "\t":
        cells = [line.part(0, 0)] * line.lead + cells
    if separator == "|":
        cells = cells[1:] if shape.startswith("|") else cells
        cells = cells[:-1] if cells and shape.endswith("|") else cells
    return cells


def _grid(lines, start, stop, separator):
    rows, skipped = [], []
    for line in lines[start:stop]:
        if says_something(line.text):
            rows.append((line, _cells(line, separator)))
        else:
            skipped.append(line.number)
    place = _head_place(rows)
    if place is None:
        return Grid(start, stop, body=rows, skipped=skipped)
    titles = [line for line, _ in rows[:place]]
    return Grid(start, stop, titles, *rows[place], rows[place + 1 :], skipped)


def _head_place(rows):
    """Where the heading row is: the first, or beneath a title over all columns."""
    for place, (_, cells) in enumerate(rows[: _TITLES + 1]):
        named = [cell.shape for cell in cells if cell.text]
        if len(named) > 1:
            return place if len(rows) > place + 1 and _is_head(named) else None
    return None


def _is_head(named):
    words = all(is_table_head(name + " 内容") for name in named)
    return words or any(WHEN_HEAD.fullmatch(name) for name in named)
