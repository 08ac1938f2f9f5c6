"""What pages and the year's end tell of people."""

from members.reporting.higherunion import year_figures
from members.reporting.kinds import Figure, Moment, Todo, last_day
from members.reporting.lists import archive_due, entries, list_todos
from members.reporting.rosters import (
    returned_sheet,
    roster,
    roster_of,
    roster_sheet,
    template_sheet,
)
from members.reporting.sheets import band, year_sheets
from members.reporting.standing import Standing, standing
from members.reporting.statistics import statistics, statistics_sheets
from members.reporting.telling import (
    figures,
    groups,
    search,
    suggestions,
    timeline,
    todo,
)

__all__ = [
    "Figure",
    "Moment",
    "Standing",
    "Todo",
    "archive_due",
    "band",
    "entries",
    "figures",
    "groups",
    "last_day",
    "list_todos",
    "returned_sheet",
    "roster",
    "roster_of",
    "roster_sheet",
    "search",
    "standing",
    "statistics",
    "statistics_sheets",
    "suggestions",
    "template_sheet",
    "timeline",
    "todo",
    "year_figures",
    "year_sheets",
]
