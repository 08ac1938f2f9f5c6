"""Sections and measures of plans are written."""

from django.db import transaction
from django.db.models import Max

from members import audit
from plans.models import PlanSection
from plans.services import rows, versions


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
    changes = rows.changes(section, columns)
    section.save_version(expected, columns)
    versions.keep(section, by=by)
    audit.record(by, "section.edited", section, changes=changes)


@transaction.atomic
def section_move(section, *, by, up):
    """Change places with the neighbour above or below, if there is one."""
    parts = list(section.plan.sections.all())
    place = parts.index(section)
    other = place - 1 if up else place + 1
    if not 0 <= other < len(parts):
        return
    parts[place], parts[other] = parts[other], parts[place]
    for order, part in enumerate(parts, 1):
        part.order = order
    PlanSection.objects.bulk_update(parts, ["order"])
    versions.keep_all(PlanSection, parts, by=by, is_new=False)
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
    changes = rows.changes(measure, columns)
    measure.save_version(expected, columns)
    versions.keep(measure, by=by)
    audit.record(by, "measure.edited", measure, changes=changes)


@transaction.atomic
def measure_remove(measure, *, by):
    audit.record(by, "measure.removed", measure, text=measure.text)
    versions.remove(measure, by=by)
