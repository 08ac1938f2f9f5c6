"""A plan's lines as blocks: prose and calendars, each calendar month by month."""

import re
from dataclasses import dataclass, field, replace

from plans.plantext.candidates import LONG, month_heads
from plans.plantext.grids import grids_in
from plans.plantext.headings import heading_of, is_table_head
from plans.plantext.labels import is_label
from plans.plantext.monthheads import Head, wrong_head_of
from plans.plantext.months import When
from plans.plantext.shapes import Line, is_finished, mark_of
from plans.plantext.signature import ON_ONE_LINE
from plans.plantext.stacked import names_over
from plans.plantext.tables import calendar_of
from plans.plantext.weeks import week_heads
from plans.plantext.worktables import Works, works_of

OPENING = re.compile(
    r"以.{2,80}(?:为指导|为指针|为指南|为引领|为主线|为契机|精神|统领|思想|理论)|根据|按照|认真(?:学习|贯彻|落实)|为了?(?:深入|进一步|全面|更好|贯彻)"
    r"|(?:深入|全面)(?:学习|贯彻|落实)|坚持以|高举|紧紧?围绕|在.{2,40}(?:领导|指导|关心|支持)下|本(?:学年|学期|年度)"
    r"|(?:20[\dxX]{2}|[xX]{2})年.{0,20}(?:是|我)|(?:我|本)?[校园院].{0,4}工会.{0,12}(?:将|以|在)"
)
CLOSING = re.compile(
    r"\(?(?:总之|以上(?:计划|安排|工作|活动|内容)|在新的|(?:同志|老师|伙伴)们\s*[,!:]|我们(?:相信|将|坚信)|新的(?:一年|学期|学年)|备注|注\s*:|说明\s*:)"
)
_PLEDGE = re.compile(
    r"[,;].*(?:贡献|奋斗|努力|台阶|局面|篇章|辉煌|成绩|目标|发展|任务|力量|前进|精彩|明天)[。!]+$"
)
_SIGNED = re.compile(
    r".{0,20}(?:工会|委员会|学校|小学|中学|幼儿园|医院|学院|大学|支部|教研组|办公室)(?:\s*\(.{0,8}\)|\s+\d{4}\D.{0,12})?"
    r"|(?:[二2][\d〇0xX零一二三四五六七八九oO]{3}|[xX]{2,4})\s*[年.-]\s*[\dxX一二三四五六七八九十]{1,2}\s*[月.-]?\s*(?:[\dxX一二三四五六七八九十]{1,3}\s*日?)?"
)
_DOING = re.compile(
    r"组织|开展|召开|举[行办]|参[加观]|走访|慰问|配合|协助|迎接|成立|完善|整理"
)
_OFFICE = re.compile(r".{1,14}(?:[校园院局系]|小学|中学|总)工会(?:委员会)?")
_PERSON = re.compile(r"人|部门|地点|领导|对象|经费")

_NEAR = 10  # lines from one month to the next


@dataclass
class Entry:
    """One month's share: the heading, and the lines under it."""

    when: When | None
    line: int
    head: Head | None = None
    lines: list[Line] = field(default_factory=list)
    theme: str = ""
    is_row: bool = False
    wrong: str = ""  # 13月: what stands for the month and is none


@dataclass
class Prose:
    lines: list[Line] = field(default_factory=list)
    works: Works = field(default_factory=Works)


@dataclass
class Calendar:
    entries: list[Entry] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    left_out: list[tuple[int, str]] = field(default_factory=list)
    unsaid: list[tuple[int, str, str]] = field(default_factory=list)
    mixed: list[tuple[int, str]] = field(default_factory=list)
    skipped: list[int] = field(default_factory=list)
    leads: dict[int, str] = field(default_factory=dict)
    categories: dict[int, str] = field(default_factory=dict)


def blocks_of(lines):
    """Prose and Calendar blocks in turn, over the lines of one piece."""
    works, tables = _drawn(lines)
    rows = {
        i
        for drawn in (works, tables)
        for start, table in drawn.items()
        for i in range(start, table.stop)
    }
    others = {
        index: Entry(None, line.number, found[1], wrong=found[0])
        for index, line in enumerate(lines)
        if index not in rows and (found := wrong_head_of(line))
    }
    heads = month_heads(lines, rows, others)
    if any(table.is_whole for table in tables.values()):
        heads, others = {}, {}  # dated sentences beside it are prose
    elif not heads:
        others = {} if tables else _weekly(lines)
    walk = _Walk(lines, heads, rows, others)
    index = 0
    while index < len(lines):
        if index in works:
            walk.works(index, works[index])
            index = works[index].stop
        elif index in tables:
            walk.table(tables[index])
            index = tables[index].stop
        else:
            if lines[index].text:
                walk.line(index)
            index += 1
    return walk.blocks


def _weekly(lines):
    return {
        index: Entry(when, lines[index].number, head)
        for index, (when, head) in week_heads(lines).items()
    }


def _drawn(lines):
    """({first line: Works}, {first line: Table}) of all that is drawn as a table."""
    works, tables = {}, {}
    for grid in grids_in(lines):
        if work := works_of(grid):
            works[grid.start] = work
        elif table := calendar_of(grid):
            tables[grid.start] = table
    return works, tables


class _Walk:
    """Goes down the lines and knows whether it is inside a calendar."""

    def __init__(self, lines, heads, rows, others):
        self.lines, self.heads, self.others = lines, heads, others
        self.names = names_over(lines, heads)
        self.rows = rows
        self.blocks = [Prose()]
        self.section, self.depth = 0, 0
        self.signature = _signature(lines)

    @property
    def calendar(self):
        return self.blocks[-1] if isinstance(self.blocks[-1], Calendar) else None

    def _open(self):
        if self.calendar is None:
            self.blocks.append(Calendar())
        return self.blocks[-1]

    def table(self, table):
        calendar = self._open()
        calendar.skipped += table.skipped
        calendar.headings += table.headings
        calendar.left_out += table.left_out
        calendar.unsaid += table.unsaid
        calendar.leads |= table.leads
        calendar.categories |= table.categories
        for row in table.rows:
            calendar.entries.append(
                Entry(row.when, row.number, None, row.cells, row.theme, is_row=True)
            )

    def works(self, start, works):
        """Rows of works are prose: they end a calendar, and the section shows them."""
        if self.calendar is not None:
            self.blocks.append(Prose())
        prose = self.blocks[-1]
        prose.lines += [line for line in self.lines[start : works.stop] if line.text]
        prose.works.add(works)

    def line(self, index):
        line = self.lines[index]
        head = self.heads.get(index)
        if head:
            entry = Entry(head.when, line.number, head, theme=head.theme)
            self._open().entries.append(entry)
        elif index in self.others:
            self._open().entries.append(self.others[index])
        elif index in self.names:
            self._name(line, self.names[index])
        elif self.calendar is None:
            self._note_section(line)
            self.blocks[-1].lines.append(line)
        elif is_table_head(line.shape):
            self.calendar.headings.append(line.number)
        elif self._ends(index):
            self._note_section(line)
            self.blocks.append(Prose([line]))
        else:
            self.calendar.entries[-1].lines.append(line)

    def _name(self, line, name):
        """The name of a column whose cells stand in lines of their own."""
        calendar = self._open()
        calendar.headings.append(line.number)
        if _PERSON.search(name):
            calendar.mixed.append((line.number, name))

    def _note_section(self, line):
        self.depth = line.depth or self.depth
        mark = mark_of(line.shape)
        if mark and mark.style == "chinese":
            self.section = mark.value

    def _ends(self, index):
        line = self.lines[index]
        entry = self.calendar.entries[-1]
        if index >= self.signature or self._is_higher(line, entry):
            return True
        line = replace(line, depth=0)
        mark = mark_of(line.shape)
        if entry.is_row and mark is None and not self._row_follows(index):
            return True
        if mark is None and (is_label(line.shape) or self._is_group(index)):
            return False
        if mark and mark.style in ("chinese", "bracket chinese"):
            return self._is_section(line, mark, entry)
        heading = heading_of(line, None)
        if heading and (mark is None or heading.kind == "aim"):
            return True
        return mark is None and self._is_prose(line, entry)

    def _is_higher(self, line, entry):
        """A heading of Word or Markdown, unless it lies beneath that of the month, or
        where the month is none itself, beneath the one over the calendar."""
        above = (entry.head.line.depth if entry.head else 0) or self.depth
        return bool(line.depth) and (not above or line.depth <= above)

    def _row_follows(self, index):
        """Does a row stand under this line? Then it is a piece of a cell."""
        below = index + 1
        while below < len(self.lines) and not self.lines[below].text:
            below += 1
        return below in self.rows

    def _is_group(self, index):
        """重点工作： within a month, since another month follows soon."""
        heading = heading_of(self.lines[index], None)
        near = range(index + 1, index + _NEAR)
        entry = self.calendar.entries[-1]
        empty = not entry.lines and not _has_rest(entry)
        return (
            heading is not None
            and heading.kind == "work"
            and heading.rest is None
            and (empty or any(place in self.heads for place in near))
        )

    def _is_section(self, line, mark, entry):
        """四、工作要求 ends the calendar; 一、… under a month is its first item."""
        same = [
            other.value
            for item in entry.lines
            if (other := mark_of(item.shape)) and other.style == mark.style
        ]
        heading = heading_of(line, mark.style)
        if heading and heading.kind in ("aim", "calendar"):
            return True
        if same:
            return mark.value != same[-1] + 1
        empty = not entry.lines and not (entry.head and entry.head.rest.text)
        if mark.value == 1 and (
            empty or (entry.is_row is False and mark.style != "chinese")
        ):
            return False
        counted = mark.style == "chinese" and mark.value == self.section + 1
        return counted or bool(heading and heading.kind == "work") or not empty

    def _is_prose(self, line, entry):
        """A paragraph that opens another plan or closes this one."""
        if CLOSING.match(line.shape):
            return True
        if len(line.text) >= 25 and _PLEDGE.search(line.shape):
            return True
        if len(line.text) < 40 or (not entry.lines and not _has_rest(entry)):
            return False
        if OPENING.match(line.shape):
            return True
        numbered = any(mark_of(item.shape) for item in _with_rest(entry))
        last = entry.lines[-1] if entry.lines else None
        broken = (
            last is not None and not is_finished(last.shape) and len(last.text) > 25
        )
        return numbered and len(line.text) > 2 * LONG and not broken


def _has_rest(entry):
    return entry.is_row or bool(entry.head and entry.head.rest.text)


def _with_rest(entry):
    return [entry.head.rest, *entry.lines] if entry.head else entry.lines


def _signature(lines):
    """Where the closing lines begin: the office's name and the day."""
    start = len(lines)
    for index in range(len(lines) - 1, max(-1, len(lines) - 9), -1):
        line = lines[index]
        if not line.text:
            continue
        if start == len(lines) and ON_ONE_LINE.fullmatch(line.shape.strip()):
            return index
        if not _SIGNED.fullmatch(line.shape) or mark_of(line.shape):
            break
        if line.bullet or line.shape[-1] in "。;" or _DOING.match(line.shape):
            break
        start = index
    closing = [line.shape for line in lines[start:] if line.text]
    dated = any(shape[:1] in "二2xX" for shape in closing)
    named = any(_OFFICE.fullmatch(shape) for shape in closing)
    return start if dated or named else len(lines)
