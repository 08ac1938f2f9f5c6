"""Who of the staff retires when: the list and its sheet."""

import datetime
from dataclasses import dataclass

from members.models import Member
from unionoffice import xlsx

FIRST_YEAR = 1964  # before it nobody reached the age whom a roster knows
PRIVATE = ("出生日期",)
CUSTOM = (
    "按 2025 年起渐进式延迟法定退休年龄的办法推算：男 60 到 63 岁，女 55 到 58 岁，"
    "女工勤人员 50 到 55 岁。本人选择提前或延后的，以批准为准。"
)


@dataclass(frozen=True)
class Retirement:
    """On which day somebody reaches the statutory age, and how old that is."""

    member: Member
    on: datetime.date

    @property
    def age(self):
        """60岁3个月."""
        born = self.member.birth_date
        months = (self.on.year - born.year) * 12 + self.on.month - born.month
        years, rest = divmod(months, 12)
        return f"{years}岁{rest}个月" if rest else f"{years}岁"


def retirements(rows, first, last):
    """Those of `rows` who reach the age between two days, the first first."""
    near = rows.near_retirement(max(first.year, FIRST_YEAR), last.year)
    found = [Retirement(m, m.retires_on) for m in near.with_places() if m.sex]
    due = [one for one in found if first <= one.on <= last]
    return sorted(due, key=lambda one: (one.on, one.member.staff_no))


def sheet(found):
    return xlsx.Sheet(
        title="即将退休",
        columns=(
            xlsx.Column("工号", width=10),
            xlsx.Column("姓名", width=12),
            xlsx.Column("性别", width=6),
            xlsx.Column("出生日期", width=12),
            xlsx.Column("部门"),
            xlsx.Column("工会小组"),
            xlsx.Column("岗位类别", width=10),
            xlsx.Column("到龄日期", "day"),
            xlsx.Column("退休年龄", width=12),
        ),
        rows=[
            (
                one.member.staff_no,
                one.member.name,
                one.member.sex,
                one.member.birth_text,
                str(one.member.department or ""),
                str(one.member.group or ""),
                one.member.get_post_kind_display(),
                one.on,
                one.age,
            )
            for one in found
        ],
        notes=(CUSTOM,),
    )
