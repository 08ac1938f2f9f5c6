"""Lines that may be the heading of a month, and how sure that is."""

import itertools
import re
from dataclasses import dataclass, replace

from plans.plantext.days import days_after
from plans.plantext.months import NO_MONTH, When, read_when
from plans.plantext.shapes import Line, Mark, is_finished, mark_of

WHOLE = "whole"  # nothing but the month
COLON = "colon"  # the month, a colon, perhaps the first item
LOOSE = "loose"  # the month and words, parted by a blank or by nothing
DATED = "dated"  # 3月8日…, 6月底…: a day within a month


@dataclass(frozen=True)
class Head:
    line: Line
    when: When
    strength: str
    rest: Line
    mark: Mark | None = None
    theme: str = ""
    is_day: bool = False  # the words begin after a day
    other: "Head | None" = None  # the same line read with its number as an item number

    @property
    def named(self):
        """The heading without the words after it: 九月第一周 is not 九月第二周."""
        end = self.line.shape.find(":")
        return self.line.shape[: end if end > 0 else None].strip()

    @property
    def is_strong(self):
        return self.strength in (WHOLE, COLON)


_QUICK = re.compile(r"[月年季期暑周]|20\d\d[./-]\d|寒假|平时|日常|长期")
_LABEL = re.compile(
    r"(?:月份|月度)\s*:\s*(?=[\d一二三四五六七八九十元第])"
    r"|\d{1,2}(?:\.\d{1,2}){1,2}\.?\s+(?=[\d一二三四五六七八九十元、-]{1,7}月)"  # 3.1 三月
)
_WEEK = (
    r"第?\s*[一二三四五六\d]{1,2}\s*(?:[-、,至]+\s*第?\s*[一二三四五六\d]{1,2})?\s*周"
)
_PART = re.compile(rf"\s*(?:的?{_WEEK}|[上中下]旬|月?[初底末]|[上下]半月)")
_WORK = re.compile(
    r"\s*的?(?:工会|主要|重点|具体|月度|全月|本月|中心|活动|工作|教育)*"
    r"(?:工作|活动|安排|内容|重点|要点|任务|项目|计划|行事历|日程)+(?:有|为|是|如下)?(?=\s*(?:[:)]|-|$))"
)
_ASIDE = re.compile(r"\s*\(([^()]{1,30})\)(?=\s*(?:[:。]|-{2,}|$))")
_CLOSER = re.compile(r"\s*[)>》”]\s*")
_DAY = re.compile(
    r"\s*(?:\d{1,2}(?!\d|[、.,)]\s*\D)|\d{1,2}\s*[日号]|[一二三]?十?[一二三四五六七八九十]\s*[日号]"
    r"|[初廿十][一二三四五六七八九十])"
)
_NOT_A_HEAD = re.compile(
    r"份?(?:以[来前后内上]|之|的(?!工作|活动)|起|前|后|内|间|至今|一[次届]|[两二三]次|多|初|底|末|中)"
    r"|份?[上中下]旬|[刊报饼考历薪亮]"
)


def head_of(line):
    """The Head that a line may be, or None."""
    if not _QUICK.search(line.shape[:40]):
        return None
    plain = _read(line, 0, None)
    mark = None if plain and _LABEL.match(line.shape) else mark_of(line.shape)
    if mark is None or mark.style == "lost":
        return plain
    marked = _read(line, mark.end, mark)
    if plain is None or marked is None:
        return plain or marked
    if _is_list(line.shape, plain.when.months, mark):
        return replace(plain, other=marked)
    return marked


_WRONG = re.compile(
    r"\(?(?:(?:20\d\d|[xX]{2,4}|次|明|今|本)学?年\s*)?"
    + NO_MONTH.pattern
    + r"\)?(?=\s*(?:[:。]|-{2,}|$)|\s+\S)\s*(?::|-{2,})?\s*"
)


def wrong_head_of(line):
    """(name, Head) of a heading that names no month there is: 13月：, 0月."""
    mark = mark_of(line.shape) if "月" in line.shape[:12] else None
    for start in (0, mark.end) if mark else (0,):
        found = _WRONG.match(line.shape, start)
        if found:
            name = line.part(start, found.end()).text.strip("（）()：: —-")
            rest = line.part(found.end())
            return name, Head(line, When(()), COLON, rest, mark)
    return None


def _is_list(shape, months, mark):
    """4、5月 are two months; 2、4月 is April with number 2, 2、四、五月 too."""
    mixed = shape[:1].isdigit() != shape[mark.end : mark.end + 1].isdigit()
    steps = itertools.pairwise(months)
    return not mixed and all(after == first % 12 + 1 for first, after in steps)


def _read(line, start, mark):
    shape = line.shape
    label = _LABEL.match(shape, start)
    start = label.end() if label else start
    opened = shape[start : start + 1] in ("(", "《", "<", "“")
    found = read_when(shape, start + opened)
    if found is None:
        return None
    when, end = found
    return _graded(line, when, (start, end, opened), mark)


def _graded(line, when, place, mark):
    _, end, opened = place
    shape = line.shape
    end, part = _pass(_PART, shape, end)
    gap = shape[end : end + 1] == " "
    if part and not gap and not _ends_here(shape, end, opened):
        return _dated(line, when, place, mark)
    if not part and (_DAY.match(shape, end) or _NOT_A_HEAD.match(shape, end)):
        return _dated(line, when, place, mark)
    end, theme = _aside(shape, line.text, end)
    worked, _ = _pass(_WORK, shape, end)
    end = worked if when.kind != "year" or shape[worked : worked + 1] == ":" else end
    if opened:
        closer = _CLOSER.match(shape, end)
        if closer is None:
            return None
        end = closer.end()
        worked, _ = _pass(_WORK, shape, end)
        end = worked
    if not theme:
        end, theme = _aside(shape, line.text, end)
    return _by_rest(line, when, end, mark, (theme, opened))


def _by_rest(line, when, end, mark, known):
    theme, opened = known
    tail = line.shape[end:]
    if not tail.strip(" 。.、;,:-|"):
        strength = COLON if ":" in tail else WHOLE
        return Head(line, when, strength, line.part(len(line.text)), mark, theme)
    lead = re.match(r"\s*(?::+|-{2,}|\|)\s*", tail)
    if lead or opened:
        start = end + (lead.end() if lead else 0)
        return Head(line, when, COLON, line.part(start), mark, theme)
    if when.kind in ("vague", "term", "half"):
        return None
    if when.kind == "year" and not tail.startswith(" "):
        return None
    lead = re.match(r"\s*[、,。.;/-]?\s*", tail)
    rest = line.part(end + (0 if tail.startswith("、、") else lead.end()))
    return Head(line, when, LOOSE, rest, mark, theme)


def _dated(line, when, place, mark):
    """3月8日 and words: the day is read, 三月份以来 is left as it stands."""
    start, end, opened = place
    if when.kind != "month":
        return None
    found = None if opened else days_after(when, line.shape, end)
    if found is None:
        return Head(line, when, DATED, line.part(start), mark)
    when, end = found
    return Head(line, when, DATED, line.part(end), mark, is_day=True)


def _pass(pattern, shape, place):
    found = pattern.match(shape, place)
    return (found.end(), found.group()) if found else (place, "")


def _ends_here(shape, end, opened):
    """After 上旬 or 第一周 only the end or a colon makes it a heading."""
    aside = _ASIDE.match(shape, end)
    end = aside.end() if aside else end
    tail = shape[end:].lstrip(") " if opened else " ")
    work = _WORK.match(tail)
    return not tail or tail[0] == ":" or tail.startswith("--") or work is not None


def _aside(shape, text, end):
    """三月（学雷锋月）: a theme; 一月份（元月） and （9月1日—30日）: not."""
    aside = _ASIDE.match(shape, end)
    if aside is None:
        return end, ""
    inner = text[aside.start(1) : aside.end(1)].strip()
    timely = re.search(
        r"[\d周旬]|元月|农历|上|下|[一二三四五六七八九十]月", aside.group(1)
    )
    return aside.end(), "" if timely else inner


_BROKEN = 30  # a longer line without an end goes on in the next


def without_days(units, when):
    """Lines of a month that begin with a day of it, without the day; numbered as they are."""
    if when is None or any(unit.mark for unit in units):
        return units
    kept, above = [], None
    for unit in units:
        fresh = above is None or is_finished(above.shape) or len(above.text) < _BROKEN
        above = unit.line
        rest = _without_day(unit.line, when) if fresh else None
        kept.append(replace(unit, line=rest) if rest and rest.text else unit)
    return kept


_ONLY_DAY = re.compile(r"\d{1,2}\s*[日号](?=[\s:(、,-]|之?前|[上下]午)")


def _without_day(line, when):
    """The words after 3月8日, or after 8日 within March; None if no day leads."""
    head = head_of(line)
    if head and head.is_day and set(head.when.months) <= set(when.months):
        return head.rest
    if head or len(when.months) > 1 or not _ONLY_DAY.match(line.shape):
        return None
    return line.part(days_after(when, line.shape, 0)[1])
