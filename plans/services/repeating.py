"""One activity becomes several: repeated in other months, split month by month."""

from django.db import transaction

from members import audit
from plans import months
from plans.models import Activity
from plans.services import rows, signups

# What a copy takes along; days, sums, sign-ups and records are each activity's own.
COPIED = (
    "plan",
    "title",
    "category",
    "level",
    "place",
    "lead",
    "partner_departments",
    "heading",
    "hours",
    "theme",
    "notes",
)


@transaction.atomic
def activity_repeat(activity, *, by, to):
    """Plan it again in each of the months `to`; returns the new activities.

    A month in which the plan has one of that name already is passed over, so a form
    sent twice repeats once.
    """
    now = Activity.objects.select_for_update().get(pk=activity.pk)
    taken = set(now.namesakes().values_list("first_month", flat=True))
    made = [_copy(now, month, by) for month in to if month not in taken]
    if made:
        told = [months.span(row.first_month, row.last_month) for row in made]
        audit.record(by, "activity.repeated", now, months=told)
    return made


@transaction.atomic
def activity_split(activity, *, by):
    """Of an item of several months one in each: this one keeps the first.

    Returns the new ones. Raises StateError if somebody changed it meanwhile.
    """
    first, last = activity.first_month, activity.last_month
    rest = months.run(months.plus(first, 1), months.between(first, last))
    values = {"last_month": first}
    if activity.ends_on and activity.ends_on >= months.plus(first, 1):
        values |= {"starts_on": None, "ends_on": None}
        signups.tell_called_off(activity)
    rows.write(activity, **values)
    made = [_copy(activity, month, by) for month in rest]
    told = months.span(first, last)
    audit.record(by, "activity.split", activity, months=[told, len(made) + 1])
    return made


def _copy(activity, month, by):
    same = {name: getattr(activity, name) for name in COPIED}
    copy = Activity.objects.create(
        **same, first_month=month, last_month=month, entered_by=by
    )
    copy.helpers.set(activity.helpers.all())
    return copy
