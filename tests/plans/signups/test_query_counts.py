"""Pages of sign-ups ask as often for many as for one."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from plans import services
from tests import make_members
from tests import make_signups as make


def asked(client, address):
    with CaptureQueriesContext(connection) as taken:
        assert client.get(address).status_code == 200
    return len(taken)


def grow(sheet, number):
    """More people with answers, waiting and present, each of a group of their own."""
    question = make.question(sheet=sheet, words=f"问题{sheet.questions.count()}")
    for _ in range(number):
        member = make_members.member(group=make_members.group())
        make.signup(sheet, member, answers={question: "L"})
        services.attendance_mark(sheet.activity, [member], by=None)


@pytest.mark.parametrize(
    "page", ["", "sheet/", "sheet/print/", "sheet/export/", "attendance/"]
)
def test_a_page_asks_as_often_for_many_as_for_one(as_committee, page):
    sheet = make.sheet(places=3)
    address = f"/plans/activities/{sheet.activity_id}/{page}"
    grow(sheet, 1)
    asked(as_committee, address)
    before = asked(as_committee, address)
    grow(sheet, 4)

    assert asked(as_committee, address) == before


def test_the_draw_asks_as_often_for_many_as_for_one(as_member):
    sheet = make.sheet(allocation="draw")
    address = f"/plans/activities/{sheet.activity_id}/sheet/drawn/"
    make.signup(sheet)
    make.closed(sheet)
    asked(as_member, address)
    before = asked(as_member, address)
    for _ in range(4):
        make.signup(sheet)

    assert asked(as_member, address) == before
