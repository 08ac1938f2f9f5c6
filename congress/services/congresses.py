"""Deeds on congresses, their units and delegations."""

from django.db import IntegrityError, transaction

from congress.models import Congress, Delegation
from members import audit
from unionoffice.states import StateError


def congress_new(form, *, by):
    """The congress of the form; sent twice at once, it is made once."""
    try:
        return audit.save_form(form, by=by, verb="congress.made")
    except IntegrityError:
        made = form.instance
        return Congress.objects.get(
            level=made.level, department=made.department, term=made.term
        )


@transaction.atomic
def congress_edit(form, *, by):
    """Save the form if nobody saved in between; raises Conflict, and StateError where
    there are delegates already and the form says that there are none."""
    congress = form.save(commit=False)
    if not congress.has_delegates and congress.delegates.exists():
        raise StateError("已经登记了代表，不能改成教职工大会。")
    congress.save_version(form.cleaned_data["version"], form.columns)
    audit.record(by, "congress.edited", congress, changes=audit.changed_fields(form))
    return congress


@transaction.atomic
def constituency_save(form, *, by):
    """Add or change a unit; its delegation is made where it has a new name."""
    unit = form.instance
    is_new = unit.pk is None
    name = form.cleaned_data["delegation_name"]
    unit.delegation = _delegation(unit.congress, name)
    changes = {} if is_new else audit.changed_fields(form)
    form.save()
    if is_new:
        audit.record(by, "constituency.added", unit, quota=unit.quota)
    else:
        audit.record(by, "constituency.edited", unit, changes=changes)
    return unit


def _delegation(congress, name):
    if not name:
        return None
    return Delegation.objects.get_or_create(congress=congress, name=name)[0]


@transaction.atomic
def constituency_remove(unit, *, by):
    """Remove a unit without delegates; raises StateError where one came meanwhile."""
    if unit.delegates.exists():
        raise StateError("刚才已有人登记了这个单位的代表，没有删去。")
    audit.record(by, "constituency.removed", unit)
    unit.delete()


@transaction.atomic
def delegation_edit(form, *, by):
    delegation = form.save()
    head = str(delegation.head or "")
    audit.record(by, "delegation.edited", delegation, head=head)
    return delegation
