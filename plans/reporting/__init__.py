"""What pages and the year's end tell of plans and activities."""

from plans.reporting.history import (
    days_of,
    history,
)
from plans.reporting.pages import (
    Progress,
    activity_page,
    plan_page,
    progress,
)
from plans.reporting.sheets import (
    month_in,
    records,
    year_rows,
    year_sheets,
)
from plans.reporting.telling import (
    figures,
    link,
    month_of,
    search,
    timeline,
    todo,
)

__all__ = [
    "Progress",
    "activity_page",
    "days_of",
    "figures",
    "history",
    "link",
    "month_in",
    "month_of",
    "plan_page",
    "progress",
    "records",
    "search",
    "timeline",
    "todo",
    "year_rows",
    "year_sheets",
]
