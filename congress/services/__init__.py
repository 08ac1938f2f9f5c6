"""Deeds of the congress: atomic, recorded, one function a deed."""

from congress.services.handling import (
    proposal_assign,
    proposal_conclude,
    proposal_decide,
    proposal_praise,
    proposal_rate,
    proposal_reassign,
    proposal_reply,
    proposal_transfer,
    proposal_unpraise,
)
from congress.services.proposals import (
    proposal_edit,
    proposal_file_remove,
    proposal_new,
    proposal_submit,
    proposal_withdraw,
)
from congress.services.seconding import (
    proposal_decline,
    proposal_invite,
    proposal_second,
    proposal_uninvite,
    proposal_unsecond,
)
from congress.services.sessions import (
    session_close,
    session_edit,
    session_new,
    session_open,
)

__all__ = [
    "proposal_assign",
    "proposal_conclude",
    "proposal_decide",
    "proposal_decline",
    "proposal_edit",
    "proposal_file_remove",
    "proposal_invite",
    "proposal_new",
    "proposal_praise",
    "proposal_rate",
    "proposal_reassign",
    "proposal_reply",
    "proposal_second",
    "proposal_submit",
    "proposal_transfer",
    "proposal_uninvite",
    "proposal_unpraise",
    "proposal_unsecond",
    "proposal_withdraw",
    "session_close",
    "session_edit",
    "session_new",
    "session_open",
]
