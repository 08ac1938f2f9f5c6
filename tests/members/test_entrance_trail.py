"""Logins, failed logins, new passwords and refusals stand in the trail."""

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core.cache import cache
from django.test import Client

from members.models import AuditEntry
from tests.conftest import BACKEND
from tests.members.test_login import PASSWORD, account, attempt


def told(*names):
    """The last entry, as these of its columns."""
    entry = AuditEntry.objects.first()
    return [getattr(entry, name) for name in names]


def test_a_login_is_told_with_its_address(db):
    user = account()

    attempt(user, address="10.0.0.7")

    assert told("by", "action", "object_id", "address") == [
        user,
        "account.logged_in",
        str(user.pk),
        "10.0.0.7",
    ]


def test_a_failed_login_names_the_account_and_not_the_password(db):
    user = account()

    attempt(user, "falsches-wort")

    assert told("by", "action", "object_id") == [
        None,
        "account.login_failed",
        str(user.pk),
    ]
    assert "falsches-wort" not in str(vars(AuditEntry.objects.first()))


@pytest.mark.parametrize("typed", ["qing-chun-2026", "x\0y", "长" * 400])
def test_a_name_that_is_nobodys_is_not_kept(db, anonymous, typed):
    anonymous.post("/accounts/login/", {"login": typed, "password": "falsch"})

    labels = [entry.object_label for entry in AuditEntry.objects.all()]
    assert set(labels) <= {"没有这个账号"}


def test_a_wrong_code_is_a_failed_login(db):
    cache.clear()
    user = account()
    TOTP.activate(user, generate_totp_secret())
    _, client = attempt(user)

    client.post("/accounts/2fa/authenticate/", {"code": "000000"})

    actions = [entry.action for entry in AuditEntry.objects.all()]
    assert actions == ["account.login_failed"]
    assert told("object_id", "details") == [str(user.pk), {"factor": "totp"}]


def test_a_new_password_is_told_and_not_shown(db):
    user = account(must_change_password=True)
    _, client = attempt(user)

    client.post(
        "/accounts/password/change/",
        {
            "oldpassword": PASSWORD,
            "password1": "chun-feng-77",
            "password2": "chun-feng-77",
        },
    )

    assert told("by", "action", "details") == [user, "account.password_changed", {}]
    user.refresh_from_db()
    assert user.check_password("chun-feng-77")


def test_a_refused_page_is_told_with_its_reason(as_member, member_user):
    as_member.get("/members/")

    by, action, details = told("by", "action", "details")
    assert (by, action) == (member_user, "account.refused")
    assert details == {
        "view": "members:member_list",
        "address": "/members/",
        "reason": "这件事由工会主席、工会委员、系统管理员、工会小组长办理。",
    }


def test_a_forged_form_is_told_too(chair):
    client = Client(enforce_csrf_checks=True)
    client.force_login(chair, backend=BACKEND)

    client.post("/members/office/")

    assert told("action") == ["account.refused"]
    assert told("details")[0]["view"] == "members:office_edit"


def test_what_a_stranger_may_not_see_is_no_entry(anonymous, as_member, db):
    anonymous.get("/members/")
    as_member.get("/members/987654/")

    assert AuditEntry.objects.count() == 0
