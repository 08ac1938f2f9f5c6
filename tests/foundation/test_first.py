import pytest
from django.db import DatabaseError
from django.test import Client

from members import audit
from members.models import AuditEntry, User
from tests import make_members as make


def test_chain(chair):
    m = make.member()
    audit.record(chair, "member.edited", m, a=1)
    audit.record(chair, "member.edited", m, a=2)
    assert list(audit.broken_links()) == []
    with pytest.raises(DatabaseError):
        AuditEntry.objects.update(by_name="x")


def test_login(db):
    u = User.objects.create_user("A001", "pass-word-1234", must_change_password=False)
    c = Client()
    r = c.get("/accounts/login/")
    assert r.status_code == 200
    r = c.post("/accounts/login/", {"login": "A001", "password": "pass-word-1234"})
    assert r.status_code == 302, r.content.decode()
    assert r.url == "/"
    for p in ["/accounts/2fa/", "/accounts/sessions/", "/accounts/password/change/"]:
        r = c.get(p, follow=True)
        assert r.status_code == 200, (p, r.content.decode()[:500])
    r = c.post(
        "/accounts/password/change/",
        {
            "oldpassword": "pass-word-1234",
            "password1": "Another-77-way",
            "password2": "Another-77-way",
        },
    )
    assert r.status_code == 302, r.content.decode()
