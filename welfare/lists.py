"""The columns of the lists of the welfare work."""

from django.urls import reverse
from django.utils.http import urlencode

from members.listcolumns import BY_DEPARTMENT, BY_GROUP
from members.models import Member
from unionoffice.lists import Column, Deed, in_order_of, state_column
from welfare import rules
from welfare.models import HealthCheck, HealthRound, Visit


def visit_columns(user):
    """Of the visits; amounts only for those who may see them of everybody."""
    amounts = AMOUNTS if rules.visit_amounts(user) else ()
    return [*VISIT, *amounts, *AFTER]


def _people(visit):
    return "、".join(str(person) for person in visit.visitors.all())


VISIT = (
    Column(
        "member",
        "慰问谁",
        "member",
        order=("member__spelling",),
        width=12,
        is_head=True,
        url=Visit.get_absolute_url,
    ),
    Column(
        "occasion",
        "事由",
        "occasion",
        order=("occasion__order", "occasion__name"),
        width=14,
    ),
    Column("relation", "当事人", "get_relation_display", width=8, is_shown=False),
    Column("group", "工会小组", "member.group", is_shown=False),
    Column("day", "日期", "day", "day", order=("on",)),
    Column("visitors", "走访人", _people, width=20, on_phone=False),
)
AMOUNTS = (
    Column(
        "kind",
        "形式",
        "get_kind_display",
        order=(in_order_of("kind", Visit.Kind),),
        width=14,
        is_shown=False,
    ),
    Column(
        "source",
        "资金来源",
        "source",
        order=("source__order", "source__name"),
        width=14,
        on_phone=False,
    ),
    Column("amount", "金额", "amount", "money", order=("amount",)),
    Column("received", "签收人", "received_by", width=10, is_shown=False),
)
AFTER = (state_column(Visit, width=9),)

ROUNDS = (
    Column(
        "title",
        "体检",
        str,
        order=("starts_on",),
        width=28,
        is_head=True,
        url=HealthRound.get_absolute_url,
    ),
    Column("starts", "开始", "starts_on", "day", order=("starts_on",)),
    Column("ends", "结束", "ends_on", "day", order=("ends_on",)),
    Column("place", "地点", "place", is_shown=False),
    *(
        Column(name, heading, name, "number", order=(name,))
        for name, heading in (
            ("total", "应检"),
            ("done", "已检"),
            ("excused", "免检"),
            ("not_yet", "未检"),
        )
    ),
)

CHECKS = (
    Column(
        "name",
        "姓名",
        "member.name",
        order=("member__spelling",),
        width=12,
        is_head=True,
    ),
    Column(
        "staff_no",
        "工号",
        "member.staff_no",
        order=("member__staff_no",),
        width=10,
        on_phone=False,
    ),
    Column(
        "department",
        "部门",
        "member.department",
        order=tuple(f"member__{name}" for name in BY_DEPARTMENT),
    ),
    Column(
        "group",
        "工会小组",
        "member.group",
        order=tuple(f"member__{name}" for name in BY_GROUP),
        is_shown=False,
    ),
    state_column(HealthCheck, width=8),
    Column(
        "day",
        "体检日期",
        "done_on",
        "day",
        order=("done_on",),
        label="日期",
        on_phone=False,
    ),
)


def retiree_columns(custom, today):
    """Of the retired, with the round birthdays of this year and the next by the
    school's custom."""

    def round_age(year):
        def told(member):
            age = member.birth_date and custom.round_age(year, member.birth_date)
            return f"{age}寿" if age else ""

        return told

    return [
        *RETIREE,
        Column(
            "birthday",
            "生日",
            lambda m: m.birthday_text,
            width=8,
            is_private=True,
        ),
        Column(
            "age",
            "周岁",
            lambda m: m.age_on(today),
            "number",
            is_private=True,
        ),
        Column(
            "round",
            "今年祝寿",
            round_age(today.year),
            label="今年",
            tone=lambda m: "mine",
            width=12,
        ),
        Column(
            "next",
            "明年祝寿",
            round_age(today.year + 1),
            label="明年",
            on_phone=False,
            width=12,
        ),
        *VISITED,
    ]


RETIREE = (
    Column(
        "name",
        "姓名",
        "name",
        order=("spelling",),
        width=12,
        is_head=True,
        url=Member.get_absolute_url,
    ),
    Column(
        "staff_no",
        "工号",
        "staff_no",
        order=("staff_no",),
        width=10,
        is_shown=False,
    ),
    Column("sex", "性别", "sex", order=("sex",), width=6, is_shown=False),
)
VISITED = (
    Column(
        "group",
        "联络小组",
        "group",
        order=BY_GROUP,
        label="小组",
        on_phone=False,
    ),
    Column(
        "visited",
        "最近慰问",
        lambda m: m.last_visit or "没有记录",
        "day",
        order=("last_visit",),
    ),
)


def visit_deed(member):
    """A link from the row of a retired person to a new visit."""
    query = urlencode({"member": f"{member.name}（{member.staff_no}）"})
    return Deed(
        "记慰问", f"{reverse('welfare:visit_new')}?{query}", f"给{member}记慰问"
    )
