"""生日: who has a birthday in a month; month and day only (trust.md 1.4, class 2)."""

import django_filters

from members import rules
from members.listcolumns import DEPARTMENT, GROUP, SEX, STATUS
from members.listfilters import ListFilter
from members.lists.kinds import List
from members.models.sorting import Day
from unionoffice.lists import Column

BY_DAY = (Day("birth_date"),)
MONTHS = [(str(month), f"{month}月") for month in range(1, 13)]


class BirthdayFilter(ListFilter):
    month = django_filters.ChoiceFilter(
        label="哪个月", choices=MONTHS, method="by_nothing", empty_label="本月"
    )
    whom = django_filters.ChoiceFilter(
        label="谁",
        choices=[("working", "在职"), ("retired", "离退休")],
        method="by_nothing",
        empty_label="在职和离退休",
    )

    @property
    def asked_month(self):
        return int(self.asked.get("month") or self.today.month)

    @property
    def found(self):
        whom = self.asked.get("whom")
        rows = self.qs.working_or_retired()
        rows = {"working": rows.working, "retired": rows.retired}.get(whom, rows.all)()
        rows = rows.born_in_month(self.asked_month)
        return rows.order_by(*BY_DAY, "staff_no")

    @property
    def told(self):
        return f"{self.asked_month}月过生日的人"


BIRTHDAYS = List(
    code="birthdays",
    title="生日",
    about="按月列出谁过生日，只显示月和日。没有登记出生日期的人不在里面。",
    rule=rules.birthday_list,
    filters=BirthdayFilter,
    columns=(
        Column(
            "birthday",
            "生日",
            "birthday_text",
            order=BY_DAY,
            width=8,
            is_private=True,
        ),
        SEX,
        DEPARTMENT,
        GROUP,
        STATUS,
    ),
    action="birthdays.exported",
    nobody="这个月没有人过生日。",
)
