"""Find the people that a typed or pasted list names."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace

from members import pasting, pinyin, spelling

WITH_NUMBER = re.compile(r".*?[(（]([0-9A-Za-z_-]+)[)）](.*)")
BRACKETS = re.compile(r"[(（\[【]([^)）\]】]*)[)）\]】]")
# A 工号 before or behind a name: T1014 吴海燕, 吴海燕T1014.
BESIDE = re.compile(
    r"(?P<first>[A-Za-z_-]*\d[0-9A-Za-z_-]*)\s*(?P<then>[^\d\sA-Za-z].*)"
    r"|(?P<name>\D+?)\s*(?P<last>[A-Za-z_-]*\d[0-9A-Za-z_-]*)"
)
# What may follow a name without a blank: 张三带1人.
FOLLOWS = re.compile(r"[+带携加另和请不]")


@dataclass(frozen=True)
class Found:
    """What a list gave: members without doubles, and what was not clear.

    `remarks` holds what stood behind a name (带1人), by the key of the member;
    `pasting.companions` counts who comes along. `repeated` are members named more than
    once. `near` are members whom an unknown name may mean, by that name.
    """

    members: tuple
    unknown: tuple = ()
    namesakes: tuple = ()  # (typed, members) pairs
    repeated: tuple = ()
    remarks: dict = field(default_factory=dict)
    near: dict = field(default_factory=dict)

    @property
    def is_any(self):
        """Whether the list named anybody at all, known or not."""
        return bool(self.members or self.unknown or self.namesakes)

    def read(self, in_bulk):
        """The same with whole rows, which `in_bulk` gives for a list of keys."""
        alike = [member for _, people in self.namesakes for member in people]
        close = [member for people in self.near.values() for member in people]
        rows = in_bulk({member.pk for member in (*self.members, *alike, *close)})

        def whole(people):
            return tuple(rows[member.pk] for member in people)

        return replace(
            self,
            members=whole(self.members),
            namesakes=tuple((typed, whole(people)) for typed, people in self.namesakes),
            repeated=whole(self.repeated),
            near={typed: whole(people) for typed, people in self.near.items()},
        )


def names_in(text):
    """The names of a pasted list, in order: 接龙 numbers, headings, remarks dropped.

    A number behind a name in brackets is kept, since it tells namesakes apart.
    """
    return [entry.typed for entry in pasting.entries_in(text)]


def find(text, members, picks=None):
    """Match the names in `text` against `members`.

    Of those it needs `pk`, `name`, `staff_no` and `spelling`. `picks` says of names
    that are not clear whom they mean: a 工号, or "" for nobody.
    """
    indexes = _Indexes(members)
    entries = pasting.entries_in(text, indexes.knows)
    reading = _Reading(indexes, picks or {}, Counter(e.typed for e in entries))
    for entry in entries:
        reading.take(entry)
    return reading.found()


class _Reading:
    """What has been found so far, entry by entry."""

    def __init__(self, indexes, picks, counts):
        self.indexes, self.picks, self.counts = indexes, picks, counts
        self.members, self.namesakes, self.unknown = {}, {}, {}
        self.times, self.remarks = Counter(), {}

    def take(self, entry):
        hits, remark = self.indexes.hits(entry)
        pick = self.picks.get(entry.typed) if len(hits) != 1 else None
        if pick == "":
            return
        hits = self.indexes.number(pick) if pick else hits
        if not hits:
            self.unknown[entry.typed] = True
        elif len(hits) == 1:
            self._named(hits[0], remark)
        elif self.counts[entry.typed] == len(hits):
            self.members |= {member.pk: member for member in hits}  # all of that name
        else:
            self.namesakes[entry.typed] = tuple(hits)

    def _named(self, member, remark):
        self.members[member.pk] = member
        self.times[member.pk] += 1
        if remark:
            self.remarks.setdefault(member.pk, remark)

    def found(self):
        repeated = [self.members[pk] for pk, n in self.times.items() if n > 1]
        return Found(
            members=tuple(self.members.values()),
            unknown=tuple(self.unknown),
            namesakes=tuple(self.namesakes.items()),
            repeated=tuple(repeated),
            remarks=self.remarks,
            near=spelling.near([*self.unknown], self.indexes.members),
        )


class _Indexes:
    """The members by name, by 工号 and by each way to spell them."""

    def __init__(self, members):
        self.members = list(members)
        self.by_name, self.by_number = defaultdict(list), {}
        self.by_spelling = defaultdict(list)
        for member in self.members:
            self.by_name[_plain(member.name)].append(member)
            self.by_number[member.staff_no.lower()] = member
            for spelt in member.spelling.split():
                self.by_spelling[spelt].append(member)

    def knows(self, cell):
        """Whether a cell of a table names somebody by name or 工号."""
        plain = _plain(cell)
        return plain in self.by_name or plain in self.by_number

    def number(self, staff_no):
        member = self.by_number.get(staff_no.lower())
        return [member] if member else []

    def hits(self, entry):
        """Who may be meant, and what was said beside the name."""
        if entry.number and (told := self.number(entry.number)):
            return told, entry.remark
        told_apart = WITH_NUMBER.fullmatch(entry.typed)
        if told_apart and (told := self.number(told_apart[1])):
            return told, _joined(told_apart[2].strip(), entry.remark)
        if told := self._beside(entry.typed):
            return [told[0]], _joined(told[1], entry.remark)
        aside = _joined(*BRACKETS.findall(entry.typed))
        bare = BRACKETS.sub("", entry.typed)
        plain = _plain(bare)
        hits = self._exact(plain)
        rest = ""
        if not hits:
            hits, rest = self._before_a_remark(bare, plain)
        return hits, _joined(rest, aside, entry.remark) if hits else ""

    def _beside(self, typed):
        """(member, remark) of a 工号 before or behind the name it belongs to."""
        if not (found := BESIDE.fullmatch(typed.strip())):
            return None
        number, words = found["first"] or found["last"], found["name"] or found["then"]
        for member in self.number(number):
            plain, name = _plain(words), _plain(member.name)
            if plain.startswith(name):
                return member, plain.removeprefix(name)
        return None

    def _exact(self, plain):
        if plain in self.by_name:
            return self.by_name[plain]
        return self.number(plain) or self.by_spelling.get(pinyin.typed(plain), [])

    def _before_a_remark(self, bare, plain):
        """阿依古丽·买买提 素食, or 张三带1人."""
        first, _, rest = bare.strip().partition(" ")
        if hits := self.by_name.get(_plain(first), []):
            return hits, rest.strip()
        for end in range(len(plain) - 1, 1, -1):
            if plain[:end] in self.by_name and FOLLOWS.match(plain[end:]):
                return self.by_name[plain[:end]], plain[end:]
        return [], ""


def _joined(*parts):
    return "；".join(part for part in parts if part)


def _plain(name):
    """Without blanks, small letters, one kind of middle dot."""
    return re.sub(r"[•・．.∙]", "·", re.sub(r"\s", "", name)).lower()
