"""What an activity's line says besides its name: the day, and who answers for it."""

import re
from collections import Counter
from dataclasses import replace

from plans.plantext.days import has_day
from plans.plantext.draft import Doubt
from plans.plantext.persons import who_within
from plans.plantext.shapes import chinese_number, fold

NO_DAY = "没有“{}”这一天，请核对日期"
UNREAD = "“{}”没有读成日期，这一条按上面的月份排，请核对"
_LONGEST = 500  # signs of a line that are looked at
_M = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_D = r"(?:\d{1,2}|[一二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]|[一二三四五六七八九])"
_DATE = re.compile(
    rf"(?<![\d.])(?P<month>{_M})\s*月\s*(?P<day>{_D})"
    rf"\s*(?:[日号]|(?=(?:-+|~|至|到)\s*{_D}\s*[日号]))"
)
_MARK = r"\s*(?:\(?[\d一二三四五六七八九十]{1,3}\)?\s*[、.,):]\s*(?=\d)|[-*•·●]\s*)?"
_DAY_ALONE = re.compile(rf"{_MARK}(?P<day>\d{{1,2}})\s*[日号](?!\d)")
_UNTIL = re.compile(
    rf"\s*(?:-+|~|至|到)\s*(?:(?P<month>{_M})\s*月\s*)?(?P<day>{_D})\s*[日号]?(?![\d.])"
)
_ABOUT = re.compile(
    r"\s*(?:\([^()]{1,10}\))?\s*(?:以前|之前|前(?![往去来])|以后|之后|后(?!勤)|左右|起(?![草航跑]))"
)
_UNREAD = re.compile(r"\s*(\d{1,2}\.\d{1,2})(?=\s*:)")
_DAYS_BEHIND = re.compile(
    r"\s*[(（]\d{1,2}月\d{1,2}日(?:[—-](?:\d{1,2}月)?\d{1,2}日)?[)）]$"
)
_WHO = re.compile(
    r"[\s,，;；。]*[(（]?\s*(?:责任人|负责人|牵头人|承办人|责任部门|牵头部门|承办部门)\s*[:：]"
    r"\s*(?P<who>[^()（）。；;:：]{2,40}?)\s*[)）]?[。\s]*$"
)
ROMAN = re.compile(r"[Ⅰ-Ⅻ](?=\s*月)")
# 3/15 讲座, 2027.4.2 踏青 at the head of a line; 2/3以上 is a part of something.
_FIGURES = re.compile(
    r"^([\s•●·-]*)(?:(20\d\d)([./-])(1[0-2]|0?[1-9])\3([12]\d|3[01]|0?[1-9])"
    r"|(1[0-2]|0?[1-9])/([12]\d|3[01]|0?[1-9])(?=[\s:：]))(?![\d./-])"
)


def arabic(raw):
    """Ⅴ月 as 5月, a line's 3/15 as 3月15日."""
    raw = _FIGURES.sub(_written, raw)
    return ROMAN.sub(lambda found: str(ord(found[0]) - ord("Ⅰ") + 1), raw)


def _written(found):
    lead, year, _, month, day, plain_month, plain_day = found.groups()
    head = f"{lead}{year}年" if year else lead
    return f"{head}{month or plain_month}月{day or plain_day}日"


def with_asides(plan, lines):
    """The PlanDraft with days and persons of its activities, and doubts about them."""
    alone = Counter(one.line for one in plan.activities)
    activities, doubts = [], []
    for one in plan.activities:
        is_alone = alone[one.line] == 1 and 0 < one.line <= len(lines)
        raw = fold(arabic(lines[one.line - 1][:_LONGEST])) if is_alone else ""
        days, doubt = _days(raw, one.months)
        title, who = one.title, one.responsible
        if not who:
            title, who = _who(title)
        title = _DAYS_BEHIND.sub("", title) if days else title
        doubt = doubt or _unread(raw)
        doubts += [Doubt(one.line, doubt)] if doubt else []
        activities.append(replace(one, title=title, responsible=who, days=days))
    warnings = sorted([*plan.warnings, *doubts], key=lambda doubt: doubt.line)
    return replace(plan, activities=tuple(activities), warnings=tuple(warnings))


def _who(title):
    """(the name of the activity, who answers for it or "")."""
    if (found := _WHO.search(title)) and title[: found.start()].strip():
        return _closed(title[: found.start()].strip()), found["who"].strip()
    if title.endswith((")", "）")):
        words, who, _ = who_within(title)
        if who and words != title:
            return words.strip(), who
    return title, ""


def _closed(title):
    """A bracket that was closed behind the person is closed before."""
    return title + "）" * (fold(title).count("(") > fold(title).count(")"))


def _days(shape, months):
    """((first day, last day) as "MM-DD" or (), what is doubtful or "")."""
    if not months:
        return (), ""
    found = list(_DATE.finditer(shape))
    if not found and len(months) == 1 and "月" not in shape:
        alone = _DAY_ALONE.match(shape)
        return _span(shape, alone, months[0]) if alone else ((), "")
    if not found or len(found) > 2:
        return (), ""
    first = found[0]
    if not has_day(month := _number(first["month"]), day := _number(first["day"])):
        return (), NO_DAY.format(f"{month}月{day}日")
    until = _UNTIL.match(shape, first.end())
    is_one = len(found) == 1 or (until and found[1].end() <= until.end())
    return _span(shape, first, month) if is_one and month == months[0] else ((), "")


def _span(shape, first, month):
    day = _number(first["day"])
    if not has_day(month, day):
        return (), NO_DAY.format(f"{month}月{day}日")
    until = _UNTIL.match(shape, first.end())
    if _ABOUT.match(shape, until.end() if until else first.end()):
        return (), ""
    begun = f"{month:02d}-{day:02d}"
    if until is None:
        return (begun, begun), ""
    last_month = _number(until["month"]) if until["month"] else month
    last = _number(until["day"])
    if not has_day(last_month, last):
        return (), NO_DAY.format(f"{last_month}月{last}日")
    ended = f"{last_month:02d}-{last:02d}"
    return ((begun, ended) if last_month != month or last >= day else ()), ""


def _unread(shape):
    found = _UNREAD.match(shape)
    return UNREAD.format(found[1]) if found else ""


def _number(written):
    if written.isascii():
        return int(written)
    return chinese_number(written.replace("廿", "二十"))
