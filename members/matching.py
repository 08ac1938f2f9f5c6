"""Find the people that a typed or pasted list names."""

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass

NUMBERED = re.compile(
    r"^\s*(?:[\d０-９]+\s*[.、．。,，:：)）]\s*|\d{1,3}\s+(?=[^\d\s])|[-*·•]\s+|#)"
)
COMPANIONS = re.compile(r"\s*[(（]?\s*\+\s*\d+\s*人?\s*[)）]?$")
REMARK = re.compile(r"[(（\[【][^)）\]】]*[)）\]】]")
SEPARATOR = re.compile(r"[、，,;；\t\n\r|/]+")
WITH_NUMBER = re.compile(r"^(.*?)[(（]([0-9A-Za-z_-]+)[)）]$")
HEADINGS = ("接龙", "报名", "姓名", "名单", "序号")
MOST = 2000


@dataclass(frozen=True)
class Found:
    """What a list gave: members without doubles, and what was not clear."""

    members: tuple
    unknown: tuple = ()
    namesakes: tuple = ()  # (typed, members) pairs

    def read(self, in_bulk):
        """The same with whole rows, which `in_bulk` gives for a list of keys."""
        alike = [member for _, people in self.namesakes for member in people]
        rows = in_bulk({member.pk for member in (*self.members, *alike)})
        return Found(
            tuple(rows[member.pk] for member in self.members),
            self.unknown,
            tuple(
                (typed, tuple(rows[member.pk] for member in people))
                for typed, people in self.namesakes
            ),
        )


def names_in(text):
    """The names of a pasted list, in order: 接龙 numbers, headings, remarks dropped.

    A number behind a name in brackets is kept, since it tells namesakes apart.
    """
    names = []
    for line in _behind_the_title(unicodedata.normalize("NFKC", text).splitlines()):
        line = NUMBERED.sub("", line.strip())
        if not line or (line.startswith(HEADINGS) and len(line) > 1):
            continue
        for part in SEPARATOR.split(line):
            part = COMPANIONS.sub("", NUMBERED.sub("", part).strip())
            if (part and not part.isdecimal()) or _is_number(part):
                names.append(part)
    return names[:MOST]


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


def find(text, members):
    """Match the names in `text` against `members`.

    Of those it needs `pk`, `name`, `staff_no` and `spelling`.
    """
    by_name, by_number, by_spelling = _indexes(members)
    found, unknown, namesakes = {}, [], []
    for typed in names_in(text):
        hits = _hits(typed, by_name, by_number, by_spelling)
        if len(hits) == 1:
            found[hits[0].pk] = hits[0]
        elif hits:
            namesakes.append((typed, tuple(hits)))
        else:
            unknown.append(typed)
    return Found(tuple(found.values()), tuple(unknown), tuple(namesakes))


def _indexes(members):
    by_name, by_number, by_spelling = defaultdict(list), {}, defaultdict(list)
    for member in members:
        by_name[_plain(member.name)].append(member)
        by_number[member.staff_no.lower()] = member
        for spelt in member.spelling.split():
            by_spelling[spelt].append(member)
    return by_name, by_number, by_spelling


def _hits(typed, by_name, by_number, by_spelling):
    told_apart = WITH_NUMBER.match(typed)
    if told_apart and told_apart[2].lower() in by_number:
        return [by_number[told_apart[2].lower()]]
    plain = _plain(REMARK.sub("", typed))
    if plain in by_name:
        return by_name[plain]
    if plain in by_number:
        return [by_number[plain]]
    if plain in by_spelling:
        return by_spelling[plain]
    first = plain.split(" ", 1)[0] if " " in plain else re.split(r"\s", typed)[0]
    return by_name.get(_plain(first), [])


def _plain(name):
    """Without blanks, small letters, one kind of middle dot."""
    return re.sub(r"[•・．.∙]", "·", re.sub(r"\s", "", name)).lower()
