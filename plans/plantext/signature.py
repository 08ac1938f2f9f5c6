"""落款: who signs a plan and on which day, at its very end."""

import re

SIGNED = "落款没有收入计划：“{}”"
_DAY = re.compile(
    r"(?:(?:19|20)\d\d|二[〇0零]\S{2})\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月"
    r"(?:\s*[\d一二三四五六七八九十]{1,3}\s*[日号])?"
)
_SIGNER = re.compile(
    r".{0,30}(?:工会|委员会|工会小组|[小中大]学|学校|学院|幼儿园|办公室|集团|公司|局|科|处|组)"
    r"(?:\s*\(.{0,6}\))?"
)
ON_ONE_LINE = re.compile(rf"(?:{_SIGNER.pattern})\s+(?:{_DAY.pattern})")


def signature_of(prose):
    """The last lines that only sign a plan: signer and day, on one line or two."""
    said = [line for line in prose if line.text]
    if not said:
        return []
    shape = said[-1].shape.strip()
    if ON_ONE_LINE.fullmatch(shape):
        return [said[-1]]
    if not _DAY.fullmatch(shape):
        return []
    found = [said[-1]]
    if len(said) > 1 and _SIGNER.fullmatch(said[-2].shape.strip()):
        found.insert(0, said[-2])
    return found
