"""Forms of the congress: what people type, as clean values."""

from congress.forms.handling import (
    AssignForm,
    ConcludeForm,
    DecideForm,
    RateForm,
    ReplyForm,
    TransferForm,
)
from congress.forms.lists import ProposalFilter
from congress.forms.proposals import (
    InviteForm,
    ProposalEditForm,
    ProposalForm,
    WithdrawForm,
)
from congress.forms.sessions import SessionForm, SessionNewForm

__all__ = [
    "AssignForm",
    "ConcludeForm",
    "DecideForm",
    "InviteForm",
    "ProposalEditForm",
    "ProposalFilter",
    "ProposalForm",
    "RateForm",
    "ReplyForm",
    "SessionForm",
    "SessionNewForm",
    "TransferForm",
    "WithdrawForm",
]
