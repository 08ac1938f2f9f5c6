"""How a name may be typed: every reading of every character, full and initials."""

import itertools

from pypinyin import Style, pinyin

MOST = 24


def keys(name):
    """All spellings of `name`, lower case, parted by blanks: 曾敏 is zengmin zm
    cengmin cm. At most MOST readings are combined."""
    readings = pinyin(name, style=Style.NORMAL, heteronym=True, errors=list)
    readings = [sorted(set(r), key=r.index) for r in readings]
    spelt = []
    for combined in itertools.islice(itertools.product(*readings), MOST):
        spelt += ["".join(combined), "".join(part[:1] for part in combined)]
    return " ".join(dict.fromkeys(word.lower() for word in spelt if word.strip()))
