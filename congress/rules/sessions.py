"""Who prepares, opens and closes a session."""

from congress.models import Session
from members import roles
from members.rules import ALLOWED, only, refused


def session_new(user):
    return only(user, roles.CHAIR)


def session_edit(user, session):
    if not (ruling := only(user, roles.CHAIR)):
        return ruling
    if session.state == Session.State.CLOSED:
        return refused("会次已经闭幕，资料不再改动。")
    return ALLOWED


def session_open(user, session):
    if not (ruling := only(user, roles.CHAIR)):
        return ruling
    if not session.can_become(Session.State.OPEN):
        return refused(f"会次现在是「{session.get_state_display()}」。")
    if session.proposals_from is None or session.proposals_until is None:
        return refused("还差提案征集的开始日和截止日，请先在「修改」里填好。")
    return ALLOWED


def session_close(user, session):
    """Handling goes on after closing; what still waits for a decision may not."""
    if not (ruling := only(user, roles.CHAIR)):
        return ruling
    if not session.can_become(Session.State.CLOSED):
        return refused(f"会次现在是「{session.get_state_display()}」。")
    waiting = session.proposals.undecided().count()
    if waiting:
        return refused(f"还有 {waiting} 件提案待审查或退回完善，处理完才能闭幕。")
    return ALLOWED
