"""Deeds of those who are asked to second, and of who asks them."""

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
    _answer(proposal, by, [S.INVITED, S.DECLINED], S.CONFIRMED, at)
    tell(proposal, "附议", by=by, at=at, is_private=True)
    audit.record(by, "proposal.seconded", proposal)


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
