"""Keeping versions of plan documents, and putting an old one back.

django-simple-history sees `save` and `delete` only. What is written by UPDATE (steps,
versioned edits, bulk rows) is kept here, in the same transaction.
"""

from django.db import transaction

from members import audit
from plans.models import Measure, Plan, PlanSection
from plans.versions import month_table
from unionoffice.states import StateError

SECTION = ("order", "heading", "text")
MEASURE = ("section_id", "text", "months", "due_on", "responsible")


def keep(row, *, by, is_new=False):
    """Keep the row (of any of the three tables) as it is stored now."""
    model = type(row)
    stored = model._base_manager.get(pk=row.pk)
    more = {"month_table": month_table(stored)} if model is Plan else None
    model.history.bulk_history_create(
        [stored], update=not is_new, default_user=by, custom_historical_attrs=more
    )


def keep_all(model, rows, *, by, is_new=True):
    """Keep rows that were written in bulk."""
    model.history.bulk_history_create(rows, update=not is_new, default_user=by)


def remove(row, *, by):
    """Delete a part; the versions remember it."""
    row._history_user = by
    row.delete()


def forget(pk):
    """A discarded draft (its former key) leaves no versions behind."""
    PlanSection.history.filter(plan_id=pk).delete()
    Measure.history.filter(plan_id=pk).delete()
    Plan.history.filter(id=pk).delete()


@transaction.atomic
def plan_restore(plan, snapshot, *, by, number):
    """Put sections and measures back as `snapshot` has them; months stay as they are.

    Raises StateError when the plan has left its draft meanwhile.
    """
    drafts = Plan.objects.select_for_update().filter(pk=plan.pk)
    if not drafts.filter(state=Plan.State.DRAFT).exists():
        raise StateError("刚才计划已经送审，不能再换成旧的版本。")
    _put_back(PlanSection, plan, snapshot.sections, SECTION, by)
    _put_back(Measure, plan, snapshot.measures, MEASURE, by, snapshot.sections)
    if snapshot.plan.title != plan.title:
        plan.title = snapshot.plan.title
        plan.save_version(drafts.get().version, ["title"])
    keep(plan, by=by)
    audit.record(by, "plan.restored", plan, number=number)


def _put_back(model, plan, kept, columns, by, sections=()):
    """Make the parts of one table equal to the kept rows, by their ids.

    `sections` are those there now: a measure names no other.
    """
    present = {row.pk: row for row in model._base_manager.filter(plan=plan)}
    for pk, row in present.items():
        if pk not in kept:
            remove(row, by=by)
    for pk, old in kept.items():
        values = {name: getattr(old, name) for name in columns}
        if values.get("section_id") not in sections:
            values.pop("section_id", None)
        row = present.get(pk) or model(pk=pk, plan=plan)
        if pk in present and all(getattr(row, n) == v for n, v in values.items()):
            continue
        for name, value in values.items():
            setattr(row, name, value)
        row.version += pk in present
        row._history_user = by
        row.save(force_insert=pk not in present)
