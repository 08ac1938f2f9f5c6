"""What every deed on a proposal does: move it, tell its history, record it."""

from django.utils import timezone

from congress.models import Proposal, ProposalStep
from members.services.notices import notify
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
    """Add a line to the history; a private one is for author and seconders.

    What others did is told to the author.
    """
    step = ProposalStep.objects.create(
        proposal=proposal,
        state=proposal.state,
        title=title,
        note=note,
        at=at or timezone.now(),
        by=by,
        who=str(by),
        is_private=is_private,
    )
    if by is None or by.member_id != proposal.author_id:
        notify(
            [proposal.author_id],
            f"step-{step.pk}",
            f"你的提案《{proposal.title}》：{title}",
            proposal.get_absolute_url(),
            on=timezone.localdate(step.at),
        )
    return step
