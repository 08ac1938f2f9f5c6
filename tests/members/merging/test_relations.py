"""Everything that points at a member goes over; nothing new is forgotten."""

import datetime

import pytest
from django.apps import apps
from django.db.models import ForeignKey, ProtectedError, QuerySet

from members import merging
from members.models import (
    Application,
    Department,
    Member,
    SettledFinding,
    UnionGroup,
)
from tests import (
    make_congress,
    make_members,
    make_plans,
    make_signups,
    make_welfare,
)
from tests.members.merging.merges import merged
from unionoffice.states import StateError

DAY = datetime.date


def test_every_foreign_key_to_a_member_is_told(db):
    columns = {
        f"{model._meta.label_lower}.{column.name}"
        for model in apps.get_models(include_auto_created=True)
        for column in model._meta.local_fields
        if isinstance(column, ForeignKey) and column.related_model is Member
    }

    assert columns == merging.pointing().keys()
    assert columns == merging.RELATIONS.keys() | merging.BY_ITSELF.keys()
    assert merging.unknown() == []


def test_what_nobody_told_stops_the_merge(two, monkeypatch):
    monkeypatch.delitem(merging.RELATIONS, "plans.attendance.member")

    with pytest.raises(StateError, match="还不知道怎样合并"):
        merged(*two)


def group_led(member):
    group = make_members.group()
    UnionGroup.objects.filter(pk=group.pk).update(leader=member)


def department_led(member):
    department = make_members.department()
    Department.objects.filter(pk=department.pk).update(leader=member)


def advised(member):
    make_members.application("advised")
    Application.objects.update(advised_by=member)


def approved(member):
    make_members.application("refused")
    Application.objects.update(decided_by=member)


def apply(member):
    make_members.application(applicant=member)


def settled(member):
    by = make_members.user("committee")
    SettledFinding.objects.create(member=member, kind="x", digest="d", settled_by=by)


def earlier_merge(member):
    Member.objects.filter(pk=make_members.member().pk).update(merged_into=member)


def helped(member):
    make_plans.activity().helpers.add(member)


def visitor(member):
    make_welfare.visit().visitors.add(member)


def asked_to_lead(member):
    make_plans.lead_request(member=member, activity=make_plans.activity())


def decided(member):
    make_congress.proposal("accepted", decided_by=member)


def seconded(member):
    row = make_congress.proposal("submitted")
    make_congress.seconding(row, member, "confirmed")


def led_round(**values):
    row = make_congress.proposal("accepted")
    make_congress.one_round(row, replied=True, **values)


POINTING = {
    "members.uniongroup.leader": group_led,
    "members.department.leader": department_led,
    "members.leading.member": lambda m: make_members.leading(m, make_members.group()),
    "members.seat.member": lambda m: make_members.seat(person=m),
    "members.application.member": apply,
    "members.application.advised_by": advised,
    "members.application.decided_by": approved,
    "members.correction.member": lambda m: make_members.correction(m),
    "members.settledfinding.member": settled,
    "members.member.merged_into": earlier_merge,
    "plans.activity.lead": lambda m: make_plans.activity(lead=m),
    "plans.activity_helpers.member": helped,
    "plans.duty.lead": lambda m: make_plans.duty(lead=m),
    "plans.leadrequest.member": asked_to_lead,
    "plans.attendance.member": lambda m: make_plans.attendance(member=m),
    "plans.signup.member": lambda m: make_signups.signup(member=m),
    "welfare.visit.member": lambda m: make_welfare.visit(m),
    "welfare.visit_visitors.member": visitor,
    "welfare.healthcheck.member": lambda m: make_welfare.health_round(people=[m]),
    "congress.delegate.member": lambda m: make_congress.delegate(m),
    "congress.rollentry.member": lambda m: make_congress.entry(m),
    "congress.proposal.author": lambda m: make_congress.proposal(author=m),
    "congress.proposal.decided_by": decided,
    "congress.seconding.member": seconded,
    "congress.review.member": lambda m: make_congress.review(by=m),
    "congress.instruction.member": lambda m: make_congress.instruction(by=m),
    "congress.round.leader": lambda m: led_round(leader=m),
    "congress.round.approved_by": lambda m: led_round(approved_by=m),
    "congress.question.asker": lambda m: make_congress.question(asker=m),
}


def test_every_relation_has_its_row_here():
    assert POINTING.keys() == merging.RELATIONS.keys()


@pytest.mark.parametrize("name", sorted(POINTING))
def test_a_row_of_each_relation_goes_over(two, name):
    kept, gone = two
    POINTING[name](gone)
    column = merging.pointing()[name]
    rows = column.model._base_manager.filter(**{column.name: gone})
    (row,) = rows.values_list("pk", flat=True)
    words = merging.RELATIONS[name].words
    assert (words, 1) in merging.to_move(gone)

    moved = merged(kept, gone)

    assert moved.counts == {words: 1}
    found = column.model._base_manager.get(pk=row)
    assert getattr(found, column.attname) == kept.pk
    assert merging.to_move(gone) == []


def both_attended(kept, gone):
    activity = make_plans.activity()
    for member in (kept, gone):
        make_plans.attendance(activity=activity, member=member)
    return activity.attendances


def both_helped(kept, gone):
    activity = make_plans.activity()
    activity.helpers.add(kept, gone)
    return activity.helpers.through.objects.filter(activity=activity)


@pytest.mark.parametrize("both", [both_attended, both_helped])
def test_what_both_have_is_kept_once_and_told(two, both):
    kept, gone = two
    rows = both(kept, gone)

    moved = merged(kept, gone)

    assert [row.member_id for row in rows.all()] == [kept.pk]
    (told,) = moved.dropped
    assert told.endswith("的活动有 1 条两边都有，各留一条")


def test_of_two_signups_the_place_stays_and_places_are_counted_anew(two):
    kept, gone = two
    sheet = make_signups.sheet(places=2)
    make_signups.signup(sheet, gone)
    make_signups.signup(sheet, kept)

    merged(kept, gone)

    sheet.refresh_from_db()
    assert [(s.member_id, s.state) for s in sheet.signups.all()] == [
        (kept.pk, "placed")
    ]
    assert sheet.taken == 1


@pytest.mark.parametrize("first", ["kept", "gone"])
def test_of_two_health_checks_the_done_one_stays(two, first):
    kept, gone = two
    checks = make_welfare.health_round(people=two).checks
    done = {"kept": kept, "gone": gone}[first]
    checks.filter(member=done).update(state="done", done_on=DAY(2026, 3, 1))

    merged(kept, gone)

    assert [(c.member_id, c.state) for c in checks.all()] == [(kept.pk, "done")]


def test_of_two_secondings_the_confirmed_one_stays(two):
    kept, gone = two
    row = make_congress.proposal("submitted")
    make_congress.seconding(row, kept, "invited")
    make_congress.seconding(row, gone, "confirmed")

    merged(kept, gone)

    found = row.secondings.filter(member__in=two).values_list("member", "state")
    assert list(found) == [(kept.pk, "confirmed")]


@pytest.mark.parametrize("turned", [False, True])
def test_nobody_seconds_the_own_proposal(two, turned):
    kept, gone = reversed(two) if turned else two
    row = make_congress.proposal("submitted", author=two[0])
    make_congress.seconding(row, two[1], "confirmed")

    moved = merged(kept, gone)

    assert not row.secondings.filter(member__in=two).exists()
    assert moved.dropped == [f"附议「{row}」是自己的提案，附议作废"]


@pytest.mark.parametrize("turned", [False, True])
def test_who_decided_on_the_own_proposal_cannot_be_merged(two, turned):
    kept, gone = reversed(two) if turned else two
    row = make_congress.proposal("accepted", author=two[0], decided_by=two[1])

    with pytest.raises(StateError, match="两条记录不能合并"):
        merged(kept, gone)

    row.refresh_from_db()
    assert (row.author, row.decided_by) == two
    assert not Member.objects.filter(merged_into__isnull=False).exists()


def test_two_rows_on_which_others_rest_stop_the_merge(two, monkeypatch):
    both_attended(*two)

    def protected(rows):
        raise ProtectedError("kept by others", set())

    monkeypatch.setattr(QuerySet, "delete", protected)

    with pytest.raises(StateError, match="会籍都有后续记录"):
        merged(*two)
