"""会籍申请: what the database refuses, who may do what when, one winner of two."""

import threading

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction

from members import rules
from members.models import Application, Member, Membership
from members.services import applications as services
from members.services import corrections
from tests import make_members as make
from unionoffice.states import StateError

STATES = list(Application.State)


@pytest.mark.parametrize(
    ("start", "values"),
    [
        ("filed", {"state": "advised"}),
        ("advised", {"state": "approved"}),
        ("advised", {"advice": ""}),
        ("refused", {"reason": ""}),
        ("refused", {"kind": "leave"}),
        ("refused", {"decided_on": None}),
        ("refused", {"decided_on": "2001-01-01"}),
        ("approved", {"period": None}),
        ("filed", {"signed_as": ""}),
        ("filed", {"moves_to": "实验中学"}),
        ("filed", {"reason": "不行"}),
    ],
)
def test_the_database_refuses_what_cannot_be(db, start, values):
    row = make.application(start)

    with pytest.raises(IntegrityError), transaction.atomic():
        Application.objects.filter(pk=row.pk).update(**values)


@pytest.mark.parametrize("name", ["advised_by", "decided_by"])
def test_nobody_decides_on_the_own_one(db, name):
    row = make.application("refused")

    with pytest.raises(IntegrityError), transaction.atomic():
        Application.objects.filter(pk=row.pk).update(**{name: row.member})


def test_nobody_has_two_under_way(db):
    row = make.application()

    with pytest.raises(IntegrityError), transaction.atomic():
        make.application(applicant=row.member)


@pytest.mark.parametrize("state", STATES)
def test_only_an_open_one_is_advised_decided_and_withdrawn(db, state):
    row = make.application(state)
    officer, applicant = make.user("committee"), make.user()
    member = Member.objects.with_memberships().get(pk=row.member_id)
    applicant.member = row.member

    assert bool(rules.application_advise(officer, row)) == (state == "filed")
    assert bool(rules.application_decide(officer, row, member)) == (state == "advised")
    assert bool(rules.application_withdraw(applicant, row)) == row.is_open


@pytest.mark.parametrize(
    ("code", "allowed"),
    [
        ("chair", True),
        ("committee", True),
        ("group_leader", False),
        ("auditor", False),
        ("member", False),
        ("sysadmin", False),
    ],
)
def test_the_committee_decides_and_nobody_on_the_own(db, code, allowed):
    row = make.application("advised")
    user = make.user(code)

    assert bool(rules.application_decide(user, row, row.member)) == allowed
    user.member = row.member
    assert not rules.application_decide(user, row, row.member)
    user.member = None
    assert not rules.application_decide(user, row, row.member)


def test_of_a_paper_the_office_takes_it_back_for_the_applicant(db):
    officer = make.user("committee")

    assert rules.application_withdraw(officer, make.application(is_paper=True))
    assert not rules.application_withdraw(officer, make.application())


@pytest.mark.parametrize("status", ["working", "retired", "left", "dead"])
@pytest.mark.parametrize("kind", list(Application.Kind))
def test_who_can_apply_for_what(db, kind, status):
    person = make.member(joined_union_on=None, work_status=status)
    joins = kind == "join"

    assert bool(rules.applicable(person, kind)) == (joins and status == "working")
    member = make.member(work_status=status)
    is_in = status in ("working", "retired")  # the others have left with their work
    assert bool(rules.applicable(member, kind)) == (not joins and is_in)


def test_an_approval_that_cannot_be_leaves_nothing(db, chair):
    row = make.application("advised")
    make.member(card_no="A7")

    with pytest.raises(StateError, match="会员证号 A7 已经是"):
        services.application_decide(
            row, by=chair, outcome="approved", decided_on=row.filed_on, card_no="A7"
        )

    assert Application.objects.get(pk=row.pk).state == "advised"
    assert not Membership.objects.filter(member=row.member).exists()


def race(*deeds):
    """Each deed in a thread of its own; what became of them."""
    results = []

    def run(deed):
        try:
            deed()
            results.append("done")
        except PermissionDenied:
            results.append("refused")
        connection.close()

    threads = [threading.Thread(target=run, args=(deed,)) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(results)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
@pytest.mark.parametrize("other", ["refused", "withdrawn"])
def test_of_two_at_once_one_wins_and_the_other_is_told(lifted_triggers, other):
    row = make.application("advised")
    one, two = make.user("committee"), make.user("committee")
    told = {"decided_on": row.filed_on}

    def read():
        return Application.objects.select_related("member").get(pk=row.pk)

    first, second = read(), read()
    deeds = {
        "refused": lambda: services.application_decide(
            second, by=two, outcome="refused", reason="不够条件", **told
        ),
        "withdrawn": lambda: services.application_withdraw(second, by=two),
    }
    results = race(
        lambda: services.application_decide(first, by=one, outcome="approved", **told),
        deeds[other],
    )

    row.refresh_from_db()
    begun = Membership.objects.filter(member=row.member).count()
    assert results == ["done", "refused"]
    assert (row.state, begun) in {("approved", 1), (other, 0)}


def test_of_two_answers_to_a_correction_the_second_is_told(db, chair):
    row = make.correction(field="education", new="本科")
    stale = type(row).objects.get(pk=row.pk)
    told = {"by": chair, "version": row.member.version}
    corrections.correction_decide(row.member, accepted=[row], **told)

    with pytest.raises(StateError):
        corrections.correction_decide(stale.member, refused=[(stale, "不是")], **told)
    with pytest.raises(IntegrityError), transaction.atomic():
        type(row).objects.filter(pk=row.pk).update(state="refused")
