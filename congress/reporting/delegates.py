"""What pages tell of a congress: its units, its delegates, the composition light."""

import datetime
from dataclasses import dataclass, field

from congress import composition
from congress.composition import Key, Share, percent
from congress.models import CompositionRule, Delegate
from members.models import Member
from members.reporting import Moment
from unionoffice.xlsx import Column, Sheet

YOUNG = 35  # 周岁; domain.md 1.1
APP = "教代会"


@dataclass
class Unit:
    """A constituency with its figures on a day."""

    row: object
    electorate: int  # staff of its departments, 0 where none are named
    elected: int
    departments: list = field(default_factory=list)

    @property
    def vacant(self):
        return max(0, self.row.quota - self.elected)

    @property
    def words(self):
        return f"缺 {self.vacant}" if self.vacant else "已满"


def units(congress, day):
    """The Units of a congress, in their order; in a fixed number of queries."""
    rows = congress.constituencies.select_related("delegation")
    rows = rows.prefetch_related("departments")
    seats = congress.delegates.on(day).full().values_list("constituency", flat=True)
    seats = list(seats.order_by())
    staff = list(congress.staff(day).order_by().values_list("department", flat=True))
    found = []
    for row in rows:
        places = list(row.departments.all())
        keys = {place.pk for place in places}
        people = sum(department in keys for department in staff)
        found.append(Unit(row, people, seats.count(row.pk), places))
    return found


def light(congress, day):
    """The Findings on the full delegates of `day`; none before there are any."""
    people = list(
        congress.delegates.on(day)
        .full()
        .order_by()
        .values_list("is_teacher", "is_leader", "member__sex", "member__birth_date")
    )
    if not people:
        return []
    order = list(Key)
    rules = sorted(CompositionRule.objects.on(day), key=lambda r: order.index(r.key))
    return composition.findings(rules, _shares(congress, people, day))


def _shares(congress, people, day):
    staff = congress.staff(day)
    count = staff.count()
    women = staff.filter(sex=Member.Sex.FEMALE).count()
    born = _youngest(day)
    young = staff.filter(birth_date__gt=born).count()
    whole = len(people)
    return {
        Key.TEACHERS: Share(sum(p[0] for p in people), whole, "教师代表"),
        Key.LEADERS: Share(sum(p[1] for p in people), whole, "中层以上领导代表"),
        Key.WOMEN: Share(
            sum(p[2] == Member.Sex.FEMALE for p in people),
            whole,
            "女代表",
            f"女职工占教职工 {percent(women, count)}",
        ),
        Key.YOUNG: Share(
            sum(bool(p[3] and p[3] > born) for p in people),
            whole,
            f"{YOUNG} 周岁以下的代表",
            f"教职工里占 {percent(young, count)}",
        ),
        Key.SIZE: Share(whole, count, "正式代表", "代表人数占教职工的比例"),
    }


def _youngest(day):
    """Who was born after this day is not yet YOUNG + 1 years old on `day`."""
    year = day.year - YOUNG - 1
    try:
        return day.replace(year=year)
    except ValueError:  # 29 February
        return datetime.date(year, 3, 1)


def moments(member):
    """Elected and ended, for the person's timeline."""
    rows = Delegate.objects.of_member(member.pk).with_people()
    found = []
    for row in rows:
        title = f"{row.congress}{row.get_kind_display()}"
        found.append(Moment(row.elected_on, f"当选{title}", app=APP))
        if row.ended_on:
            why = row.get_end_reason_display()
            found.append(Moment(row.ended_on, f"不再是{title}（{why}）", app=APP))
    return found


HEADS = (
    Column("届", width=24),
    Column("选举单位", width=16),
    Column("代表团", width=14),
    Column("姓名", width=10),
    Column("类型", width=10),
    Column("性别", width=6),
    Column("教师", width=6),
    Column("中层以上", width=9),
    Column("当选日期", "day"),
    Column("结束日期", "day"),
    Column("结束原因", width=14),
)


def year_sheet(year):
    """教代会代表: who was a delegate on any day of the year."""
    first, last = datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    rows = Delegate.objects.within(first, last).with_people().in_roster_order()
    return Sheet("教代会代表", HEADS, [_line(row) for row in rows])


def _line(row):
    return (
        str(row.congress),
        str(row.constituency or ""),
        str(row.delegation or ""),
        row.member.name,
        row.get_kind_display(),
        row.member.sex,
        "是" if row.is_teacher else "",
        "是" if row.is_leader else "",
        row.elected_on,
        row.ended_on,
        row.get_end_reason_display(),
    )
