"""The lines under one month, cut into items: by number, by line, by sentence."""

import itertools
import re
from dataclasses import dataclass

from plans.plantext.shapes import (
    Line,
    Mark,
    is_finished,
    mark_of,
    number_value,
    shelter,
    title_from,
)

_LEVEL = {
    "chinese": 0, "bracket chinese": 1, "arabic": 2, "lost": 2, "half": 3, "bracket": 3,
    "circled": 4, "letter": 4,
}  # fmt: skip
_CHINESE = "一二三四五六七八九十"
_INLINE = {
    "arabic": re.compile(
        r"(?<![\d.第(/、:-])(\d{1,3})\s*(?:[、□]|[.,](?!\d)|[.,](?=\d{4}年|\d{1,2}月|\d{1,2}-+\d{1,2}(?!\d)|\d年级)|(。))"
    ),
    "chinese": re.compile(rf"(?<=[。;,.!\s”)])([{_CHINESE}]{{1,3}})[、.]"),
    "bracket chinese": re.compile(
        rf"(?<=[。;,.!\s”:])\(([{_CHINESE}]{{1,3}})\)\s*[、.]?"
    ),
    "bracket": re.compile(r"\((\d{1,2})\)\s*[、.]?|([⑴-⒇])"),
    "half": re.compile(r"(?<![\d(])(\d{1,2})\)\s*[、.]?"),
    "circled": re.compile(r"\(?([①-⑳])\s*[、.)]?"),
    "letter": re.compile(r"(?<=[。;,.!\s”])([a-zA-Z])[).]"),
}
_LOST = re.compile(r"(?<=[。;])\s*、")
_COUNTED = re.compile(
    r"\d{1,3}(?=年级|班|号|组|名|人|个|位|等|次|期|届|条|楼|岁)|\d{1,3}[、.]"
)


@dataclass
class Item:
    """One activity to be: its words, its lines, and whether its month is lost."""

    words: list[str]
    lines: list[int]
    mark: Mark | None = None
    lost: bool = False
    theme: str = ""
    open_end: bool = False

    @property
    def title(self):
        return title_from("".join(self.words))


@dataclass(frozen=True)
class Unit:
    """A stretch of one line with the number that stands before it, if any."""

    mark: Mark | None
    line: Line
    numbered: str = ""


def units_of(line):
    """A line cut where the numbers in it count on (1、…2、…3、…)."""
    mark = mark_of(line.shape)
    if mark is None:
        return _led(line)
    cuts = _lost_cuts(line.shape) if mark.style == "lost" else _cuts(line.shape, mark)
    return _cut(line, [(0, mark.end, mark), *cuts])


def prose_units(lines):
    """The same for prose: a number counts after a sentence only, over lines too."""
    last = None
    for line in lines:
        mark = mark_of(line.shape)
        before = mark or last
        cuts = _cuts(line.shape, before, mark, strict=True) if before else []
        units = _cut(line, [(0, mark.end if mark else 0, mark), *cuts])
        numbered = [unit.mark for unit in units if unit.mark]
        last = numbered[-1] if numbered else last
        yield from units


def _cut(line, places):
    ends = [start for start, _, _ in places[1:]] + [len(line.text)]
    return [
        Unit(mark, line.part(words, end), line.text[start:end].strip())
        for (start, words, mark), end in zip(places, ends, strict=True)
    ]


_FIRST_INSIDE = re.compile(r"(?<=[:。;,\s])(?:1\s*[、.](?!\d)|\(1\)|①|⑴)")


def _led(line):
    """Words without a number, after which a list may begin (主题：1、…2、…)."""
    found = _FIRST_INSIDE.search(line.shape)
    if not found:
        return [Unit(None, line)]
    tail = line.part(found.start())
    units = units_of(tail) if mark_of(tail.shape) else []
    if len(units) < 2:
        return [Unit(None, line)]
    return [Unit(None, line.part(0, found.start())), *units]


_NONE = Mark("", 0, 0)


def _cuts(shape, before, mark=_NONE, *, strict=False):
    """Places where the number after `before` stands, in the same style."""
    if before.style == "lost":
        return []
    start = before.end if mark is _NONE or mark else 0
    dotted = shape[:start].rstrip().endswith("。")
    cuts, expected, inside = [], before.value + 1, None
    for found in _INLINE[before.style].finditer(shape, start):
        value = number_value(next(filter(None, found.groups())))
        if value != expected or not _is_cut(shape, found, dotted, strict):
            continue
        inside = inside or shelter(shape)
        bracketed = found.group().startswith("(")
        if inside[found.start()] and not bracketed:
            continue
        cuts.append(
            (found.start(), found.end(), Mark(before.style, value, found.end()))
        )
        expected += 1
    return cuts


def _is_cut(shape, found, dotted, strict):
    """2、3年级 is no second item; 2。 is one only where 1。 was the first."""
    if shape[found.end() - 1] == "。" and not dotted:
        return False
    if strict and not is_finished(shape[max(found.start() - 3, 0) : found.start()]):
        return False
    counted = _COUNTED.match(shape, found.end())
    things = int(re.match(r"\d+", counted.group()).group()) if counted else None
    value = number_value(next(filter(None, found.groups())))
    return things is None or things != value + 1


def _lost_cuts(shape):
    cuts = [
        (found.end() - 1, found.end(), Mark("lost", 0, found.end()))
        for found in _LOST.finditer(shape)
    ]
    if cuts or "。" in shape.rstrip("。;"):
        return cuts
    inside = shelter(shape)
    places = [place for place, letter in enumerate(shape) if letter == "、" and place]
    return [(p, p + 1, Mark("lost", 0, p + 1)) for p in places if not inside[p]]


def items_of(units):
    """The items of a month, in order, from the units of its lines."""
    if any(unit.mark for unit in units):
        return _numbered(units)
    return _plain(units)


def _numbered(units):
    items, theme, led = [], "", []
    top = next(_LEVEL[unit.mark.style] for unit in units if unit.mark)
    for place, unit in enumerate(units):
        following = units[place + 1] if place + 1 < len(units) else None
        level = _LEVEL[unit.mark.style] if unit.mark else None
        if _is_subheading(unit, following):
            theme, top, led = title_from(unit.line.text), 2, [unit.line.number]
        elif items and _goes_on(items[-1], unit, level, top, following):
            _join(items[-1], unit)
        else:
            items.append(_item(unit, theme, led))
            led = []
    items = [item for item in items if item.title]
    _mark_lost(items)
    return items


def _item(unit, theme, led):
    return Item(
        [unit.line.text],
        [unit.line.number, *led],
        unit.mark,
        theme=theme,
        open_end=not is_finished(unit.line.shape),
    )


_WRAPPED = 15  # a shorter line was not broken by the edge of the page


def _is_subheading(unit, following):
    """（一）民主管理 or 重点工作： with 1、2、 beneath it groups items and is none."""
    if not (following and following.mark):
        return False
    if unit.mark is None:
        short = len(unit.line.text) <= _WRAPPED and unit.line.shape.endswith(":")
        return (short or bool(unit.line.depth)) and following.mark.value == 1
    return (
        unit.mark.style in ("chinese", "bracket chinese")
        and (following.mark.style, following.mark.value) == ("arabic", 1)
        and len(unit.line.text) <= 25
    )


def _goes_on(last, unit, level, top, following):
    if level is not None:
        return level > top
    if not last.title:
        return True
    if not last.open_end or unit.line.bullet or last.mark is None:
        return False
    if len(last.words[-1]) < _WRAPPED and not _explains(unit.line):
        return False
    skipped = (
        following and following.mark and following.mark.value == last.mark.value + 2
    )
    return not skipped


def _explains(line):
    """A whole sentence under a short number: what is meant by it."""
    return len(line.text) > _WRAPPED and is_finished(line.shape)


def _join(item, unit):
    text, above = unit.line.text, item.words[-1]
    if unit.mark and item.open_end:
        item.words.append("；")
    elif not unit.mark and len(item.words) == 1 and len(above) < _WRAPPED < len(text):
        item.words.append("：")
    item.words.append(text)
    item.lines.append(unit.line.number)
    item.open_end = not is_finished(unit.line.shape)


def _mark_lost(items):
    """Numbers that begin again at 1 say that a month's heading is missing."""
    lost, last, theme = False, 0, ""
    values = [item.mark.value if item.mark else None for item in items]
    following = _following(values)
    for place, item in enumerate(items):
        value = values[place]
        lost, last = (lost, last) if item.theme == theme else (False, 0)
        theme = item.theme
        if value is None or item.mark.style == "lost":
            item.lost = lost
            continue
        again = value == 1 and (last > 1 or (last == 1 and following[place] == 2))
        lost = lost or again
        item.lost = lost
        last = value


def _following(values):
    """For each place the next number after it, if any."""
    following, latest = [], None
    for value in reversed(values):
        following.append(latest)
        latest = value or latest
    return following[::-1]


_SENTENCE = re.compile(r"[。;]")
_GAP = re.compile(r"\s{2,}|\t|(?<=\w\w\w)\u3000(?=\w\w\w)")


def _plain(units):
    """No number anywhere: an item a line, within the line a sentence each; a heading
    of Word's own groups those beneath it."""
    items, theme, led = [], "", []
    lines = _whole_lines([unit.line for unit in units])
    for line, following in itertools.zip_longest(lines, lines[1:]):
        if line.depth and following and not following.depth:
            theme, led = title_from(line.text), [line.number]
            continue
        for part in filter(lambda part: title_from(part.text), _sentences(line)):
            items.append(Item([part.text], [part.number, *led], theme=theme))
            led = []
    return items


def _whole_lines(lines):
    """Put together what a hard break has parted: long, unfinished, then unmarked."""
    groups = []
    for line in lines:
        last = groups[-1][-1] if groups else None
        broken = last and len(last.text) >= 30 and not is_finished(last.shape)
        broken = broken and not (last.depth or line.depth)
        if broken and not line.bullet and is_finished(line.shape):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_joined(group) for group in groups]


def _joined(group):
    if len(group) == 1:
        return group[0]
    text = "".join(line.text for line in group)
    return Line(group[0].number, text, "".join(line.shape for line in group))


def _sentences(line):
    inside = shelter(line.shape)
    parts, start = [], 0
    for found in _SENTENCE.finditer(line.shape):
        if not inside[found.start()]:
            parts.append(line.part(start, found.end()))
            start = found.end()
    parts.append(line.part(start))
    return [piece for part in parts if part.text for piece in _spaced(part)]


def _spaced(line):
    """教职工体检　　退休座谈: items parted by wide gaps."""
    bounds = [0]
    for found in _GAP.finditer(line.text):
        bounds += [found.start(), found.end()]
    bounds.append(len(line.text))
    parts = [line.part(*pair) for pair in zip(bounds[::2], bounds[1::2], strict=True)]
    if len(parts) > 1 and all(len(part.text) >= 2 for part in parts):
        return parts
    return [line]
