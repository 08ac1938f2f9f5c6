"""Tables of the congress: sessions, proposals, who seconds, who answers."""

from congress.models.composition import CompositionRule
from congress.models.congresses import (
    Congress,
    Constituency,
    Delegation,
)
from congress.models.delegates import Delegate
from congress.models.history import ProposalFile, ProposalStep
from congress.models.proposals import Proposal
from congress.models.rounds import Round
from congress.models.seconding import Seconding
from congress.models.sessions import ProposalCategory, RejectReason, Session
from congress.models.sittings import RollEntry, Sitting

__all__ = [
    "CompositionRule",
    "Congress",
    "Constituency",
    "Delegate",
    "Delegation",
    "Proposal",
    "ProposalCategory",
    "ProposalFile",
    "ProposalStep",
    "RejectReason",
    "RollEntry",
    "Round",
    "Seconding",
    "Session",
    "Sitting",
]
