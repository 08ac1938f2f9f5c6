"""教龄30年: who reaches a number of years of teaching, this year or next."""

import datetime

import django_filters
from django.db.models import Value

from members import rules
from members.listfilters import ListFilter
from members.lists.kinds import List, Shown, department, group
from members.models import ListCustom
from members.models.sorting import whole_years


class TeachingFilter(ListFilter):
    year = django_filters.ChoiceFilter(
        label="哪一年满", method="by_nothing", empty_label="今明两年"
    )
    order = django_filters.OrderingFilter(
        label="排序",
        fields=(("spelling", "name"), ("group__order", "group")),
        choices=(("name", "按姓名拼音"), ("group", "按工会小组")),
        empty_label="按满的日子",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.years = ListCustom.load().teaching_years
        around = range(self.today.year - 1, self.today.year + 6)
        self.form.fields["year"].choices = [(str(y), f"{y}年") for y in around]

    @property
    def span(self):
        """First and last of the years asked about."""
        year = self.asked.get("year")
        return (int(year),) * 2 if year else (self.today.year, self.today.year + 1)

    @property
    def found(self):
        first, last = self.span
        since = (first - self.years, last - self.years)
        rows = self.qs.working().filter(teaching_since__range=whole_years(*since))
        if not self.asked.get("order"):
            rows = rows.order_by("teaching_since", "staff_no")
        return rows.annotate(reached_after=Value(self.years))

    @property
    def told(self):
        first, last = self.span
        when = f"{first}年" if first == last else f"{first}年和{last}年"
        return f"{when}教龄满 {self.years} 年的在职教职工"


def years_after(day, years):
    """The same day so many years later; 29 February falls on the 28th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return datetime.date(day.year + years, 2, 28)


def reached_on(member):
    """The day on which a member of this list has taught for so many years."""
    return years_after(member.teaching_since, member.reached_after)


TEACHING = List(
    code="teaching",
    title="教龄满年",
    about="今明两年教龄满年的在职教职工，给教龄纪念、疗休养排名单用。",
    rule=rules.teaching_list,
    filters=TeachingFilter,
    columns=(
        Shown("教龄起算", lambda m: m.teaching_since, "day"),
        Shown("满的日子", reached_on, "day", on_cards=True),
        Shown("性别", lambda m: m.sex, width=6),
        Shown("部门", department, on_cards=True),
        Shown("工会小组", group),
        Shown("职称", lambda m: m.title, width=14),
    ),
    nobody="这段时间没有人满。教龄起算没有登记的人算不出来。",
)
