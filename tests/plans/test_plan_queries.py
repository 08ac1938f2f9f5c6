"""The pages of a year ask the database no more often for many rows than for few."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import make_members
from tests import make_plans as make


def asked(client, address):
    with CaptureQueriesContext(connection) as taken:
        assert client.get(address).status_code == 200
    return len(taken)


def grow(plan, number):
    """More of everything that a plan has."""
    for _ in range(number):
        lead = make_members.member()
        section = make.section(plan=plan)
        make.measure(plan=plan, section=section)
        make.activity(
            plan=plan,
            lead=lead,
            title="重阳座谈",
            first_month=datetime.date(2026, 9, 1),
        )
        make.duty()
        make.lead_request(member=lead, activity=make.activity(plan=plan, lead=lead))


@pytest.mark.parametrize("page", ["copy/", "versions/", "export/", ""])
def test_a_page_asks_as_often_for_four_as_for_one(as_chair, page):
    plan = make.plan(state="approved")
    address = f"{plan.get_absolute_url()}{page}"
    grow(plan, 1)
    asked(as_chair, address)
    before = asked(as_chair, address)

    grow(plan, 3)

    assert asked(as_chair, address) == before


def test_the_questions_to_leads_are_listed_at_once(as_chair):
    plan = make.plan(state="approved")
    grow(plan, 1)
    before = asked(as_chair, "/plans/leads/")

    grow(plan, 3)

    assert asked(as_chair, "/plans/leads/") == before
