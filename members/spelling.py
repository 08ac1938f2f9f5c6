"""Whom a name that nobody has may mean: spelt alike, or one character off."""

from collections import defaultdict
from difflib import SequenceMatcher
from itertools import combinations

from members import pinyin

ASKED, OFFERED, ALIKE = 20, 3, 0.66


def near(unknown, members):
    """{name: up to OFFERED members} for the first ASKED of the unknown names."""
    names = [name for name in unknown[:ASKED] if 2 <= len(name) <= 10]
    if not names:
        return {}
    index = _index(members)
    found = {name: _near(name, index) for name in names}
    return {name: people for name, people in found.items() if people}


def _index(members):
    """Members by every sound of theirs and by each two of their characters."""
    index = defaultdict(list)
    for member in members:
        for key in {*member.spelling.split(), *_pairs(member.name)}:
            index[key].append(member)
    return index


def _pairs(name):
    """Each two characters of a longer name, in order: one may be wrong."""
    return map("".join, combinations(name, 2)) if len(name) > 2 else ()


def _near(name, index):
    """Of those who sound alike or share two characters, the most alike first."""
    sounds = pinyin.keys(name).split()
    keys = (*sounds, *_pairs(name))
    close = {m.pk: m for key in keys for m in index.get(key, ())}
    told = [(_likeness(name, sounds, member), member) for member in close.values()]
    told = [pair for pair in told if pair[0] >= ALIKE]
    told.sort(key=lambda pair: (-pair[0], pair[1].staff_no))
    return tuple(member for _, member in told[:OFFERED])


def _likeness(name, sounds, member):
    """How much of name or sound is shared: 1 for the same sound."""
    pairs = [(name, member.name)]
    if sounds and member.spelling:
        pairs += [(sound, member.spelling.split()[0]) for sound in sounds[::2]]
    return max(SequenceMatcher(None, *pair).ratio() for pair in pairs)
