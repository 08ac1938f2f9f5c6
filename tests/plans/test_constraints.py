"""The law in the tables, met without any form."""

import datetime

import pytest
from django.db import IntegrityError, transaction

from plans.models import Activity
from tests import make_members
from tests import make_plans as make

APRIL = datetime.date(2026, 4, 1)


@pytest.mark.parametrize(
    "values",
    [
        {"first_month": APRIL, "last_month": make.MARCH},
        {"first_month": datetime.date(2026, 4, 2)},
        {"first_month": None, "last_month": None},
        {"starts_on": APRIL, "ends_on": make.MARCH},
        {"ends_on": APRIL},
        {"state": "dropped", "reason": ""},
        {"state": "postponed", "reason": ""},
        {"state": "held", "held_on": None},
        {"state": "planned", "held_on": APRIL},
        {"state": "held", "held_on": APRIL, "held_until": make.MARCH},
        {"state": "closed", "report": ""},
        {"cost": -1},
    ],
)
@pytest.mark.django_db
def test_the_table_refuses_an_activity_against_the_law(values):
    with pytest.raises(IntegrityError), transaction.atomic():
        make.activity(**values)

    assert Activity.objects.count() == 0


@pytest.mark.django_db
def test_an_item_of_a_plan_may_wait_for_its_month():
    activity = make.activity(plan=make.plan(), first_month=None, last_month=None)

    assert activity.span == "未定"


def test_nobody_approves_the_plan_they_drafted(chair):
    with pytest.raises(IntegrityError), transaction.atomic():
        make.plan(state="approved", drafted_by=chair, approved_by=chair)


@pytest.mark.django_db
def test_a_member_attends_an_activity_once():
    first = make.attendance()

    with pytest.raises(IntegrityError), transaction.atomic():
        make.attendance(activity=first.activity, member=first.member)


@pytest.mark.django_db
@pytest.mark.parametrize("values", [{"start_month": 13}, {"months": 3}])
def test_a_plan_runs_a_term_to_a_year(values):
    with pytest.raises(IntegrityError), transaction.atomic():
        make.plan(**values)


@pytest.mark.django_db
def test_a_category_has_one_of_thirteen_colours():
    with pytest.raises(IntegrityError), transaction.atomic():
        make.category(colour=14)


def test_an_activity_is_led_by_a_member(db):
    lead = make_members.member(name="方梅")

    activity = make.activity(lead=lead)

    assert str(activity.lead) == "方梅"
