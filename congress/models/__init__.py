"""Tables of the congress: sessions, proposals, who seconds, who answers."""

from congress.models.composition import CompositionRule
from congress.models.congresses import (
    Congress,
    Constituency,
    Delegation,
)
from congress.models.delegates import Delegate
from congress.models.history import ProposalFile, ProposalStep
from congress.models.proceedings import (
    AgendaItem,
    AgendaPaper,
    Opinion,
    Phase,
    ProcedureStep,
    Question,
    Resolution,
    Task,
)
from congress.models.proposals import Proposal
from congress.models.review import Instruction, Review
from congress.models.rounds import Cohandling, Round
from congress.models.seconding import Seconding
from congress.models.sessions import ProposalCategory, RejectReason, Session
from congress.models.sittings import RollEntry, Sitting

__all__ = [
    "AgendaItem",
    "AgendaPaper",
    "Cohandling",
    "CompositionRule",
    "Congress",
    "Constituency",
    "Delegate",
    "Delegation",
    "Instruction",
    "Opinion",
    "Phase",
    "ProcedureStep",
    "Proposal",
    "ProposalCategory",
    "ProposalFile",
    "ProposalStep",
    "Question",
    "RejectReason",
    "Resolution",
    "Review",
    "RollEntry",
    "Round",
    "Seconding",
    "Session",
    "Sitting",
    "Task",
]
