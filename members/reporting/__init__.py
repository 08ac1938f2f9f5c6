"""What pages and the year's end tell of people."""

from members.reporting.bodies import (
    Sitting,
    group_leaders,
    offices_of,
    past_seats,
    past_terms,
    seats_sheet,
    sitting,
    sittings,
)
from members.reporting.kinds import Figure, Moment, Todo, last_day
from members.reporting.places import former_people, leaders, people_at
from members.reporting.places import hints as place_hints
from members.reporting.places import trees as place_trees
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
    search,
    suggestions,
    timeline,
    todo,
)

__all__ = [
    "Figure",
    "Moment",
    "Sitting",
    "Standing",
    "Todo",
    "band",
    "figures",
    "former_people",
    "group_leaders",
    "last_day",
    "leaders",
    "offices_of",
    "past_seats",
    "past_terms",
    "people_at",
    "place_hints",
    "place_trees",
    "returned_sheet",
    "roster",
    "roster_of",
    "roster_sheet",
    "search",
    "seats_sheet",
    "sitting",
    "sittings",
    "standing",
    "suggestions",
    "template_sheet",
    "timeline",
    "todo",
    "year_sheets",
]
