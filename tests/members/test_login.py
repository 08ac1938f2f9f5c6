"""Who gets in, who is kept out, and that a school behind one address is not."""

import time

import pytest
from allauth.mfa.totp.internal import auth as totp
from django.core.cache import cache
from django.test import Client, override_settings
from django.urls import NoReverseMatch, reverse

from tests import make_members as make

PASSWORD = "qing-chun-2026"


def account(**values):
    user = make.user("member", **values)
    user.set_password(PASSWORD)
    user.save()
    return user


def attempt(user, password=PASSWORD, address="10.0.0.1", forwarded=""):
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    client = Client(REMOTE_ADDR=address, headers=headers)
    answer = client.post(
        "/accounts/login/", {"login": user.username, "password": password}
    )
    return answer, client


def test_the_right_password_opens_the_workbench(db):
    answer, client = attempt(account())

    assert answer.url == "/"
    assert client.get("/").status_code == 200


def test_forty_colleagues_log_in_from_one_address(db):
    people = [make.user("member") for _ in range(40)]
    hashed = account().password
    for user in people:
        user.password = hashed
        user.save()

    assert {attempt(user)[0].status_code for user in people} == {302}


def test_guessing_locks_the_name_at_that_address_only(db):
    user = account()
    other = account()

    answers = [attempt(user, "falsch")[0].status_code for _ in range(9)]
    locked, _ = attempt(user)
    elsewhere, _ = attempt(user, address="10.0.0.2")
    colleague, _ = attempt(other)

    assert answers[0] == 200
    assert locked.status_code in (403, 429)
    assert "15 分钟" in locked.content.decode()
    assert "请工会主席或系统管理员重置" in locked.content.decode()
    assert elsewhere.status_code == 302
    assert colleague.status_code == 302


def test_wrong_name_and_wrong_password_are_told_alike(db):
    user = account()

    wrong, _ = attempt(user, "falsch")
    nobody = Client().post("/accounts/login/", {"login": "X", "password": "falsch"})

    errors = [list(a.context["form"].non_field_errors()) for a in (wrong, nobody)]
    assert errors[0] == errors[1] != []


@pytest.mark.parametrize("name", ["account_signup", "account_reset_password"])
def test_there_is_no_way_to_sign_up(name):
    with pytest.raises(NoReverseMatch):
        reverse(name)


@pytest.mark.parametrize("weak", ["123456789012", "short", "password12"])
def test_a_weak_password_is_refused(db, weak):
    _, client = attempt(account())

    answer = client.post(
        "/accounts/password/change/",
        {"oldpassword": PASSWORD, "password1": weak, "password2": weak},
    )

    assert answer.status_code == 200
    assert answer.context["form"].errors != {}


def test_an_account_that_is_closed_does_not_open(db):
    user = account(is_active=False)

    _, client = attempt(user)

    assert client.get("/me/").status_code == 302


def test_cookies_are_for_this_site_and_not_for_scripts(db):
    answer, _ = attempt(account())

    cookie = answer.cookies["office"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


def test_the_second_factor_is_asked_for_once_it_is_set_up(db):
    user = account()
    totp.TOTP.activate(user, totp.generate_totp_secret())

    answer, client = attempt(user)

    assert answer.url.startswith("/accounts/2fa/authenticate/")
    assert client.get("/me/").status_code == 302


@override_settings(SECOND_FACTOR_ROLES=["chair"])
def test_roles_named_in_the_settings_set_it_up_first(as_chair, as_member):
    assert as_chair.get("/").url == "/accounts/2fa/totp/activate/"
    assert as_member.get("/").status_code == 200


def test_the_admin_is_behind_the_same_login(db, as_committee, as_member):
    stranger = Client().get("/admin/", follow=True)
    assert stranger.redirect_chain[-1][0].startswith("/accounts/login/")
    assert as_committee.get("/admin/").status_code == 200
    assert as_member.get("/admin/").status_code in (302, 403)


@pytest.fixture
def guarded(db, settings):
    """An account with a second factor, and the code that its device shows."""
    settings.MFA_TOTP_TOLERANCE = 1
    cache.clear()
    user = account()
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(user, secret)
    counter = int(time.time()) // 30
    return user, totp.format_hotp_value(totp.hotp_value(secret, counter))


def test_codes_of_the_second_factor_cannot_be_guessed(guarded):
    user, right = guarded
    _, client = attempt(user)

    for _ in range(10):
        client.post("/accounts/2fa/authenticate/", {"code": "000000"})
    answer = client.post("/accounts/2fa/authenticate/", {"code": right})

    assert answer.status_code == 200
    assert answer.context["form"].errors["code"] == ["登录试得太多了，请过一会儿再试。"]
    assert client.get("/me/").status_code == 302


def test_a_few_wrong_codes_do_not_keep_out(guarded):
    user, right = guarded
    _, client = attempt(user)

    for _ in range(9):
        client.post("/accounts/2fa/authenticate/", {"code": "000000"})
    client.post("/accounts/2fa/authenticate/", {"code": right})

    assert client.get("/me/").status_code == 200


def test_the_new_password_is_not_the_old_one(db):
    user = account(must_change_password=True)
    _, client = attempt(user)

    answer = client.post(
        "/accounts/password/change/",
        {"oldpassword": PASSWORD, "password1": PASSWORD, "password2": PASSWORD},
    )

    assert answer.context["form"].errors["password1"] == ["新密码要和现在的密码不同。"]
    user.refresh_from_db()
    assert user.must_change_password
