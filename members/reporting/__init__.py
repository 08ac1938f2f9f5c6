"""What pages and the year's end tell of people."""

from members.reporting.affairs import Affairs, affairs
from members.reporting.applications import (
    application_page,
    applications,
)
from members.reporting.bodies import (
    Sitting,
    in_office,
    offices_of,
    past_seats,
    past_terms,
    seats_sheet,
    sitting,
    sittings,
)
from members.reporting.corrections import (
    corrections,
    lines,
    waiting_for,
)
from members.reporting.higherunion import year_figures
from members.reporting.kinds import (
    HITS,
    Figure,
    Hit,
    Moment,
    Stage,
    Todo,
    last_day,
    stages,
)
from members.reporting.lists import archive_due, entries, list_todos
from members.reporting.lives import benefits, moments, sealed_words, traces
from members.reporting.places import former_people, leaders, people_at, places_sheet
from members.reporting.places import hints as place_hints
from members.reporting.places import trees as place_trees
from members.reporting.rosters import (
    returned_sheet,
    roster,
    roster_sheet,
    template_sheet,
)
from members.reporting.sheets import band, year_sheets
from members.reporting.standing import Standing, standing
from members.reporting.statistics import statistics, statistics_sheets
from members.reporting.telling import figures, search, suggestions, timeline, todo

__all__ = [
    "HITS",
    "Affairs",
    "Figure",
    "Hit",
    "Moment",
    "Sitting",
    "Stage",
    "Standing",
    "Todo",
    "affairs",
    "application_page",
    "applications",
    "archive_due",
    "band",
    "benefits",
    "corrections",
    "entries",
    "figures",
    "former_people",
    "in_office",
    "last_day",
    "leaders",
    "lines",
    "list_todos",
    "moments",
    "offices_of",
    "past_seats",
    "past_terms",
    "people_at",
    "place_hints",
    "place_trees",
    "places_sheet",
    "returned_sheet",
    "roster",
    "roster_sheet",
    "sealed_words",
    "search",
    "seats_sheet",
    "sitting",
    "sittings",
    "stages",
    "standing",
    "statistics",
    "statistics_sheets",
    "suggestions",
    "template_sheet",
    "timeline",
    "todo",
    "traces",
    "waiting_for",
    "year_figures",
    "year_sheets",
]
