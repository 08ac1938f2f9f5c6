"""Tables of the year's intentions: plans, their parts, activities and records."""

from plans.models.activities import Activity, ActivityFile, Attendance, Category
from plans.models.plans import Measure, Plan, PlanSection
from plans.models.schooldays import SchoolPeriod

__all__ = [
    "Activity",
    "ActivityFile",
    "Attendance",
    "Category",
    "Measure",
    "Plan",
    "PlanSection",
    "SchoolPeriod",
]
