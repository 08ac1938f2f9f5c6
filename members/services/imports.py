"""Deeds of the import: stage an upload, apply it."""

import datetime
import hashlib
import json

from django.db import transaction
from django.utils import timezone

from members import audit, importing
from members.models import Department, Member, MemberImport, UnionGroup
from members.services import memberships
from unionoffice import sandbox
from unionoffice.files import display_name


def member_import(upload, *, by, make_places):
    """Read an upload in the sandbox and stage it; raises sandbox.Unreadable."""
    data = upload.read()
    table = sandbox.run("members.workbook:read", data)  # long: outside a transaction
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
def member_import_apply(staged, *, by, seen):
    """Write the new and changed rows, compared anew; returns the Preview that held.

    One transaction: all of its good rows or none. `seen` is the digest of the preview
    that was looked at: raises RosterChanged where it no longer holds, StateError where
    the import was applied already.
    """
    table = json.loads(staged.table)
    staged.advance(MemberImport.State.APPLIED, table="")
    found = importing.preview(table, make_places=staged.make_places)
    if found.digest != seen:
        raise importing.RosterChanged
    places = _places(found, make=staged.make_places)
    fresh = [_filled(Member(), row, places) for row in found.of("new")]
    Member.objects.bulk_create(fresh)
    memberships.memberships_begin(fresh)
    for row in found.of("changed"):
        member = _filled(row.member, row, places)
        member.version += 1
        member.save(update_fields=[*row.values, "version"])
        memberships.membership_joined_on(member, row.values.get("joined_union_on"))
    audit.record(by, "member_import.applied", staged, **found.counts)
    return found


def _places(found, *, make):
    """{field: {name: row}}, the missing ones made if that was asked for."""
    tables = {"department": Department, "group": UnionGroup}
    places = {}
    for name, table in tables.items():
        places[name] = {row.name: row for row in table.objects.all()}
        good = (row for row in found.rows if row.kind != "error")
        wanted = {row.values[name] for row in good if name in row.values}
        for missing in sorted(wanted - places[name].keys()) if make else ():
            places[name][missing] = table.objects.create(name=missing)
    return places


def _filled(member, row, places):
    for name, value in row.values.items():
        setattr(member, name, places[name][value] if name in places else value)
    member.derive()
    return member
