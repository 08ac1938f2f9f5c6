"""Who was there is marked, at the desk or by the code in the hall."""

from django.db import transaction

from members import audit
from plans.models import Activity, Attendance


@transaction.atomic
def attendance_mark(activity, members, *, by, how=Attendance.How.DESK):
    """Mark people as present; returns those who were not before."""
    Activity.objects.select_for_update().get(pk=activity.pk)
    present = set(activity.attendances.values_list("member_id", flat=True))
    new = list({m.pk: m for m in members if m.pk not in present}.values())
    Attendance.objects.bulk_create(
        Attendance(activity=activity, member=member, how=how, marked_by=by)
        for member in new
    )
    if new:
        names = [str(member) for member in new]
        audit.record(by, "attendance.marked", activity, how=how, members=names)
    return new


@transaction.atomic
def attendance_unmark(attendance, *, by):
    """Take back a mark that was set by mistake."""
    details = {"how": attendance.how, "staff_no": attendance.member.staff_no}
    audit.record(by, "attendance.unmarked", attendance, **details)
    attendance.delete()
