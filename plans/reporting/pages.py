"""What the pages of a plan and of an activity show."""

from dataclasses import dataclass

from django.utils import timezone

from plans import rules
from plans.models import Activity
from plans.reporting import attendance, leads, signups
from plans.reporting.history import days_of, history


@dataclass(frozen=True)
class Progress:
    """How far a plan (or a year) has come."""

    total: int
    held: int
    dropped: int
    late: int

    @property
    def share(self):
        """Held per hundred of what was not dropped."""
        kept = self.total - self.dropped
        return round(100 * self.held / kept) if kept else 0


def progress(activities, today):
    """The counts of a queryset of activities."""
    return Progress(
        total=activities.count(),
        held=activities.happened().count(),
        dropped=activities.filter(state=Activity.State.DROPPED).count(),
        late=activities.late(today).count(),
    )


def plan_page(plan, user, today):
    """What the page of a plan shows."""
    activities = Activity.objects.of_plan(plan)
    may = rules.of_plan(user, plan)
    rows = activities.with_names()
    undated = [
        one for one in rows if one.first_month is None and one.state in Activity.OPEN
    ]
    return {
        "plan": plan,
        "outside": outside(plan, rows) if may["history"] else [],
        "undated": undated if may["history"] and plan.approved_on is None else [],
        "today": today,
        "sections": plan.sections.all(),
        "measures": plan.measures.all(),
        "activities": rows,
        "progress": progress(activities, today),
        "history": history(plan, days_of(plan)) if may["history"] else [],
        "asked": leads.counts(plan) if may["history"] else {},
        "may": may,
    }


def outside(plan, rows=None):
    """The activities with a month that is none of the plan's, while it is drafted.

    What is put off later may well be held after the plan's end.
    """
    if not plan.is_in_drafting:
        return []
    rows = Activity.objects.of_plan(plan) if rows is None else rows
    window = plan.window
    return [
        one for one in rows if one.state in Activity.OPEN and one.runs_outside(window)
    ]


def left_undone(plan, now):
    """How many activities are not over, and how many of these take sign-ups."""
    rows = Activity.objects.of_plan(plan).unfinished()
    return {"unfinished": rows.count(), "signing": rows.signing_up(now).count()}


def activity_page(activity, user, today):
    """What the page of an activity shows."""
    attendees = list(activity.attendees.all())
    may = rules.of_activity(user, activity, attendees)
    return {
        "activity": activity,
        "attendees": attendees,
        "helpers": activity.helpers.all(),
        "files": [
            (f, rules.activity_file(user, f, attendees)) for f in activity.files.all()
        ],
        "is_late": activity.is_late_on(today),
        "box": signups.box(activity, user, timezone.now()),
        "ratings": attendance.ratings_of(activity, user),
        "prizes": activity.prizes.all(),
        "costs": activity.costs.select_related("heading") if may["money"] else [],
        "history": history(activity) if may["history"] else [],
        "may": may,
    }
