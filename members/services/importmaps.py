"""Saying which columns of a roster's file mean what; remembered for the office."""

from django.db import transaction

from members import audit
from members.models import HeadMapping, MemberImport
from members.services.imports import member_import_compare


def member_import_map(staged, *, by, sheet, head, fields):
    """Take the columns of `head` for these `fields` ("" for none), and compare anew.

    It holds for all files with such headings until somebody forgets it.
    """
    with transaction.atomic():
        HeadMapping.objects.update_or_create(
            shape=head.shape, defaults={"heads": head.names, "fields": fields, "by": by}
        )
        _choose(staged, sheet, head.number)
        named = {n: f for n, f in zip(head.names, fields, strict=True) if f}
        audit.record(by, "member_import.mapped", staged, columns=named)
    member_import_compare(staged)


def member_import_forget(staged, head, *, by):
    """Read files with these headings by their words again, and compare anew."""
    with transaction.atomic():
        HeadMapping.objects.filter(shape=head.shape).delete()
        audit.record(by, "member_import.forgotten", staged, columns=head.names)
    member_import_compare(staged)


def member_import_sheet(staged, sheet):
    """Read another sheet of the file, and compare anew."""
    _choose(staged, sheet, 0)
    member_import_compare(staged)


def member_import_places(staged):
    """Let departments and groups that are not registered be made, and compare anew."""
    staged.make_places = True
    rows = MemberImport.objects.filter(pk=staged.pk, state=MemberImport.State.STAGED)
    rows.update(make_places=True)
    member_import_compare(staged)


def _choose(staged, sheet, head_row):
    staged.sheet, staged.head_row = sheet, head_row
    rows = MemberImport.objects.filter(pk=staged.pk, state=MemberImport.State.STAGED)
    rows.update(sheet=sheet, head_row=head_row)
