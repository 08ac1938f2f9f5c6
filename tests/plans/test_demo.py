"""The demo school's plans seed and show every state."""

import random

import pytest
from django.utils import timezone

from members import roles
from plans import demo, demoyear, festivals, reporting
from plans.models import Activity, Duty, Plan, SchoolPeriod, Signup, SignupSheet
from plans.versions import Archive
from tests import make_members


@pytest.fixture
def school(db):
    for role in (roles.CHAIR, roles.COMMITTEE):
        make_members.user(role)
    for number in range(20):
        make_members.member(name=f"教师{number}")
    make_members.member(name="退休一", work_status="retired")
    demo.seed(random.Random(1))  # noqa: S311  a demo is no secret


def test_last_years_plan_is_archived_and_this_years_under_way(school):
    assert [plan.state for plan in Plan.objects.all()] == ["approved", "archived"]


def test_everything_of_last_year_is_closed_with_people(school):
    rows = Activity.objects.of_plan(Plan.objects.get(state="archived"))

    assert {row.state for row in rows} == {"closed"}
    assert all(row.attendances.exists() for row in rows)


@pytest.mark.parametrize("word", ["三八", "教师节", "重阳", "端午"])
def test_what_is_for_a_festival_is_held_near_it(school, word):
    for row in Activity.objects.filter(title__contains=word, held_on__isnull=False):
        name = demo.FEASTS[word]
        feasts = [f.day for f in festivals.of_month(row.first_month) if f.name == name]
        assert all(abs((row.held_on - feast).days) <= 10 for feast in feasts)
        assert row.held_on.weekday() < 5


def test_the_demo_tells_the_same_each_time(school):
    year = Plan.objects.get(state="approved").year
    first = [sheet.totals for sheet in reporting.year_sheets(year - 1)]
    Signup.objects.all().delete()
    SignupSheet.objects.all().delete()
    Activity.objects.all().delete()
    Plan.objects.all().delete()
    SchoolPeriod.objects.all().delete()

    demo.seed(random.Random(1))  # noqa: S311  a demo is no secret

    assert [sheet.totals for sheet in reporting.year_sheets(year - 1)] == first


def test_a_plan_is_told_on_the_days_it_was_made_on(school, as_chair):
    plan = Plan.objects.get(state="archived")

    told = as_chair.get(plan.get_absolute_url()).context["history"]

    year = plan.year
    assert [(str(when), what) for when, _, what, _ in told] == [
        (f"{year + 1}-01-12", "归档计划"),
        (f"{year}-01-09", "批准计划"),
        (f"{year}-01-06", "送审计划"),
        (f"{year}-01-05", "从原文导入计划"),
    ]


def test_standing_duties_are_done_until_today(school):
    assert Duty.objects.count() == 8
    assert all(duty.when for duty in Duty.objects.all())


def test_a_groups_plan_waits_with_its_versions(db):
    for role in (roles.CHAIR, roles.COMMITTEE):
        make_members.user(role)
    leader = make_members.user(roles.GROUP_LEADER)
    group = make_members.group(leader=leader.member)

    demoyear.seed(random.Random(1), timezone.localdate())  # noqa: S311

    plan = Plan.objects.get(owner=group)
    assert plan.state == "review"
    words = [version.words for version in Archive.of(plan).versions()]
    assert words == ["起草", "送审", "退回", "修改", "送审"]
