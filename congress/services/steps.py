"""What every deed on a proposal does: move it, tell its history, record it."""

from django.utils import timezone

from congress.models import Proposal, ProposalStep
from unionoffice.states import StateError


def hold(proposal, *states):
    """The row as it is now, kept from others until the transaction ends.

    Raises StateError unless it is in one of `states`.
    """
    row = Proposal.objects.select_for_update().get(pk=proposal.pk)
    if row.state not in states:
        raise StateError("刚才已经有人处理过了，请刷新页面看看现在的状态。")
    return row


def tell(proposal, title, *, by, at=None, note="", is_private=False):
    """Add a line to the history; a private one is for author and seconders."""
    return ProposalStep.objects.create(
        proposal=proposal,
        state=proposal.state,
        title=title,
        note=note,
        at=at or timezone.now(),
        by=by,
        who=str(by),
        is_private=is_private,
    )
