"""What pages and the year's end tell of the congress."""

from congress.reporting.congresses import congress_page
from congress.reporting.counts import Counts, session_figures
from congress.reporting.delegates import light
from congress.reporting.nextstep import stages
from congress.reporting.pages import ProposalPage, proposal_page
from congress.reporting.proceedings import (
    all_delegates,
    late_tasks,
    opinions,
    procedure,
    record,
    record_sheets,
    resolutions,
    vote_words,
)
from congress.reporting.report import congress_report, session_report
from congress.reporting.reviewing import review_table, similar_to
from congress.reporting.sheets import register, year_sheets
from congress.reporting.sittings import (
    MOST_CHOICES,
    meant,
    roll_sheet,
    sitting_page,
)
from congress.reporting.sittings import figures as sitting_figures
from congress.reporting.telling import (
    figures,
    proposals_of,
    search,
    timeline,
    todo,
    who_cannot_sign_in,
)

__all__ = [
    "MOST_CHOICES",
    "Counts",
    "ProposalPage",
    "all_delegates",
    "congress_page",
    "congress_report",
    "figures",
    "late_tasks",
    "light",
    "meant",
    "opinions",
    "procedure",
    "proposal_page",
    "proposals_of",
    "record",
    "record_sheets",
    "register",
    "resolutions",
    "review_table",
    "roll_sheet",
    "search",
    "session_figures",
    "session_report",
    "similar_to",
    "sitting_figures",
    "sitting_page",
    "stages",
    "timeline",
    "todo",
    "vote_words",
    "who_cannot_sign_in",
    "year_sheets",
]
