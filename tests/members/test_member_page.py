"""The record's page tells what all apps know of a person, to whom it concerns."""

import datetime
from decimal import Decimal

import pytest

from tests import make_congress, make_members, make_plans, make_welfare

pytestmark = pytest.mark.django_db


@pytest.fixture
def person():
    member = make_members.member(
        name="赵一", joined_school_on=datetime.date(2009, 9, 1)
    )
    make_plans.attendance(
        activity=make_plans.activity(
            title="踏青", state="closed", held_on=datetime.date(2026, 3, 8)
        ),
        member=member,
    )
    make_welfare.visit(
        member, visited_on=datetime.date(2026, 2, 1), amount=Decimal("1234.50")
    )
    return member


def test_the_life_over_all_apps_stands_newest_first(as_committee, person):
    page = as_committee.get(person.get_absolute_url())

    titles = [moment.title for moment in page.context["moments"]]
    assert titles[0] == "参加活动：踏青"
    assert titles[1].startswith("收到慰问：")
    assert titles[2:] == ["加入工会", "来校工作"]


@pytest.mark.parametrize("role", ["sysadmin", "group_leader"])
def test_who_came_to_an_activity_is_told_to_whom_its_page_tells_it(
    sign_in, person, role
):
    user = make_members.user("member", role)
    person.group = make_members.group(leader=user.member)
    person.save()
    own = make_plans.activity(
        title="本组活动", state="closed", held_on=datetime.date(2026, 4, 1)
    )
    for member in (person, user.member):
        make_plans.attendance(activity=own, member=member)

    page = sign_in(user).get(person.get_absolute_url())

    titles = [moment.title for moment in page.context["moments"]]
    assert "参加活动：本组活动" in titles
    assert "参加活动：踏青" not in titles


@pytest.mark.parametrize(
    ("role", "seen"),
    [("committee", [Decimal("1234.50")]), ("group_leader", [None]), ("sysadmin", [])],
)
def test_benefits_show_with_sums_to_whom_they_may(sign_in, person, role, seen):
    user = make_members.user("member", role)
    person.group = make_members.group(leader=user.member)
    person.save()

    page = sign_in(user).get(person.get_absolute_url())

    assert [one.amount for one in page.context["benefits"]] == seen
    assert ("¥1,234.50" in page.content.decode()) == (role == "committee")


def test_the_page_asks_as_often_for_a_long_life_as_for_a_short(
    as_chair, chair, person, django_assert_num_queries
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    as_chair.get(person.get_absolute_url())
    with CaptureQueriesContext(connection) as taken:
        as_chair.get(person.get_absolute_url())
    for _ in range(3):
        make_welfare.visit(person, visited_on=datetime.date(2026, 2, 1))
        make_plans.attendance(member=person)
        make_congress.proposal("submitted", author=person)

    with django_assert_num_queries(len(taken)):
        as_chair.get(person.get_absolute_url())
