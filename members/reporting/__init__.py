"""What pages and the year's end tell of people."""

from members.reporting.kinds import Figure, Moment, Todo, last_day
from members.reporting.lives import benefits, moments, sealed_words, traces
from members.reporting.rosters import (
    PRIVATE,
    private_roster,
    returned_sheet,
    roster,
    roster_of,
    roster_sheet,
    template_sheet,
)
from members.reporting.sheets import band, year_sheets
from members.reporting.standing import Standing, standing
from members.reporting.telling import (
    figures,
    groups,
    search,
    suggestions,
    timeline,
    todo,
)

__all__ = [
    "PRIVATE",
    "Figure",
    "Moment",
    "Standing",
    "Todo",
    "band",
    "benefits",
    "figures",
    "groups",
    "last_day",
    "moments",
    "private_roster",
    "returned_sheet",
    "roster",
    "roster_of",
    "roster_sheet",
    "sealed_words",
    "search",
    "standing",
    "suggestions",
    "template_sheet",
    "timeline",
    "todo",
    "traces",
    "year_sheets",
]
