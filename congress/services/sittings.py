"""Deeds on sittings: prepared, opened with a frozen roll, signed in, closed."""

from django.db import transaction
from django.utils import timezone

from congress.models import RollEntry, Sitting
from members import audit
from unionoffice.states import StateError

SEAT = ("kind", "delegate", "delegation")  # of whom the day expects


def sitting_new(form, *, by):
    return audit.save_form(form, by=by, verb="sitting.made")


@transaction.atomic
def sitting_edit(form, *, by):
    """Save the form if nobody saved in between; raises Conflict."""
    sitting = form.save(commit=False)
    sitting.save_version(form.cleaned_data["version"], form.columns)
    audit.record(by, "sitting.edited", sitting, changes=audit.changed_fields(form))
    return sitting


@transaction.atomic
def sitting_open(sitting, *, by):
    """Begin signing in. The roll is frozen the first time: later elections and recalls
    change nothing of this sitting. Raises StateError with nobody to come."""
    is_first = sitting.state == Sitting.State.PREPARING
    sitting.advance(Sitting.State.OPEN)
    if is_first:
        _freeze(sitting)
    count = sitting.roll.full().count()
    if not count:
        raise StateError("这一天没有正式代表，请先登记代表，再开始签到。")
    audit.record(by, "sitting.opened", sitting, expected=count)


def _freeze(sitting):
    """Those of the day; who asked for leave before is there already, as they are now."""
    wanted = {entry.member_id: entry for entry in sitting.to_come()}
    sitting.roll.exclude(member__in=wanted).delete()
    known = {entry.member_id: entry for entry in sitting.roll.all()}
    for key, entry in known.items():
        for name in SEAT:
            setattr(entry, name, getattr(wanted[key], name))
    RollEntry.objects.bulk_update(known.values(), SEAT)
    new = [entry for key, entry in wanted.items() if key not in known]
    RollEntry.objects.bulk_create(new, batch_size=500)


@transaction.atomic
def sitting_close(sitting, *, by):
    sitting.advance(Sitting.State.CLOSED)
    full = sitting.roll.full()
    audit.record(
        by,
        "sitting.closed",
        sitting,
        expected=full.count(),
        present=full.present().count(),
    )


@transaction.atomic
def entry_sign(entry, *, by, way):
    """Sign in, once; returns whether it was now. Raises StateError after the end.

    Of two desks at once one wins, and both see the same time.
    """
    _hold_open(entry)
    now = timezone.now()
    rows = RollEntry.objects.filter(pk=entry.pk, signed_at__isnull=True)
    is_now = rows.update(signed_at=now, way=way, signed_by=by) == 1
    entry.refresh_from_db()
    if is_now:
        audit.record(by, "sitting.signed", entry.sitting, who=str(entry), way=way)
    return is_now


@transaction.atomic
def entry_unsign(entry, *, by):
    """Take the sign-in back; raises StateError where there is none, or after the end."""
    _hold_open(entry)
    rows = RollEntry.objects.filter(pk=entry.pk, signed_at__isnull=False)
    if rows.update(signed_at=None, way="", signed_by=None) != 1:
        raise StateError(f"{entry}还没有签到。")
    audit.record(by, "sitting.unsigned", entry.sitting, who=str(entry))


def _hold_open(entry):
    """The sitting stays open until the transaction ends."""
    rows = Sitting.objects.select_for_update().filter(pk=entry.sitting_id)
    if not rows.filter(state=Sitting.State.OPEN).exists():
        raise StateError("会议没有在签到，签到不再改动。")


@transaction.atomic
def leave_ask(sitting, member, *, by, reason):
    """Tell that somebody cannot come; raises StateError for whom nobody expects, who
    has told already, and after the end."""
    _hold_before_the_end(sitting)
    entry = sitting.entry_of(member)
    if entry is None:
        raise StateError(f"{member}不在这次会议的应到名册里。")
    if entry.has_leave:
        raise StateError(f"{member}已经请假。")
    entry.has_leave, entry.leave_reason = True, reason
    entry.save()
    audit.record(by, "sitting.left", sitting, who=str(member))
    return entry


@transaction.atomic
def leave_withdraw(entry, *, by):
    """Come after all; raises StateError where there was no leave."""
    _hold_before_the_end(entry.sitting)
    rows = RollEntry.objects.filter(pk=entry.pk, has_leave=True)
    if rows.update(has_leave=False, leave_reason="") != 1:
        raise StateError(f"{entry}没有请假。")
    audit.record(by, "sitting.returned", entry.sitting, who=str(entry))


def _hold_before_the_end(sitting):
    rows = Sitting.objects.select_for_update().filter(pk=sitting.pk)
    if not rows.exclude(state=Sitting.State.CLOSED).exists():
        raise StateError("会议已经结束，请假不再改动。")
