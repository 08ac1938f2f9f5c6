"""Deeds on delegates: elected, mended, ended, replaced."""

import re

from django.db import IntegrityError, transaction

from congress.models import Congress, Delegate
from members import audit
from members.models import Member
from unionoffice.states import StateError

LEADS = re.compile("校长|园长|书记|主任|处长|院长|部长|科长|馆长|总监|主席")
TWICE = "刚才已有人登记过其中的代表，请刷新页面核对。"


def stands(member):
    """(is a teacher, is a leader), as the roster tells; the office corrects it."""
    is_teacher = member.post_kind in ("", Member.PostKind.TEACHER)
    return is_teacher, bool(LEADS.search(member.post))


def _seated(member, **seat):
    is_teacher, is_leader = stands(member)
    return Delegate(member=member, is_teacher=is_teacher, is_leader=is_leader, **seat)


@transaction.atomic
def delegates_add(congress, members, *, by, kind, elected_on, unit=None, **figures):
    """Make these members delegates of a congress, elected by `unit`; returns them.

    `figures` (turnout, electorate) are those of the unit's election. Raises StateError
    where one of them is a delegate already.
    """
    Congress.objects.select_for_update().get(pk=congress.pk)
    delegation = unit.delegation if unit else None
    seat = {"congress": congress, "constituency": unit, "delegation": delegation}
    figures |= {"kind": kind, "elected_on": elected_on}
    made = [_seated(member, **seat, **figures) for member in members]
    try:
        with transaction.atomic():
            Delegate.objects.bulk_create(made)
    except IntegrityError:
        raise StateError(TWICE) from None
    names = "、".join(map(str, members))
    told = {"kind": Delegate.Kind(kind).label, "unit": str(unit or ""), "names": names}
    audit.record(by, "delegate.added", congress, **told)
    return made


@transaction.atomic
def delegate_edit(delegate, form, *, by):
    """Save a valid form; raises Conflict when somebody saved in between."""
    changes = audit.changed_fields(form)
    delegate.save_version(form.cleaned_data["version"], form.columns)
    audit.record(by, "delegate.edited", delegate, changes=changes)


@transaction.atomic
def delegate_end(delegate, *, by, ended_on, end_reason, end_note=""):
    """End the seat; raises StateError where that was done or the row changed since."""
    rows = Delegate.objects.filter(
        pk=delegate.pk, version=delegate.version, ended_on__isnull=True
    )
    values = {"ended_on": ended_on, "end_reason": end_reason, "end_note": end_note}
    if rows.update(version=delegate.version + 1, **values) != 1:
        raise StateError("刚才已经有人办理过了，请刷新页面看看。")
    why = Delegate.EndReason(end_reason).label
    audit.record(by, "delegate.ended", delegate, on=ended_on, why=why, note=end_note)


@transaction.atomic
def delegate_replace(before, member, *, by, elected_on, **figures):
    """A by-election: `member` takes the seat that `before` left; returns the Delegate.

    Raises StateError where the seat was filled meanwhile, or the member has one.
    """
    made = _seated(
        member,
        congress=before.congress,
        constituency=before.constituency,
        delegation=before.delegation,
        elected_on=elected_on,
        replaces=before,
        **figures,
    )
    try:
        with transaction.atomic():
            made.save(force_insert=True)
    except IntegrityError:
        raise StateError(
            "刚才已经补选，或这位同事已经是代表，请刷新页面看看。"
        ) from None
    audit.record(by, "delegate.replaced", made, before=str(before), on=elected_on)
    return made
