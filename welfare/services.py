"""Deeds of the welfare work."""

from django.db import transaction

from members import audit
from members.models import Member
from unionoffice.states import StateError
from welfare.models import HealthCheck, HealthRound, Visit, VisitFile


@transaction.atomic
def visit_new(visit, *, by, visitors=(), files=()):
    """Log a visit; one rendering of the form makes one row, however often it is sent."""
    visit.entered_by = by
    visit.state = Visit.state_of(visit.visited_on)
    made = visit.save_once(entered_by=by)
    if made is visit:
        visit.visitors.set(visitors)
        _add_files(visit, files, by)
        audit.record(by, "visit.logged", visit, amount=str(visit.amount))
    return made


def _add_files(visit, files, by):
    for upload in files:
        VisitFile.made_from(upload, visit=visit, added_by=by).save()


@transaction.atomic
def visit_edit(visit, *, by, expected, fields, changes, visitors, files=()):
    """Save the named fields over the version that was read; raises Conflict."""
    now = Visit.objects.select_for_update().get(pk=visit.pk)
    if now.state == Visit.State.VOID:
        raise StateError("这条慰问刚才已经作废，修改没有保存。")
    visit.state = Visit.state_of(visit.visited_on)
    visit.save_version(expected, [*fields, "state"])
    if visit.state != now.state and not now.can_become(visit.state):
        raise StateError(f"这条慰问「{now.get_state_display()}」，修改没有保存。")
    visit.visitors.set(visitors)
    _add_files(visit, files, by)
    audit.record(by, "visit.edited", visit, changes=changes)


@transaction.atomic
def visit_void(visit, *, by, reason):
    """Count it no more; open edit forms learn of it by the version."""
    version = visit.version + 1
    visit.advance(Visit.State.VOID, void_reason=reason, version=version)
    audit.record(by, "visit.voided", visit, reason=reason)


@transaction.atomic
def health_round_new(health_round, *, by, day):
    """Open a round and put everybody it is for on its list; one form makes one."""
    made = health_round.save_once()
    if made is not health_round:
        return made
    people = _people_of(health_round, day)
    HealthCheck.objects.bulk_create(
        HealthCheck(round=health_round, member=member) for member in people
    )
    audit.record(by, "health_round.opened", health_round, people=len(people))
    return health_round


def _people_of(health_round, day):
    on_roll = Member.objects.on_roll(day)
    whom = HealthRound.Whom
    return list(
        {
            whom.ALL: on_roll.working(),
            whom.WOMEN: on_roll.working().women(),
            whom.RETIREES: Member.objects.retired(),
        }[health_round.whom]
    )


@transaction.atomic
def health_check_mark(health_round, *, by, members, state, day):
    """Set the state of these people in a round; who is not on its list is put there.

    Returns how many were marked.
    """
    done_on = day if state == HealthCheck.State.DONE else None
    known = set(health_round.checks.values_list("member_id", flat=True))
    HealthCheck.objects.bulk_create(
        HealthCheck(round=health_round, member=member)
        for member in members
        if member.pk not in known
    )
    marked = health_round.checks.filter(member__in=members).update(
        state=state, done_on=done_on
    )
    names = [member.staff_no for member in members]
    audit.record(by, "health_check.marked", health_round, state=state, members=names)
    return marked
