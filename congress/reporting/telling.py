"""To-dos, figures, moments and hits for the pages over all apps."""

from collections import Counter

from django.urls import reverse
from django.utils import timezone

from congress import rules
from congress.models import Delegate, Proposal, Round, Seconding
from congress.reporting import delegates, proceedings, sittings
from congress.reporting.counts import Counts, figures_of, list_url
from members import roles
from members.models import Member
from members.reporting import HITS, Hit, Moment, Todo

APP = "教代会"


def todo(user, today):
    """What waits for this person here."""
    items = [*_of_a_member(user), *_to_reply(user), *_of_a_department(user, today)]
    if user.has_role(*roles.OFFICE):
        items += _of_the_office(user, today)
    return items


def _of_a_member(user):
    if user.member_id is None:
        return []
    rows = Proposal.objects.visible_to(user)
    return [
        *_item("请你附议", rows.to_second_by(user), "second"),
        *_to_finish(user),
        *_item("承办部门已答复，请你评价", rows.to_rate_by(user), "rate"),
    ]


def _of_a_department(user, today):
    """To sign along, to read as a leader, and promises whose day has passed."""
    rows = Proposal.objects.visible_to(user)
    return [
        *_item("请你审阅答复", rows.to_approve_by(user), "approve"),
        *_item("请你的部门会签", rows.to_cosign_by(user), "cosign"),
        *_item("更新到期的落实情况", rows.to_deliver_by(user, today), "deliver"),
    ]


def _of_the_office(user, today):
    rows = Proposal.objects.visible_to(user)
    return [
        *_to_review(rows.to_decide_by(user)),
        *_item("交办提案", rows.to_assign_by(user), "assign"),
        *_item("催办逾期未答复的提案", rows.overdue(today), "overdue"),
        *_item("跟踪到期还没落实的提案", rows.to_deliver(today), "deliver"),
        *_seats_to_end(),
        *_procedure(today),
    ]


def _to_review(rows):
    """To the committee's table where several wait."""
    found = _item("审查提案", rows, "decide")
    if found and found[0].count > 1:
        address = reverse("congress:review_table")
        found = [Todo("审查提案", found[0].count, address)]
    return found


def _seats_to_end():
    """Delegates who work here no more, by congress."""
    rows = Delegate.objects.gone_now().select_related("congress__department")
    counts = Counter(row.congress for row in rows)
    return [
        Todo(
            f"办理代表资格的结束：{congress}",
            count,
            reverse("congress:delegate_list", args=[congress.pk]) + "?stands=gone",
        )
        for congress, count in counts.items()
    ]


def _procedure(today):
    """Steps of the procedure whose day has passed, by session."""
    return [
        Todo(
            f"{session.short}会议的筹备和会后事项",
            count,
            reverse("congress:session_tasks", args=[session.pk]),
            detail=f"{count} 项过了日子",
        )
        for session, count in proceedings.late_tasks(today).items()
    ]


def _item(title, rows, waiting):
    """One line for all of a kind: to the proposal itself if there is but one."""
    found = list(rows.values_list("pk", "title"))
    if not found:
        return []
    if len(found) == 1:
        pk, name = found[0]
        address = reverse("congress:proposal_detail", args=[pk])
        return [Todo(title, 1, address, detail=f"《{name}》")]
    return [Todo(title, len(found), list_url(waiting=waiting))]


def _to_finish(user):
    """Own drafts, with what is still missing."""
    rows = Proposal.objects.to_finish_by(user).order_by("pk")
    rows = list(rows.select_related("session__congress").with_seconders())
    sessions = {row.session_id: row.session for row in rows}
    for row in rows:  # one question for the delegates of each session, not of each row
        row.session = sessions[row.session_id]
    return [
        Todo(
            f"提交你的提案《{row.title}》",
            1,
            row.get_absolute_url(),
            detail=_missing(row),
        )
        for row in rows
    ]


def _missing(proposal):
    if proposal.state == Proposal.State.RETURNED:
        return "工会退回，请补充完善"
    open_points = [c.text for c in rules.checklist(proposal) if not c.is_met]
    return "；".join(open_points) or "条件已齐，可以提交"


def _to_reply(user):
    """What the department is asked, each with its day."""
    rows = Proposal.objects.to_reply_by(user).with_facts()
    return [
        Todo(
            f"答复提案《{row.title}》",
            1,
            row.get_absolute_url(),
            due=row.round.due_on,
        )
        for row in rows
    ]


def figures(year, user):
    """Of the proposals handed in during `year`."""
    return figures_of(Counts.of(submitted_at__year=year), user, year=year)


def timeline(member, user):
    """What this member proposed and seconded, as far as `user` may see it."""
    rows = Proposal.objects.visible_to(user)
    written = rows.written_by(member.pk).received()
    moments = [
        _moment(row.submitted_at, f"提交提案《{row.title}》", row) for row in written
    ]
    seconded = Seconding.objects.filter(
        member=member, state=Seconding.State.CONFIRMED, proposal__in=rows
    ).select_related("proposal")
    moments += [
        _moment(row.answered_at, f"附议提案《{row.proposal.title}》", row.proposal)
        for row in seconded
    ]
    replies = Round.objects.filter(
        replied_by__member=member, replied_at__isnull=False, proposal__in=rows
    ).select_related("proposal")
    moments += [
        _moment(row.replied_at, f"答复提案《{row.proposal.title}》", row.proposal)
        for row in replies
    ]
    return moments + delegates.moments(member) + sittings.moments(member)


def _moment(at, title, proposal):
    return Moment(timezone.localdate(at), title, proposal.get_absolute_url(), APP)


def search(words, user):
    """Proposals by number, words of the title, or author."""
    rows = (
        Proposal.objects.visible_to(user)
        .search(words)
        .select_related("session__congress")
    )
    return [
        Hit(
            f"{row.number_text or '草稿'} {row.title}",
            row.get_absolute_url(),
            "提案",
            row.get_state_display(),
        )
        for row in rows.newest_first()[: HITS + 1]
    ]


def proposals_of(member):
    """A member's own proposals for the page 我的, newest first."""
    return list(Proposal.objects.written_by(member.pk).order_by("-pk"))


def who_cannot_sign_in(members):
    """The names of those who were asked and have no account to answer with."""
    lacking = Member.objects.among(members).filter(user__isnull=True)
    return [member.name for member in lacking]
