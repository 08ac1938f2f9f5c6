"""The columns of the lists of congresses and delegates; votes for the office only."""

from django.utils import timezone

from congress.models import Congress, Delegate
from unionoffice.lists import Column, in_order_of

CONGRESSES = (
    Column(
        "name",
        "届",
        str,
        order=("level", "department__name", "term"),
        width=36,
        is_head=True,
        url=Congress.get_absolute_url,
    ),
    Column(
        "begins",
        "届期开始",
        lambda row: row.begins_on or "未定",
        "day",
        order=("begins_on",),
    ),
    Column(
        "ends", "届期结束", lambda row: row.ends_on or "未定", "day", order=("ends_on",)
    ),
    Column(
        "delegates",
        "正式代表",
        lambda row: row.delegate_count if row.has_delegates else "",
        "number",
        order=("delegate_count",),
    ),
    Column("sessions", "会次", "session_count", "number", order=("session_count",)),
)


def _name(row):
    return row.member.name


def _age(row):
    """On today; nothing without a day of birth."""
    if row.member.birth_date is None:
        return ""
    return row.member.age_on(timezone.localdate())


PUBLIC = (
    Column(
        "unit",
        "选举单位",
        "constituency",
        order=("constituency__order", "constituency"),
        width=18,
    ),
    Column("name", "姓名", _name, order=("member__spelling",), width=10, is_head=True),
    Column(
        "kind",
        "类型",
        "get_kind_display",
        order=(in_order_of("kind", Delegate.Kind),),
        width=10,
    ),
    Column(
        "delegation",
        "代表团",
        "delegation",
        order=("delegation__order", "delegation"),
        width=14,
        on_phone=False,
    ),
    Column(
        "department",
        "部门",
        "member.department",
        order=("member__department__name",),
        width=14,
        on_phone=False,
    ),
    Column(
        "sex", "性别", "member.sex", order=("member__sex",), width=6, on_phone=False
    ),
    Column(
        "teacher",
        "教师",
        lambda row: "是" if row.is_teacher else "",
        order=("is_teacher",),
        width=6,
        on_phone=False,
    ),
    Column(
        "leader",
        "中层以上",
        lambda row: "是" if row.is_leader else "",
        order=("is_leader",),
        width=9,
        on_phone=False,
    ),
    Column(
        "elected", "当选", "elected_on", "day", order=("elected_on",), on_phone=False
    ),
    Column("ended", "结束", lambda row: row.ended_on or "", "day", order=("ended_on",)),
)
ATTENDANCE = Column(
    "attendance",
    "出勤",
    lambda row: f"{row.came} / {row.called}" if row.called else "",
    order=("came",),
    width=9,
    on_phone=False,
    fetch=lambda rows: rows.with_attendance(),
)
OFFICE = (
    Column(
        "age",
        "年龄",
        _age,
        "number",
        order=("member__birth_date",),
        is_shown=False,
    ),
    Column(
        "ethnicity",
        "民族",
        "member.ethnicity",
        order=("member__ethnicity",),
        width=8,
        is_shown=False,
    ),
    Column("reason", "结束原因", "get_end_reason_display", width=14, is_shown=False),
    Column("note", "说明", "end_note", width=30, is_shown=False),
    Column("electorate", "选区人数", "electorate", "number", is_shown=False),
    Column("turnout", "参加投票", "turnout", "number", is_shown=False),
    Column("votes", "得票", "votes", "number", is_shown=False),
)


def delegate_columns(*, office):
    return (*PUBLIC, ATTENDANCE, *OFFICE) if office else PUBLIC
