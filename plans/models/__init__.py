"""Tables of the year's intentions: plans, their parts, activities and records."""

from plans.models.activities import Activity, ActivityFile, Attendance, Category
from plans.models.duties import Duty, DutyDone
from plans.models.feeds import FeedAddress
from plans.models.leads import LeadRequest
from plans.models.plans import Measure, Plan, PlanSection

__all__ = [
    "Activity",
    "ActivityFile",
    "Attendance",
    "Category",
    "Duty",
    "DutyDone",
    "FeedAddress",
    "LeadRequest",
    "Measure",
    "Plan",
    "PlanSection",
]
