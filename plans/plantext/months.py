"""When: the months that a piece of text names (七、八月份, 1~2月, 第一季度, 全年)."""

import re
from dataclasses import dataclass, replace

from plans.plantext.shapes import chinese_number

WHOLE_YEAR = tuple(range(1, 13))


@dataclass(frozen=True)
class When:
    """Months in the order of the text; a year only where the text says one."""

    months: tuple[int, ...]
    year: int | None = None
    next_year: bool = False
    kind: str = "month"
    note: str = ""

    @property
    def is_holiday(self):
        return self.kind == "term" and self.months in ((1, 2), (7, 8))


_YEAR = re.compile(
    r"(?:(?:19|20)\d\d\s*-+\s*(?:19|20)?\d\d(?=学年)|(?P<year>(?:19|20)\d\d)|(?P<chinese>[二2][〇0oO零][〇0oO零一二三四五六七八九]{2})"
    r"|(?P<next>次|翌|明|来|下一|第二)|今|本|当|[二2][〇0oO零][\dxX*_某—-]{0,2}"
    r"|[xX*_某]{1,4}|\d\d)学?年度?\s*的?\s*"
)
_NUMBER = re.compile(
    r"十 [一二](?= 月)|1[0-2]|0?[1-9](?!\d)|十[一二]?|[一二三四五六七八九]|元(?=月)"
)
NO_MONTH = re.compile(
    r"(?:0{1,2}|1[3-9]|[2-9]\d|\d{3}|[零〇]|十[三四五六七八九]|[二三四五六七八]十[一二三四五六七八九]?)"
    r"\s?月(?:\s?份)?"
)
_BETWEEN = re.compile(r"\s*(?:(?P<range>-+|至|到)|[、,/&.]|和|及|与|或)\s*")
_FIGURES = re.compile(r"(20\d\d)\s*[./-]\s*(1[0-2]|0?[1-9])(?=\s*(?:[:\s]|$))")
_ZEROS = str.maketrans("〇零oO二一三四五六七八九", "0000213456789")


def read_when(shape, start=0):
    """(When, end) for the months named at `start` of a folded text, or None."""
    if figures := _FIGURES.match(shape, start):
        return When((int(figures[2]),), int(figures[1])), figures.end()
    year, place = _read_year(shape, start)
    found = _read_months(shape, place) or _read_span(shape, place)
    if found is None:
        return None
    when, end = found
    if year:
        when = replace(
            when,
            year=_year_number(year),
            next_year=when.next_year or bool(year["next"]),
        )
    return when, end


def _read_year(shape, start):
    year = _YEAR.match(shape, start)
    return (year, year.end()) if year else (None, start)


def _year_number(year):
    if year["year"]:
        return int(year["year"])
    if year["chinese"]:
        return int(year["chinese"].translate(_ZEROS))
    return None


def _read_months(shape, place):
    """Numbers joined by separators, up to the last that is followed by 月."""
    months, good, note, ranged, next_year = [], None, "", False, False
    while (number := _NUMBER.match(shape, place)) and not NO_MONTH.match(shape, place):
        value = _month(number.group(), months)
        months = _extended(months, value, ranged)
        place = number.end()
        month = _MONTH.match(shape, place)
        if month:
            place = month.end()
            good = (tuple(months), place, next_year)
        place, ranged = _joint(shape, place, bool(month), number.group())
        if place is None:
            break
        if month:
            year, place = _read_year(shape, place)
            next_year = next_year or bool(year)
    if good is None:
        return None
    months, end, next_year = good
    unique = tuple(dict.fromkeys(months))
    if unique != tuple(sorted(unique)) or next_year:
        note = "跨年的月份请核对是哪一年"
    return When(unique, note=note), end


_MONTH = re.compile(r"(?:月|\s月(?!度))(?:\s?份)?")  # but 3 月度安排 is a heading


def _month(written, before):
    value = 1 if written == "元" else _plain(written)
    if before and before[-1] >= 10 and value <= 2 and not written.isascii():
        return value + 10 if before[-1] < value + 10 else value
    return value


def _plain(written):
    written = written.replace(" ", "")
    return int(written) if written.isascii() else chinese_number(written)


def _extended(months, value, ranged):
    if not ranged or not months:
        return [*months, value]
    first = months[-1]
    steps = (value - first) % 12
    return [*months, *((first + step - 1) % 12 + 1 for step in range(1, steps + 1))]


def _joint(shape, place, after_month, written):
    """Where the next number of the list would begin, and whether 至 leads to it."""
    between = _BETWEEN.match(shape, place)
    if between:
        if shape[between.start() : between.end()].strip() == "." and after_month:
            return None, False
        return between.end(), bool(between["range"])
    if not after_month and not written.isascii():
        return place, False  # 七八月
    return None, False


_QUARTER = re.compile(
    r"(?!四季(?!度))第?\s*([一二三四1-4](?:\s*(?:[、,和及与至到]|-+)\s*第?\s*[一二三四1-4])*)\s*个?季度?份?"
)
_SPANS = {
    "上半年": (tuple(range(1, 7)), "half", ""),
    "下半年": (tuple(range(7, 13)), "half", ""),
    "寒假": ((1, 2), "term", "“寒假”按1、2月记，请核对"),
    "暑假": ((7, 8), "term", "“暑假”按7、8月记，请核对"),
    "暑期": ((7, 8), "term", "“暑期”按7、8月记，请核对"),
    "第一学期": ((9, 10, 11, 12, 1), "term", "“第一学期”按9月到1月记，请核对"),
    "上学期": ((9, 10, 11, 12, 1), "term", "“上学期”按9月到1月记，请核对"),
    "秋季学期": ((9, 10, 11, 12, 1), "term", "“秋季学期”按9月到1月记，请核对"),
    "第二学期": ((2, 3, 4, 5, 6, 7), "term", "“第二学期”按2月到7月记，请核对"),
    "下学期": ((2, 3, 4, 5, 6, 7), "term", "“下学期”按2月到7月记，请核对"),
    "春季学期": ((2, 3, 4, 5, 6, 7), "term", "“春季学期”按2月到7月记，请核对"),
    "每季度": (WHOLE_YEAR, "vague", "“每季度”没有写明月份，暂记全年"),
    "年底": ((12,), "vague", "“年底”按12月记，请核对"),
    "年末": ((12,), "vague", "“年末”按12月记，请核对"),
    "年终": ((12,), "vague", "“年终”按12月记，请核对"),
    "正月": ((1,), "vague", "“正月”是农历，按1月记，请核对"),
    "腊月": ((12,), "vague", "“腊月”是农历，按12月记，请核对"),
    "年初": ((1,), "vague", "“年初”按1月记，请核对"),
} | dict.fromkeys(
    (
        "全学年",
        "全年",
        "常年",
        "长年",
        "每个月",
        "每月",
        "各月",
        "平时",
        "长期",
        "日常",
    ),
    (WHOLE_YEAR, "year", ""),
)
_SPAN = re.compile("|".join(sorted(_SPANS, key=len, reverse=True)) + "")
_AFTER_SPAN = re.compile(r"(?:期间|里|之间)?(?:性|度)?")


def _read_span(shape, place):
    quarter = _QUARTER.match(shape, place)
    if quarter:
        return _quarters(quarter)
    span = _SPAN.match(shape, place)
    if not span:
        return None
    months, kind, note = _SPANS[span.group()]
    return When(months, kind=kind, note=note), _AFTER_SPAN.match(
        shape, span.end()
    ).end()


def _quarters(found):
    signs = re.findall(r"[一二三四1-4]|-+|至|到", found.group(1))
    quarters, ranged = [], False
    for written in signs:
        if written[0] in "-至到":
            ranged = True
            continue
        value = _plain(written)
        first = quarters[-1] + 1 if ranged and quarters else value
        quarters += range(min(first, value), value + 1)
        ranged = False
    if len(set(quarters)) != len(quarters) or quarters != sorted(quarters):
        return None
    months = tuple(
        3 * (quarter - 1) + step for quarter in quarters for step in (1, 2, 3)
    )
    return When(months, kind="quarter"), found.end()
