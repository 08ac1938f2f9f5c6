"""What pages and the year's end tell of the congress."""

from congress.reporting.counts import Counts, session_figures
from congress.reporting.nextstep import stages
from congress.reporting.pages import ProposalPage, proposal_page
from congress.reporting.sheets import register, year_sheets
from congress.reporting.telling import (
    figures,
    proposals_of,
    search,
    timeline,
    todo,
    who_cannot_sign_in,
)

__all__ = [
    "Counts",
    "ProposalPage",
    "figures",
    "proposal_page",
    "proposals_of",
    "register",
    "search",
    "session_figures",
    "stages",
    "timeline",
    "todo",
    "who_cannot_sign_in",
    "year_sheets",
]
