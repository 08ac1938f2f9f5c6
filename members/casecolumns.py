"""The columns of the lists of applications and corrections: never what they say."""

from members.listcolumns import BY_GROUP
from members.models import Application, Correction
from unionoffice.lists import Column, in_order_of, state_column


def _of_people(heading, url):
    """Whose it is, with the number that is shown where it is asked for."""
    return (
        Column(
            "name",
            heading,
            "member.name",
            order=("member__spelling",),
            width=12,
            is_head=True,
            url=url,
        ),
        Column(
            "staff_no",
            "工号",
            "member.staff_no",
            order=("member__staff_no",),
            width=10,
            is_shown=False,
        ),
    )


GROUP = Column(
    "group",
    "工会小组",
    "member.group",
    order=tuple(f"member__{name}" for name in BY_GROUP),
    label="小组",
    on_phone=False,
)


APPLICATIONS = (
    *_of_people("申请人", Application.get_absolute_url),
    Column(
        "kind",
        "申请什么",
        "get_kind_display",
        order=(in_order_of("kind", Application.Kind),),
        label="申请",
        width=12,
    ),
    state_column(Application),
    GROUP,
    Column("filed", "申请日期", "filed_on", "day", order=("filed_on",), label="日期"),
    Column(
        "advice",
        "小组意见",
        "get_advice_display",
        order=(in_order_of("advice", Application.Advice),),
        width=10,
        on_phone=False,
    ),
    Column(
        "decided",
        "批准日期",
        "decided_on",
        "day",
        order=("decided_on",),
        on_phone=False,
    ),
    Column("document", "依据", "document", width=24, is_shown=False),
)


def _where(correction):
    """Where it is answered; of a closed one the record."""
    found = correction if correction.is_open else correction.member
    return found.get_absolute_url()


CORRECTIONS = (
    *_of_people("会员", _where),
    Column("field", "项目", "label", width=12),
    state_column(Correction),
    GROUP,
    Column("proposed", "提出", "proposed_at", "day", order=("proposed_at",)),
    Column(
        "decided", "答复", "decided_at", "day", order=("decided_at",), on_phone=False
    ),
    Column("decider", "答复人", "decided_by", width=12, on_phone=False),
    Column("reason", "不采纳的原因", "reason", width=30, on_phone=False),
)
