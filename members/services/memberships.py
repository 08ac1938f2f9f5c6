"""Deeds on 会籍: begin, keep, end, correct. Each is one line in the history."""

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from members import audit
from members.models import Member, Membership
from unionoffice.states import StateError

MEANWHILE = "刚才已经有人登记过了，请刷新页面看看现在的会籍。"


@transaction.atomic
def membership_begin(member, *, by, joined_on, begun_by, document=""):
    """Make somebody a member from `joined_on`.

    Raises StateError where it does not go with the other memberships.
    """
    held = _hold(member)
    period = Membership(
        member=held, joined_on=joined_on, begun_by=begun_by, document=document
    )
    _insist_possible(period)
    period.save(force_insert=True)
    settle(member)
    told = {"joined_on": joined_on, "how": period.get_begun_by_display()}
    audit.record(by, "membership.begun", member, document=document, **told)
    return period


@transaction.atomic
def membership_keep(period, *, by, kept_on, kept_for, document=""):
    """Keep the membership (保留会籍) from `kept_on`: no dues, no vote.

    Raises StateError where it ended, or is kept already.
    """
    held = _hold(period.member)
    rows = Membership.objects.running().filter(kept_on__isnull=True)
    _swap(rows, period, {"kept_on": kept_on, "kept_for": kept_for}, document)
    settle(held)
    told = {"kept_on": kept_on, "why": Membership.Kept(kept_for).label}
    audit.record(by, "membership.kept", held, document=document, **told)


@transaction.atomic
def membership_end(period, *, by, ended_on, ended_by, document=""):
    """End the membership on `ended_on`. Raises StateError where it ended before."""
    held = _hold(period.member)
    values = held.memberships.get(pk=period.pk).ended(ended_on, ended_by)
    _swap(Membership.objects.running(), period, values, document)
    settle(held)
    told = {"ended_on": ended_on, "why": Membership.Ended(ended_by).label}
    audit.record(by, "membership.ended", held, document=document, **told)


@transaction.atomic
def membership_follow(member, *, by, today):
    """Let a running membership follow who has retired, left the school or died; see
    Membership.follows."""
    period = member.memberships.running().first()
    values = period.follows(member, today) if period else {}
    if "ended_on" in values:
        told = {name: values[name] for name in ("ended_on", "ended_by")}
        membership_end(period, by=by, **told)
    elif values:
        membership_keep(period, by=by, **values)


@transaction.atomic
def membership_correct(period, form, *, by):
    """Save a valid MembershipCorrectForm over the version it was read at.

    Raises Conflict when somebody saved in between, StateError where another
    membership has come in the way.
    """
    held = _hold(period.member)
    changes = audit.changed_fields(form)
    period.member = held
    _insist_possible(period)
    period.save_version(form.cleaned_data["version"], form.columns)
    settle(held)
    audit.record(by, "membership.corrected", held, changes=changes)


def memberships_begin(members):
    """First memberships of new people, as the days of their records tell them.

    Unaudited: the deed around it (an entry, an import) says what it did. Returns them.
    """
    today = timezone.localdate()
    periods = (Membership.told_by(member, today) for member in members)
    rows = [period for period in periods if period]
    return Membership.objects.bulk_create(rows, batch_size=500)


def memberships_joined(members):
    """Let each latest membership have begun on `joined_union_on`, or begin it.

    (those begun, those moved). Unaudited, like `memberships_begin`. The members are
    held, read with their memberships, and `begun_anew` had nothing to say; their own
    rows get the days of the latest membership and are saved by the caller.
    """
    first, moved = [], []
    today = timezone.localdate()
    for member in members:
        latest, day = member.latest_membership, member.joined_union_on
        if latest is None:
            first.append(latest := Membership.told_by(member, today))
        elif latest.joined_on != day:
            latest.joined_on = day
            moved.append(latest)
        member.joined_union_on, member.left_union_on = latest.joined_on, latest.ended_on
    Membership.objects.bulk_create(first, batch_size=500)
    Membership.save_many(moved, ["joined_on"])
    return first, moved


def memberships_followed(members):
    """`membership_follow` for many whose own rows the caller holds and saves.

    Returns the memberships that changed. Unaudited, like `memberships_begin`.
    """
    today = timezone.localdate()
    moved, columns = [], set()
    for member in members:
        period = member.running_membership
        values = period.follows(member, today) if period else {}
        if not values:
            continue
        for name, value in values.items():
            setattr(period, name, value)
        member.left_union_on = period.ended_on
        moved.append(period)
        columns |= values.keys()
    Membership.save_many(moved, columns)
    return moved


def settle(member):
    """Write the days of the latest membership where lists look for them.

    The new version tells whoever saves the whole record at this moment.
    """
    latest = Membership.objects.filter(member=member).newest_first().first()
    member.joined_union_on = latest.joined_on if latest else None
    member.left_union_on = latest.ended_on if latest else None
    Member.objects.filter(pk=member.pk).update(
        joined_union_on=member.joined_union_on,
        left_union_on=member.left_union_on,
        version=F("version") + 1,
    )


def _swap(rows, period, values, document):
    """One step of a membership by compare-and-swap among `rows`."""
    if document:
        values["document"] = period.with_document(document)
    values["version"] = period.version + 1
    if rows.filter(pk=period.pk, version=period.version).update(**values) != 1:
        raise StateError(MEANWHILE)
    for name, value in values.items():
        setattr(period, name, value)


def _hold(member):
    """The member as it is now, with one writer at a time: PostgreSQL locks the row,
    SQLite the database."""
    return Member.objects.select_for_update().get(pk=member.pk)


def _insist_possible(period):
    for sentence in period.impossible():
        raise StateError(sentence)
