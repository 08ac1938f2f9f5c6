"""Headings of a plan and what stands under them: aims, works, the calendar."""

import re
from dataclasses import dataclass

from plans.plantext.shapes import Line, Mark, mark_of

AIM = "aim"
WORK = "work"
CALENDAR = "calendar"
OTHER = "other"

_YEAR = re.compile(
    r"(?:[\d二〇xX_*]{2,4}(?:-[\d二〇xX_*]{2,4})?(?:学?年度?)?(?:第[一二]学期)?|-+)\s*"
)
_BEFORE = re.compile(
    r"(?:附件?:?|本|新|学年|年度|上半年|下半年|第[一二]学期|[上下]学期|学期|我[校园院]|校"
    r"|学校|幼儿园|医院|工会|教职工|教工|职工|女工|全年|常规|总的?|具体|主要|重点|当前|今年|今后|工作|活动|各项"
    r"|基本|下一步|几点|几项|有关|的|及|和|与|、)*"
)
_WORDS = {
    AIM: r"指导思想|指导方针|总?体?要求|总?体?思路|基本思路|目标任务|目标|任务目标|宗旨|理念|口号"
    r"|基本情况|情况分析|现状分析|形势分析|情况|背景|前言|引言|概述|不足|存在的?问题|成绩|成效"
    r"|回顾|打算|意义|原则",
    CALENDAR: r"(?:月份|月度|逐月|按月|分月|每月|各月|日程|时间|进度|行事历|月历)"
    r"(?:工作|活动|任务|计划)?(?:安排|日程|计划|表|一览|配档)*表?"
    r"|安排|安排表|安排如下|日程表?|配档表|一览表|推进表|计划表|任务分解|任务分解表|大事记"
    r"|计划安排|内容安排|时间安排",
    WORK: r"工作|重点|要点|任务|内容|措施|举措|做法|办法|方法|步骤|活动|项目|保障|安排要点"
    r"|主要任务|重点任务",
}
_KNOWN = {
    kind: re.compile(rf"(?:{words})(?:及.{{1,8}}|和.{{1,8}})?")
    for kind, words in _WORDS.items()
}
_BRACKETED = re.compile(r"【\s*([^】]{2,20}?)\s*】\s*[:：]?")
_APPENDIX = re.compile(
    r"附(?:件|表)?\s*[\d一二三]?\s*:?.{0,30}(?:安排|日程|行事历|一览|月历|计划)表?\W*"
)
_ENDINGS = re.compile(r"\s*[:。.;]*\s*$")
_NOTE = re.compile(r"\s*\(([^()]{0,40})\)\s*$")
_STOP = re.compile(r"[。:;!?]")
# 目标：… 措施 时限：… 责任人：… under one heading: they belong to the measures.
_LABELS = re.compile(r"(?:目标|措施|时限|责任人|负责人)\s*(?::|$)")
_TABLE_WORDS = re.compile(
    r"(?:序号|月份|月度|时间|日期|周次|周|活动|工作|主要|具体|重点|主题|内容|项目|名称|安排|负责|责任"
    r"|部门|单位|人员?|参加|范围|对象|地点|备注|分管|领导|经费|预算|完成|情况|要求|形式|类别|任务|措施|举措"
    r"|时限|期限|节点|牵头|承办|完成人|事项|分解|标准|目标|参与|人数|金额"
    r"|[\s/|、,和及]+)+"
)


@dataclass(frozen=True)
class Heading:
    """A heading line: its words, and the text that goes on in the same line."""

    line: Line
    words: str
    kind: str
    rest: Line | None
    mark: Mark | None = None


def kind_of(words):
    """aim, work or calendar for a heading of known words, else None."""
    words = _NOTE.sub("", _ENDINGS.sub("", words.strip()))
    words = _ENDINGS.sub("", words)
    if not words or len(words) > 26:
        return None
    year = _YEAR.match(words)
    start = year.end() if year else 0
    lead = _BEFORE.match(words, start)
    return _longest(words, start, lead.end())


def _longest(words, start, lead):
    """The words of the trade may end in what also stands before them (工作要点)."""
    for kind in (CALENDAR, AIM, WORK):
        for place in range(start, lead + 1):
            if _KNOWN[kind].fullmatch(words, place):
                return kind
    return None


def is_table_head(shape):
    """月份 活动内容 责任人, 活动主题/具体内容: the heading row of a calendar."""
    bare = shape.strip("| -:")
    if len(bare) > 60 or not _TABLE_WORDS.fullmatch(bare):
        return False
    return len(re.findall(r"[^\s/|、,]+", bare)) > 1


def heading_of(line, top):
    """The Heading that a prose line is, given the style of top numbers, or None."""
    shape = line.shape
    mark = mark_of(shape)
    start = mark.end if mark else 0
    if mark is None and _LABELS.match(shape):
        return None
    plain = _unmarked(line) if mark is None else None
    if plain:
        return plain
    known = _known(line, mark, start)
    if known:
        return known
    if line.depth:
        return Heading(line, _bare(line.text[start:]), OTHER, None, mark)
    if mark is None or mark.style != top:
        return None
    return _numbered(line, mark)


def _unmarked(line):
    """【指导思想】, 附：活动安排表, and the heading row of a table."""
    shape = line.shape
    named = _BRACKETED.fullmatch(line.text)
    kind = kind_of(shape[named.start(1) : named.end(1)]) if named else None
    if kind:
        return Heading(line, named[1], kind, None)
    if _APPENDIX.fullmatch(shape) or is_table_head(shape):
        return Heading(line, _bare(line.text), CALENDAR, None)
    return None


def _known(line, mark, start):
    shape = line.shape
    if kind := kind_of(shape[start:]):
        if mark is None and (shape[-1] in ";。" or len(_bare(shape)) < 4):
            return _lone(line, kind)
        if (
            mark is None
            or mark.style in ("chinese", "bracket chinese")
            or _is_titled(shape)
        ):
            return Heading(line, _bare(line.text[start:]), kind, None, mark)
        return None
    colon = shape.find(":", start, start + 28)
    if colon < 0 or not (kind := kind_of(shape[start:colon])):
        return None
    if mark and mark.style not in ("chinese", "bracket chinese"):
        return None
    if len(shape[start:colon].strip()) < 4:
        return None
    rest = line.part(colon + 1)
    aside = re.fullmatch(r"\([^()]{0,40}\)?\s*", rest.shape)
    return Heading(
        line, _bare(line.text[start:colon]), kind, None if aside else rest, mark
    )


def _lone(line, kind):
    """目标： is a heading, 工作； the end of a broken sentence."""
    if line.shape.endswith(":"):
        return Heading(line, _bare(line.text), kind, None)
    return None


def _is_titled(shape):
    """1、指导思想: a heading with a plain number, if its words are sure."""
    return re.search(
        r"指导思想|(?:工作|活动|具体|主要)(?:目标|重点|要点|任务|措施|内容|安排)\W*$",
        shape,
    )


def _numbered(line, mark):
    stop = _STOP.search(line.shape, mark.end)
    end = stop.start() if stop else len(line.shape)
    rest = line.part(stop.end()) if stop else None
    if end - mark.end > 80:
        comma = line.shape.find(",", mark.end, mark.end + 60)
        end = comma if comma > 0 else mark.end
        rest = line.part(mark.end)
    words = _bare(line.text[mark.end : end])
    rest = rest if rest and rest.text else None
    return Heading(line, words, kind_of(words) or OTHER, rest, mark)


def _bare(words):
    return words.strip().rstrip("：:。.；;，,、 ").strip()
