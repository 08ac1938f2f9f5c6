"""Who answers for a work, where its last words say so: …，由生活委员负责。"""

import re

from plans.plantext.deadlines import is_deadline
from plans.plantext.shapes import fold

_NEAR = 100  # characters at the end of a work that are looked at
_WHO = r"(?P<who>[^,。;:()!?\s]{2,24}?)"
_HOW = (
    r"(?:具体|共同|全面|主要|分别|统一|直接|自行)*(?:总?负责|牵头)"
    r"(?:组织|协调|落实|实施|抓好|完成|开展|负责)*"
)
_BY = r"(?P<by>(?:[此该本这各]项工作|活动|具体(?:工作)?|主要|统一|分别)?由)"
_CLAUSE = re.compile(rf"{_BY}?{_WHO}{_HOW}")
_TAIL = re.compile(rf"(?:^|[,。;\s]){_BY}?{_WHO}{_HOW}[。;,\s]*$")
_MORE = re.compile(rf"(?:^|[,。;\s(]){_BY}{_WHO}{_HOW}[^。;]*[。;\s]*$")
_BRACKET = re.compile(r"\(([^()]{2,60})\)[。;,.\s]*$")
_NOBODY = re.compile(
    r"认真|高度|全面|全权|具体|人人|专人|专门|切实|勇于|敢于|主动|谁|层层|各负|分级|分工|各自|相互|真正"
    r"|确保|落实|建立|实行|坚持|明确|做到|对|向|为|要|须|应|有|事事|件件|个人|共同|积极"
)
_OFFICE = re.compile(
    r".*(?:委员|主席|组|部|室|处|科|会|站|队|中心|主任|书记|领导|长|干事|干部|班子|老师|教师|成员|同志)"
)


def who_within(text):
    """(words without them, who, what else a bracket says: 6月底前); who may be ''."""
    start = max(0, len(text) - _NEAR)
    shape = fold(text[start:])
    who, when, end = _bracketed(shape)
    if who:
        return text if end is None else text[: start + end], who, when
    tail = _TAIL.search(shape)
    who = _person(tail, sure=False)
    if who and (before := text[: start + tail.start()].rstrip(" ，,；;、。")):
        return before, who, ""
    return text, who or _person(_MORE.search(shape), sure=False), ""


def _bracketed(shape):
    """(who, when, where the bracket begins if that is all it says)."""
    bracket = _BRACKET.search(shape)
    if bracket is None or not shape[: bracket.start()].strip():
        return "", "", None
    clauses = re.split(r"[,;]\s*", bracket.group(1))
    persons = [_person(_CLAUSE.fullmatch(one), sure=True) for one in clauses]
    who = [person for person in persons if person]
    when = [one for one in clauses if is_deadline(one)]
    is_all = len(who) + len(when) == len(clauses)
    return "、".join(who), ";".join(when), bracket.start() if is_all else None


def _person(found, *, sure):
    """The name; without 由 before it only what can answer for something."""
    if found is None or _NOBODY.match(found["who"]):
        return ""
    if not sure and not found["by"] and not _OFFICE.fullmatch(found["who"]):
        return ""
    return found["who"]
