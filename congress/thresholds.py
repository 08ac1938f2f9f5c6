"""The arithmetic of a congress: of how many, how many are needed; exact in integers.

「以上」 includes the number itself, 「过」 does not (Civil Code, article 1259): a
threshold says whether it is inclusive. Sources: domain.md 1.1 (O32-19, 21; L2-28, 31).
"""

from dataclasses import dataclass
from enum import StrEnum


class Base(StrEnum):
    """Of whom a part is asked."""

    ALL = "all", "全体代表"
    EXPECTED = "expected", "应到"
    PRESENT = "present", "实到"
    VALID = "valid", "有效票"

    def __new__(cls, value, label):
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


@dataclass(frozen=True)
class Threshold:
    """A part of a number of people: `inclusive` (以上) reaches at the part itself,
    else (过) only above it."""

    words: str
    numerator: int
    denominator: int
    inclusive: bool = True

    def needed(self, base: int) -> int:
        """The smallest count that satisfies, of `base` people.

        With a base of nobody nothing is reached: at least one is needed.
        Raises ValueError for a negative base.
        """
        if base < 0:
            raise ValueError(base)
        part = self.numerator * base
        if self.inclusive:
            return max(1, -(-part // self.denominator))
        return part // self.denominator + 1

    def is_met(self, count: int, base: int) -> bool:
        """Whether `count` of `base` satisfy."""
        return count >= self.needed(base)


HALF = Threshold("半数以上", 1, 2)
MAJORITY = Threshold("过半数", 1, 2, inclusive=False)
TWO_THIRDS = Threshold("三分之二以上", 2, 3)
THIRD = Threshold("三分之一以上", 1, 3)
THREE_FIFTHS = Threshold("五分之三以上", 3, 5)
FOUR_FIFTHS = Threshold("五分之四以上", 4, 5)
BY_CODE = {
    "half": HALF,
    "majority": MAJORITY,
    "two_thirds": TWO_THIRDS,
    "third": THIRD,
    "three_fifths": THREE_FIFTHS,
    "four_fifths": FOUR_FIFTHS,
}


def quorum(expected: int, present: int) -> str:
    """应到120人，实到81人，达到三分之二（80人）, or how many are missing."""
    needed = TWO_THIRDS.needed(expected)
    told = f"应到{expected}人，实到{present}人，"
    if TWO_THIRDS.is_met(present, expected):
        return f"{told}达到三分之二（{needed}人）"
    return f"{told}没有达到三分之二（{needed}人），还差{needed - present}人"


def passed(yes: int, base: int, threshold: Threshold, what: Base = Base.ALL) -> str:
    """同意61票，全体代表120人的半数以上（60票），通过 — or 没有通过."""
    needed = threshold.needed(base)
    unit = "票" if what is Base.VALID else "人"
    end = "通过" if threshold.is_met(yes, base) else "没有通过"
    return (
        f"同意{yes}票，{what.label}{base}{unit}的{threshold.words}（{needed}票），{end}"
    )
