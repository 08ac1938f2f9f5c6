"""Sign-up sheets are opened, changed, closed, drawn, sent out."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from members import audit
from plans import draw
from plans.models import SignupSheet
from plans.services import rows, seating
from unionoffice.states import StateError


@transaction.atomic
def sheet_add(sheet, *, by, groups=()):
    """Open the sign-up of an activity; it has one sheet only (StateError)."""
    sheet.made_by = by
    try:
        with transaction.atomic():
            sheet.save(force_insert=True)
    except IntegrityError:
        raise StateError("这项活动已经有报名表，请刷新页面。") from None
    sheet.groups.set(groups)
    audit.record(by, "sheet.added", sheet, who=sheet.who.words)
    return sheet


@transaction.atomic
def sheet_edit(sheet, *, by, expected, columns, groups):
    """Save the terms over version `expected` (raises Conflict); where places were
    added those who wait move up. Returns them."""
    now = SignupSheet.objects.locked(sheet.pk)
    if sheet.places is not None and sheet.places < now.taken:
        raise StateError(f"已经占了 {now.taken} 个名额，不能比这更少。")
    changes = rows.changes(sheet, columns)
    sheet.save_version(expected, columns)
    before, after = rows.names(sheet.groups.all()), rows.names(groups)
    if before != after:
        changes["groups"] = [before, after]
        sheet.groups.set(groups)
    audit.record(by, "sheet.edited", sheet, changes=changes)
    return _filled_up(sheet, by)


def _filled_up(sheet, by):
    moved = seating.move_up(SignupSheet.objects.locked(sheet.pk))
    for signup in moved:
        audit.record(by, "signup.moved_up", signup)
    return moved


@transaction.atomic
def sheet_close(sheet, *, by):
    """Close now, before the time that was set."""
    now = timezone.now()
    still_open = SignupSheet.objects.filter(pk=sheet.pk, closes_at__gt=now)
    if still_open.update(closes_at=now, version=sheet.version + 1) != 1:
        raise StateError("报名已经截止。")
    audit.record(by, "sheet.closed", sheet)


@transaction.atomic
def sheet_draw(sheet, *, by):
    """Draw the places by the seed that was fixed when the sheet was made."""
    sheet = SignupSheet.objects.locked(sheet.pk)
    if not sheet.waits_for_draw:
        raise StateError("已经抽过签，结果不再改动。")
    applied = list(sheet.signups.applied().select_related("member", "sheet__activity"))
    by_number = {signup.member.staff_no: signup for signup in applied}
    line = draw.order(sheet.seed, by_number)
    seating.draw(sheet, [by_number[number] for number in line])
    SignupSheet.objects.filter(pk=sheet.pk).update(drawn_at=timezone.now())
    audit.record(by, "sheet.drawn", sheet, seed=sheet.seed, people=len(line))


@transaction.atomic
def sheet_export(sheet, *, by, count):
    audit.record(by, "sheet.exported", sheet, rows=count)


@transaction.atomic
def question_add(question, *, by):
    question.save(force_insert=True)
    audit.record(by, "question.added", question, sheet=str(question.sheet))


@transaction.atomic
def question_remove(question, *, by):
    """Take a question off; one that was answered stays (StateError)."""
    if question.answers.exists():
        raise StateError("已经有人回答了这个问题，不能删去。")
    audit.record(by, "question.removed", question)
    question.delete()
