"""Forms of the congress: what people type, as clean values."""

from congress.forms.handling import (
    AssignForm,
    ConcludeForm,
    CosignForm,
    DecideForm,
    FollowForm,
    InstructForm,
    RateForm,
    ReplyForm,
    SendBackForm,
    TransferForm,
)
from congress.forms.lists import ProposalFilter
from congress.forms.proposals import (
    InviteForm,
    ProposalEditForm,
    ProposalForm,
    WithdrawForm,
)
from congress.forms.reviewing import BlockForm, MergeForm, MoveForm, ReviewForm
from congress.forms.sessions import SessionForm, SessionNewForm

__all__ = [
    "AssignForm",
    "BlockForm",
    "ConcludeForm",
    "CosignForm",
    "DecideForm",
    "FollowForm",
    "InstructForm",
    "InviteForm",
    "MergeForm",
    "MoveForm",
    "ProposalEditForm",
    "ProposalFilter",
    "ProposalForm",
    "RateForm",
    "ReplyForm",
    "ReviewForm",
    "SendBackForm",
    "SessionForm",
    "SessionNewForm",
    "TransferForm",
    "WithdrawForm",
]
