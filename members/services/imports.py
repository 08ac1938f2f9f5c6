"""Deeds of the import: stage an upload, compare it, apply it, return what is wrong."""

import datetime
import hashlib
import json

from django.db import transaction
from django.utils import timezone

from members import audit, columns, garbage, importing
from members.importing import shown
from members.models import HeadMapping, MemberImport
from members.services import importjobs
from members.services.importwriting import Writing
from unionoffice import sandbox
from unionoffice.files import display_name

MOST_ROWS = 50_000
LARGE_FILE = 400_000  # bytes; larger ones are read while the person waits elsewhere
NO_HEAD = (
    "没有找到表头：要有「姓名」，再有「工号」「身份证号」「出生日期」里的一列，"
    "写在前 15 行里。"
)
State, Doing = MemberImport.State, MemberImport.Doing


def member_import(upload, *, by, make_places):
    """Read an upload in the sandbox and stage it, a large one in the background.

    Raises sandbox.Unreadable where a small one cannot be read.
    """
    data = upload.read()
    name, digest = display_name(upload.name), hashlib.sha256(data).hexdigest()
    staged = MemberImport(
        name=name, sha256=digest, make_places=make_places, added_by=by
    )
    if len(data) <= LARGE_FILE:
        _take(staged, read_file(data, name=upload.name, seconds=15))
        data = None
    is_large = data is not None or staged.length > importjobs.LARGE
    staged.state = State.READING if is_large else State.STAGED
    if not is_large:
        staged.shown = _compared(staged)
    _stage(staged, by)
    if is_large:
        file = data and (data, upload.name)
        importjobs.run(staged, lambda tell: _read(staged, file, tell), is_large=True)
    return staged


def _take(staged, table):
    staged.table = json.dumps(table, ensure_ascii=False)
    staged.length = sum(len(sheet["rows"]) for sheet in table["sheets"])


def _read(staged, file, tell):
    """In the background: what `member_import` does with a small file at once."""
    try:
        if file:
            _take(staged, read_file(file[0], name=file[1]))
    except sandbox.Unreadable as refusal:
        return str(refusal)
    told = _compared(staged, tell)
    values = {"table": staged.table, "length": staged.length, "shown": told}
    staged.advance(State.STAGED, **values)
    return ""


@transaction.atomic
def _stage(staged, by):
    empty_old_stages()
    staged.save()
    audit.record(by, "member_import.staged", staged, sha256=staged.sha256)


def empty_old_stages():
    """What was read an hour ago and never applied is gone, and what only undoing
    needs or what was left over, a day after. For every upload, and for whatever runs
    daily."""
    now = timezone.now()
    old = MemberImport.objects.filter(added_at__lt=now - datetime.timedelta(hours=1))
    old = old.filter(applied_at__isnull=True)
    old.exclude(table="", shown="").update(table="", shown="")
    day = datetime.timedelta(hours=MemberImport.HOURS)
    done = MemberImport.objects.filter(applied_at__lt=now - day)
    done.exclude(table="", shown="", undo="").update(table="", shown="", undo="")


def _compared(staged, tell=importing.silent):
    """The text of the preview (importing.shown), or of why there is none."""
    table = json.loads(staged.table)
    try:
        found = _preview(staged, table, tell)
    except importing.NoHead:
        return shown.text_without(NO_HEAD, table, staged.sheet)
    except columns.Wrong as problem:
        return shown.text_without(f"{problem}。", table, staged.sheet)
    return shown.text_of(found, table)


def _preview(staged, table, tell):
    remembered = HeadMapping.objects.by_shape()
    asked = importing.Asked(staged.sheet, staged.head_row, remembered)
    return importing.preview(
        table, make_places=staged.make_places, asked=asked, tell=tell
    )


def member_import_compare(staged):
    """Hold a staged roster against the one of now; in the background if it is large."""

    def work(tell):
        rows = MemberImport.objects.filter(pk=staged.pk, state=State.STAGED)
        rows.update(shown=_compared(staged, tell))
        return ""

    is_large = staged.length > importjobs.LARGE
    return importjobs.run(staged, work, is_large=is_large)


def member_import_apply(staged, *, by, seen, ticked=False):
    """Write the new and changed rows; in the background if they are many.

    One transaction: all of its good rows or none. `seen` is the digest of the preview
    that was looked at: raises RosterChanged where it no longer holds, NotLookedAt
    where rows in doubt were not `ticked`, StateError where the import was applied
    already; in the background the page says so. What was changed meanwhile is
    compared anew.
    """

    def work(tell):
        try:
            apply_now(staged, by=by, seen=seen, ticked=ticked, tell=tell)
        except (importing.RosterChanged, importing.NotLookedAt) as refusal:
            rows = MemberImport.objects.filter(pk=staged.pk, state=State.STAGED)
            rows.update(shown=_compared(staged, tell))
            if tell is importing.silent:
                raise
            return str(refusal)
        return ""

    is_large = staged.length > importjobs.LARGE
    return importjobs.run(staged, work, is_large=is_large)


@garbage.left()
def apply_now(staged, *, by, seen, ticked, tell=importing.silent):
    """`member_import_apply` in this thread; made ready first, then written."""
    before = importing.stamp()
    try:
        found = _preview(staged, json.loads(staged.table), tell)
    except (importing.NoHead, columns.Wrong):
        raise importing.RosterChanged from None
    if found.digest != seen:
        raise importing.RosterChanged
    if found.needs_tick and not ticked:
        raise importing.NotLookedAt
    writing = Writing(found, tell)
    tell(Doing.WRITING)
    _write(staged, found, writing, before, by)
    return found


@transaction.atomic
def _write(staged, found, writing, before, by):
    MemberImport.objects.wait_for_others()
    writing.hold()
    if importing.stamp() != before:
        raise importing.RosterChanged
    written = writing.write()
    _end(staged, found, written)
    audit.record(by, "member_import.applied", staged, **found.counts)


def _end(staged, found, written):
    """What was not written stays for a day: the rows with problems, other sheets."""
    is_left = staged.added_by_id and (found.others or found.counts["error"])
    staged.advance(
        State.APPLIED,
        table=staged.table if found.others else "",
        shown=shown.text_of_the_rest(found) if is_left else "",
        undo=json.dumps(vars(written), ensure_ascii=False),
        counts=found.counts,
        applied_at=timezone.now(),
    )


def member_import_next(staged, sheet, *, by):
    """Stage another sheet of a file of which one is written already; compare it."""
    table, done = json.loads(staged.table), shown.of(staged.shown).sheet
    table["sheets"] = [one for one in table["sheets"] if one["name"] != done]
    following = MemberImport(
        name=staged.name,
        sha256=staged.sha256,
        make_places=staged.make_places,
        added_by=by,
        sheet=sheet,
    )
    _take(following, table)
    _stage(following, by)
    member_import_compare(following)
    return following


def read_file(data, *, name, seconds=90):
    """What a file holds; raises sandbox.Unreadable."""
    more = {"rows": MOST_ROWS, "seconds": seconds}
    return sandbox.run("members.workbook:read", data, name=name, **more)


@garbage.left()
def roster_apply(table, *, name, sha256, make_places, asked, ticked):
    """Preview and write at once, on the machine of the office itself.

    Rows in doubt are left out unless they were `ticked` as looked at.
    """
    before = importing.stamp()
    found = importing.preview(table, make_places=make_places, asked=asked)
    if not ticked:
        found.leave_out_doubted()
    staged = MemberImport(name=display_name(name), sha256=sha256)
    writing = Writing(found)
    with transaction.atomic():
        empty_old_stages()
        staged.save()
        _write(staged, found, writing, before, None)
    return found


def member_import_return(staged, *, by, count):
    """Record that the rows that did not go in were taken out as a workbook."""
    audit.record(by, "member_import.returned", staged, rows=count)
