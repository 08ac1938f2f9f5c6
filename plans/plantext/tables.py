"""Rows and columns: 月份｜内容｜责任人 as tabs, bars or wide gaps."""

import re
from dataclasses import dataclass, field

from plans.plantext.headings import is_table_head
from plans.plantext.monthheads import head_of
from plans.plantext.months import When, read_when
from plans.plantext.shapes import Line, says_something

_CUTS = {
    "\t": re.compile(r"\t"),
    "|": re.compile(r"\|"),
    "  ": re.compile(r"\s{2,}|\t"),
}
_WHEN_HEAD = re.compile(
    r"(?:活动|计划|实施|开展|工作|完成)?\s*(?:月\s*份|时\s*间|日期|季度|周次|月|月度|时段)(?:安排)?"
)
_WHEN = re.compile(r"月|时间|日期|季度|周次")
_THEME = re.compile(r"主题")
_WHAT = re.compile(r"内容|活动|工作|项目|名称|任务|安排|措施")
_ASIDE = re.compile(
    r"责任|负责|部门|备注|参加|范围|对象|地点|分管|领导|经费|预算|完成|情况|要求|形式|类别|人"
)
_NUMERIC = re.compile(r"(?:(20\d\d)\s*[-./年]\s*)?(1[0-2]|0?[1-9])\s*[.月/]\s*\d{1,2}")
_BARE = re.compile(r"(1[0-2]|0?[1-9])(?:\s*-+\s*(1[0-2]|0?[1-9]))?")


@dataclass(frozen=True)
class Row:
    """A row of a calendar: its month and what is to be done then."""

    number: int
    when: When | None
    cells: list[Line]
    theme: str = ""


@dataclass
class Table:
    start: int
    stop: int = 0
    head: Line | None = None
    rows: list[Row] = field(default_factory=list)
    skipped: list[int] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


def tables_in(lines):
    """{index of the first line: Table} for every calendar drawn as a table."""
    found, place = {}, 0
    while place < len(lines):
        block = _block(lines, place)
        table = _calendar(lines, place, block) if block else None
        if table:
            found[place] = table
            place = table.stop
        else:
            place = block[1] if block else place + 1
    return found


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


@dataclass(frozen=True)
class Columns:
    when: int
    what: list[int]
    theme: int | None
    left_out: list[int]


def _calendar(lines, start, block):
    separator, end = block
    table = Table(start, end)
    grid = []
    for line in lines[start:end]:
        if says_something(line.text):
            grid.append((line, _cells(line, separator)))
        else:
            table.skipped.append(line.number)
    head, body = _head(grid)
    columns = _columns(head, body)
    if columns is None or not body:
        return None
    table.head = grid[0][0] if head else None
    table.left_out = [head[place].text for place in columns.left_out] if head else []
    _fill(table, body, columns)
    return table if any(row.when for row in table.rows) else None


def _head(grid):
    if len(grid) > 1:
        _, cells = grid[0]
        named = [cell.shape for cell in cells if cell.text]
        words = all(is_table_head(name + " 内容") for name in named)
        timed = any(_WHEN_HEAD.fullmatch(name) for name in named)
        if len(named) > 1 and (words or timed):
            return cells, grid[1:]
    return None, grid


def _columns(head, body):
    width = max((len(cells) for _, cells in body), default=0)
    when = _when_column(head, body, width)
    if when is None:
        return None
    names = [cell.shape for cell in head] if head else []
    names += [""] * (width - len(names))
    theme = next((p for p, name in enumerate(names) if _THEME.search(name)), None)
    rest = [p for p in range(width) if p not in (when, theme)]
    if head:
        what = [
            p for p in rest if _WHAT.search(names[p]) and not _ASIDE.search(names[p])
        ]
    else:
        what = [p for p in rest if p > when][:1]
    if not what and theme is not None:
        what, theme = [theme], None
    left_out = [p for p in rest if p not in what and p < len(head or []) and names[p]]
    left_out = [p for p in left_out if not re.search(r"序号|周次|^周$", names[p])]
    return Columns(when, what, theme, left_out) if what else None


def _when_column(head, body, width):
    """The column that holds months in most of its filled cells."""
    best, most = None, 0
    for place in range(width):
        cells = [cells[place] for _, cells in body if place < len(cells)]
        filled = [cell for cell in cells if cell.text]
        named = bool(head) and place < len(head) and _WHEN.search(head[place].shape)
        hits = sum(1 for cell in filled if cell_when(cell, bool(named)))
        if hits > most and hits * 2 >= len(filled):
            best, most = place, hits
    return best


def cell_when(cell, named):
    """The months of a cell: 九月, 9, 9.1-9.5, 第1周（9月1日—5日）."""
    shape = cell.shape.strip()
    if head := head_of(cell):
        return head.when if len(shape) <= 24 else None
    bare = _BARE.fullmatch(shape) if named else None
    if bare:
        first, last = int(bare[1]), int(bare[2] or bare[1])
        span = tuple(
            (first + step - 1) % 12 + 1 for step in range((last - first) % 12 + 1)
        )
        return When(span)
    inner = shape.find("(")
    if inner >= 0 and (found := read_when(shape, inner + 1)):
        return found[0]
    return _from_days(shape) if named or len(shape) <= 16 else None


def _from_days(shape):
    days = _NUMERIC.findall(shape)
    if not days:
        return None
    months = tuple(dict.fromkeys(int(month) for _, month in days))
    return When(months, year=int(days[0][0]) if days[0][0] else None)


def _fill(table, body, columns):
    when = None
    named = True
    for line, cells in body:
        cell = cells[columns.when] if columns.when < len(cells) else None
        if cell is not None and cell.text:
            when = cell_when(cell, named)
        what = [cells[p] for p in columns.what if p < len(cells) and cells[p].text]
        theme = ""
        if columns.theme is not None and columns.theme < len(cells):
            theme = cells[columns.theme].text
        table.rows.append(Row(line.number, when, what, theme))
