"""Calendars drawn as tables: 月份｜内容｜责任人."""

import re
from dataclasses import dataclass, field, replace

from plans.plantext.days import days_after
from plans.plantext.monthheads import DATED, WHOLE, head_of
from plans.plantext.months import When, read_when
from plans.plantext.shapes import Line, mark_of

_WHEN = re.compile(r"月|时间|日期|季度|周次")
_THEME = re.compile(r"主题")
_NAME = re.compile(r"名称")
_GROUP = re.compile(r"项目")
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


# The heading rows of our own papers: such a table lists all that is planned.
_WHO = re.compile(r"\s*(?:责任|负责)人员?\s*")
LISTED = (["月份", "内容", "负责人"], ["月份", "主题", "内容", "负责人"])
_CATEGORY = re.compile(r"\s*(?:活动)?类别\s*")


@dataclass
class Table:
    stop: int
    is_whole: bool = False
    leads: dict[int, str] = field(default_factory=dict)  # who answers, by line
    categories: dict[int, str] = field(default_factory=dict)  # what kind, by line
    headings: list[int] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    skipped: list[int] = field(default_factory=list)
    left_out: list[tuple[int, str]] = field(default_factory=list)
    unsaid: list[tuple[int, str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class Columns:
    when: int
    name: str
    what: list[int]
    theme: int | None
    left_out: list[int]
    more: dict[int, str]  # 活动内容 beside 活动名称: said in a warning with its words


def calendar_of(grid):
    """The calendar that a grid is, or None."""
    if table := _across(grid):
        return table
    grid = _beneath(grid)
    columns = _columns(grid.head, grid.body)
    if columns is None or not grid.body:
        return None
    table = Table(grid.stop, skipped=grid.skipped)
    kind = [p for p, name in enumerate(grid.names) if _CATEGORY.fullmatch(name)][:1]
    table.categories = _told(grid.body, kind[0]) if kind else {}
    names = [name.strip() for p, name in enumerate(grid.names) if p not in kind]
    table.is_whole = names in LISTED
    table.headings = [line.number for line in grid.titles]
    if grid.head_line:
        number = grid.head_line.number
        table.headings.append(number)
        if table.is_whole:
            table.leads = _told(grid.body, len(grid.names) - 1)
        else:
            who = [p for p in columns.left_out if _WHO.fullmatch(grid.head[p].shape)]
            table.leads = _told(grid.body, who[0]) if who else {}
            rest = [p for p in columns.left_out if p not in (*who[:1], *kind)]
            table.left_out = [(number, grid.head[p].text) for p in rest]
    _fill(table, grid.body, columns)
    return table if any(row.when for row in table.rows) else None


def _beneath(grid):
    """月份｜活动｜月份｜活动: what stands side by side, one beneath the other."""
    names = [name.strip() for name in grid.names]
    for width in range(2, len(names) // 2 + 1):
        if names != names[:width] * (len(names) // width) or not any(names):
            continue
        starts = range(0, len(names), width)
        body = [(line, row[s : s + width]) for s in starts for line, row in grid.body]
        body = [(line, row) for line, row in body if any(cell.text for cell in row)]
        return replace(grid, head=grid.head[:width], body=body)
    return grid


def _told(body, place):
    """{line: words} of a column, where it is filled."""
    return {
        line.number: cells[place].text
        for line, cells in body
        if place < len(cells) and cells[place].text
    }


def _across(grid):
    """Months side by side in the first row, their works beneath them."""
    rows = [(grid.head_line, grid.head)] if grid.head else []
    rows += grid.body
    if len(rows) < 2:
        return None
    (line, cells), *below = rows
    heads = {place: head_of(cell) for place, cell in enumerate(cells) if cell.text}
    whens = {place: h.when for place, h in heads.items() if h and h.strength == WHOLE}
    if len(whens) < 3 or len(whens) < len(heads) - 1:
        return None
    table = Table(grid.stop, headings=[line.number], skipped=grid.skipped)
    labels = [row[0] for _, row in below if 0 not in whens]
    table.left_out = [(c.number, c.text) for c in labels if _ASIDE.search(c.shape)]
    aside = {number for number, _ in table.left_out}
    for place, when in whens.items():
        works = [row[place] for _, row in below if place < len(row)]
        works = [cell for cell in works if cell.text and cell.number not in aside]
        table.rows += [Row(line.number, when, works)] if works else []
    return table


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
    works = what
    what, theme = _told_apart(names, what, theme)
    more = {p: names[p] for p in works if p not in what and p != theme}
    if not what and theme is not None:
        what, theme = [theme], None
    used = {theme, *what, *more}
    left_out = [p for p in rest if p not in used and p < len(head or []) and names[p]]
    left_out = [p for p in left_out if not re.search(r"序号|周次|^周$", names[p])]
    return Columns(when, names[when], what, theme, left_out, more) if what else None


def _told_apart(names, what, theme):
    """Of 活动名称 and 内容 the name is the title; 项目 and 内容 are theme and title."""
    titles = [p for p in what if _NAME.search(names[p])]
    groups = [p for p in what if _GROUP.search(names[p])]
    if titles:
        return titles[:1], theme
    if theme is None and groups and len(what) > 1:
        return [p for p in what if p != groups[0]], groups[0]
    return what, theme


def _when_column(head, body, width):
    """The column that holds months in most of its filled cells."""
    best, most = None, 0
    for place in range(width):
        cells = [cells[place] for _, cells in body if place < len(cells)]
        filled = [cell for cell in cells if cell.text]
        name = head[place].shape if head and place < len(head) else ""
        hits = sum(1 for cell in filled if cell_when(cell, name))
        if hits > most and hits * 2 >= len(filled):
            best, most = place, hits
    return best


def cell_when(cell, name):
    """The months of a cell (9 only in a column of months): 九月, 9.1-9.5, 第1周（9月1日）."""
    shape = cell.shape.strip()
    if head := head_of(cell):
        whens = [head.when, head.strength == DATED and _from_days(shape)]
        most = max(filter(None, whens), key=lambda when: len(when.months))
        return most if len(shape) <= 24 else None
    monthly = _WHEN.search(name) and "周" not in name
    bare = _BARE.fullmatch(shape) if monthly else None
    if bare:
        first, last = int(bare[1]), int(bare[2] or bare[1])
        span = tuple(
            (first + step - 1) % 12 + 1 for step in range((last - first) % 12 + 1)
        )
        return When(span)
    inner = shape.find("(")
    if inner >= 0 and (found := read_when(shape, inner + 1)):
        days = days_after(found[0], shape, found[1])
        return days[0] if days else found[0]
    return _from_days(shape) if _WHEN.search(name) or len(shape) <= 16 else None


def _from_days(shape):
    days = _NUMERIC.findall(shape)
    if not days:
        return None
    months = tuple(dict.fromkeys(int(month) for _, month in days))
    return When(months, year=int(days[0][0]) if days[0][0] else None)


def _fill(table, body, columns):
    when = None
    for line, cells in body:
        if over := _month_over(cells, columns):
            when = over
            table.headings.append(line.number)
            continue
        more = False  # 2、登山: a cell's second line, cut off by the copying
        cell = cells[columns.when] if columns.when < len(cells) else None
        if cell is not None and cell.text:
            found = cell_when(cell, columns.name)
            more = found is None and mark_of(cell.shape) is not None
            when = when if more else found
        what = [cells[p] for p in columns.what if p < len(cells) and cells[p].text]
        what = [cell] if more else what or _unnamed(cells, columns)
        if what and not more:
            table.unsaid += _unsaid(line.number, cells, columns, what)
        theme = ""
        if columns.theme is not None and columns.theme < len(cells):
            theme = cells[columns.theme].text
        table.rows.append(Row(line.number, when, what, theme))


def _month_over(cells, columns):
    """四月份 alone in a row, and in another column than the months': over its works."""
    filled = [place for place, cell in enumerate(cells) if cell.text]
    if len(filled) != 1 or filled[0] == columns.when:
        return None
    head = head_of(cells[filled[0]])
    return head.when if head and head.strength == WHOLE else None


def _unnamed(cells, columns):
    """Where the name of the activity is missing, its contents stand for it."""
    return [cells[p] for p in columns.more if p < len(cells) and cells[p].text][:1]


def _unsaid(number, cells, columns, what):
    return [
        (number, name, cells[place].text)
        for place, name in columns.more.items()
        if place < len(cells) and cells[place].text and cells[place] not in what
    ]
