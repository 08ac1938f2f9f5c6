"""What pages and the year's end tell of people."""

from members.reporting.kinds import HITS, Figure, Hit, Moment, Todo, last_day
from members.reporting.rosters import (
    returned_sheet,
    roster,
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
    "HITS",
    "Figure",
    "Hit",
    "Moment",
    "Standing",
    "Todo",
    "band",
    "figures",
    "groups",
    "last_day",
    "returned_sheet",
    "roster",
    "roster_sheet",
    "search",
    "standing",
    "suggestions",
    "template_sheet",
    "timeline",
    "todo",
    "year_sheets",
]
