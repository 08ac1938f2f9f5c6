"""Two people whose 会籍 is told on a day in the spring of 2026."""

import datetime

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
