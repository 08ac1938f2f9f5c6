"""Deeds of the congress: atomic, recorded, one function a deed."""

from congress.services.answers import (
    proposal_approve,
    proposal_cosign,
    proposal_follow,
    proposal_instruct,
    proposal_reply,
    proposal_send_back,
)
from congress.services.handling import (
    proposal_assign,
    proposal_conclude,
    proposal_decide,
    proposal_praise,
    proposal_rate,
    proposal_reassign,
    proposal_transfer,
    proposal_unpraise,
)
from congress.services.joining import proposal_merge, proposal_unmerge
from congress.services.proposals import (
    proposal_edit,
    proposal_file_remove,
    proposal_move,
    proposal_new,
    proposal_submit,
    proposal_withdraw,
)
from congress.services.reviewing import proposals_decide, review_write
from congress.services.seconding import (
    proposal_call,
    proposal_decline,
    proposal_invite,
    proposal_join,
    proposal_second,
    proposal_share,
    proposal_uncall,
    proposal_uninvite,
    proposal_unsecond,
    proposal_unshare,
)
from congress.services.sessions import (
    session_close,
    session_edit,
    session_new,
    session_open,
)

__all__ = [
    "proposal_approve",
    "proposal_assign",
    "proposal_call",
    "proposal_conclude",
    "proposal_cosign",
    "proposal_decide",
    "proposal_decline",
    "proposal_edit",
    "proposal_file_remove",
    "proposal_follow",
    "proposal_instruct",
    "proposal_invite",
    "proposal_join",
    "proposal_merge",
    "proposal_move",
    "proposal_new",
    "proposal_praise",
    "proposal_rate",
    "proposal_reassign",
    "proposal_reply",
    "proposal_second",
    "proposal_send_back",
    "proposal_share",
    "proposal_submit",
    "proposal_transfer",
    "proposal_uncall",
    "proposal_uninvite",
    "proposal_unmerge",
    "proposal_unpraise",
    "proposal_unsecond",
    "proposal_unshare",
    "proposal_withdraw",
    "proposals_decide",
    "review_write",
    "session_close",
    "session_edit",
    "session_new",
    "session_open",
]
