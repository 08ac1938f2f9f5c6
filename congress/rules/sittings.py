"""Who arranges a sitting, signs people in, asks for leave."""

from congress.models import Session, Sitting
from members.rules import ALLOWED, office_only, refused

NOBODY = "你不在这次会议的应到名册里。"


def sitting_write(user, session):
    if not (ruling := office_only(user)):
        return ruling
    if session.state == Session.State.CLOSED:
        return refused("会次已经闭幕，会议不再改动。")
    return ALLOWED


def sitting_edit(user, sitting):
    if not (ruling := sitting_write(user, sitting.session)):
        return ruling
    if sitting.state != Sitting.State.PREPARING:
        return refused("会议已经开始签到，资料不再改动。")
    return ALLOWED


def sitting_open(user, sitting):
    if not (ruling := sitting_write(user, sitting.session)):
        return ruling
    if not sitting.can_become(Sitting.State.OPEN):
        return refused(f"会议现在是「{sitting.get_state_display()}」。")
    return ALLOWED


def sitting_close(user, sitting):
    if not (ruling := office_only(user)):
        return ruling
    if not sitting.can_become(Sitting.State.CLOSED):
        return refused(f"会议现在是「{sitting.get_state_display()}」。")
    return ALLOWED


def sitting_sign(user, sitting):
    """The desk, the code and the screen in the hall."""
    if not (ruling := office_only(user)):
        return ruling
    if sitting.state != Sitting.State.OPEN:
        return refused("会议没有在签到。先点「开始签到」。")
    return ALLOWED


def sitting_scan(user, sitting, entry):
    """Sign oneself in by the code; `entry` is the own one, or None."""
    if entry is None:
        return refused(NOBODY)
    if sitting.state != Sitting.State.OPEN:
        return refused("会议没有在签到。")
    return ALLOWED


def leave_ask(user, sitting, entry):
    """`entry` is the own one, or None for whom nobody expects."""
    if entry is None:
        return refused(NOBODY)
    if sitting.state == Sitting.State.CLOSED:
        return refused("会议已经结束。")
    if entry.signed_at:
        return refused("你已经签到，不用请假。")
    if entry.has_leave:
        return refused("你已经请假。", late=True)
    return ALLOWED


def leave_withdraw(user, entry):
    if entry is None or not entry.has_leave:
        return refused("你没有请假。")
    if entry.sitting.state == Sitting.State.CLOSED:
        return refused("会议已经结束。")
    return ALLOWED


def leave_drop(user, entry):
    """Somebody else's leave, by the office."""
    if not (ruling := office_only(user)):
        return ruling
    if not entry.has_leave:
        return refused(f"{entry}没有请假。")
    if entry.sitting.state == Sitting.State.CLOSED:
        return refused("会议已经结束。")
    return ALLOWED


def roll_read(user):
    """Who is absent or on leave, by name: the office."""
    return office_only(user)
