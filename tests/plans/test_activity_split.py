"""An item of several months becomes one in each."""

import datetime

import pytest

from plans import services
from plans.models import Activity
from tests import make_plans as make
from unionoffice.states import StateError

JULY, SEPTEMBER = datetime.date(2026, 7, 1), datetime.date(2026, 9, 1)


def summer(**values):
    values.setdefault("last_month", SEPTEMBER)
    return make.activity(title="疗休养", first_month=JULY, **values)


def split(client, activity):
    return client.post(f"/plans/activities/{activity.pk}/split/")


def test_one_stands_in_each_month(as_chair):
    item = summer(budget="9000")

    split(as_chair, item)

    rows = Activity.objects.order_by("first_month")
    spans = [(row.first_month.month, row.last_month.month) for row in rows]
    assert spans == [(7, 7), (8, 8), (9, 9)]
    assert [row.budget for row in rows] == [9000, None, None]


def test_a_day_of_a_later_month_goes(as_chair):
    item = summer(
        starts_on=datetime.date(2026, 7, 20), ends_on=datetime.date(2026, 8, 3)
    )

    split(as_chair, item)

    item.refresh_from_db()
    assert (item.starts_on, item.ends_on) == (None, None)


def test_days_of_the_first_month_stay(as_chair):
    item = summer(
        starts_on=datetime.date(2026, 7, 20), ends_on=datetime.date(2026, 7, 22)
    )

    split(as_chair, item)

    item.refresh_from_db()
    assert item.ends_on == datetime.date(2026, 7, 22)


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"last_month": JULY}, "只有一个月"),
        ({"state": "underway"}, "已经开始或推迟"),
    ],
)
def test_what_cannot_be_split_says_why(as_chair, values, reason):
    response = split(as_chair, summer(**values))

    assert response.status_code == 403
    assert reason in response.content.decode()


def test_of_two_splits_at_once_one_wins(chair):
    item = summer()
    same = Activity.objects.get(pk=item.pk)
    services.activity_split(item, by=chair)

    with pytest.raises(StateError):
        services.activity_split(same, by=chair)

    assert Activity.objects.count() == 3
