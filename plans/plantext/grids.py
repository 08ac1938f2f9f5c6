"""Rows and columns in a text: cells parted by tabs, bars or wide gaps."""

import re
from dataclasses import dataclass, field

from plans.plantext.headings import is_table_head
from plans.plantext.shapes import Line, says_something
from plans.plantext.stacked import stacked

_CUTS = {
    "\t": re.compile(r"\t"),
    "|": re.compile(r"\|"),
    "  ": re.compile(r"\s{2,}|\t"),
    " ": re.compile(r"\s+"),
    ",": re.compile(r","),
}
WHEN_HEAD = re.compile(
    r"(?:活动|计划|实施|开展|工作|完成)?\s*(?:月\s*份|时\s*间|日期|季度|周次|月|月度|时段)(?:安排)?"
)
_WORKS = re.compile(r"内容|活动|工作|项目|安排|任务")
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
        grid = _grid_at(lines, place)
        if grid:
            yield grid
        place = grid.stop if grid else place + 1


def _grid_at(lines, place):
    if block := _block(lines, place):
        separator, stop = block
        return _grid(lines, place, stop, separator)
    found = stacked(lines, place) if lines[place].text else None
    return _unstacked(place, *found) if found else None


def _unstacked(start, head, rows, stop):
    """Rows again; where a cell had several lines, a row for each of them."""
    grid = Grid(start, stop, head[1:], head[0], head)
    empty = head[0].part(0, 0)
    for columns in rows:
        deepest = max(map(len, columns))
        for depth in range(deepest):
            cells = [
                column[depth] if depth < len(column) else empty for column in columns
            ]
            grid.body.append((next(cell for cell in cells if cell.text), cells))
        grid.titles += [column[0] for column in columns]
    return grid


def _block(lines, start):
    """(separator, end) of the rows that begin here, or None."""
    shape = lines[start].shape
    if lines[start].lead and "\t" in shape:
        return "\t", _end(lines, start, "\t")
    for separator in ("\t", "|"):
        if shape.strip(" ").strip("|").count(separator):
            return separator, _end(lines, start, separator)
    if is_table_head(shape):
        for separator in ("  ", " ", ","):
            if len(_CUTS[separator].split(shape.strip())) > 1:
                return separator, _end(lines, start, separator)
    return None


def _end(lines, start, separator):
    end = start
    while end < len(lines):
        line = lines[end]
        ruled = not says_something(line.text)
        inside = separator == "\t" and (
            line.lead or _is_cell(lines, end) or _is_first_cell(lines[start], line)
        )
        if not ruled and not inside and not _CUTS[separator].search(line.shape.strip()):
            break
        end += 1
    return end


def _is_cell(lines, place):
    """A row of one cell, in the midst of rows: the others are empty."""
    below = lines[place + 1] if place + 1 < len(lines) else None
    return bool(lines[place].tail and below and "\t" in below.shape)


def _is_first_cell(head, line):
    """A row whose other cells are empty: as many tabs behind it as in the head."""
    return 0 < line.tail == head.shape.count("\t")


def _cells(line, separator, names=()):
    shape = line.shape
    bounds = [0]
    for cut in _CUTS[separator].finditer(shape):
        bounds += [cut.start(), cut.end()]
    bounds.append(len(shape))
    pairs = list(zip(bounds[::2], bounds[1::2], strict=True))
    if separator in " ,":
        pairs = _narrowed(pairs, names)
    cells = [line.part(*pair) for pair in pairs]
    if separator == "\t":
        cells = [line.part(0, 0)] * line.lead + cells
    return cells


def _unframed(rows):
    """Bars around the whole table are no cells; a bar before a row is an empty one."""
    lines = [line.shape for line, _ in rows]
    first = int(all(shape.startswith("|") for shape in lines))
    last = int(all(shape.endswith("|") for shape in lines))
    return [(line, cells[first : len(cells) - last]) for line, cells in rows]


def _narrowed(pairs, names):
    """Single blanks and commas part words as well: the surplus belongs to the column of works."""
    surplus = len(pairs) - len(names)
    what = [place for place, name in enumerate(names) if _WORKS.search(name)]
    if surplus <= 0 or not what:
        return pairs
    first, last = what[-1], what[-1] + surplus
    return [*pairs[:first], (pairs[first][0], pairs[last][1]), *pairs[last + 1 :]]


def _grid(lines, start, stop, separator):
    rows, skipped, names = [], [], _CUTS[separator].split(lines[start].shape)
    for line in lines[start:stop]:
        if says_something(line.text):
            rows.append((line, _cells(line, separator, names)))
        else:
            skipped.append(line.number)
    rows = _unframed(rows) if separator == "|" else rows
    place = _head_place(rows)
    if place is None:
        return Grid(start, stop, body=rows, skipped=skipped)
    head_line, head = rows[place]
    titles = [line for line, _ in rows[:place]]
    again = [line for line, _ in rows[place + 1 :] if line.shape == head_line.shape]
    body = [row for row in rows[place + 1 :] if row[0].shape != head_line.shape]
    return Grid(start, stop, [*titles, *again], head_line, head, body, skipped)


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
