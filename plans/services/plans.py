"""Plans are drafted, approved, archived."""

from django.db import transaction
from django.utils import timezone

from members import audit
from plans import drafts
from plans.models import Activity, Category, Measure, Plan, PlanSection
from plans.services import duties, rows, versions
from unionoffice.states import StateError


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
    items = drafts.activities(draft, plan, categories)
    for item in items:
        item.entered_by = by
    Activity.objects.bulk_create(items)
    versions.keep_all(PlanSection, sections, by=by)
    versions.keep_all(Measure, measures, by=by)
    versions.keep(plan, by=by)
    audit.record(by, "plan.imported", plan, activities=len(items))
    return plan


@transaction.atomic
def plan_edit(plan, *, by, expected, columns):
    """Save the edited columns over version `expected`; raises Conflict."""
    changes = rows.changes(plan, columns)
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
def plan_unarchive(plan, *, by, why):
    """Take it back into force; raises StateError if it is archived no more."""
    if plan.state != Plan.State.ARCHIVED:
        raise StateError("计划已经恢复。")
    plan.advance(Plan.State.APPROVED, archived_on=None)
    versions.keep(plan, by=by)
    audit.record(by, "plan.unarchived", plan, why=why)


@transaction.atomic
def plan_take(plan, *, by):
    """Record that a plan went out as a Word file."""
    audit.record(by, "plan.taken", plan)


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
