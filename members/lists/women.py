"""女职工档案: the women who work here, for the women's committee."""

import django_filters
from django.utils import timezone

from members import rules
from members.listfilters import ListFilter
from members.lists.kinds import List, Shown, department, group
from members.models import Member


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
    order = django_filters.OrderingFilter(
        label="排序",
        fields=(
            ("staff_no", "staff_no"),
            ("spelling", "name"),
            ("birth_date", "birth"),
            ("group__order", "group"),
        ),
        choices=(
            ("staff_no", "按工号"),
            ("name", "按姓名拼音"),
            ("birth", "按年龄"),
            ("group", "按工会小组"),
        ),
        empty_label="按工号",
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
        Shown(
            "年龄", lambda m: m.age_on(timezone.localdate()), "number", on_cards=True
        ),
        Shown("部门", department, on_cards=True),
        Shown("工会小组", group),
        Shown("职称", lambda m: m.title, width=14),
        Shown("学历", lambda m: m.education, width=12),
        Shown("政治面貌", lambda m: m.politics, width=12),
        Shown("用工形式", lambda m: m.get_employment_display(), width=10),
        Shown("人员状态", lambda m: m.get_work_status_display(), width=10),
        Shown("入会日期", lambda m: m.joined_union_on, "day"),
    ),
    nobody="名册里还没有在职女职工。",
)
