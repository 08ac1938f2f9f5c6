"""女职工档案: the women who work here, for the women's committee."""

from dataclasses import replace

import django_filters
from django.db.models.functions import ExtractDay, ExtractMonth, ExtractYear
from django.utils import timezone

from members import rules
from members.listcolumns import (
    DEPARTMENT,
    EMPLOYMENT,
    GROUP,
    JOINED,
    STATUS,
    TITLE,
)
from members.listfilters import ListFilter
from members.lists.kinds import List
from members.models import Member
from unionoffice.lists import Column

# The youngest first.
BY_AGE = tuple(-part("birth_date") for part in (ExtractYear, ExtractMonth, ExtractDay))


class WomenFilter(ListFilter):
    employment = django_filters.ChoiceFilter(
        label="用工形式", choices=Member.Employment
    )
    work_status = django_filters.ChoiceFilter(
        label="人员状态",
        choices=[
            pair for pair in Member.WorkStatus.choices if pair[0] not in Member.GONE
        ],
    )

    @property
    def found(self):
        return self.qs.working().women()

    @property
    def told(self):
        day = self.today
        return f"在职女职工，{day.year}年{day.month}月{day.day}日"


WOMEN = List(
    code="women",
    title="女职工档案",
    about="在职女职工。按口径每年定期核对一遍，核对完成后登记日期。",
    rule=rules.women_list,
    filters=WomenFilter,
    columns=(
        Column(
            "age",
            "年龄",
            lambda m: m.age_on(timezone.localdate()),
            "number",
            order=BY_AGE,
            is_private=True,
        ),
        DEPARTMENT,
        replace(GROUP, on_phone=False),
        TITLE,
        Column("education", "学历", "education", width=12, on_phone=False),
        Column("politics", "政治面貌", "politics", width=12, on_phone=False),
        replace(EMPLOYMENT, is_shown=True, on_phone=False),
        replace(STATUS, on_phone=False),
        JOINED,
    ),
    nobody="名册里还没有在职女职工。",
    action="women.exported",
)
