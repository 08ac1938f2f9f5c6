"""Who invites, who seconds, and what must be there before a proposal goes in."""

from dataclasses import dataclass

from django.utils import timezone

from congress.models import Proposal, Seconding, Session
from congress.rules.proposals import (
    is_author,
    is_member,
    may_propose,
    proposal_edit,
)
from members.rules import ALLOWED, refused


@dataclass(frozen=True)
class Check:
    """One condition of handing in, and whether it is met."""

    text: str
    is_met: bool


def checklist(proposal):
    """What handing in asks for, met or not, as sentences."""
    session, today = proposal.session, timezone.localdate()
    counted = [m for m in proposal.seconders if session.lets_second(m.pk)]
    confirmed, wanted = len(counted), session.seconds_wanted
    missing = max(wanted - confirmed, 0)
    is_open = session.entitled(session.seconders) is None
    who = "附议人" if is_open else "附议的正式代表"
    seconds = f"{who} {confirmed}/{wanted} 位"
    if missing:
        seconds += f"，还差 {missing} 位确认"
    return (
        _text(proposal),
        *_call(proposal, session, today),
        Check(seconds, not missing),
    )


def _text(proposal):
    if unwritten := proposal.unwritten:
        text = f"还要写好：{'、'.join(unwritten)}（理由和措施至少各 10 个字）"
        return Check(text, False)
    return Check("类别、理由和建议措施都写好了", True)


def _call(proposal, session, today):
    if session.state != Session.State.OPEN:
        return (Check(f"{session.short}会议{session.get_state_display()}", False),)
    if proposal.state == Proposal.State.RETURNED:
        return ()  # a completed one may come back after the call has ended
    first, last = session.proposals_from, session.proposals_until
    span = f"{first.month}月{first.day}日至{last.month}月{last.day}日"
    if today < first:
        return (Check(f"征集期 {span}，还没有开始", False),)
    if today > last:
        text = f"征集期 {span}，已经截止；草稿仍然保留，可以向工会反映"
        return (Check(text, False),)
    return (Check(f"在征集期内（{span}）", True),)


def proposal_invite(user, proposal):
    """Colleagues are asked to second a text, not a title."""
    if not (ruling := proposal_edit(user, proposal)):
        return ruling
    if unwritten := proposal.unwritten:
        return refused(f"写好{'、'.join(unwritten)}，再邀请附议人。")
    return ALLOWED


def proposal_uninvite(user, proposal):
    return proposal_edit(user, proposal)


def proposal_submit(user, proposal):
    if not is_author(user, proposal):
        return refused("只有提案人可以提交提案。")
    if proposal.state not in Proposal.EDITABLE:
        return refused(f"提案「{proposal.get_state_display()}」，已经提交过了。")
    if not (ruling := may_propose(user, proposal.session)):
        return ruling
    missing = [check.text for check in checklist(proposal) if not check.is_met]
    if missing:
        return refused(f"还不能提交：{'；'.join(missing)}。")
    return ALLOWED


def proposal_second(user, proposal):
    states = {Seconding.State.INVITED, Seconding.State.DECLINED}
    is_open = proposal.is_looking_for_seconders
    return _answer(user, proposal, states, "你已经附议了。", is_open=is_open)


def proposal_join(user, proposal):
    """By the link: who has it was asked by the author, with or without a name."""
    states = {Seconding.State.INVITED, Seconding.State.DECLINED}
    return _answer(user, proposal, states, "你已经附议了。", is_open=True)


def proposal_call(user, proposal):
    """公开征求附议: before submission, once there is a text to agree with."""
    if not (ruling := proposal_invite(user, proposal)):
        return ruling
    if proposal.state == Proposal.State.RETURNED:
        return refused("提交过的提案不再公开征求附议，可以邀请或用链接。")
    if proposal.is_looking_for_seconders:
        return refused("已经在公开征求附议。")
    return ALLOWED


def proposal_uncall(user, proposal):
    if not (ruling := proposal_edit(user, proposal)):
        return ruling
    if not proposal.is_looking_for_seconders:
        return refused("没有在公开征求附议。")
    return ALLOWED


def proposal_share(user, proposal):
    return proposal_invite(user, proposal)


def proposal_unshare(user, proposal):
    return proposal_edit(user, proposal)


def proposal_decline(user, proposal):
    return _answer(user, proposal, {Seconding.State.INVITED}, "你已经回复过了。")


def proposal_unsecond(user, proposal):
    return _answer(user, proposal, {Seconding.State.CONFIRMED}, "你还没有附议。")


def _answer(user, proposal, states, otherwise, *, is_open=False):
    """Allowed for the invited, in these states, before the proposal goes in; for
    everybody who may second where it `is_open`."""
    if not (ruling := is_member(user)):
        return ruling
    if is_author(user, proposal):
        return refused("提案人不能附议自己的提案。")
    mine = [r for r in proposal.secondings.all() if r.member_id == user.member_id]
    if not mine and not is_open:
        return refused("提案人没有邀请你附议。")
    if proposal.state not in Proposal.SECONDABLE:
        return refused(f"提案「{proposal.get_state_display()}」，附议已经结束。")
    if not proposal.session.lets_second(user.member_id):
        return refused(f"{proposal.session.short}会议由正式代表附议，你不是正式代表。")
    if not mine or mine[0].state in states:
        return ALLOWED
    return refused(otherwise)
