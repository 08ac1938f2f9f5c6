"""Pages over many records ask the database no more often than over few."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests import make_congress, make_members, make_plans, make_welfare

ALL = "/", "/me/", "/todo/count/", "/find/?q=z", "/year/", "/members/places/"


def asked(client, address):
    """How many queries a page takes."""
    with CaptureQueriesContext(connection) as taken:
        answer = client.get(address)
    assert answer.status_code == 200
    return len(taken)


def grow(number, reader):
    """More of everything that the pages over all apps tell of."""
    today = timezone.localdate()
    month = today.replace(day=1)
    for _ in range(number):
        group = make_members.group()
        member = make_members.member(name="周舟", group=group)
        group.leader = member
        group.save()
        make_plans.attendance(
            activity=make_plans.activity(
                state="closed", first_month=month, held_on=today, lead=member
            ),
            member=reader.member,
        )
        make_plans.activity(first_month=month, lead=member)
        make_welfare.visit(reader.member, by=reader, visited_on=today)
        make_welfare.visit(
            member, by=reader, visited_on=None, occurred_on=today, due_on=today
        )
        make_welfare.health_round(people=[member])
        make_congress.proposal("submitted", author=reader.member)


@pytest.fixture
def steady():
    """A function: the queries of a page, warmed up, before and after `more()`."""

    def compare(client, address, more):
        more(1)
        asked(client, address)
        before = asked(client, address)
        more(3)
        return before, asked(client, address)

    return compare


@pytest.mark.parametrize("address", [*ALL, "/year/{year}/export/"])
def test_a_page_over_all_apps_asks_as_often_for_four_as_for_one(
    as_chair, chair, steady, address
):
    address = address.format(year=timezone.localdate().year)

    before, after = steady(as_chair, address, lambda number: grow(number, chair))

    assert after == before


def test_a_plan_asks_as_often_for_many_parts_as_for_one(as_chair, steady):
    plan = make_plans.plan()

    def more(number):
        for _ in range(number):
            section = make_plans.section(plan=plan)
            make_plans.measure(plan=plan, section=section)
            make_plans.activity(plan=plan, lead=make_members.member())

    before, after = steady(as_chair, plan.get_absolute_url(), more)

    assert after == before


@pytest.mark.parametrize("reader", ["as_chair", "as_member"])
def test_an_activity_asks_as_often_for_many_people_as_for_one(reader, request, steady):
    client = request.getfixturevalue(reader)
    activity = make_plans.activity(state="closed", held_on=datetime.date(2026, 3, 8))

    def more(number):
        for _ in range(number):
            make_plans.attendance(activity=activity)
            activity.helpers.add(make_members.member())
            make_plans.file(activity=activity)

    before, after = steady(client, activity.get_absolute_url(), more)

    assert after == before
