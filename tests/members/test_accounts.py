"""Accounts for the whole roster; slips; reset; roles."""

import datetime

import pytest
from django.test import Client

from members import roles
from members.models import AuditEntry, User
from tests import make_members as make


def test_everybody_on_roll_gets_an_account_and_a_slip(as_chair):
    group = make.group("一年级组")
    make.member(name="赵一", staff_no="A1", group=group)
    make.member(name="退休者", staff_no="A2", work_status="retired")
    make.member(name="未入会", staff_no="A3", joined_union_on=None)
    make.member(name="调出", staff_no="A4", work_status="left")

    answer = as_chair.post("/members/accounts/make/")

    slips = answer.context["slips"]
    assert [(s.name, s.username) for s in slips] == [("赵一", "A1"), ("退休者", "A2")]
    account = User.objects.get(username="A1")
    assert account.check_password(slips[0].password)
    assert account.must_change_password
    assert account.role_codes == {roles.MEMBER}
    assert answer.headers["Cache-Control"] == "no-store"


def test_one_group_may_be_made_alone(as_chair):
    group = make.group("一年级组")
    make.member(name="赵一", staff_no="A1", group=group)
    make.member(name="钱二", staff_no="A2")

    answer = as_chair.post("/members/accounts/make/", {"group": group.pk})

    assert [slip.username for slip in answer.context["slips"]] == ["A1"]


def test_the_trail_counts_accounts_and_holds_no_password(as_chair):
    make.member(name="赵一")

    answer = as_chair.post("/members/accounts/make/")

    entry = AuditEntry.objects.get(action="account.made")
    assert entry.details == {"count": 1, "group": "全部"}
    assert answer.context["slips"][0].password not in str(vars(entry))


def test_a_reset_gives_a_new_slip_and_ends_every_session(
    as_chair, as_member, member_user
):
    as_member.get("/me/")

    answer = as_chair.post(f"/members/accounts/{member_user.pk}/reset/")

    member_user.refresh_from_db()
    assert member_user.check_password(answer.context["slips"][0].password)
    assert member_user.must_change_password
    assert as_member.get("/me/").status_code == 302


def test_a_closed_account_is_out_at_once(as_chair, as_member, member_user):
    as_chair.post(f"/members/accounts/{member_user.pk}/close/")

    assert as_member.get("/me/").status_code == 302
    as_chair.post(f"/members/accounts/{member_user.pk}/open/")
    assert User.objects.get(pk=member_user.pk).is_active


def test_roles_are_given_and_taken_with_a_record(as_chair, member_user):
    path = f"/members/accounts/{member_user.pk}/roles/"

    as_chair.post(path, {"roles": ["member", "committee"]})
    as_chair.post(path, {"roles": ["committee"]})

    assert User.objects.get(pk=member_user.pk).role_codes == {"committee"}
    told = [e.details for e in AuditEntry.objects.filter(action="account.roles")]
    assert told == [
        {"given": [], "taken": ["member"]},
        {"given": ["committee"], "taken": []},
    ]


@pytest.mark.parametrize("deed", ["roles", "reset", "close"])
def test_nobody_decides_on_the_own_account(as_sysadmin, sysadmin, deed):
    answer = as_sysadmin.post(
        f"/members/accounts/{sysadmin.pk}/{deed}/", {"roles": ["chair"]}
    )

    assert answer.status_code == 403
    assert User.objects.get(pk=sysadmin.pk).role_codes == {"member", "sysadmin"}


def test_accounts_nobody_uses_are_found(as_chair, chair, member_user):
    long_ago = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
    User.objects.filter(pk=member_user.pk).update(last_login=long_ago)

    answer = as_chair.get("/members/accounts/", {"use": "unused"})

    assert member_user in list(answer.context["page"])
    assert chair not in list(answer.context["page"])


@pytest.mark.parametrize("count", [1, 30])
def test_the_list_of_accounts_costs_the_same(
    as_chair, django_assert_num_queries, count
):
    for _ in range(count):
        make.user("member")
    as_chair.get("/members/accounts/")

    with django_assert_num_queries(10):
        as_chair.get("/members/accounts/")


def test_the_initial_password_is_changed_before_anything_else(db):
    user = make.user("member", must_change_password=True)
    user.set_password("kfmn-abcd-2345")
    user.save()
    client = Client()
    client.post(
        "/accounts/login/", {"login": user.username, "password": "kfmn-abcd-2345"}
    )

    kept_out = client.get("/me/")
    changed = client.post(
        "/accounts/password/change/",
        {
            "oldpassword": "kfmn-abcd-2345",
            "password1": "chun-feng-77",
            "password2": "chun-feng-77",
        },
    )

    assert kept_out.url == "/accounts/password/change/"
    assert changed.status_code == 302
    assert client.get("/me/").status_code == 200


def test_the_office_tells_its_own_data(as_chair):
    as_chair.post(
        "/members/office/",
        {
            "school_name": "江州小学",
            "union_name": "江州小学工会",
            "year_kind": "calendar",
            "autumn_term_on": "9月1日",
            "seconds_wanted": "3",
            "card_digits": "5",
        },
    )

    assert "江州小学工会" in as_chair.get("/me/").content.decode()
    assert AuditEntry.objects.get(action="office.edited")
