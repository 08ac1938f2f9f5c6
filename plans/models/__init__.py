"""Tables of the year's intentions: plans, their parts, activities and records."""

from plans.models.activities import Activity, Category
from plans.models.duties import Duty, DutyDone
from plans.models.feeds import FeedAddress
from plans.models.headings import AccountHeading
from plans.models.leads import LeadRequest
from plans.models.plans import Measure, Plan, PlanSection
from plans.models.records import ActivityFile, Attendance, CostEntry, Prize, Rating
from plans.models.schooldays import SchoolPeriod
from plans.models.signups import Answer, Question, Signup, SignupSheet

__all__ = [
    "AccountHeading",
    "Activity",
    "ActivityFile",
    "Answer",
    "Attendance",
    "Category",
    "CostEntry",
    "Duty",
    "DutyDone",
    "FeedAddress",
    "LeadRequest",
    "Measure",
    "Plan",
    "PlanSection",
    "Prize",
    "Question",
    "Rating",
    "SchoolPeriod",
    "Signup",
    "SignupSheet",
]
