"""Tables of the congress: sessions, proposals, who seconds, who answers."""

from congress.models.history import ProposalFile, ProposalStep
from congress.models.proposals import Proposal
from congress.models.rounds import Round
from congress.models.seconding import Seconding
from congress.models.sessions import ProposalCategory, RejectReason, Session

__all__ = [
    "Proposal",
    "ProposalCategory",
    "ProposalFile",
    "ProposalStep",
    "RejectReason",
    "Round",
    "Seconding",
    "Session",
]
