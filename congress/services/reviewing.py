"""Deeds of the committee before the decision: views, and decisions in a block."""

from django.db import transaction
from django.utils import timezone

from congress.models import Proposal, Review
from congress.services.handling import proposal_decide
from congress.services.steps import hold
from members import audit
from unionoffice.states import StateError


@transaction.atomic
def review_write(proposal, *, by, outcome, note=""):
    """What this member of the committee thinks; the later of two views counts."""
    hold(proposal, Proposal.State.SUBMITTED)
    made, _ = Review.objects.update_or_create(
        proposal=proposal,
        member=by.member,
        defaults={"outcome": outcome, "note": note, "at": timezone.now()},
    )
    audit.record(by, "proposal.reviewed", proposal, outcome=outcome)
    return made


def proposals_decide(proposals, *, by, may, **decision):
    """Decide each by itself, so that one refused stops no other.

    `may` is a function of a proposal that gives a Ruling. Returns (decided, refused):
    lists of proposals, and of (proposal, why).
    """
    decided, refused = [], []
    for proposal in proposals:
        if not (ruling := may(proposal)):
            refused.append((proposal, ruling.reason))
            continue
        try:
            proposal_decide(proposal, by=by, **decision)
        except StateError as error:
            refused.append((proposal, str(error)))
        else:
            decided.append(proposal)
    return decided, refused
