"""Accounts for many at once: in pieces, resumable, and nobody's username twice."""

import pytest
from django.db import connection

from members import roles
from members.models import AuditEntry, Member, User
from members.services import accounts as services
from tests import make_members as make

PATH = "/members/accounts/make/"


def slips(answer):
    return {slip.username: slip.password for slip in answer.context["slips"]}


def stale(account, password):
    account.refresh_from_db()
    return not account.check_password(password)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_no_password_is_hashed_inside_a_transaction(
    lifted_triggers, chair, monkeypatch
):
    make.member(name="赵一", staff_no="A1")
    seen = []

    def watched(password):
        seen.append(connection.in_atomic_block)
        return "hashed"

    monkeypatch.setattr(services, "make_password", watched)
    services.account_make(by=chair, day=Member.objects.first().joined_union_on)

    assert seen == [False]


def test_many_are_made_in_pieces_of_their_own(as_chair, monkeypatch):
    monkeypatch.setattr(services, "PIECE", 2)
    for number in range(5):
        make.member(staff_no=f"A{number}")

    answer = as_chair.post(PATH)

    assert len(slips(answer)) == 5
    entries = AuditEntry.objects.filter(action="account.made").order_by("pk")
    assert [entry.details["count"] for entry in entries] == [2, 2, 1]


def test_who_works_here_and_is_no_member_gets_one_to_apply_with(as_chair):
    make.member(staff_no="A1", joined_union_on=None)
    make.member(staff_no="A2", joined_union_on=None, work_status="retired")
    make.member(staff_no="A3", joined_union_on=None, work_status="left")

    without = as_chair.post(PATH)
    made = as_chair.post(PATH, {"outsiders": "on"})

    assert without.status_code == 302
    assert slips(made).keys() == {"A1"}


def test_the_same_rendering_sent_twice_gives_fresh_slips(as_chair):
    make.member(name="赵一", staff_no="A1")
    key = as_chair.get("/members/accounts/").context["form"]["form_key"].value()

    first = slips(as_chair.post(PATH, {"form_key": key}))
    make.member(name="钱二", staff_no="A2")
    second = slips(as_chair.post(PATH, {"form_key": key}))

    assert second.keys() == {"A1", "A2"}
    account = User.objects.get(username="A1")
    assert account.check_password(second["A1"])
    assert stale(account, first["A1"])
    assert account.must_change_password


def test_another_rendering_leaves_earlier_slips_alone(as_chair):
    make.member(name="赵一", staff_no="A1")
    first = slips(as_chair.post(PATH, {"form_key": "one"}))

    answer = as_chair.post(PATH, {"form_key": "two"})

    assert answer.url == "/members/accounts/"
    assert not stale(User.objects.get(username="A1"), first["A1"])


def test_lost_slips_are_printed_again_for_who_never_signed_in(as_chair, chair):
    make.member(name="赵一", staff_no="A1")
    make.user("member", member_values={"staff_no": "A2"})
    first = slips(as_chair.post(PATH, {"form_key": "one"}))

    page = as_chair.get("/members/accounts/").content.decode()
    again = slips(as_chair.post(PATH, {"form_key": "two", "again": "on"}))

    assert "1 人从没登录过" in page
    assert again.keys() == {"A1"}
    assert stale(User.objects.get(username="A1"), first["A1"])


def test_a_slip_tells_the_username_that_the_account_has(as_chair):
    member = make.member(name="赵一", staff_no="A1")
    as_chair.post(PATH)
    Member.objects.filter(pk=member.pk).update(staff_no="B1")

    again = slips(as_chair.post(PATH, {"again": "on"}))

    assert again.keys() == {"A1"}


def test_no_slip_of_the_union_comes_out_of_a_second_printing(as_sysadmin):
    make.member(name="赵一", staff_no="A1")
    first = slips(as_sysadmin.post(PATH, {"form_key": "one"}))
    User.objects.get(username="A1").give_roles(roles.MEMBER, roles.COMMITTEE)

    as_sysadmin.post(PATH, {"form_key": "one", "again": "on"})

    assert not stale(User.objects.get(username="A1"), first["A1"])


@pytest.mark.parametrize("username", ["A1", "a1"])
def test_a_username_that_is_taken_is_said_and_stops_nobody_else(as_chair, username):
    User.objects.create(username=username)
    make.member(name="赵一", staff_no="A1")
    make.member(name="钱二", staff_no="A2")

    answer = as_chair.post(PATH)

    assert slips(answer).keys() == {"A2"}
    assert "赵一（A1）" in answer.content.decode()
    assert not User.objects.filter(member__name="赵一").exists()
