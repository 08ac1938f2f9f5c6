"""The deeds: plans are drafted, approved, archived; activities move, end, are recorded."""

from django.db import transaction
from django.db.models import F, Max
from django.utils import timezone

from members import audit
from members.models import Office
from plans import drafts, months
from plans.models import (
    Activity,
    ActivityFile,
    Attendance,
    Category,
    Measure,
    Plan,
    PlanSection,
)
from plans.services import duties, versions
from unionoffice.states import Conflict, StateError


@transaction.atomic
def plan_add(plan, *, by, with_duties=False):
    """Save a new plan; the form's key makes a second click find the first one.

    `with_duties` puts the standing duties in use into its months.
    """
    plan.drafted_by = plan._history_user = by
    made = plan.save_once(drafted_by=by)
    if made is plan:
        items = duties.put_into(plan, by=by) if with_duties else ()
        audit.record(by, "plan.added", plan, duties=len(items))
    return made


@transaction.atomic
def plan_import(
    draft, *, by, title, year, start_month, length=12, owner=None, form_key=None
):
    """Save one read plan (a dict in the shape of `import_plan --json`) as draft.

    `by` is None on the command line. Nothing is saved if anything fails.
    """
    plan = Plan(
        title=title,
        year=year,
        start_month=start_month,
        months=length,
        owner=owner,
        drafted_by=by,
        form_key=form_key,
    )
    plan._history_user = by
    made = plan.save_once(drafted_by=by)
    if made is not plan:
        return made
    categories = list(Category.objects.all())
    sections, measures = drafts.sections(draft, plan), drafts.measures(draft, plan)
    PlanSection.objects.bulk_create(sections)
    Measure.objects.bulk_create(measures)
    rows = drafts.activities(draft, plan, categories)
    for row in rows:
        row.entered_by = by
    Activity.objects.bulk_create(rows)
    versions.keep_all(PlanSection, sections, by=by)
    versions.keep_all(Measure, measures, by=by)
    versions.keep(plan, by=by)
    audit.record(by, "plan.imported", plan, activities=len(rows))
    return plan


@transaction.atomic
def plan_edit(plan, *, by, expected, columns):
    """Save the edited columns over version `expected`; raises Conflict."""
    changes = _changes(plan, columns)
    plan.save_version(expected, columns)
    versions.keep(plan, by=by)
    audit.record(by, "plan.edited", plan, changes=changes)


@transaction.atomic
def plan_submit(plan, *, by):
    plan.advance(
        Plan.State.REVIEW, submitted_on=timezone.localdate(), returned_because=""
    )
    versions.keep(plan, by=by)
    audit.record(by, "plan.submitted", plan)


@transaction.atomic
def plan_approve(plan, *, by):
    plan.advance(Plan.State.APPROVED, approved_by=by, approved_on=timezone.localdate())
    versions.keep(plan, by=by)
    audit.record(by, "plan.approved", plan)


@transaction.atomic
def plan_return(plan, *, by, why):
    plan.advance(Plan.State.DRAFT, returned_because=why)
    versions.keep(plan, by=by)
    audit.record(by, "plan.returned", plan, why=why)


@transaction.atomic
def plan_archive(plan, *, by):
    plan.advance(Plan.State.ARCHIVED, archived_on=timezone.localdate())
    versions.keep(plan, by=by)
    audit.record(by, "plan.archived", plan)


@transaction.atomic
def plan_export(plan, *, by):
    """Record that a plan went out as a Word file."""
    audit.record(by, "plan.exported", plan)


@transaction.atomic
def plan_discard(plan, *, by):
    """Remove a draft with all its parts; raises StateError if it is none any more."""
    drafts_only = Plan.objects.select_for_update().filter(pk=plan.pk)
    if not drafts_only.filter(state=Plan.State.DRAFT).exists():
        raise StateError("刚才计划已经送审，不能删去了。")
    counts = {"activities": plan.activities.count(), "title": plan.title}
    audit.record(by, "plan.discarded", plan, **counts)
    plan.activities.all().delete()
    pk = plan.pk
    plan.delete()
    versions.forget(pk)


@transaction.atomic
def section_add(section, *, by):
    """Save a new section at the end; sent twice, it stands there once."""
    last = section.plan.sections.aggregate(last=Max("order"))["last"] or 0
    section.order = last + 1
    section._history_user = by
    made = section.save_once()
    if made is section:
        audit.record(by, "section.added", section, plan=str(section.plan))
    return made


@transaction.atomic
def section_edit(section, *, by, expected, columns):
    """Save the edited columns over version `expected`; raises Conflict."""
    changes = _changes(section, columns)
    section.save_version(expected, columns)
    versions.keep(section, by=by)
    audit.record(by, "section.edited", section, changes=changes)


@transaction.atomic
def section_move(section, *, by, up):
    """Change places with the neighbour above or below, if there is one."""
    rows = list(section.plan.sections.all())
    place = rows.index(section)
    other = place - 1 if up else place + 1
    if not 0 <= other < len(rows):
        return
    rows[place], rows[other] = rows[other], rows[place]
    for order, row in enumerate(rows, 1):
        row.order = order
    PlanSection.objects.bulk_update(rows, ["order"])
    versions.keep_all(PlanSection, rows, by=by, is_new=False)
    audit.record(by, "section.moved", section, up=up)


@transaction.atomic
def section_remove(section, *, by):
    audit.record(by, "section.removed", section, text=section.text)
    versions.remove(section, by=by)


@transaction.atomic
def measure_add(measure, *, by):
    """Save a new measure; sent twice, it stands there once."""
    measure._history_user = by
    made = measure.save_once()
    if made is measure:
        audit.record(by, "measure.added", measure, plan=str(measure.plan))
    return made


@transaction.atomic
def measure_edit(measure, *, by, expected, columns):
    """Save the edited columns over version `expected`; raises Conflict."""
    changes = _changes(measure, columns)
    measure.save_version(expected, columns)
    versions.keep(measure, by=by)
    audit.record(by, "measure.edited", measure, changes=changes)


@transaction.atomic
def measure_remove(measure, *, by):
    audit.record(by, "measure.removed", measure, text=measure.text)
    versions.remove(measure, by=by)


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
    changes = _changes(activity, columns)
    activity.save_version(expected, columns)
    before, after = _names(activity.helpers.all()), _names(helpers)
    if before != after:
        changes["helpers"] = [before, after]
        activity.helpers.set(helpers)
    audit.record(by, "activity.edited", activity, changes=changes)


@transaction.atomic
def activity_move(activity, *, by, to):
    """Move to begin in month `to`; it keeps its length. Days that no longer fit go."""
    old = activity.span
    values = _moved(activity, to)
    if activity.state == Activity.State.POSTPONED:
        activity.advance(Activity.State.PLANNED, reason="", **_next(activity), **values)
    else:
        _write(activity, **values)
    audit.record(by, "activity.moved", activity, months=[old, activity.span])


@transaction.atomic
def activity_start(activity, *, by):
    activity.advance(Activity.State.UNDERWAY, reason="", **_next(activity))
    audit.record(by, "activity.started", activity)


@transaction.atomic
def activity_postpone(activity, *, by, why, to=None):
    """Put off, to month `to` if that is known already."""
    old = activity.span
    values = _moved(activity, to) if to else {"starts_on": None, "ends_on": None}
    activity.advance(Activity.State.POSTPONED, reason=why, **_next(activity), **values)
    audit.record(
        by, "activity.postponed", activity, why=why, months=[old, activity.span]
    )


@transaction.atomic
def activity_drop(activity, *, by, why):
    activity.advance(Activity.State.DROPPED, reason=why, **_next(activity))
    audit.record(by, "activity.dropped", activity, why=why)


@transaction.atomic
def activity_restore(activity, *, by):
    activity.advance(Activity.State.PLANNED, reason="", **_next(activity))
    audit.record(by, "activity.restored", activity)


@transaction.atomic
def activity_close(activity, *, by, to, record, attendees, files=(), expected=None):
    """Write the record of what was held; `to` is HELD (to be completed) or CLOSED.

    `record` holds held_on, held_until, report, cost and guests. Raises Conflict when
    the activity is no longer at version `expected` (None asks nothing).
    """
    now = Activity.objects.select_for_update().get(pk=activity.pk)
    if expected not in (None, now.version):
        raise Conflict(now)
    activity.advance(to, reason="", **_next(activity), **record)
    _set_attendees(activity, attendees)
    known = set(activity.files.values_list("sha256", flat=True))
    for upload in files:
        stored = ActivityFile.made_from(upload, activity=activity, added_by=by)
        if stored.sha256 not in known:
            stored.save()
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
    activity.advance(Activity.State.HELD, **_next(activity))
    audit.record(by, "activity.reopened", activity, why=why)


def _set_attendees(activity, members):
    wanted = {member.pk for member in members}
    activity.attendances.exclude(member__in=wanted).delete()
    present = set(activity.attendances.values_list("member_id", flat=True))
    Attendance.objects.bulk_create(
        Attendance(activity=activity, member=member)
        for member in members
        if member.pk not in present
    )


def _moved(activity, to):
    """The columns of a move to month `to`."""
    length = (
        months.between(activity.first_month, activity.last_month)
        if activity.first_month
        else 0
    )
    last = months.plus(to, length)
    values = {"first_month": to, "last_month": last}
    day = activity.starts_on
    if day and not to <= day.replace(day=1) <= last:
        values |= {"starts_on": None, "ends_on": None}
    return values


def _next(row):
    """The next version, so that an open edit form learns of the step."""
    return {"version": row.version + 1}


def _write(row, **values):
    """Write some columns of one deed; open edit forms will learn of it."""
    as_read = type(row).objects.filter(pk=row.pk, version=row.version)
    if as_read.update(version=F("version") + 1, **values) != 1:
        raise StateError("刚才已经有人改过了，请刷新页面再看。")
    row.refresh_from_db()


def _changes(row, columns):
    """{column: [old, new]} of what differs from the stored row."""
    old = type(row).objects.get(pk=row.pk)
    return {
        name: [str(getattr(old, name) or ""), str(getattr(row, name) or "")]
        for name in columns
        if getattr(old, name) != getattr(row, name)
    }


def _names(people):
    return "、".join(sorted(str(person) for person in people))


@transaction.atomic
def activity_export(*, by, query, count):
    """Record that a list of activities went out."""
    audit.record(by, "activity.exported", Office.load(), query=query, rows=count)
