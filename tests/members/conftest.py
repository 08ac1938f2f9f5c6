"""Two people whose 会籍 is told on a day in the spring of 2026; a fresh password."""

import datetime
import time

import pytest
from django.utils import timezone

from tests import make_members as make
from tests.members.histories import TODAY


@pytest.fixture
def spring(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *args: TODAY)


@pytest.fixture
def person(db, spring):
    return make.member(name="赵一", joined_union_on=datetime.date(2010, 9, 1))


@pytest.fixture
def outsider(db, spring):
    return make.member(name="钱二", joined_union_on=None)


@pytest.fixture
def proved():
    """A function: the client, as if its password had been given some minutes ago."""

    def at(client, minutes=0):
        session = client.session
        told = {"method": "password", "at": time.time() - 60 * minutes}
        session["account_authentication_methods"] = [told]
        session["account_authentication_methods_user"] = session["_auth_user_id"]
        session.save()
        return client

    return at
