"""Deeds of the import: stage an upload, apply it."""

import datetime
import hashlib
import json

from django.db import transaction
from django.utils import timezone

from members import audit, importing
from members.models import Department, Member, MemberImport, UnionGroup
from members.services import memberships, placements
from unionoffice import sandbox
from unionoffice.files import display_name


def member_import(upload, *, by, make_places):
    """Read an upload in the sandbox and stage it; raises sandbox.Unreadable."""
    data = upload.read()
    # long: outside a transaction
    table = sandbox.run("members.workbook:read", data, name=upload.name)
    staged = MemberImport(
        name=display_name(upload.name),
        sha256=hashlib.sha256(data).hexdigest(),
        make_places=make_places,
        table=json.dumps(table),
        added_by=by,
    )
    _stage(staged, by)
    return staged


@transaction.atomic
def _stage(staged, by):
    empty_old_stages()
    staged.save()
    audit.record(by, "member_import.staged", staged, sha256=staged.sha256)


def empty_old_stages():
    """What was read an hour ago and never applied is gone."""
    limit = timezone.now() - datetime.timedelta(hours=1)
    MemberImport.objects.filter(added_at__lt=limit).exclude(table="").update(table="")


@transaction.atomic
def member_import_apply(staged, *, by, seen, sheet="", ticked=False):
    """Write the new and changed rows, compared anew; returns the Preview that held.

    One transaction: all of its good rows or none. `seen` is the digest of the preview
    that was looked at: raises RosterChanged where it no longer holds, NotLookedAt
    where rows in doubt were not `ticked`, StateError where the import was applied
    already.
    """
    MemberImport.objects.wait_for_others()
    table = json.loads(staged.table)
    staged.advance(MemberImport.State.APPLIED, table="")
    found = importing.preview(table, make_places=staged.make_places, sheet=sheet)
    if found.digest != seen:
        raise importing.RosterChanged
    if found.needs_tick and not ticked:
        raise importing.NotLookedAt
    _write(found)
    audit.record(by, "member_import.applied", staged, **found.counts)
    return found


def read_file(data, *, name, rows):
    """What a file holds, for the command; raises sandbox.Unreadable."""
    return sandbox.run("members.workbook:read", data, name=name, rows=rows, seconds=90)


@transaction.atomic
def roster_apply(table, *, name, sha256, make_places, sheet, ticked):
    """Preview and write at once, on the machine of the office itself.

    Rows in doubt are left out unless they were `ticked` as looked at.
    """
    MemberImport.objects.wait_for_others()
    found = importing.preview(table, make_places=make_places, sheet=sheet)
    if not ticked:
        found.leave_out_doubted()
    _write(found)
    row = MemberImport(name=name, sha256=sha256)
    audit.record(None, "member_import.applied", row, **found.counts)
    return found


def member_import_return(staged, *, by, count):
    """Record that the rows that did not go in were taken out as a workbook."""
    audit.record(by, "member_import.returned", staged, rows=count)


def _write(found):
    places = _places(found)
    fresh = [_filled(Member(), row, places) for row in found.of("new")]
    _give_numbers([member for member in fresh if not member.staff_no])
    Member.objects.bulk_create(fresh, batch_size=500)
    memberships.memberships_begin(fresh)
    placements.placements_begin(fresh)
    for row in found.of("changed"):
        member = _filled(row.member, row, places)
        member.version += 1
        member.save(update_fields=[*row.written, "version"])
        memberships.membership_joined_on(member, row.written.get("joined_union_on"))
    elsewhere = {"department", "group"}
    moved = [r.member for r in found.of("changed") if elsewhere & r.written.keys()]
    placements.placements_follow(moved)


def _give_numbers(members):
    """L0001, L0002 …: for people who are told by another number than a 工号."""
    taken = Member.objects.staff_numbers("L") if members else set()
    number = 0
    for member in members:
        number += 1
        while f"L{number:04d}" in taken:
            number += 1
        member.staff_no = f"L{number:04d}"


def _places(found):
    """{field: {name: row}}; of the good rows the missing ones are made."""
    tables = {"department": Department, "group": UnionGroup}
    places = {}
    for name, table in tables.items():
        places[name] = {row.name: row for row in table.objects.all()}
        good = (row for row in found.rows if row.kind in ("new", "changed"))
        wanted = {row.new_places[name] for row in good if name in row.new_places}
        for missing in sorted(wanted - places[name].keys()):
            places[name][missing] = table.objects.create(name=missing)
    return places


def _filled(member, row, places):
    for name, value in row.written.items():
        setattr(member, name, places[name][value] if name in places else value)
    member.derive()
    return member
