"""The columns of the lists of people: what they hold, and who may have them."""

from django.urls import reverse

from members import rules
from members.models import Member, User
from unionoffice.lists import Column, in_order_of

BY_DEPARTMENT = ("department__order", "department__name")
BY_GROUP = ("group__order", "group__name")

NAME = Column(
    "name",
    "姓名",
    "name",
    order=("spelling",),
    width=12,
    is_head=True,
    url=Member.get_absolute_url,
)
STAFF_NO = Column(
    "staff_no", "工号", "staff_no", order=("staff_no",), width=10, on_phone=False
)
SEX = Column("sex", "性别", "sex", order=("sex",), width=6, on_phone=False)
DEPARTMENT = Column("department", "部门", "department", order=BY_DEPARTMENT)
GROUP = Column("group", "工会小组", "group", order=BY_GROUP, label="小组")
POST_KIND = Column(
    "post_kind",
    "岗位类别",
    "get_post_kind_display",
    order=(in_order_of("post_kind", Member.PostKind),),
    width=10,
    is_shown=False,
)
TITLE = Column("title", "职称", "title", width=14, on_phone=False)
EMPLOYMENT = Column(
    "employment",
    "用工形式",
    "get_employment_display",
    order=(in_order_of("employment", Member.Employment),),
    width=10,
    is_shown=False,
)
STATUS = Column(
    "status",
    "人员状态",
    "get_work_status_display",
    order=(in_order_of("work_status", Member.WorkStatus),),
    label="状态",
    width=10,
)
WORK = (
    Column("post", "职务岗位", "post", is_shown=False),
    POST_KIND,
    TITLE,
    EMPLOYMENT,
    STATUS,
)
JOINED = Column(
    "joined",
    "入会日期",
    "joined_union_on",
    "day",
    order=("joined_union_on",),
    on_phone=False,
)
DAYS = (
    JOINED,
    Column(
        "school",
        "来校日期",
        "joined_school_on",
        "day",
        order=("joined_school_on",),
        is_shown=False,
    ),
)


def member_columns(user=None):
    """Of the roster, for an account; without one for the office itself (the year).

    Birthday and phone are filled for those whose data one may see; ID numbers and
    years of birth are in no list.
    """
    private = _private(user) if user is None or rules.roster_private(user) else ()
    return [NAME, STAFF_NO, SEX, DEPARTMENT, GROUP, *WORK, *DAYS, *private]


def _private(user):
    """Day and month of birth, and the phone without its middle."""

    def seen(member):
        return user is None or rules.member_private(user, member)

    by_age = user is not None and rules.roster_by_age(user)
    return (
        Column(
            "birth",
            "生日",
            lambda m: m.birthday_text if seen(m) else "",
            order=("birth_date",) if by_age else (),
            width=8,
            is_shown=False,
            is_private=True,
        ),
        Column(
            "phone",
            "手机",
            lambda m: m.masked_phone if seen(m) else "",
            width=14,
            is_shown=False,
            is_private=True,
        ),
    )


def _of_member(column, **changes):
    """The same column of rows that have a `member`, sorted in Python."""
    key = column.order[0]
    return Column(
        **{
            **vars(column),
            "value": f"member.{column.value}",
            "order": lambda one: getattr(one.member, key) or None,
            **changes,
        }
    )


def retirement_columns():
    """Of who retires when; the rows are `retiring.Retirement`."""
    return [
        _of_member(NAME, url=lambda one: one.member.get_absolute_url()),
        _of_member(STAFF_NO),
        Column("due", "到龄日期", "on", "day", order=lambda one: one.on, label="到龄"),
        Column("age", "退休年龄", "age", width=12, label="年龄"),
        Column(
            "birth",
            "出生日期",
            "member.birth_text",
            order=lambda one: one.member.birth_date,
            width=12,
            on_phone=False,
            is_private=True,
        ),
        _of_member(SEX),
        _of_member(POST_KIND, order=(), is_shown=True, on_phone=False),
        _of_member(DEPARTMENT, order=_place("department")),
        _of_member(GROUP, order=_place("group"), on_phone=False),
    ]


def _place(name):
    """Sorts by the order of a department or group."""

    def key(one):
        place = getattr(one.member, name)
        return place and (place.order, place.name)

    return key


def account_columns():
    """Of the accounts: who signs in, with which roles."""
    return [
        Column(
            "name",
            "姓名",
            str,
            order=("member__spelling", "username"),
            width=12,
            is_head=True,
            url=lambda account: reverse("members:account_detail", args=[account.pk]),
        ),
        Column("username", "用户名", "username", order=("username",), width=12),
        Column(
            "group",
            "工会小组",
            "member.group",
            order=("member__group__order", "member__group__name"),
            label="小组",
            on_phone=False,
        ),
        Column("roles", "身份", lambda a: "、".join(a.role_names), width=24),
        Column(
            "login",
            "最近登录",
            "last_login",
            "day",
            order=("last_login",),
            label="登录",
            on_phone=False,
        ),
        Column("state", "状态", account_state, tone=account_tone, width=14),
        Column(
            "made",
            "建立日期",
            "date_joined",
            "day",
            order=("date_joined",),
            is_shown=False,
        ),
    ]


def account_state(account: User):
    """停用, 待改初始密码 or 正常."""
    if not account.is_active:
        return "已停用"
    return "待改初始密码" if account.must_change_password else "正常"


def account_tone(account):
    tones = {"已停用": "dropped", "待改初始密码": "mine", "正常": "done"}
    return tones[account_state(account)]
