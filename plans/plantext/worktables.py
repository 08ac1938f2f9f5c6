"""Works drawn as a table: 工作任务｜完成时限｜责任人. Their rows are measures."""

import re
from dataclasses import dataclass, field

from plans.plantext.deadlines import read_deadline
from plans.plantext.draft import Doubt, Measure
from plans.plantext.shapes import title_from

NO_TIME = "没有读出“{}”是几月，请补上时限"
NO_WORK = "表格的这一行没有写明做什么，没有收入措施"
NOBODY = "这一行没有写责任人，如与上一行相同请补上"
LISTED = ["措施", "时限", "责任人"]  # the heading row of our own papers
_DUE = re.compile(r"时限|期限|完成时间|完成日期|时间节点|完成时段")
_MONTHS = re.compile(r"月\s*份|月|季度|周次")
_WHO = re.compile(r"责任|负责|牵头|承办|主管|完成人")
_WHAT = (
    re.compile(r"措施|举措"),
    re.compile(r"任务|工作内容|内容|事项|要点"),
    re.compile(r"项目|工作|名称"),
)
_EVENTS = re.compile(r"活动")


@dataclass
class Works:
    """Measures by the number of the row that they stand in."""

    stop: int = 0
    measures: dict[int, Measure] = field(default_factory=dict)
    rows: set[int] = field(default_factory=set)
    is_listing: bool = False  # a table of our own papers: all measures are in it
    whole: set[int] = field(default_factory=set)  # its rows that say no more
    doubts: list[Doubt] = field(default_factory=list)

    def add(self, other):
        self.measures |= other.measures
        self.rows |= other.rows
        self.is_listing |= other.is_listing
        self.whole |= other.whole
        self.doubts += other.doubts


@dataclass(frozen=True)
class _Columns:
    what: list[int]
    due: int
    who: int | None


def works_of(grid):
    """The works that a grid lists, or None where it is no such table."""
    columns = _columns(grid.names)
    if columns is None:
        return None
    works = Works(grid.stop)
    works.rows = {line.number for line in (*grid.titles, grid.head_line)}
    above = ""
    for line, cells in grid.body:
        works.rows.add(line.number)
        measure = _measure(works, line.number, cells, columns)
        if measure is None:
            continue
        works.measures[line.number] = measure
        if above and not measure.responsible:
            works.doubts.append(Doubt(line.number, NOBODY))
        above = measure.responsible
    if [name.strip() for name in grid.names] == LISTED:
        lost = {doubt.line for doubt in works.doubts if doubt.message != NOBODY}
        works.is_listing, works.whole = True, works.rows - lost
    return works


def _columns(names):
    """A column of deadlines makes works of the rows, a column of months a calendar."""
    due = _place(names, _DUE)
    if due is None:
        return None
    other = [name for place, name in enumerate(names) if place != due]
    if any(_MONTHS.fullmatch(name) or _EVENTS.search(name) for name in other):
        return None
    who = _place(names, _WHO)
    what = [_place(names, pattern, (due, who)) for pattern in _WHAT]
    what = [place for place in what if place is not None]
    return _Columns(what, due, who) if what else None


def _place(names, pattern, taken=()):
    places = (p for p, name in enumerate(names) if p not in taken)
    return next((p for p in places if pattern.search(names[p])), None)


def _measure(works, number, cells, columns):
    what = next(filter(None, (_words(cells, place) for place in columns.what)), "")
    if not what:
        works.doubts.append(Doubt(number, NO_WORK))
        return None
    when = _words(cells, columns.due)
    months, due = read_deadline(when)
    if when and not months:
        works.doubts.append(Doubt(number, NO_TIME.format(when[:20])))
    return Measure(what, months, due, _words(cells, columns.who))


def _words(cells, place):
    if place is None or place >= len(cells):
        return ""
    return title_from(cells[place].text)
