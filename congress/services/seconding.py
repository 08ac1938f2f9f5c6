"""Deeds of those who are asked to second, and of who asks them."""

import secrets

from django.db import transaction
from django.utils import timezone

from congress.models import Proposal, Seconding
from congress.services.steps import hold, tell
from members import audit
from unionoffice.states import StateError

S = Seconding.State


@transaction.atomic
def proposal_invite(proposal, *, by, members, at=None):
    """Ask these members; whoever was asked before is not asked twice."""
    at = at or timezone.now()
    hold(proposal, *Proposal.EDITABLE)
    known = set(proposal.secondings.values_list("member", flat=True))
    known.add(proposal.author_id)
    asked = [member for member in members if member.pk not in known]
    Seconding.objects.bulk_create(
        Seconding(proposal=proposal, member=member, invited_at=at) for member in asked
    )
    if not asked:
        return asked
    if proposal.state == Proposal.State.DRAFT:
        proposal.advance(Proposal.State.SECONDING)
    names = "、".join(member.name for member in asked)
    tell(proposal, f"邀请{names}附议", by=by, at=at, is_private=True)
    audit.record(by, "proposal.invited", proposal, members=[m.pk for m in asked])
    return asked


@transaction.atomic
def proposal_uninvite(seconding, *, by):
    """Take back an invitation that has not been answered with yes."""
    hold(seconding.proposal, *Proposal.EDITABLE)
    gone, _ = seconding.proposal.secondings.filter(
        pk=seconding.pk, state__in=[S.INVITED, S.DECLINED]
    ).delete()
    if not gone:
        raise StateError(f"{seconding.member}已经附议，不能取消邀请。")
    title = f"取消邀请{seconding.member}"
    tell(seconding.proposal, title, by=by, is_private=True)
    audit.record(
        by, "proposal.uninvited", seconding.proposal, member=seconding.member_id
    )


@transaction.atomic
def proposal_second(proposal, *, by, at=None):
    """Who was asked says yes; on an open call also who was not."""
    now = hold(proposal, *Proposal.SECONDABLE)
    if now.is_looking_for_seconders:
        _take_part(proposal, by, at)
    _answer(proposal, by, [S.INVITED, S.DECLINED], S.CONFIRMED, at)
    tell(proposal, "附议", by=by, at=at, is_private=True)
    audit.record(by, "proposal.seconded", proposal)


@transaction.atomic
def proposal_join(proposal, *, by, at=None):
    """Second by the link that the author passed on; raises StateError where the link
    was taken back meanwhile."""
    now = hold(proposal, *Proposal.SECONDABLE)
    if not now.link_key or now.link_key != proposal.link_key:
        raise StateError("提案人刚才收回了这个链接，没有附议。")
    _take_part(proposal, by, at)
    _answer(proposal, by, [S.INVITED, S.DECLINED], S.CONFIRMED, at)
    tell(proposal, "通过链接附议", by=by, at=at, is_private=True)
    audit.record(by, "proposal.seconded", proposal, by_link=True)


def _take_part(proposal, by, at):
    """A row to answer, for who was not asked by name."""
    Seconding.objects.get_or_create(
        proposal=proposal,
        member=by.member,
        defaults={"invited_at": at or timezone.now()},
    )


@transaction.atomic
def proposal_call(proposal, *, by):
    """Show the text to all, so that whoever agrees can second."""
    _seek(proposal, seeks=True)
    tell(proposal, "公开征求附议", by=by)
    audit.record(by, "proposal.called", proposal)


@transaction.atomic
def proposal_uncall(proposal, *, by):
    _seek(proposal, seeks=False)
    tell(proposal, "停止公开征求附议", by=by)
    audit.record(by, "proposal.uncalled", proposal)


def _seek(proposal, *, seeks):
    hold(proposal, Proposal.State.DRAFT, Proposal.State.SECONDING)
    if proposal.state == Proposal.State.DRAFT:
        proposal.advance(Proposal.State.SECONDING)
    Proposal.objects.filter(pk=proposal.pk).update(seeks_seconders=seeks)
    proposal.seeks_seconders = seeks


@transaction.atomic
def proposal_share(proposal, *, by):
    """A link that lets colleagues read and second; a new one makes the old one void."""
    hold(proposal, *Proposal.EDITABLE)
    if proposal.state == Proposal.State.DRAFT:
        proposal.advance(Proposal.State.SECONDING)
    proposal.link_key = secrets.token_urlsafe(16)
    Proposal.objects.filter(pk=proposal.pk).update(link_key=proposal.link_key)
    audit.record(by, "proposal.shared", proposal)


@transaction.atomic
def proposal_unshare(proposal, *, by):
    hold(proposal, *Proposal.EDITABLE)
    Proposal.objects.filter(pk=proposal.pk).update(link_key="")
    proposal.link_key = ""
    audit.record(by, "proposal.unshared", proposal)


@transaction.atomic
def proposal_decline(proposal, *, by, at=None):
    _answer(proposal, by, [S.INVITED], S.DECLINED, at)
    audit.record(by, "proposal.declined", proposal)


@transaction.atomic
def proposal_unsecond(proposal, *, by, at=None):
    _answer(proposal, by, [S.CONFIRMED], S.DECLINED, at)
    tell(proposal, "撤回附议", by=by, at=at, is_private=True)
    audit.record(by, "proposal.unseconded", proposal)


def _answer(proposal, by, before, answer, at):
    hold(proposal, *Proposal.SECONDABLE)
    written = proposal.secondings.filter(member=by.member, state__in=before).update(
        state=answer, answered_at=at or timezone.now()
    )
    if written != 1:
        raise StateError("你没有待确认的附议邀请，或者已经回复过了。")
