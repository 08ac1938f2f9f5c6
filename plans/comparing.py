"""Two texts side by side: what went and what came, in words a person can read."""

import difflib
import re
from dataclasses import dataclass

# A run of letters or digits is one word; each Chinese sign is one of its own.
WORD = re.compile(r"[A-Za-z0-9.%]+|\s+|.", re.DOTALL)
SAME, DEL, INS = "same", "del", "ins"
SHORT = 2  # so few equal signs between two changes only scatter the page
MOST_WORDS = 1500  # a longer block is told whole: old, then new


@dataclass(frozen=True)
class Run:
    """A piece of one side; `kind` is same, del (old side) or ins (new side)."""

    kind: str
    text: str


def sides(old, new):
    """(runs of the old text, runs of the new text), compared by lines, then words."""
    left, right = [], []
    before, after = old.splitlines(True), new.splitlines(True)
    for tag, a, b, c, d in _opcodes(before, after):
        was, now = "".join(before[a:b]), "".join(after[c:d])
        if tag == "equal":
            left.append(Run(SAME, was))
            right.append(Run(SAME, now))
        else:
            _by_words(was, now, left, right)
    return _joined(left), _joined(right)


def _by_words(was, now, left, right):
    before, after = WORD.findall(was), WORD.findall(now)
    if max(len(before), len(after)) > MOST_WORDS:
        before, after = [was], [now]
    for tag, a, b, c, d in _without_specks(_opcodes(before, after)):
        same = tag == "equal"
        left.append(Run(SAME if same else DEL, "".join(before[a:b])))
        right.append(Run(SAME if same else INS, "".join(after[c:d])))


def _opcodes(before, after):
    return difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes()


def _without_specks(codes):
    """Equal runs of a sign or two between changes are taken for changed."""
    last = len(codes) - 1
    return [
        ("replace", *places)
        if tag == "equal" and 0 < n < last and places[1] - places[0] <= SHORT
        else (tag, *places)
        for n, (tag, *places) in enumerate(codes)
    ]


def _joined(runs):
    """Neighbours of one kind as one; empty ones gone."""
    found = []
    for run in runs:
        if not run.text:
            continue
        if found and found[-1].kind == run.kind:
            found[-1] = Run(run.kind, found[-1].text + run.text)
        else:
            found.append(run)
    return found


@dataclass(frozen=True)
class Pair:
    """One part of a paper in two versions; a side is None where it has none."""

    heading: str
    left: list | None
    right: list | None

    @property
    def is_same(self):
        return self.left == self.right

    @property
    def fate(self):
        """同, 新增, 删去 or 改动, said beside the heading."""
        if self.left is None:
            return "新增"
        if self.right is None:
            return "删去"
        return "" if self.is_same else "改动"


def pair(heading, old, new):
    """Compare two texts; None stands for a part that is not there."""
    if old is None:
        return Pair(heading, None, [Run(INS, new)])
    if new is None:
        return Pair(heading, [Run(DEL, old)], None)
    return Pair(heading, *sides(old, new))
