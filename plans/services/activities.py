"""Activities are planned, move, end."""

from django.db import transaction

from members import audit
from plans import months
from plans.models import Activity
from plans.services import rows, signups

# Who signed up counts on these; a change is news to them.
DAYS = {"first_month", "starts_on", "ends_on"}


@transaction.atomic
def activity_add(activity, *, by, helpers=()):
    """Save a new activity; the form's key makes a second click find the first one."""
    activity.entered_by = by
    made = activity.save_once(entered_by=by)
    if made is activity:
        activity.helpers.set(helpers)
        audit.record(by, "activity.added", activity, planned=activity.is_planned)
    return made


@transaction.atomic
def activity_edit(activity, *, by, expected, columns, helpers):
    """Save the edited columns over version `expected`; raises Conflict."""
    changes = rows.changes(activity, columns)
    activity.save_version(expected, columns)
    before, after = rows.names(activity.helpers.all()), rows.names(helpers)
    if before != after:
        changes["helpers"] = [before, after]
        activity.helpers.set(helpers)
    if not DAYS.isdisjoint(changes):
        signups.tell_called_off(activity)
    audit.record(by, "activity.edited", activity, changes=changes)


@transaction.atomic
def activity_move(activity, *, by, to, days=(None, None), length=None):
    """Move to begin in month `to`; it keeps its length, but ends with its plan. Days
    that no longer fit go.

    `days`, first and last, are set where they fit, and `length` counts the months it
    had: a move that is taken back.
    """
    old = activity.span
    values = _moved(activity, to, length)
    if days[0] and to <= days[0].replace(day=1) <= values["last_month"]:
        values |= {"starts_on": days[0], "ends_on": days[1]}
    if activity.state == Activity.State.POSTPONED:
        activity.advance(
            Activity.State.PLANNED, reason="", **rows.next_version(activity), **values
        )
    else:
        rows.write(activity, **values)
    signups.tell_called_off(activity)
    audit.record(by, "activity.moved", activity, months=[old, activity.span])


@transaction.atomic
def activity_start(activity, *, by):
    activity.advance(Activity.State.UNDERWAY, reason="", **rows.next_version(activity))
    audit.record(by, "activity.started", activity)


@transaction.atomic
def activity_postpone(activity, *, by, why, to=None):
    """Put off, to month `to` if that is known already."""
    old = activity.span
    values = _moved(activity, to) if to else {"starts_on": None, "ends_on": None}
    activity.advance(
        Activity.State.POSTPONED, reason=why, **rows.next_version(activity), **values
    )
    signups.tell_called_off(activity)
    audit.record(
        by, "activity.postponed", activity, why=why, months=[old, activity.span]
    )


@transaction.atomic
def activity_drop(activity, *, by, why):
    activity.advance(Activity.State.DROPPED, reason=why, **rows.next_version(activity))
    signups.tell_called_off(activity)
    audit.record(by, "activity.dropped", activity, why=why)


@transaction.atomic
def activity_restore(activity, *, by):
    activity.advance(Activity.State.PLANNED, reason="", **rows.next_version(activity))
    audit.record(by, "activity.restored", activity)


def _moved(activity, to, length=None):
    """The columns of a move to month `to`; `length` in months, else its own, as far as
    its plan goes."""
    last = months.plus(to, (length or activity.length) - 1)
    end = activity.plan.window[-1] if activity.plan else last
    if length is None and to <= end:
        last = min(last, end)
    values = {"first_month": to, "last_month": last}
    day = activity.starts_on
    if day and not to <= day.replace(day=1) <= last:
        values |= {"starts_on": None, "ends_on": None}
    return values
