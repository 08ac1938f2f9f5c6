"""The day of retirement by the gradual rule in force since 2025-01-01.

Source: 全国人民代表大会常务委员会关于实施渐进式延迟法定退休年龄的决定 (2024-09-13): men from
60 to 63 and women in management or technical posts from 55 to 58, one month for every
four months of birth; women workers from 50 to 55, one month for every two. Leaving up
to three years earlier or later is a choice of the person and is not computed here.
"""

import calendar
import datetime
from dataclasses import dataclass

WORKER = "worker"  # Member.PostKind.WORKER, 工勤
EARLIEST, LATEST = 50, 63  # the ages between which anybody retires


@dataclass(frozen=True)
class Rule:
    """`age` in years before the change; who is born in or after `first` (year,
    month 1) waits one month more for each `step` months of birth, `most` at most."""

    age: int
    first: int
    step: int
    most: int


MEN = Rule(age=60, first=1965, step=4, most=36)
WOMEN = Rule(age=55, first=1970, step=4, most=36)
WOMEN_WORKERS = Rule(age=50, first=1975, step=2, most=60)


def rule_of(sex, post_kind):
    """The rule for 男 or 女; 工勤 posts count for women only. None without a sex."""
    if sex == "男":
        return MEN
    if sex == "女":
        return WOMEN_WORKERS if post_kind == WORKER else WOMEN
    return None


def delay(birth, rule):
    """Months by which the rule puts off the retirement of someone born on `birth`."""
    since = (birth.year - rule.first) * 12 + birth.month - 1
    return 0 if since < 0 else min(since // rule.step + 1, rule.most)


def retirement_day(birth, sex, post_kind):
    """The statutory day, or None where birth date or sex is not known."""
    rule = rule_of(sex, post_kind)
    if birth is None or rule is None:
        return None
    months = birth.year * 12 + birth.month - 1 + rule.age * 12 + delay(birth, rule)
    year, month = divmod(months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return datetime.date(year, month + 1, min(birth.day, last))
