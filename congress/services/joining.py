"""并案: several proposals that ask for the same go on as one."""

from django.db import transaction
from django.utils import timezone

from congress.models import Proposal
from congress.services.steps import hold, tell
from members import audit
from unionoffice.states import StateError

State = Proposal.State
# A lead may take others in before and after it was decided, as long as it is handled.
LEADS = (State.SUBMITTED, State.ACCEPTED, State.ADVICE, State.ASSIGNED, State.CHECKING)


@transaction.atomic
def proposal_merge(proposal, *, by, into, note="", at=None):
    """Let `proposal` go on as part of `into`, of the same session; its author becomes
    a joint one. What was merged into it before goes along.

    Raises StateError where one of both was moved meanwhile.
    """
    at = at or timezone.now()
    first, second = sorted((proposal, into), key=lambda row: row.pk)  # no deadlock
    for row in (first, second):
        hold(row, *(LEADS if row is into else (State.SUBMITTED,)))
    if into.pk == proposal.pk or into.session_id != proposal.session_id:
        raise StateError("只能并入同一会次的另一件提案。")
    proposal.joined.update(merged_into=into)
    proposal.advance(State.MERGED, merged_into=into)
    tell(proposal, f"并入 {into.number_text}《{into.title}》", by=by, at=at, note=note)
    said = f"{proposal.number_text}《{proposal.title}》并入本案，{proposal.author}为联合提案人"
    tell(into, said[:200], by=by, at=at)
    audit.record(by, "proposal.merged", proposal, into=into.number_text, note=note)


@transaction.atomic
def proposal_unmerge(proposal, *, by, at=None):
    """Back to be reviewed by itself."""
    lead = proposal.merged_into
    proposal.advance(State.SUBMITTED, merged_into=None)
    tell(proposal, "取消并案，重新审查", by=by, at=at)
    if lead is not None:
        tell(lead, f"{proposal.number_text}不再并入本案", by=by, at=at)
    audit.record(by, "proposal.unmerged", proposal)


def let_go(lead, *, by, at=None):
    """Those merged into one that is withdrawn are reviewed by themselves again."""
    for row in lead.joined.select_related("session__congress"):
        row.advance(State.SUBMITTED, merged_into=None)
        tell(row, "原并入的提案已撤回，重新审查", by=by, at=at)
