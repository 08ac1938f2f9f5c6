"""The school's own calendar: terms, holidays, examination weeks."""

from django.db import transaction

from members import audit
from plans.services import rows


@transaction.atomic
def period_add(period, *, by):
    """Save a new entry; sent twice, it stands there once."""
    period.entered_by = by
    made = period.save_once(entered_by=by)
    if made is period:
        audit.record(by, "period.added", period, **_days(period))
    return made


@transaction.atomic
def period_edit(period, *, by, expected, columns):
    """Save the edited columns over version `expected`; raises Conflict."""
    changes = rows.changes(period, columns)
    period.save_version(expected, columns)
    audit.record(by, "period.edited", period, changes=changes)


@transaction.atomic
def period_remove(period, *, by):
    audit.record(by, "period.removed", period, **_days(period))
    period.delete()


def _days(period):
    return {"starts_on": str(period.starts_on), "ends_on": str(period.ends_on)}
