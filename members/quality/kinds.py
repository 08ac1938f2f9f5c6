"""The checks on one record: pure functions of what the roster says."""

import datetime
from collections import namedtuple
from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter

from members import idnumber, retirement
from members.models import Member, Membership

YOUNGEST = 16  # years; nobody works, and so joins, before (劳动法第十五条)
MEND, STANDING, MERGE = "edit", "standing", "merge"


@dataclass(slots=True)
class Person:
    """What the checks look at. The ID number is opened while it is checked only."""

    pk: int
    staff_no: str
    name: str
    sex: str
    birth_date: datetime.date | None
    phone: str
    department_id: int | None
    group_id: int | None
    work_status: str
    employment: str
    post_kind: str
    retired_on: datetime.date | None
    id_number: str
    id_problem: str
    today: datetime.date
    periods: tuple | list = ()

    @property
    def is_gone(self):
        return self.work_status in Member.GONE

    @property
    def has_gone_away(self):
        return self.work_status in (Member.WorkStatus.LEFT, Member.WorkStatus.DEAD)

    @property
    def is_retired(self):
        return self.is_gone and not self.has_gone_away


@dataclass(frozen=True)
class Kind:
    """One check: `says` answers a sentence, or "" where all is well; `of` names the
    data it looks at, whose change brings a settled finding back."""

    code: str
    title: str
    says: Callable
    of: Callable
    where: str = MEND
    # Of who has left the school little is asked.
    of_the_gone: bool = False


def missing(name, sentence):
    """A check that one column is filled."""

    def says(person):
        return "" if told(person) else sentence

    told = attrgetter(name)
    return says, lambda person: ""


def bad_id(person):
    return person.id_problem


def is_sound(person):
    return bool(person.id_number) and not person.id_problem


def other_sex(person):
    if not person.sex or not is_sound(person):
        return ""
    told = idnumber.sex(person.id_number)
    return "" if told == person.sex else f"登记为{person.sex}，身份证号里是{told}。"


def other_birthday(person):
    if not person.birth_date or not is_sound(person):
        return ""
    same = idnumber.birthday(person.id_number) == person.birth_date
    return "" if same else "出生日期和身份证号里的不一致。"


def no_retirement_day(person):
    return (
        "已退休，没有登记退休日期。"
        if person.is_retired and not person.retired_on
        else ""
    )


def beyond_retirement(person):
    if person.is_gone or person.employment == Member.Employment.REHIRED:
        return ""
    born = person.birth_date
    if born is None or person.today.year - born.year < retirement.EARLIEST:
        return ""
    day = retirement.retirement_day(born, person.sex, person.post_kind)
    if day is None or day > person.today:
        return ""
    return f"{day.year}年{day.month}月{day.day}日到法定退休年龄，仍登记为在职。"


def odd_membership(person):
    """The first oddity of the memberships (会籍), which the laws of the table allow."""
    for period in person.periods:
        for sentence in odd_period(person, period, person.today):
            return sentence
    return ""


def odd_period(person, period, today):
    """Sentences on a period of membership; `person` may be a Member, too."""
    born, joined = person.birth_date, period.joined_on
    if joined > today:
        yield "入会日期还没有到。"
    if born and joined.year - born.year < YOUNGEST:
        yield f"入会时不满 {YOUNGEST} 岁。"
    if person.retired_on and person.is_retired and joined > person.retired_on:
        yield "退休以后才入会。"
    if person.has_gone_away and period.ended_on is None:
        yield "已经离校或去世，会籍还没有结束。"
    if person.is_retired and period.ended_on is None and period.kept_on is None:
        yield "已经退休，还没有登记保留会籍。"
    if period.ended_on is None and period.kept_for == Membership.Kept.RETIRED:
        yield from _odd_keeping(person, period)


def _odd_keeping(person, period):
    """Kept for a retirement that was taken back, or from another day than it."""
    if not person.is_retired and not person.has_gone_away:
        yield "没有退休，会籍还登记着因退休保留。"
    elif person.retired_on and period.kept_on != max(
        person.retired_on, period.joined_on
    ):
        yield "会籍开始保留的日期不是退休日期。"


def id_digest(person):
    return person.id_number


def likeness(person):
    """What two records are found alike by."""
    return f"{person.name}{person.birth_date}{person.phone}{person.id_number}"


ONE = (
    Kind("no_phone", "没有手机", *missing("phone", "没有登记手机。")),
    Kind("bad_id", "身份证号有误", bad_id, id_digest, of_the_gone=True),
    Kind(
        "id_sex",
        "性别与身份证号不符",
        other_sex,
        lambda p: p.sex + p.id_number,
        of_the_gone=True,
    ),
    Kind(
        "id_birthday",
        "出生日期与身份证号不符",
        other_birthday,
        lambda p: f"{p.birth_date}{p.id_number}",
        of_the_gone=True,
    ),
    Kind("no_birthday", "没有出生日期", *missing("birth_date", "没有登记出生日期。")),
    Kind("no_sex", "没有性别", *missing("sex", "没有登记性别，算不出退休日期。")),
    Kind("no_group", "没有工会小组", *missing("group_id", "没有分工会小组。")),
    Kind(
        "no_department",
        "没有部门",
        lambda p: "" if p.is_gone or p.department_id else "在职，没有登记部门。",
        lambda p: p.work_status,
    ),
    Kind("no_retirement", "退休没有日期", no_retirement_day, lambda p: p.work_status),
    Kind(
        "beyond",
        "到龄仍在职",
        beyond_retirement,
        lambda p: f"{p.birth_date}{p.sex}{p.post_kind}{p.work_status}",
    ),
    Kind(
        "membership",
        "会籍日期可疑",
        odd_membership,
        lambda p: (
            f"{p.birth_date}{p.work_status}{p.retired_on}"
            + "".join(f"{q.joined_on}{q.kept_on}{q.ended_on}" for q in p.periods)
        ),
        where=STANDING,
        of_the_gone=True,
    ),
)
OF_THE_GONE = tuple(kind for kind in ONE if kind.of_the_gone)
DOUBLE = Kind("double", "可能重复", lambda p: "", likeness, where=MERGE)
KINDS = {kind.code: kind for kind in (*ONE, DOUBLE)}
CHOICES = [(kind.code, kind.title) for kind in KINDS.values()]
COLUMNS = (
    "pk",
    "staff_no",
    "name",
    "sex",
    "birth_date",
    "phone",
    "department_id",
    "group_id",
    "work_status",
    "employment",
    "post_kind",
    "retired_on",
    "id_number",
)
PERIOD_COLUMNS = ("joined_on", "kept_on", "kept_for", "ended_on")
Period = namedtuple("Period", PERIOD_COLUMNS)
