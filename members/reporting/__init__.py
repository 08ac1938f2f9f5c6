"""What pages and the year's end tell of people."""

from members.reporting.affairs import Affairs, affairs
from members.reporting.applications import (
    application_page,
    applications,
    applications_sheet,
)
from members.reporting.corrections import (
    corrections,
    corrections_sheet,
    lines,
    waiting_for,
)
from members.reporting.kinds import Figure, Moment, Stage, Todo, last_day, stages
from members.reporting.rosters import (
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
    "Affairs",
    "Figure",
    "Moment",
    "Stage",
    "Standing",
    "Todo",
    "affairs",
    "application_page",
    "applications",
    "applications_sheet",
    "band",
    "corrections",
    "corrections_sheet",
    "figures",
    "groups",
    "last_day",
    "lines",
    "returned_sheet",
    "roster",
    "roster_of",
    "roster_sheet",
    "search",
    "stages",
    "standing",
    "suggestions",
    "template_sheet",
    "timeline",
    "todo",
    "waiting_for",
    "year_sheets",
]
