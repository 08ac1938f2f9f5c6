"""An activity is planned again in other months."""

import datetime
from decimal import Decimal

from members.models import AuditEntry
from plans import services
from plans.models import AccountHeading, Activity, SignupSheet
from tests import make_members, make_signups
from tests import make_plans as make


def repeat(client, activity, *months):
    return client.post(
        f"/plans/activities/{activity.pk}/repeat/", {"to": months, "sent": "1"}
    )


def months_of(title):
    rows = Activity.objects.filter(title=title).order_by("first_month")
    return [row.first_month.month for row in rows]


def birthday(**values):
    plan = make.plan(state="approved")
    return make.activity(title="集体生日", plan=plan, place="教工之家", **values)


def test_it_stands_in_each_chosen_month(as_committee):
    first = birthday(starts_on=datetime.date(2026, 3, 20), budget="800")

    repeat(as_committee, first, "2026-05", "2026-06")

    assert months_of("集体生日") == [3, 5, 6]
    copy = Activity.objects.get(first_month=datetime.date(2026, 5, 1))
    assert (copy.place, copy.starts_on, copy.budget) == ("教工之家", None, None)
    assert AuditEntry.objects.filter(action="activity.repeated").count() == 1


def test_helpers_come_along(as_committee):
    first = birthday()
    helper = make_members.member()
    first.helpers.add(helper)

    repeat(as_committee, first, "2026-05")

    copy = Activity.objects.exclude(pk=first.pk).get()
    assert list(copy.helpers.all()) == [helper]


def test_sent_twice_it_repeats_once(committee):
    first = birthday()
    month = [datetime.date(2026, 5, 1)]
    services.activity_repeat(first, by=committee, to=month)
    again = services.activity_repeat(first, by=committee, to=month)

    assert (months_of("集体生日"), again) == ([3, 5], [])


def test_months_that_have_it_are_not_offered(as_committee):
    first = birthday()

    page = as_committee.get(f"/plans/activities/{first.pk}/repeat/").content.decode()

    assert 'value="2026-03"' not in page
    assert 'value="2026-04"' in page


def test_no_month_chosen_is_asked_again(as_committee):
    first = birthday()

    response = repeat(as_committee, first)

    assert response.status_code == 200
    assert response.context["form"].errors == {"to": ["请选择一项。"]}


def test_an_archived_plan_takes_no_more(as_committee):
    old = make.activity(plan=make.plan(state="archived"))

    assert repeat(as_committee, old, "2026-05").status_code == 403


def test_heading_and_hours_come_along_and_nobody_is_signed_up(committee):
    heading = AccountHeading.objects.first()
    first = birthday(heading=heading, hours="1.5")
    make_signups.signup(make_signups.sheet(activity=first))

    (copy,) = services.activity_repeat(
        first, by=committee, to=[datetime.date(2026, 5, 1)]
    )

    copy.refresh_from_db()
    assert (copy.heading, copy.hours) == (heading, Decimal("1.5"))
    assert not SignupSheet.objects.filter(activity=copy).exists()
