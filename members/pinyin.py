"""How a name may be typed: every reading of every character, full and initials."""

import functools
import itertools
import unicodedata

from pypinyin import Style, pinyin
from pypinyin.seg.simpleseg import seg

MOST = 24
AS_STORED = (("ü", "v"), ("lyu", "lv"), ("nyu", "nv"), ("'", ""), ("’", ""))


def typed(word):
    """Letters as people type them, in the spelling that `keys` gives: lü is lv, xi'an
    is xian."""
    word = unicodedata.normalize("NFKC", word).lower()
    for other, stored in AS_STORED:
        word = word.replace(other, stored)
    return word


@functools.lru_cache(maxsize=10_000)
def _readings(part):
    """The readings of each sign of a character, or of a word that is read otherwise.

    A roster has few different ones; signs without a reading stay as they are.
    """
    read = pinyin(part, style=Style.NORMAL, heteronym=True, errors=list)
    return [sorted(set(r), key=r.index) for r in read if r[0].isalnum()]


def keys(name):
    """All spellings of `name`, lower case, parted by blanks: 曾敏 is zengmin zm
    cengmin cm. At most MOST readings are combined."""
    readings = [one for part in seg(name) for one in _readings(part)]
    spelt = []
    # Turned round, so that the readings of the first character, the surname, are
    # the last to be left out.
    for turned in itertools.islice(itertools.product(*reversed(readings)), MOST):
        combined = turned[::-1]
        spelt += ["".join(combined), "".join(part[:1] for part in combined)]
    return " ".join(dict.fromkeys(word.lower() for word in spelt if word.strip()))
