"""Who is where since when: written wherever the place of a record changes."""

from django.db import transaction
from django.utils import timezone

from members import audit
from members.models import Member, Placement
from unionoffice.states import StateError

COLUMNS = ("department", "group")
PART = 500


def placements_begin(members):
    """First placements of new people: since when, the records do not say.

    Returns them.

    Unaudited: the deed around it (an entry, an import) says what it did.
    """
    return Placement.objects.bulk_create(
        [
            Placement(member_id=member.pk, **{f"{column}_id": place})
            for member in members
            for column in COLUMNS
            if (place := _place_of(member, column))
        ],
        batch_size=PART,
    )


@transaction.atomic
def placements_follow(members, day=None):
    """Let the history say what the records say now: who is elsewhere moved on `day`
    (today unless told). Unaudited, like `placements_begin`.

    Returns the new placements, and the keys of those that ended.
    """
    members, made, ended = list(members), [], []
    for start in range(0, len(members), PART):
        for column in COLUMNS:
            part = members[start : start + PART]
            begun, over = _follow(part, column, day or timezone.localdate())
            made += begun
            ended += over
    return made, ended


def placements_reopen(keys):
    """Let placements run on that ended by mistake. Unaudited, like the others."""
    for start in range(0, len(keys), PART):
        part = Placement.objects.filter(pk__in=keys[start : start + PART])
        part.update(ended_on=None)


def placements_join(kept, gone):
    """Two records are one person: where `gone` has been is where `kept` has been.

    Where it was last goes with the record; `kept` is where its own columns say.
    Unaudited, like the others.
    """
    told = Placement.objects.filter(member=gone)
    told.running().delete()
    told.update(member=kept)
    placements_follow([kept])


def _follow(members, column, day):
    stays = Placement.objects.running().of_kind(column)
    stays = {
        stay.member_id: stay
        for stay in stays.filter(member__in=[member.pk for member in members])
    }
    moved = [
        member
        for member in members
        if _place_of(member, column) != _place_of(stays.get(member.pk), column)
    ]
    old = [stays[member.pk] for member in moved if member.pk in stays]
    # A stay that has not begun before `day` never was: only its last word counts.
    never = [stay.pk for stay in old if stay.began_on and stay.began_on >= day]
    Placement.objects.filter(pk__in=never).delete()
    over = [stay.pk for stay in old if stay.pk not in set(never)]
    Placement.objects.filter(pk__in=over).update(ended_on=day)
    begun = Placement.objects.bulk_create(
        Placement(member=member, began_on=day, **{f"{column}_id": place})
        for member in moved
        if (place := _place_of(member, column))
    )
    return begun, over


def _place_of(row, column):
    """The key of the place that a member or a stay names; None of nobody."""
    if row is None:
        return None
    return row.department_id if column == "department" else row.group_id


@transaction.atomic
def member_move(people, place, *, by, moved_on, document=""):
    """Move people into a department or group from `moved_on`; returns how many were
    elsewhere before.

    Raises StateError where the place is closed, or where somebody's place changed
    after that day already.
    """
    place = _hold(place)
    if not place.is_active:
        raise StateError(f"{place}已经撤销，请选别的{place.WORD}。")
    rows = Member.objects.select_for_update(of=("self",)).with_places()
    held = rows.among(people).order_by("pk")
    moved = [m for m in held if _place_of(m, place.COLUMN) != place.pk]
    _insist_latest(moved, place, moved_on)
    for member in moved:
        before = member.group if place.COLUMN == "group" else member.department
        setattr(member, place.COLUMN, place)
        member.save_version(member.version, [place.COLUMN])
        told = {"from": str(before or ""), "to": str(place), "on": moved_on}
        audit.record(by, "member.moved", member, document=document, **told)
    placements_follow(moved, moved_on)
    if document:
        stays = Placement.objects.running().at(place).filter(began_on=moved_on)
        stays.filter(member__in=moved).update(document=document)
    return len(moved)


def _hold(place):
    """The place as it is now; nobody closes it meanwhile."""
    return type(place).objects.select_for_update().get(pk=place.pk)


def _insist_latest(members, place, day):
    """History is only written on: nothing of this kind may lie behind `day`."""
    later = Placement.objects.of_kind(place.COLUMN).changed_after(day)
    names = later.filter(member__in=members).values_list("member__name", flat=True)
    if found := sorted(set(names)):
        told = f"{'、'.join(found)}的{place.WORD}在这一天以后已经变动过。"
        raise StateError(f"{told}请写变动以后的日期。")
