"""By what people are counted: each dimension names its rows and sorts people into them."""

from collections.abc import Callable
from dataclasses import dataclass

from members import synonyms
from members.models import Member
from members.synonyms import UNKNOWN, UNTOLD

BANDS = (
    (30, "30岁及以下"),
    (35, "31–35岁"),
    (40, "36–40岁"),
    (45, "41–45岁"),
    (50, "46–50岁"),
    (55, "51–55岁"),
    (60, "56–60岁"),
    (70, "61–70岁"),
    (80, "71–80岁"),
    (200, "81岁及以上"),
)


@dataclass(frozen=True)
class Dimension:
    """`of` sorts a Counted under one of `names` (or any other, which is appended)."""

    code: str
    title: str
    of: Callable
    names: tuple


def age_band(person):
    age = person.age
    if age is None:
        return UNTOLD
    return next(name for most, name in BANDS if age <= most)


def worded(column, choices):
    """By a column of choices, in their words."""
    words = dict(choices)

    def of(person):
        return words.get(getattr(person, column), UNTOLD)

    return of, (*words.values(), UNTOLD)


def group(person):
    return person.group or "未分小组"


_ALL = (
    Dimension("sex", "性别", *worded("sex", Member.Sex.choices)),
    Dimension("age", "年龄段", age_band, (*(name for _, name in BANDS), UNTOLD)),
    Dimension(
        "employment", "用工形式", *worded("employment", Member.Employment.choices)
    ),
    Dimension("post_kind", "岗位类别", *worded("post_kind", Member.PostKind.choices)),
    Dimension(
        "education",
        "学历",
        lambda person: synonyms.education(person.education),
        (*synonyms.EDUCATION, UNKNOWN, UNTOLD),
    ),
    Dimension(
        "politics",
        "政治面貌",
        lambda person: synonyms.politics(person.politics),
        (*synonyms.POLITICS, UNKNOWN, UNTOLD),
    ),
    Dimension(
        "work_status", "人员状态", *worded("work_status", Member.WorkStatus.choices)
    ),
    Dimension("group", "工会小组", group, ()),
)
DIMENSIONS = {one.code: one for one in _ALL}
CHOICES = [(one.code, one.title) for one in _ALL]
PRIVATE = {"politics"}  # of the office alone
