"""When standing duties come up, and the items they make."""

import datetime

import pytest

from plans import duties, rhythms
from plans.models import Duty
from tests import make_plans as make

D = datetime.date


@pytest.mark.parametrize(
    ("rhythm", "months", "times", "due"),
    [
        ("monthly", [], 1, list(range(1, 13))),
        ("quarterly", [], 1, [3, 6, 9, 12]),
        ("half", [], 1, [6, 12]),
        ("half", [3, 9], 1, [3, 9]),
        ("yearly", [10, 4], 1, [4, 10]),
        ("times", [], 2, [6, 12]),
        ("times", [], 5, [3, 5, 8, 10, 12]),
    ],
)
def test_a_rhythm_has_its_months(rhythm, months, times, due):
    assert rhythms.months_of(rhythm, months, times) == due


def test_turns_end_with_the_month_or_on_their_day():
    duty = Duty(rhythm="half", months=[2, 8], due_day=30, since=D(2026, 1, 1))

    days = [turn.due_on for turn in duty.turns(D(2026, 1, 1), D(2026, 12, 31))]

    assert days == [D(2026, 2, 28), D(2026, 8, 30)]


def test_nothing_is_due_before_the_duty_began():
    duty = Duty(rhythm="monthly", since=D(2026, 6, 15))

    turns = duty.turns(D(2026, 1, 1), D(2026, 7, 31))

    assert [turn.label for turn in turns] == ["2026年6月", "2026年7月"]


@pytest.mark.django_db
def test_duties_become_items_of_a_plan_but_none_twice():
    plan = make.plan(start_month=9)
    monthly = make.duty(title="集体生日")
    twice = make.duty(title="档案更新", rhythm="yearly", months=[4, 10])

    (item,) = duties.items_for(monthly, plan)
    assert item.span == "2026年9月–2027年8月"
    spans = [item.span for item in duties.items_for(twice, plan)]
    assert spans == ["2026年10月", "2027年4月"]
    assert duties.items_for(monthly, plan, taken=["教职工集体生日会"]) == []
