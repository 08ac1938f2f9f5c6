"""From where somebody asks: with and without a proxy, whatever it writes."""

import pytest
from django.test import Client, RequestFactory

from members import audit
from members.middleware import client_address
from members.models import AuditEntry
from tests import make_members as make
from tests.conftest import BACKEND
from tests.members.test_login import account, attempt

PROXY = "10.9.9.9"


@pytest.mark.parametrize(
    ("told", "address"),
    [
        ("1.2.3.4", "1.2.3.4"),
        ("6.6.6.6, 1.2.3.4", "1.2.3.4"),
        (" 1.2.3.4:5678", "1.2.3.4"),
        ("2001:DB8:0::1", "2001:db8::1"),
        ("[2001:db8::1]:443", "2001:db8::1"),
        ("fe80::1%eth0", "fe80::1"),
        ("::FFFF:1.2.3.4", "1.2.3.4"),
        ("unknown", None),
        ("1.2.3.4.5", None),
        ("", None),
    ],
)
def test_the_word_of_a_proxy_is_read_as_one_address(settings, told, address):
    settings.PROXIES = 1
    request = RequestFactory(REMOTE_ADDR=PROXY).get(
        "/", headers={"X-Forwarded-For": told}
    )

    assert client_address(request) == address


def test_without_a_declared_proxy_nobody_tells_another_address(settings):
    settings.PROXIES = 0
    request = RequestFactory(REMOTE_ADDR="1.2.3.4").get(
        "/", headers={"X-Forwarded-For": "6.6.6.6"}
    )

    assert client_address(request) == "1.2.3.4"


@pytest.mark.parametrize("told", ["1.2.3.4:5678", "unknown", "2001:DB8:0::1"])
def test_the_trail_takes_every_address_and_still_verifies(
    settings, chair, proved, told
):
    settings.PROXIES = 1
    client = Client(headers={"X-Forwarded-For": told})
    client.force_login(chair, backend=BACKEND)

    proved(client).post(f"/members/{make.member().pk}/reveal/", {"reason": "核对资料"})

    assert AuditEntry.objects.filter(action="member.revealed").count() == 1
    assert list(audit.broken_links()) == []


def test_behind_a_proxy_guessing_locks_one_address_only(settings, db):
    settings.PROXIES = 1
    user = account()

    for _ in range(9):
        attempt(user, "falsch", address=PROXY, forwarded="10.0.0.1")
    locked, _ = attempt(user, address=PROXY, forwarded="10.0.0.1")
    elsewhere, _ = attempt(user, address=PROXY, forwarded="10.0.0.2")

    assert locked.status_code == 429
    assert elsewhere.status_code == 302
