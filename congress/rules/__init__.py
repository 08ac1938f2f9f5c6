"""Who may do what in the congress: one function a deed."""

from congress.rules.handling import (
    proposal_assign,
    proposal_conclude,
    proposal_decide,
    proposal_rate,
    proposal_reassign,
    proposal_reply,
    proposal_transfer,
)
from congress.rules.proposals import (
    is_asked,
    is_author,
    proposal_edit,
    proposal_export,
    proposal_new,
    proposal_read,
    proposal_withdraw,
)
from congress.rules.seconding import (
    Check,
    checklist,
    proposal_decline,
    proposal_invite,
    proposal_second,
    proposal_submit,
    proposal_uninvite,
    proposal_unsecond,
)
from congress.rules.sessions import (
    session_close,
    session_edit,
    session_new,
    session_open,
)

__all__ = [
    "Check",
    "checklist",
    "is_asked",
    "is_author",
    "proposal_assign",
    "proposal_conclude",
    "proposal_decide",
    "proposal_decline",
    "proposal_edit",
    "proposal_export",
    "proposal_invite",
    "proposal_new",
    "proposal_rate",
    "proposal_read",
    "proposal_reassign",
    "proposal_reply",
    "proposal_second",
    "proposal_submit",
    "proposal_transfer",
    "proposal_uninvite",
    "proposal_unsecond",
    "proposal_withdraw",
    "session_close",
    "session_edit",
    "session_new",
    "session_open",
]
