"""Who writes, reads and withdraws a proposal."""

from django.utils import timezone

from congress.models import Proposal, Session
from members import roles
from members.models import Member
from members.rules import ALLOWED, refused

BEFORE = (Proposal.State.DRAFT, Proposal.State.SECONDING)
GONE = (Member.WorkStatus.LEFT, Member.WorkStatus.DEAD)


def is_author(user, proposal):
    return user.member_id is not None and user.member_id == proposal.author_id


def is_joint(user, proposal):
    """Author of one that was merged into this (prefetched, or asked for)."""
    return user.member_id is not None and any(
        row.author_id == user.member_id for row in proposal.joined.all()
    )


def is_proposer(user, proposal):
    return is_author(user, proposal) or is_joint(user, proposal)


def is_asked(user, proposal):
    """Invited to second, whatever the answer was."""
    return user.member_id is not None and any(
        row.member_id == user.member_id for row in proposal.secondings.all()
    )


def is_member(user):
    """Belongs to those who may write and second: everybody who has not left."""
    if user.member_id is None:
        return refused("这个账号没有对应的会员记录，请联系工会办公室登记。")
    has_left = user.member.has_left_by(timezone.localdate())
    if user.member.work_status in GONE or has_left:
        return refused("只有在册会员可以提出和附议提案。")
    return ALLOWED


def may_propose(user, session):
    """By the session: every member, or the full delegates only."""
    if session.lets_propose(user.member_id):
        return ALLOWED
    return refused(
        f"{session.short}会议由正式代表提案。有建议可以告诉你们选举单位的代表。"
    )


def proposal_new(user):
    if not (ruling := is_member(user)):
        return ruling
    sessions = Session.objects.underway().select_related("congress")
    rulings = [may_propose(user, session) for session in sessions]
    if not rulings:
        return refused("现在没有进行中的会次。工会宣布征集提案以后就可以写。")
    return ALLOWED if any(rulings) else rulings[0]


def proposal_export(user):
    """The export holds what the list shows to everybody who signs in."""
    return ALLOWED


def report_read(user):
    """提案办理情况报告 goes to the next congress, and so to everybody."""
    return ALLOWED


def proposal_print_all(user):
    """Many forms at once: who keeps the file of a session."""
    if user.has_role(*roles.OFFICE, roles.LEADER):
        return ALLOWED
    return refused("成批打印提案表由工会办理；自己的提案在提案页打印。")


def proposal_read(user, proposal):
    """The text and the papers; number, title and dates are for all to see."""
    if proposal.is_open_to_all or is_proposer(user, proposal):
        return ALLOWED
    if user.has_role(*roles.OFFICE, roles.LEADER) or is_asked(user, proposal):
        return ALLOWED
    if proposal.state in (Proposal.State.SUBMITTED, Proposal.State.RETURNED):
        return refused("正文在立案或转为意见建议以后向全体教职工公开。")
    return refused("没有立案的提案，正文只有提案人、附议人、工会和校领导能看。")


def proposal_edit(user, proposal):
    if not is_author(user, proposal):
        return refused("只有提案人可以修改提案。")
    if proposal.state not in Proposal.EDITABLE:
        return refused(f"提案「{proposal.get_state_display()}」，正文不能再改。")
    if proposal.session.state == Session.State.CLOSED:
        return refused("这次会议已经闭幕，草稿不能再改。")
    return ALLOWED


def proposal_withdraw(user, proposal):
    if not is_author(user, proposal):
        return refused("只有提案人可以撤回提案。")
    if proposal.decision:
        return refused("工会已经作出审查决定，不能再撤回。")
    if not proposal.can_become(Proposal.State.WITHDRAWN):
        return refused(f"提案「{proposal.get_state_display()}」，不能撤回。")
    return ALLOWED


def proposal_move(user, proposal):
    """A draft of a session that calls no more may go to one that does."""
    if not is_author(user, proposal):
        return refused("只有提案人可以换会次。")
    if proposal.state not in BEFORE or proposal.number is not None:
        return refused("只有还没提交的草稿可以换会次。")
    if is_calling_now(proposal.session):
        return refused("这次会议还在征集提案，不用换。")
    if not sessions_to_go_to(user, proposal):
        return refused("现在没有别的会次在征集提案。草稿保留，等下次征集再转。")
    return ALLOWED


def is_calling_now(session):
    """Proposals may come in today, or the call is still to begin."""
    if session.state == Session.State.CLOSED:
        return False
    last = session.proposals_until
    return last is None or last >= timezone.localdate()


def sessions_to_go_to(user, proposal):
    """Sessions of the same circle that call now, and that let this person propose."""
    rows = Session.objects.underway().select_related("congress")
    home = proposal.session.congress
    return [
        session
        for session in rows
        if session.pk != proposal.session_id
        and session.congress.level == home.level
        and session.congress.department_id == home.department_id
        and is_calling_now(session)
        and may_propose(user, session)
    ]
