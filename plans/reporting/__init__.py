"""What pages and the year's end tell of plans and activities."""

from plans.reporting.attendance import part_in, to_rate
from plans.reporting.history import (
    days_of,
    history,
)
from plans.reporting.pages import (
    Progress,
    activity_page,
    left_undone,
    outside,
    plan_page,
    progress,
)
from plans.reporting.sheets import (
    month_in,
    records,
    year_rows,
    year_sheets,
)
from plans.reporting.signups import open_sheets
from plans.reporting.telling import (
    figures,
    groups_without_plan,
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
    "groups_without_plan",
    "history",
    "left_undone",
    "link",
    "month_in",
    "month_of",
    "open_sheets",
    "outside",
    "part_in",
    "plan_page",
    "progress",
    "records",
    "search",
    "timeline",
    "to_rate",
    "todo",
    "year_rows",
    "year_sheets",
]
