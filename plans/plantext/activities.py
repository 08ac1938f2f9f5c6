"""A calendar's entries as activities: months, theme, year, and the doubts on the way."""

import re
from dataclasses import dataclass, field

from plans.plantext.draft import ACTIVITY, MONTH, Activity, Doubt
from plans.plantext.items import items_of, units_of
from plans.plantext.labels import without_labels
from plans.plantext.monthheads import LOOSE, without_days
from plans.plantext.shapes import fold, is_finished, title_from
from plans.plantext.weeks import weeks_of
from plans.plantext.years import years_of

LOST = "这一条前面的月份标题可能丢了，请补上月份"
NO_MONTH = "这一行没有月份，请补上月份"
WRONG_MONTH = "没有“{}”这个月，请改正月份"
EMPTY = "“{}”下面没有条目"
GAP = "编号从 {} 开始，前面可能缺了条目"
_THEME = re.compile(r"(?:本月|活动|月度|教育|工作)?主题(?:活动)?\s*:\s*")
_DOING = re.compile(
    r"组织|开展|召开|举行|举办|庆祝|慰问|参加|配合|协助|做好|完成|工作|活动|比赛|会议|培训|制定|制订|慰问|体检"
    r"|检查|总结|评选|座谈|联欢|征集|收集|整理|运动会|节"
)
_QUOTED = {"“": "”", "《": "》", "（": "）", "(": ")", "【": "】", "「": "」", '"': '"'}


@dataclass
class Reading:
    """What a plan's calendars gave."""

    activities: list[Activity] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    fate: dict[int, str] = field(default_factory=dict)


def read_calendar(entries, *, about="", title_year=None):
    """Activities of one calendar, its months in the order of the text."""
    reading = Reading()
    dated = [entry for entry in entries if entry.when]
    years = years_of(
        [entry.when for entry in dated], about=about, title_year=title_year
    )
    offsets = {id(e): offset for e, offset in zip(dated, years.offsets, strict=True)}
    if years.doubt:
        reading.doubts.append(Doubt(dated[years.at].line, years.doubt))
    last = 0
    for place, entry in enumerate(entries):
        following = entries[place + 1] if place + 1 < len(entries) else None
        last = _read(reading, entry, offsets.get(id(entry), 0), last, following)
    return reading


def _read(reading, entry, offset, last, following):
    """One month; gives the last number used, since some plans count through the year."""
    reading.fate[entry.line] = MONTH
    theme, units = _theme(entry, reading)
    units = without_days(units, entry.when)
    weeks = weeks_of(entry, units, reading)
    items = [(months, item) for months, week in weeks for item in items_of(week)]
    items = _said(items, reading)
    _doubts(reading, entry, [item for _, item in items], last, following, offset)
    head = entry.when.months if entry.when else ()
    for own, item in items:
        months = () if item.lost else head if own is None else own
        for number in item.lines[1:]:
            reading.fate[number] = ACTIVITY
        reading.fate[item.lines[0]] = ACTIVITY
        reading.activities.append(
            Activity(
                item.title,
                tuple(months),
                offset if months else 0,
                theme or item.theme,
                item.lines[0],
            )
        )
    numbers = [item.mark.value for _, item in items if item.mark]
    return numbers[-1] if numbers else last


_NOTHING = ("无", "暂无", "空")


def _said(items, reading):
    """二月：无 says that there is nothing."""
    for _, item in items:
        if item.title in _NOTHING:
            reading.fate[item.lines[0]] = MONTH
    return [pair for pair in items if pair[1].title not in _NOTHING]


def _doubts(reading, entry, items, last, following, offset):
    add = reading.doubts.append
    group = _is_group(entry, following)
    if entry.when and entry.when.note and (items or not group):
        add(Doubt(entry.line, _noted(entry.when.note, offset)))
    if entry.wrong:
        add(Doubt(entry.line, WRONG_MONTH.format(entry.wrong)))
    elif not entry.when and items:
        add(Doubt(entry.line, NO_MONTH))
    if not items and not (entry.is_row or entry.wrong or group):
        name = entry.head.line.text if entry.head else ""
        add(Doubt(entry.line, EMPTY.format(title_from(name)[:20])))
    first = next((item.mark for item in items if item.mark), None)
    if first and first.value > 1 and first.value != last + 1 and entry.when:
        add(Doubt(items[0].lines[0], GAP.format(first.value)))
    for item in items:
        if item.lost:
            add(Doubt(item.lines[0], LOST))


def _noted(note, offset):
    """“寒假”按1、2月记: of the next year where it comes last."""
    return note.replace("按", "按次年", 1) if offset and "学期" not in note else note


def _is_group(entry, following):
    """上学期： with months beneath it needs no items of its own."""
    return (
        following is not None
        and entry.when is not None
        and following.when is not None
        and set(following.when.months) <= set(entry.when.months)
    )


def _theme(entry, reading):
    """(theme, units of items): 2月新学期新面貌 over items is February's theme."""
    lines, theme = list(entry.lines), _unlabelled(entry.theme)
    if lines and not entry.is_row and (label := _THEME.match(lines[0].shape)):
        theme = _unlabelled(title_from(lines[0].text))
        reading.fate[lines[0].number] = MONTH
        lines = lines[1:]
    lines = lines if entry.is_row else without_labels(lines, reading)
    below = [unit for line in lines for unit in units_of(line)]
    rest = entry.head.rest if entry.head and entry.head.rest.text else None
    if rest is None:
        return theme, below
    label = _THEME.match(rest.shape)
    units = units_of(rest.part(label.end()) if label else rest)
    if label or _is_theme(entry, units, below):
        return _unquoted(title_from(units[0].line.text)), [*units[1:], *below]
    return theme, [*units, *below]


def _is_theme(entry, units, below):
    first = units[0]
    if first.mark or len(first.line.text) > 25 or is_finished(first.line.shape):
        return False
    below = units[1:] or below
    if not below:
        return False
    if below[0].mark:
        return below[0].mark.value == 1
    if not entry.head.line.bullet and all(unit.line.bullet for unit in below):
        return True
    return entry.head.strength == LOOSE and not _DOING.search(first.line.shape)


def _unlabelled(text):
    label = _THEME.match(fold(text))
    return _unquoted(text[label.end() :] if label else text)


def _unquoted(text):
    text = text.strip()
    if len(text) > 2 and _QUOTED.get(text[0]) == text[-1] and text.count(text[0]) == 1:
        return text[1:-1].strip()
    return text
