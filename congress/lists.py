"""The columns of the lists of proposals and sessions."""

from django.db.models import OuterRef, Subquery

from congress.models import Proposal, Round, Session
from unionoffice.lists import Column, in_order_of, state_column

LAST = Round.objects.filter(proposal=OuterRef("pk")).order_by("-number")


def by_last(field):
    """Sorts by a column of the round that runs, or ran last."""
    return (Subquery(LAST.values(field)[:1]),)


def _replied(proposal):
    """The day of the reply, or until when it is awaited."""
    last = proposal.round
    if last is None or last.replied_at:
        return last and last.replied_at
    return f"{last.due_on.month}月{last.due_on.day}日前"


PROPOSALS = (
    Column(
        "number",
        "编号",
        lambda row: row.number_text or "未提交",
        order=("session__congress__term", "session__ordinal", "number"),
        width=10,
    ),
    Column(
        "title",
        "案由",
        "title",
        width=36,
        is_head=True,
        url=Proposal.get_absolute_url,
    ),
    Column(
        "author",
        "提案人",
        "author",
        order=("author__spelling",),
        width=10,
        on_phone=False,
    ),
    Column(
        "seconders",
        "附议人",
        lambda row: "、".join(member.name for member in row.seconders),
        width=20,
        is_shown=False,
        fetch=lambda rows: rows.with_seconders(),
    ),
    Column(
        "category",
        "类别",
        "category",
        order=("category__order", "category__name"),
        width=18,
        on_phone=False,
    ),
    state_column(Proposal),
    Column(
        "submitted",
        "提交日期",
        "submitted_at",
        "day",
        order=("submitted_at",),
        on_phone=False,
    ),
    Column(
        "decision",
        "审查结果",
        "get_decision_display",
        order=(in_order_of("decision", Proposal.Decision),),
        width=14,
        is_shown=False,
    ),
    Column(
        "department",
        "承办部门",
        "round.department",
        order=by_last("department__name"),
        width=14,
        on_phone=False,
    ),
    Column(
        "due",
        "答复期限",
        "round.due_on",
        "day",
        order=by_last("due_on"),
        is_shown=False,
    ),
    Column(
        "replied", "答复", _replied, "day", order=by_last("replied_at"), on_phone=False
    ),
    Column(
        "excellent",
        "优秀",
        lambda row: "优秀提案" if row.is_excellent else "",
        order=("is_excellent",),
        width=10,
        is_shown=False,
    ),
    Column(
        "result",
        "办理结果",
        lambda row: (
            (row.round and row.round.is_readable and row.round.get_result_display())
            or ""
        ),
        width=26,
        is_shown=False,
    ),
    Column(
        "joint",
        "联合提案人",
        lambda row: "、".join(one.name for one in row.joint_authors[1:]),
        width=20,
        is_shown=False,
        fetch=lambda rows: rows.with_joined(),
    ),
    Column("into", "并入", "merged_into_text", width=26, is_shown=False),
    Column(
        "rating",
        "满意度",
        "round.get_rating_display",
        order=by_last("rating"),
        width=10,
        is_shown=False,
    ),
)

SESSIONS = (
    Column(
        "name",
        "会次",
        str,
        order=("congress__term", "ordinal"),
        width=36,
        is_head=True,
        url=Session.get_absolute_url,
    ),
    state_column(Session),
    Column(
        "held", "召开", lambda row: row.held_on or "未定", "day", order=("held_on",)
    ),
    Column(
        "from",
        "提案征集",
        lambda row: row.proposals_from or "未定",
        "day",
        order=("proposals_from",),
    ),
    Column(
        "until",
        "征集截止",
        lambda row: row.proposals_until or "",
        "day",
        order=("proposals_until",),
    ),
    Column("received", "收到提案", "received", "number", order=("received",)),
)
