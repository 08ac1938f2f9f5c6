"""The blocks of a piece, put together as one plan or more."""

import re
from dataclasses import dataclass, field, replace

from plans.plantext.activities import Reading, read_calendar
from plans.plantext.arranging import arranged
from plans.plantext.brackets import read_list
from plans.plantext.calendars import OPENING, Calendar, Prose, blocks_of
from plans.plantext.cutting import is_title
from plans.plantext.draft import (
    HEADING,
    MEASURE,
    NOISE,
    SECTION,
    TITLE,
    WARNING,
    Doubt,
    PlanDraft,
)
from plans.plantext.headings import CALENDAR, kind_of
from plans.plantext.measures import Found, measures_of
from plans.plantext.prose import parts_of, section_of
from plans.plantext.shapes import mark_of
from plans.plantext.signature import SIGNED, signature_of
from plans.plantext.worktables import Works

NO_CALENDAR = "没有找到按月的安排，所以没有活动"
NOT_UNION = "这一篇看来不是工会的计划，请确认是否需要"
NOISY = "像是网页上的文字，没有收入计划：“{}”"
BEFORE = "不属于任何一篇计划，没有收入：“{}”"
BARE_ROW = "表格的这一行没有可用的内容"
COLUMN = "表格的“{}”一列没有收入活动，需要的话保存计划以后写进活动"
UNSAID = "“{}”没有收入活动的标题，请确认时补填：“{}”"
MIXED = "表格拆成了一行一格，“{}”一列可能混进了活动，请核对"
_UNION = re.compile(r"工会|教代会|职代会|职工|教工|会员|女工|退休")
_SHORT_PLAN = 300
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass
class Group:
    """Blocks of one plan."""

    title: str
    line: int
    blocks: list = field(default_factory=list)


def plans_of(piece, span=None):
    """(PlanDraft, fate of its lines) for each plan in a piece; of a `span` that the
    paper says, the first year is that of the months without one."""
    groups = _groups(piece)
    made = [_plan(group, span) for group in groups]
    if not made:
        return []
    first, fate = made[0]
    if piece.title:
        fate.setdefault(piece.title.number, TITLE)
    doubts = _left_out(piece, fate)
    made[0] = _with(first, doubts), fate
    return made


def _with(plan, doubts):
    warnings = sorted((*plan.warnings, *doubts), key=lambda doubt: doubt.line)
    return replace(plan, warnings=tuple(warnings))


def _left_out(piece, fate):
    """One warning for each line of the web page and of the foreword."""
    doubts = []
    for line in piece.noise:
        fate[line.number] = NOISE
        doubts.append(Doubt(line.number, NOISY.format(_short(line.text))))
    for line in piece.foreword:
        if (
            piece.title
            and line.text in piece.title.text
            and line.number != piece.title.number
        ):
            fate[line.number] = TITLE
            continue
        fate[line.number] = WARNING
        doubts.append(Doubt(line.number, BEFORE.format(_short(line.text))))
    return doubts


def _short(text):
    return text if len(text) <= 24 else text[:24] + "…"


def _groups(piece):
    """A new plan begins where prose of an opening kind follows a calendar."""
    title = piece.title.text if piece.title else ""
    group = Group(title, piece.title.number if piece.title else 1)
    groups, blocks = [group], blocks_of(piece.lines)
    for place, block in enumerate(blocks):
        had = any(isinstance(earlier, Calendar) for earlier in groups[-1].blocks)
        cut = _opening(block, blocks[place + 1 :]) if had else None
        if cut is None:
            groups[-1].blocks.append(block)
            continue
        name = cut or f"{title}（{len(groups) + 1}）"
        groups.append(Group(name, block.lines[0].number, [block]))
    return [group for group in groups if any(_says(block) for block in group.blocks)]


def _says(block):
    return bool(block.lines if isinstance(block, Prose) else block.entries)


def _opening(block, later):
    """The title, or "", of another plan that begins with the prose after a calendar."""
    if not isinstance(block, Prose) or not block.lines:
        return None
    lines = block.lines
    titled = is_title(lines[0]) and len(lines) > 1
    first = lines[1] if titled else lines[0]
    opens = (
        len(first.text) >= 40
        and OPENING.match(first.shape)
        and not mark_of(first.shape)
    )
    opens = opens or kind_of(re.sub(r"^一\s*[、.,:]\s*", "", first.shape)) == "aim"
    if not opens or (
        len(lines) < 3 and not any(isinstance(b, Calendar) for b in later)
    ):
        return None
    return lines[0].text if titled else ""


def _plan(group, span):
    prose, parted, calendars = arranged(group.blocks, group.title)
    signed = signature_of(prose)
    prose = [line for line in prose if line not in signed]
    fate = {line.number: NOISE for line in signed}
    works = _works(group.blocks)
    parts = parts_of(prose, works.rows, parted)
    sections = _sections(parts, works, fate)
    measures = _measures(parts, works, fate)
    reading = _activities(group, parts, calendars, span)
    fate |= reading.fate
    doubts = [*reading.doubts, *works.doubts]
    doubts += [Doubt(line.number, SIGNED.format(line.text)) for line in signed]
    if not reading.activities:
        doubts.append(Doubt(group.line, NO_CALENDAR))
    if not _is_of_union(group, prose, calendars):
        doubts.append(Doubt(group.line, NOT_UNION))
    _settle_rest(calendars, fate, doubts)
    doubts.sort(key=lambda doubt: doubt.line)
    plan = PlanDraft(
        group.title, sections, measures, tuple(reading.activities), tuple(doubts)
    )
    return plan, fate


def _works(blocks):
    """All tables of works in the plan."""
    works = Works()
    for block in blocks:
        if isinstance(block, Prose):
            works.add(block.works)
    return works


def _sections(parts, works, fate):
    sections = []
    for part in parts:
        if part.heading:
            fate[part.heading.line.number] = HEADING
        for line in part.lines:
            if not part.heading or line.number != part.heading.line.number:
                fate[line.number] = SECTION
        if _is_table_alone(part, works):
            continue
        told = replace(
            part, lines=[n for n in part.lines if n.number not in works.whole]
        )
        if section := section_of(told, works.rows):
            sections.append(section)
    return tuple(sections)


def _is_table_alone(part, works):
    """A heading over a table that its measures tell whole is no section besides."""
    said = {line.number for line in part.lines if line.text}
    return bool(part.heading and said and said <= works.whole)


def _measures(parts, works, fate):
    """Those of each section's words, then those of its tables.

    Where a table says 措施｜时限｜责任人 and no more, it lists all measures: the
    numbered items of the prose are no others.
    """
    measures = []
    for part in parts:
        rows = [line for line in part.lines if line.number in works.rows]
        part.lines = [line for line in part.lines if line.number not in works.rows]
        found = Found() if works.is_listing else measures_of(part)
        drawn = [line.number for line in rows if line.number in works.measures]
        measures += [*found.measures, *(works.measures[number] for number in drawn)]
        fate |= dict.fromkeys([*found.lines, *drawn], MEASURE)
    return tuple(measures)


def _activities(group, parts, calendars, span):
    """All calendars of the plan; those that go on with one another share the years."""
    headings = [part.heading.words for part in parts if part.heading]
    about = " ".join([group.title, *headings])
    titled = _YEAR.search(group.title)
    year = int(titled.group()) if titled else None
    year = span.first[0] if span else year
    whole = Reading()
    for entries in _runs(calendars):
        reading = read_calendar(entries, about=about, title_year=year)
        whole.activities += reading.activities
        whole.doubts += reading.doubts
        whole.fate |= reading.fate
    leads, categories = {}, {}
    for calendar in calendars:
        leads |= calendar.leads
        categories |= calendar.categories
    whole.activities = [
        replace(
            one,
            responsible=leads.get(one.line, one.responsible),
            category_name=categories.get(one.line, ""),
        )
        for one in whole.activities
    ]
    announced = [part for part in parts if part.kind == CALENDAR]
    return whole if calendars or not announced else read_list(announced[-1].lines)


def _runs(calendars):
    runs, seen = [], set()
    for calendar in calendars:
        months = {
            m for entry in calendar.entries if entry.when for m in entry.when.months
        }
        if runs and not months & seen:
            runs[-1] += calendar.entries
            seen |= months
        else:
            runs.append(list(calendar.entries))
            seen = months
    return runs


def _is_of_union(group, prose, calendars):
    words = [group.title, *(line.text for line in prose)]
    if sum(map(len, words)) < _SHORT_PLAN:
        return True
    words += [
        line.text for cal in calendars for entry in cal.entries for line in entry.lines
    ]
    return any(_UNION.search(text) for text in words)


def _settle_rest(calendars, fate, doubts):
    """Headings of tables, and rows that gave nothing: each has its word."""
    for calendar in calendars:
        for number in calendar.headings:
            fate.setdefault(number, HEADING)
        for number, name in calendar.left_out:
            doubts.append(Doubt(number, COLUMN.format(name)))
        for number, name, text in calendar.unsaid:
            doubts.append(Doubt(number, UNSAID.format(name, text)))
        for number, name in calendar.mixed:
            doubts.append(Doubt(number, MIXED.format(name)))
        for entry in calendar.entries:
            _settle_entry(entry, fate, doubts)


def _is_empty_row(entry):
    """第一学期 over the rows of its months is no row without words."""
    spans = entry.when is not None and entry.when.kind in ("half", "term")
    return entry.is_row and not spans and not any(line.text for line in entry.lines)


def _settle_entry(entry, fate, doubts):
    if _is_empty_row(entry):
        fate[entry.line] = WARNING
        doubts.append(Doubt(entry.line, BARE_ROW))
    for line in entry.lines:
        if line.number not in fate and line.text:
            fate[line.number] = WARNING
            doubts.append(Doubt(line.number, BEFORE.format(_short(line.text))))
