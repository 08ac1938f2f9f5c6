"""A file cut into the plans that it holds, and lines with two months into two."""

import itertools
import re
from dataclasses import dataclass, field

from plans.plantext.deadlines import is_deadline
from plans.plantext.headings import kind_of
from plans.plantext.monthheads import head_of
from plans.plantext.months import read_when
from plans.plantext.noise import begins_links, is_link, is_noise
from plans.plantext.shapes import Line, is_finished, mark_of, number_value

_NUMBER = r"(?P<number>[一二三四五六七八九十]{1,3}|\d{1,2})"
_PIECE = re.compile(
    rf"(?P<stem>.{{0,40}}?)[\s(《]*(?:篇|范文|范本|范例|例文|模板|样本|样例)\s*\(?\s*{_NUMBER}\s*"
    r"(?:\).{0,60}|[:\s(、.].{0,60})?"
)
_ORDINAL = re.compile(
    rf"(?P<stem>.{{0,30}}?)[\s(]*第\s*{_NUMBER}\s*篇\)?\s*(?:[:\s、.].{{0,60}})?"
)
_SERIES = re.compile(
    r"(?P<stem>.{2,30}?(?:计划|总结|方案|安排表|安排|要点|思路))\s*\(?\s*"
    rf"{_NUMBER}\s*\)?\s*(?::.{{0,40}})?"
)
_TITLE = re.compile(
    r".{0,40}(?:计划书?|总结|要点|方案|思路|行事历|安排表?|月历|日程|规划|报告|意见|(?:配档|一览|分解|推进|进度|日程|计划|活动)表)"
    r"\s*(?:\(.{0,24}\)|之?[一二三四五六七八九十\d]{0,2})?"
)
# 制定计划 is a thing to do.
_DRAWN_UP = re.compile(
    r"(?:^|[\s,、])(?:制[定订]|拟[定订]|修?订|撰?写|做好|完成|上[交报]|讨论|布置|落实)"
)
_OWN_TITLE = re.compile(
    r".{0,30}(?:工会|女工|女职工|退协|退管|教代会|职代会|少先队|团支部|党支部).{0,14}(?:计划|要点|总结|思路|方案)"
    r"\s*(?:\(.{0,24}\))?"
)
_PLACE = re.compile(
    r"\d{4}|[xX〇]{2}年?|年度|学年|学期|[小中大]学|幼儿园|医院|学[校院]|公司|集团|局"
)
_GLUED = re.compile(
    r"(?:(?<=[。;!?\s”)])|(?<=安排:)|(?<=如下:))(?:[二2\d][\d〇xX]{1,3}年|次年|翌年)?"
    r"(?:[\d一二三四五六七八九十元][\d一二三四五六七八九十元、,\-至和月份 ]{0,12}?月份?"
    r"|第?[一二三四]季度|[上下]半年)\s*(?=:|$)"
)
# 一月：慰问二月：例会, with nothing between the months.
_AT_ONCE = re.compile(
    r"(?<![\d一二三四五六七八九十年、,和至-])(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?\s*:"
)


@dataclass
class Piece:
    """The lines of one plan, its title line, and what stood before it."""

    title: Line | None = None
    lines: list[Line] = field(default_factory=list)
    foreword: list[Line] = field(default_factory=list)
    noise: list[Line] = field(default_factory=list)
    after: bool = False

    @property
    def said(self):
        return [line for line in self.lines if line.text]


def segments_of(line):
    """…活动。四月：… is the end of March and the beginning of April."""
    if (
        not re.search("月|季度|半年", line.shape)
        or "\t" in line.shape
        or "|" in line.shape
    ):
        return [line]
    if is_deadline(line.shape.rpartition(":")[2]):
        return [line]
    if cuts := _told_in_one_breath(line.shape):
        return _segments(line, [0, *cuts])
    bounds, mark = [0], mark_of(line.shape)
    for found in _GLUED.finditer(line.shape, mark.end + 1 if mark else 0):
        ending = found.end() == len(line.shape)
        sentence = line.shape[: found.start()].rstrip()[-1:] in ("。", ";", "!", "?")
        read = read_when(line.shape, found.start())
        if read and (sentence or not ending) and read[1] >= found.end() - 1:
            bounds.append(found.start())
    if _AT_ONCE.match(line.shape):
        bounds = sorted({*bounds, *(m.start() for m in _AT_ONCE.finditer(line.shape))})
    return _segments(line, bounds)


def _segments(line, bounds):
    parts = zip(bounds, [*bounds[1:], len(line.text)], strict=True)
    return [line.part(*pair) for pair in parts] if len(bounds) > 1 else [line]


_ANNOUNCED = re.compile(r".{0,30}(?:安排|日程|活动|如下)[^:]{0,6}:\s*")


def _told_in_one_breath(shape):
    """活动安排如下：3月…；4月…；5月…。: where each month begins, if all parts have one."""
    lead = _ANNOUNCED.match(shape)
    if lead is None:
        return []
    starts = [lead.end(), *(m.end() for m in re.finditer(r"[;。]\s*", shape))]
    starts = [start for start in starts if lead.end() <= start < len(shape)]
    heads = [read_when(shape, start) for start in starts]
    return starts if len(starts) > 2 and all(heads) else []


def pieces_of(lines):
    """Pieces in order; what stands before the first is its foreword or a plan."""
    starts = _starts(lines)
    pieces, linked = [Piece()], False
    for index, line in enumerate(lines):
        linked = (
            linked and index not in starts and (not line.text or is_link(line.shape))
        )
        if index in starts:
            pieces.append(Piece(title=line))
        elif line.text and (linked or is_noise(line.shape)):
            pieces[-1].noise.append(line)
            linked = linked or begins_links(line.shape)
        else:
            pieces[-1].lines.append(line)
    if starts:
        pieces = _fold_foreword(pieces)
    return [part for piece in pieces for part in _parts(piece)]


def _starts(lines):
    found, last = [], 0
    for index, line in enumerate(lines):
        number = _piece_number(line)
        if number and (number == 1 or last < number <= last + 3 or not found):
            found.append(index)
            last = number
    return set(found) or _series(lines)


def _piece_number(line):
    shape = line.shape
    if not shape or len(shape) > 100 or "。" in shape:
        return None
    found = _PIECE.fullmatch(shape) or _ORDINAL.fullmatch(shape)
    return number_value(found["number"]) if found else None


def _series(lines):
    """…工作计划1, …工作计划2: only when they count on from one."""
    found = {}
    for index, line in enumerate(lines):
        match = _SERIES.fullmatch(line.shape) if 4 < len(line.shape) <= 80 else None
        if match and (value := number_value(match["number"])):
            found.setdefault(match["stem"].strip(), []).append((value, index))
    for numbered in found.values():
        values = [value for value, _ in numbered]
        if len(values) > 1 and values == list(range(1, len(values) + 1)):
            return {index for _, index in numbered}
    return set()


def _fold_foreword(pieces):
    """Lines before the first piece, and pieces that are a heading only."""
    kept, foreword = [], []
    for piece in pieces:
        if piece.title is None and not _is_plan(piece):
            foreword += [*piece.said, *piece.noise]
        elif piece.title and not piece.said:
            foreword += [piece.title, *piece.noise]
        else:
            piece.foreword, foreword = foreword, []
            kept.append(piece)
    if foreword and kept:
        kept[-1].foreword += foreword
    return kept or pieces


def _is_plan(piece):
    heads = [line for line in piece.said if (head := head_of(line)) and head.is_strong]
    return len(heads) > 1 or len(piece.said) > 12


def _parts(piece):
    """A piece cut where another plan's title, or 指导思想 again, stands in it."""
    if piece.title is None:
        _take_title(piece)
    cuts = _new_titles(piece) or _repeated_aims(piece)
    if cuts and _is_letter(piece.lines[: cuts[0]]):
        letter = [line for line in piece.lines[: cuts[0]] if line.text]
        titles = [piece.title] if piece.title else []
        before = [*piece.foreword, *titles, *letter]
        rest = Piece(None, piece.lines[cuts[0] :], before, piece.noise)
        return _parts(rest)
    if not cuts:
        return [piece]
    bounds = [0, *cuts, len(piece.lines)]
    parts = []
    for start, end in itertools.pairwise(bounds):
        part = Piece(lines=piece.lines[start:end], after=bool(start))
        if start == 0:
            part.title, part.foreword, part.noise = (
                piece.title,
                piece.foreword,
                piece.noise,
            )
        else:
            _take_title(part)
            part.title = part.title or piece.title
        parts.append(part)
    return parts


def _is_letter(lines):
    """关于印发…的通知: the letter that a plan comes with."""
    said = [line for line in lines if line.text]
    return len(said) <= _LETTER and any("印发" in line.shape for line in said[:5])


_LETTER = 15


def _take_title(piece):
    """The first line that names a plan, with the school's name above it."""
    said = [index for index, line in enumerate(piece.lines) if line.text]
    above = []
    for index in said[:_TITLE_WITHIN]:
        line = piece.lines[index]
        if is_title(line) and not _goes_on(piece, said, index):
            _set_title(piece, [*above, index])
            return
        if not _may_precede_title(line):
            return
        if line.is_title or _PLACE.search(line.shape) or "工会" in line.shape:
            above.append(index)


def _goes_on(piece, said, index):
    """A title of two lines, both of which Word calls one."""
    below = said[said.index(index) + 1 :][:1]
    return piece.lines[index].is_title and any(piece.lines[n].is_title for n in below)


_TITLE_WITHIN = 3


def _may_precede_title(line):
    head = head_of(line)
    strong = head is not None and head.is_strong
    short = _is_short(line) and len(line.text) <= 24
    return short and not strong and kind_of(line.shape) != "aim"


def _set_title(piece, indexes):
    *above, last = [piece.lines[index] for index in indexes]
    text = " ".join(line.text for line in (*above, last))
    piece.title = Line(last.number, text, last.shape)
    piece.foreword += above
    for index in indexes:
        piece.lines[index] = Line(piece.lines[index].number, "", "")


def is_title(line):
    """A short line that names a plan, and is no month and no section."""
    shape = line.shape
    if line.is_title:
        return True
    if not _is_short(line) or not _TITLE.fullmatch(shape) or mark_of(shape):
        return False
    if _DRAWN_UP.search(shape):
        return False
    head = head_of(line)
    if (head and head.rest.text) or ":" in shape:
        return "工会" in shape and not (head and ":" in shape)
    if head and head.is_strong:
        return bool(re.search(r"计划|总结|工会", shape))
    kind = kind_of(shape)
    return (
        kind is None
        or bool(_PLACE.search(shape))
        or (kind == "calendar" and "工会" in shape)
    )


def _is_short(line):
    return 0 < len(line.text) <= 50 and not is_finished(line.shape)


def _new_titles(piece):
    """Indexes of lines that name another plan, with enough above and below them."""
    said = [index for index, line in enumerate(piece.lines) if line.text]
    cuts, last, had = [], 0, False
    for place, index in enumerate(said):
        head = head_of(piece.lines[index])
        had = had or bool(head and head.is_strong)
        if place - last < _APART or len(said) - place <= _APART:
            continue
        around = [piece.lines[said[place + step]] for step in (-1, 0, 1)]
        if _names_plan(*around, had):
            cuts.append(index)
            last, had = place, False
    return cuts


_APART = 5


def _names_plan(above, line, below, had):
    shape = line.shape
    if len(shape) > 40 or not _OWN_TITLE.fullmatch(shape) or not _PLACE.search(shape):
        return False
    if mark_of(shape) or shape.startswith("附"):
        return False
    if not is_finished(above.shape) and len(above.text) > 30:
        return False
    follows = head_of(below)
    return had or not (follows and follows.is_strong)


_AIM = re.compile(r"(?:一\s*[、.,:]?\s*)?指导思想\s*[:。]?")


def _repeated_aims(piece):
    """A second 指导思想 of its own begins another plan."""
    places = [i for i, line in enumerate(piece.lines) if _AIM.fullmatch(line.shape)]
    cuts = []
    for place in places[1:]:
        above = place - 1
        while above > 0 and not piece.lines[above].text:
            above -= 1
        cuts.append(above if is_title(piece.lines[above]) else place)
    return cuts
