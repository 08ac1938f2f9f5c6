"""教龄30年: who reaches a number of years of teaching, this year or next."""

import datetime
from dataclasses import replace

import django_filters
from django.db.models import Value

from members import rules
from members.listcolumns import DEPARTMENT, GROUP, SEX, TITLE
from members.listfilters import ListFilter
from members.lists.kinds import List
from members.models import ListCustom
from members.models.sorting import whole_years
from unionoffice.lists import Column


class TeachingFilter(ListFilter):
    year = django_filters.ChoiceFilter(
        label="哪一年满", method="by_nothing", empty_label="今明两年"
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
        told = rows.annotate(asked_years=Value(self.years))
        return told.order_by("teaching_since", "staff_no")

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


def _reached(member):
    return years_after(member.teaching_since, member.asked_years)


TEACHING = List(
    code="teaching",
    title="教龄满年",
    about="今明两年教龄满年的在职教职工，给教龄纪念、疗休养排名单用。",
    rule=rules.teaching_list,
    filters=TeachingFilter,
    columns=(
        Column(
            "since",
            "教龄起算",
            "teaching_since",
            "day",
            order=("teaching_since",),
            on_phone=False,
        ),
        Column("reached", "满的日子", _reached, "day", order=("teaching_since",)),
        SEX,
        DEPARTMENT,
        replace(GROUP, on_phone=False),
        TITLE,
    ),
    nobody="这段时间没有人满。教龄起算没有登记的人算不出来。",
    action="teaching.exported",
)
