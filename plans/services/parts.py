"""Sections and measures of plans are written."""

from django.db import transaction
from django.db.models import Max

from members import audit
from plans.models import PlanSection
from plans.services import rows


@transaction.atomic
def section_add(section, *, by):
    """Save a new section at the end; sent twice, it stands there once."""
    last = section.plan.sections.aggregate(last=Max("order"))["last"] or 0
    section.order = last + 1
    made = section.save_once()
    if made is section:
        audit.record(by, "section.added", section, plan=str(section.plan))
    return made


@transaction.atomic
def section_edit(section, *, by, expected, columns):
    """Save the edited columns over version `expected`; raises Conflict."""
    changes = rows.changes(section, columns)
    section.save_version(expected, columns)
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
    audit.record(by, "section.moved", section, up=up)


@transaction.atomic
def section_remove(section, *, by):
    audit.record(by, "section.removed", section, text=section.text)
    section.delete()


@transaction.atomic
def measure_add(measure, *, by):
    """Save a new measure; sent twice, it stands there once."""
    made = measure.save_once()
    if made is measure:
        audit.record(by, "measure.added", measure, plan=str(measure.plan))
    return made


@transaction.atomic
def measure_edit(measure, *, by, expected, columns):
    """Save the edited columns over version `expected`; raises Conflict."""
    changes = rows.changes(measure, columns)
    measure.save_version(expected, columns)
    audit.record(by, "measure.edited", measure, changes=changes)


@transaction.atomic
def measure_remove(measure, *, by):
    audit.record(by, "measure.removed", measure, text=measure.text)
    measure.delete()
