"""Take a pasted list apart: 接龙 numbers, columns of Excel, remarks behind names."""

import re
import unicodedata
from dataclasses import dataclass

from members.columns import HEADS

NUMBERED = re.compile(
    r"^\s*(?:[\d０-９]+\s*[.、．。,，:：)）]\s*|\d{1,3}\s+(?=[^\d\s])|[-*·•]\s+|#)"
)
SEPARATOR = re.compile(r"[、，,;；\t\n\r|/]+")
HEADINGS = ("接龙", "报名", "姓名", "名单", "序号")
MOST = 2000

DIGITS = {digit: n for n, digit in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
NUMBER = rf"(\d{{1,2}}|[{''.join(DIGITS)}])"
PEOPLE = "(?:家属|家人|孩子|小孩|大人|朋友|老人|爱人|人|口|位|名|个)"
BRINGS = re.compile(r"[+带携加另和]")
SO_MANY = re.compile(rf"{NUMBER}\s*(?:{PEOPLE}|$)")
RELATIVE = "(?:家属|家人|孩子|小孩|爱人|老人)"
RELATIVES = re.compile(
    rf"{RELATIVE}\s*{NUMBER}\s*(?:人|口|位|名|个)?|{NUMBER}\s*(?:口|位|名|个)?{RELATIVE}"
)
# A part of a line that is no name: 带1人, +2, 2人, 共3人, 素食 is not among them.
REMARK = re.compile(
    rf"(?:\+|带|携|加|另|共|计)\s*\D{{0,3}}{NUMBER}?.*|{NUMBER}\s*{PEOPLE}+"
)
PLUS_AT_END = re.compile(r"\s*[(（]?\s*(\+\s*\d+\s*人?)\s*[)）]?$")

NAMES = frozenset(HEADS["name"].split())
NUMBERS = frozenset(HEADS["staff_no"].split())
REMARKS = frozenset({"备注", "说明", "带家属", "家属人数", "家属", "携带人数"})


@dataclass(frozen=True)
class Entry:
    """One person as named: what was typed, a 工号 beside it, and what was remarked."""

    typed: str
    remark: str = ""
    number: str = ""


def companions(remark):
    """How many come along by a remark: +1, 带2人, 带家属 (one), 带两个孩子, 家属1人."""
    brings = BRINGS.search(remark)
    told = remark[brings.end() :] if brings else _relatives(remark)
    if counted := SO_MANY.search(told):
        return DIGITS.get(counted[1]) or int(counted[1])
    return 1 if brings and re.search(PEOPLE, told) else 0


def _relatives(remark):
    told = RELATIVES.search(remark)
    return told[0] if told else ""


def entries_in(text, knows=None):
    """The entries of a list, in order; at most MOST.

    `knows` says of a cell whether it names somebody: so the column of the names is
    found in a table without headings.
    """
    lines = _behind_the_title(unicodedata.normalize("NFKC", text).splitlines())
    tabs = [line for line in lines if "\t" in line.strip()]
    if tabs and len(tabs) * 2 >= len(lines):
        return _of_table([line.split("\t") for line in lines], knows)[:MOST]
    entries = []
    for line in lines:
        entries += _of_line(line, knows)
    return entries[:MOST]


def _of_line(line, knows):
    line = NUMBERED.sub("", line.strip())
    if not line or (line.startswith(HEADINGS) and len(line) > 1):
        return []
    entries = []
    for part in SEPARATOR.split(line):
        part = NUMBERED.sub("", part).strip()
        if entries and REMARK.fullmatch(part):
            last = entries.pop()
            said = "；".join(filter(None, (last.remark, part)))
            entries.append(Entry(last.typed, said))
        else:
            found = map(_entry, _words(part, knows))
            entries += [entry for entry in found if entry]
    return entries


def _words(part, knows):
    """Names with only blanks between them: so a column comes out of a one-line box."""
    words = part.split()
    if not knows or len(words) < 2 or re.search(r"\d", part):
        return [part]
    return words if knows(words[0]) and sum(map(knows, words)) > 1 else [part]


def _entry(part):
    plus = PLUS_AT_END.search(part)
    typed = part[: plus.start()].strip() if plus else part
    if not typed or (typed.isdecimal() and not _is_number(typed)):
        return None
    return Entry(typed, plus[1] if plus else "")


def _of_table(rows, knows):
    """Of columns: those headed 姓名 and 工号, else the one with most known names."""
    rows = [[cell.strip() for cell in row] for row in rows]
    head = next((n for n, row in enumerate(rows) if _is_head(row)), None)
    if head is None:
        return _without_heads(rows, knows or bool)
    places = {_head(cell): n for n, cell in reversed(list(enumerate(rows[head])))}
    found = []
    for row in rows[head + 1 :]:
        name, number, remark = (
            row[places[kind]] if kind in places and places[kind] < len(row) else ""
            for kind in ("name", "number", "remark")
        )
        if name or number:
            found.append(Entry(name or number, _counted(remark), number))
    return found


def _counted(remark):
    """A bare number in a column of companions is so many people."""
    return f"+{remark}" if remark.isdecimal() and remark != "0" else remark


def _head(cell):
    plain = re.sub(r"\s", "", cell)
    for kind, words in (("name", NAMES), ("number", NUMBERS), ("remark", REMARKS)):
        if plain in words:
            return kind
    return ""


def _is_head(row):
    return bool({_head(cell) for cell in row} & {"name", "number"})


def _without_heads(rows, knows):
    first = [cell for cell in rows[0] if knows(cell) and not re.search(r"\d", cell)]
    if len(rows) == 1 and len(first) > 1:
        return [Entry(cell) for cell in first]
    width = max(map(len, rows), default=0)
    known = [sum(n < len(row) and knows(row[n]) for row in rows) for n in range(width)]
    place = max(range(width), key=lambda n: (known[n], -n))
    cells = [row[place] for row in rows if place < len(row)]
    return [entry for cell in cells if (entry := _entry(cell))]


def _behind_the_title(lines):
    """Of a 接龙, the lines from the first numbered one: what it is about stands above."""
    filled = [line for line in lines if line.strip()]
    if not filled or "接龙" not in filled[0]:
        return filled
    start = next((n for n, line in enumerate(filled) if _is_item(line)), 1)
    return filled[start:]


def _is_item(line):
    return bool(re.match(r"\s*\d", line) and NUMBERED.match(line))


def _is_number(part):
    """A 工号 by itself: longer than the counting number of a list."""
    return part.isdecimal() and len(part) >= 4
