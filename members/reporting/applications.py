"""会籍申请 as pages, to-dos and sheets tell them."""

from dataclasses import dataclass

from django.db.models import Count, Min
from django.urls import reverse

from members import rules
from members.models import Application, Member
from members.reporting.kinds import Todo, stages

State = Application.State
WAY = ("提出申请", "小组意见", "工会批准", "登记会籍")
HERE = {State.FILED: 1, State.ADVISED: 2, State.APPROVED: 4}


@dataclass(frozen=True)
class ApplicationPage:
    """Where an application stands, what comes next, what this person may do."""

    stages: list
    next_step: str
    advise: rules.Ruling
    decide: rules.Ruling
    withdraw: rules.Ruling
    stands_in: bool  # for the leader of the group
    is_mine_to_do: bool
    is_own: bool


def applications(user):
    """All that this person may see, newest first, with what a line shows."""
    return Application.objects.visible_to(user).with_people().newest_first()


def application_page(application, user):
    """`application` is read with people."""
    rows = Member.objects.with_places().with_memberships()
    member = rows.in_bulk([application.member_id])[application.member_id]
    may = {
        "advise": rules.application_advise(user, application),
        "decide": rules.application_decide(user, application, member),
        "withdraw": rules.application_withdraw(user, application),
    }
    return ApplicationPage(
        stages=stages(WAY, HERE.get(application.state)),
        next_step=next_step(application, member),
        **may,
        stands_in=not rules.leads(user, member),
        is_mine_to_do=bool(may["advise"] or may["decide"]),
        is_own=user.member_id == application.member_id,
    )


def next_step(application, member):
    """What comes next, in a sentence for everybody who may see it."""
    if application.is_open and application.is_moot(member):
        return "会籍在这中间变了，这份申请已经不用再批准，请工会写明原因后收起来。"
    return SENTENCES[application.state](application)


def _filed(application):
    group = application.member.group
    leader = group.leader if group else None
    if leader is None or leader == application.member:
        return "下一步：工会办公室写小组意见（本组没有组长，或者组长就是申请人）。"
    return f"下一步：{group}组长{leader}写小组意见，写不了的由工会办公室代写。"


def _approved(application):
    day = _day(application.decided_on)
    if application.is_to_join:
        return f"已批准，会籍从{day}算起。"
    return f"已办理，从{day}起不再是会员。"


def _day(day):
    return f"{day.year}年{day.month}月{day.day}日"


SENTENCES = {
    State.FILED: _filed,
    State.ADVISED: lambda a: "下一步：工会委员会批准。",
    State.APPROVED: _approved,
    State.REFUSED: lambda a: f"没有批准：{a.reason}",
    State.MOOT: lambda a: f"不再办理：{a.reason}",
    State.WITHDRAWN: lambda a: "已经撤回，没有办理。需要时可以重新申请。",
}


def application_todo(user):
    """Opinions to write and applications to decide, each with the day of the first."""
    found = []
    for title, what, rows in (
        ("写小组意见", "advise", Application.objects.to_advise_by(user)),
        ("批准入会、退会申请", "decide", Application.objects.to_decide_by(user)),
    ):
        told = rows.aggregate(count=Count("pk"), first=Min("filed_on"))
        if told["count"]:
            first = Application(filed_on=told["first"], state=STATES[what])
            url = f"{reverse('members:application_list')}?waiting={what}"
            found.append(Todo(title, told["count"], url, first.due_on))
    return found


STATES = {"advise": State.FILED, "decide": State.ADVISED}
