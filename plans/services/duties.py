"""The deeds on standing duties: added, changed, done, put into a plan."""

from django.db import IntegrityError, transaction

from members import audit
from plans.duties import items_for
from plans.models import Activity, Category, Duty, DutyDone
from plans.usualduties import USUAL
from unionoffice.states import StateError


@transaction.atomic
def duty_add(duty, *, by):
    """Save a new duty; the form's key makes a second click find the first one."""
    made = duty.save_once()
    if made is duty:
        audit.record(by, "duty.added", duty)
    return made


@transaction.atomic
def duty_fill(*, by, since):
    """Add the usual duties that are not there yet; returns how many came."""
    categories = {category.name: category for category in Category.objects.all()}
    known = set(Duty.objects.values_list("title", flat=True))
    added = [
        Duty(since=since, **(one | {"category": categories.get(one["category"])}))
        for one in USUAL
        if one["title"] not in known
    ]
    for duty in added:
        duty.save(force_insert=True)
        audit.record(by, "duty.added", duty)
    return len(added)


@transaction.atomic
def duty_edit(duty, *, by, expected, columns):
    """Save the edited columns over version `expected`; raises Conflict."""
    duty.save_version(expected, columns)
    audit.record(by, "duty.edited", duty)


@transaction.atomic
def duty_do(duty, *, by, period, done_on, remark, form_key=None):
    """Record that a turn was done. Raises StateError when it stands already."""
    record = DutyDone(
        duty=duty,
        period=period,
        done_on=done_on,
        remark=remark,
        done_by=by,
        form_key=form_key,
    )
    try:
        with transaction.atomic():
            record.save(force_insert=True)
    except IntegrityError:
        made = DutyDone.objects.filter(duty=duty, period=period).first()
        if made and form_key and made.form_key == form_key:
            return made
        raise StateError("这一次刚才已经登记过了，请刷新页面再看。") from None
    audit.record(by, "duty.done", duty, period=str(period), why=remark)
    return record


@transaction.atomic
def duty_reopen(record, *, by):
    """Take back a record made by mistake; the turn waits again."""
    duty, period = record.duty, record.period
    audit.record(by, "duty.reopened", duty, period=str(period), why=record.remark)
    record.delete()
    return duty


def put_into(plan, *, by, duties=None):
    """Make items of a plan out of duties (of all in use); returns the new items.

    What the plan has under the same title already is not put in twice.
    """
    if duties is None:
        duties = Duty.objects.active().with_names()
    taken = set(plan.activities.values_list("title", flat=True))
    rows = [item for duty in duties for item in items_for(duty, plan, taken)]
    for row in rows:
        row.entered_by = by
    return Activity.objects.bulk_create(rows)
