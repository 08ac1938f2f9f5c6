"""What was held is recorded."""

from django.db import transaction

from members import audit
from plans.models import Activity, ActivityFile, Attendance
from plans.services import rows
from unionoffice.files import thumbnail
from unionoffice.states import Conflict


@transaction.atomic
def activity_close(
    activity,
    *,
    by,
    to,
    record,
    attendees,
    files=(),
    costs=None,
    prizes=None,
    expected=None,
):
    """Write the record of what was held; `to` is HELD (to be completed) or CLOSED.

    `record` holds held_on, held_until, report, cost, guests and what else the record
    has columns for; `costs` and `prizes` are lines as dicts (None leaves what is
    there). Raises Conflict when the activity is no longer at version `expected` (None
    asks nothing).
    """
    now = Activity.objects.select_for_update().get(pk=activity.pk)
    if expected not in (None, now.version):
        raise Conflict(now)
    activity.advance(to, reason="", **rows.next_version(activity), **record)
    _set_attendees(activity, attendees)
    _add_files(activity, files, by)
    _replace(activity.costs, costs)
    _replace(activity.prizes, prizes)
    audit.record(
        by,
        f"activity.{to}",
        activity,
        held_on=str(activity.held_on),
        attendees=len(attendees),
        cost=str(activity.cost or ""),
    )


@transaction.atomic
def activity_reopen(activity, *, by, why):
    activity.advance(Activity.State.HELD, **rows.next_version(activity))
    audit.record(by, "activity.reopened", activity, why=why)


def _add_files(activity, uploads, by):
    """Keep each file once; of a photo a small picture too."""
    known = set(activity.files.values_list("sha256", flat=True))
    for upload in uploads:
        stored = ActivityFile.made_from(upload, activity=activity, added_by=by)
        if stored.sha256 in known:
            continue
        known.add(stored.sha256)
        if stored.is_image:
            stored.thumbnail = thumbnail(upload)
        stored.save()


def _replace(lines, wanted):
    """Write the lines of a record anew."""
    if wanted is None:
        return
    lines.all().delete()
    for values in wanted:
        lines.create(**{name: value for name, value in values.items() if value})


def _set_attendees(activity, members):
    wanted = {member.pk for member in members}
    activity.attendances.exclude(member__in=wanted).delete()
    present = set(activity.attendances.values_list("member_id", flat=True))
    Attendance.objects.bulk_create(
        Attendance(activity=activity, member=member)
        for member in members
        if member.pk not in present
    )
