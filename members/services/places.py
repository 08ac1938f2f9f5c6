"""Deeds on departments and groups: new, edit, close, open, another leader."""

from django.db import transaction

from members import audit, tree
from members.models import Leading, Placement
from unionoffice.states import StateError

ROUND = "上一级不能是自己，也不能是自己下面的{}。"


@transaction.atomic
def place_new(form, *, by):
    """Add a department or a group; `form` is a valid form of it."""
    return audit.save_form(form, by=by, verb="place.added")


@transaction.atomic
def place_edit(place, form, *, by):
    """Save a valid form over the version it was read at.

    Raises Conflict when somebody saved in between, StateError where somebody else
    has meanwhile put the new parent below this place.
    """
    changes = audit.changed_fields(form)
    # All of them, in one order: two who turn the tree around wait for each other.
    rows = type(place).objects.select_for_update().order_by("pk")
    parents = dict(rows.values_list("pk", "parent"))
    if place.parent_id in tree.below(parents, place.pk):
        raise StateError(ROUND.format(place.WORD))
    place.save_version(form.cleaned_data["version"], form.columns)
    audit.record(by, "place.edited", place, changes=changes)


@transaction.atomic
def place_close(place, *, by, closed_on):
    """Close it from `closed_on`; its leader leads no more.

    Raises StateError where somebody is still in it, or something lies under it.
    """
    held = _hold(place)
    if not held.is_active:
        raise StateError(f"{place}已经撤销了。")
    if held.members.working_or_retired().exists():
        raise StateError(f"{place}里还有人，先把他们移走。")
    if held.parts.open().exists():
        raise StateError(f"{place}下面还有没撤销的{place.WORD}。")
    if _changed_after(held, closed_on):
        raise StateError(f"{place}在这一天以后还有变动，请写以后的日期。")
    _end_leading(held, closed_on)
    held.is_active, held.closed_on, held.leader = False, closed_on, None
    held.save_version(held.version, ["is_active", "closed_on", "leader"])
    audit.record(by, "place.closed", held, on=closed_on)


@transaction.atomic
def place_open(place, *, by):
    """Take the closing back; who leads is said anew."""
    held = _hold(place)
    if held.is_active:
        raise StateError(f"{place}没有撤销。")
    held.is_active, held.closed_on = True, None
    held.save_version(held.version, ["is_active", "closed_on"])
    audit.record(by, "place.opened", held)


@transaction.atomic
def leader_change(place, *, by, member, changed_on, document=""):
    """Let `member` (or nobody: None) lead the place from `changed_on`.

    Raises StateError where that person leads already, the place is closed, or the
    leader changed after that day.
    """
    held = _hold(place)
    if not held.is_active:
        raise StateError(f"{place}已经撤销了。")
    if held.leader_id == (member.pk if member else None):
        raise StateError(f"{place}的{place.HEAD}已经是这样了。")
    if Leading.objects.at(held).changed_after(changed_on).exists():
        raise StateError(f"{place.HEAD}在这一天以后已经换过，请写以后的日期。")
    before = str(held.leader or "")
    _end_leading(held, changed_on)
    if member:
        told = {"member": member, "began_on": changed_on, "document": document}
        Leading.objects.create(**{held.COLUMN: held}, **told)
    held.leader = member
    held.save_version(held.version, ["leader"])
    told = {"from": before, "to": str(member or ""), "on": changed_on}
    audit.record(by, "leader.changed", held, document=document, **told)


def leadings_begin(places):
    """Histories of places that were made with a leader: unaudited, without a day."""
    Leading.objects.bulk_create(
        Leading(**{place.COLUMN: place}, member_id=place.leader_id)
        for place in places
        if place.leader_id
    )


def _end_leading(place, day):
    """The running one ends on `day`; one that begins on it never was."""
    running = Leading.objects.running().at(place)
    running.filter(began_on__gte=day).delete()
    running.update(ended_on=day)


def _changed_after(place, day):
    """Whether the history of its people or leaders goes on behind `day`."""
    histories = (Placement.objects.at(place), Leading.objects.at(place))
    return any(rows.changed_after(day).exists() for rows in histories)


def _hold(place):
    return type(place).objects.select_for_update().get(pk=place.pk)
