"""What was done to a row, and when."""

from django.utils import timezone

from members import deeds
from members.models import AuditEntry


def days_of(plan):
    """The day that a plan itself gives for the last of each of these deeds."""
    drafted = timezone.localdate(plan.drafted_at)
    return {
        "plan.added": drafted,
        "plan.imported": drafted,
        "plan.submitted": plan.submitted_on,
        "plan.approved": plan.approved_on,
        "plan.archived": plan.archived_on,
    }


def history(row, days=None):
    """(when, who, what, why) of each deed done to a row, newest first.

    Where `days` has another day for the last deed of its kind (a plan that was
    entered later), that day is told.
    """
    days = dict(days or {})
    entries = AuditEntry.objects.filter(
        object_type=row._meta.label_lower, object_id=str(row.pk)
    )
    return [
        (
            _when(e.at, days.pop(e.action, None)),
            e.by_name,
            deeds.name(e.action),
            _more(e.details),
        )
        for e in entries[:50]
    ]


def _more(details):
    """The reason of a deed, and from where to where it moved something."""
    parts = (details.get("why", ""), " → ".join(details.get("months", ())))
    return "　".join(filter(None, parts))


def _when(at, day):
    return at if day in (None, timezone.localdate(at)) else day
