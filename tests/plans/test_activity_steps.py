"""Moving, starting, putting off, dropping, restoring."""

import datetime

import pytest

from members.models import AuditEntry
from plans import rules, services
from plans.models import Activity
from tests import make_plans as make
from unionoffice.states import StateError

MAY = datetime.date(2026, 5, 1)


def post(client, activity, deed, **values):
    response = client.post(f"/plans/activities/{activity.pk}/{deed}/", values)
    activity.refresh_from_db()
    return response


def test_a_moved_activity_keeps_its_length(as_chair):
    activity = make.activity(last_month=datetime.date(2026, 4, 1))

    post(as_chair, activity, "move", to="2026-07")

    assert activity.span == "2026年7–8月"
    entry = AuditEntry.objects.get(action="activity.moved")
    assert entry.details == {"months": ["2026年3–4月", "2026年7–8月"]}


def test_a_day_that_no_longer_fits_goes_with_the_move(as_chair):
    activity = make.activity(starts_on=datetime.date(2026, 3, 8))

    post(as_chair, activity, "move", to="2026-05")

    assert (activity.first_month, activity.starts_on) == (MAY, None)


def test_an_activity_without_a_month_is_moved_into_one(as_chair):
    activity = make.activity(plan=make.plan(), first_month=None, last_month=None)

    post(as_chair, activity, "move", to="2026-05")

    assert (activity.first_month, activity.last_month) == (MAY, MAY)


def test_moving_a_postponed_activity_plans_it_anew(as_chair):
    activity = make.activity(state="postponed")

    post(as_chair, activity, "move", to="2026-05")

    assert (activity.state, activity.reason, activity.first_month) == (
        "planned",
        "",
        MAY,
    )


def test_an_activity_is_started(as_chair):
    activity = make.activity()

    post(as_chair, activity, "start")

    assert activity.state == Activity.State.UNDERWAY


def test_an_activity_is_dropped_with_a_reason(as_chair):
    activity = make.activity()

    post(as_chair, activity, "drop", why="场地检修。")

    assert (activity.state, activity.reason) == ("dropped", "场地检修。")


def test_dropping_without_a_reason_is_refused(as_chair):
    activity = make.activity()

    response = post(as_chair, activity, "drop", why="")

    assert list(response.context["form"].errors) == ["why"]
    assert activity.state == "planned"


def test_a_dropped_activity_is_restored(as_chair):
    activity = make.activity(state="dropped")

    post(as_chair, activity, "restore")

    assert (activity.state, activity.reason) == ("planned", "")


def test_an_activity_is_postponed_to_a_month(as_chair):
    activity = make.activity(starts_on=datetime.date(2026, 3, 8))

    post(as_chair, activity, "postpone", why="下雨。", to="2026-05")

    assert (activity.state, activity.first_month, activity.starts_on) == (
        "postponed",
        MAY,
        None,
    )


def test_an_activity_is_postponed_without_a_new_month(as_chair):
    activity = make.activity()

    post(as_chair, activity, "postpone", why="下雨。", to="")

    assert (activity.state, activity.first_month) == ("postponed", make.MARCH)


@pytest.mark.parametrize("state", ["held", "closed", "dropped"])
@pytest.mark.parametrize("deed", ["activity_drop", "activity_postpone"])
def test_what_is_over_is_neither_dropped_nor_postponed(chair, state, deed):
    rule = {
        "activity_drop": rules.activity_drop,
        "activity_postpone": rules.activity_postpone,
    }[deed]

    assert not rule(chair, make.activity(state=state))


def test_a_plain_lead_starts_and_records_but_does_not_rearrange(member_user):
    activity = make.activity(lead=member_user.member)

    assert rules.activity_start(member_user, activity)
    assert rules.activity_close(member_user, activity)
    assert not rules.activity_drop(member_user, activity)
    assert not rules.activity_edit(member_user, activity)


def test_records_wait_until_the_plan_is_approved(chair):
    activity = make.activity(plan=make.plan())

    ruling = rules.activity_close(chair, activity)

    assert ruling.reason == "计划还没有批准，批准后才能登记记录。"


def test_an_activity_that_was_changed_meanwhile_is_not_moved(committee):
    activity = make.activity()
    Activity.objects.update(version=2)

    with pytest.raises(StateError):
        services.activity_move(activity, by=committee, to=datetime.date(2026, 5, 1))
