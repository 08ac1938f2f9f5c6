"""What belongs to an archived plan is read only, whichever deed is tried."""

import pytest
from django.utils import timezone

from plans import rules
from plans.models import Activity, Attendance
from plans.reporting.signups import open_sheets, stage
from plans.rules.leads import lead_answer
from tests import make_members, make_signups
from tests import make_plans as make

REASON = "计划已归档，只能查看。"
DEEDS = {
    "edit": lambda user, row: rules.activity_edit(user, row),
    "move": lambda user, row: rules.activity_move(user, row),
    "repeat": lambda user, row: rules.activity_repeat(user, row),
    "split": lambda user, row: rules.activity_split(user, row),
    "start": lambda user, row: rules.activity_start(user, row),
    "close": lambda user, row: rules.activity_close(user, row),
    "postpone": lambda user, row: rules.activity_postpone(user, row),
    "drop": lambda user, row: rules.activity_drop(user, row),
    "open a sign-up": lambda user, row: rules.sheet_new(user, row),
    "mark": lambda user, row: rules.attendance_mark(user, row),
    "add": lambda user, row: rules.activity_new(user, row.plan),
}


@pytest.fixture
def archived(db):
    return make.plan(state="archived")


@pytest.mark.parametrize("name", DEEDS)
def test_of_an_archived_plan_nothing_changes(name, archived, chair):
    assert DEEDS[name](chair, make.activity(plan=archived)).reason == REASON


def test_nobody_signs_up_or_steps_back(archived, member_user):
    signup = make_signups.signup(member=member_user.member, by=member_user)
    activity, now = signup.sheet.activity, timezone.now()
    activity.plan = archived
    activity.save()

    stranger = make_members.user("member")
    chair = make_members.user("chair")

    assert rules.signup_add(stranger, signup.sheet, None, now).reason == REASON
    assert rules.signup_withdraw(member_user, signup, now).reason == REASON
    assert rules.sheet_edit(chair, signup.sheet, now).reason == REASON


def test_nobody_rates_and_nobody_is_asked_to(archived, member_user):
    activity = make.activity(plan=archived, state="closed")
    mine = make.attendance(activity=activity, member=member_user.member)

    assert rules.rating_give(member_user, activity, mine).reason == REASON
    assert not Attendance.objects.of(member_user.member_id).unrated().exists()


def test_no_lead_answers_any_more(archived, member_user):
    asked = make.lead_request(
        activity=make.activity(plan=archived, lead=member_user.member),
        member=member_user.member,
    )

    assert lead_answer(member_user, asked, "yes").reason == REASON


def test_what_is_archived_is_nowhere_shown_as_open_for_sign_up(archived, member_user):
    sheet = make_signups.signup().sheet
    sheet.activity.plan = archived
    sheet.activity.save()
    now = timezone.now()

    assert not Activity.objects.signing_up(now).exists()
    assert stage(sheet, now) == "计划已归档"
    assert open_sheets(member_user, now) == []


def test_who_has_a_place_still_finds_it_until_the_month_is_over(archived, member_user):
    signup = make_signups.signup(member=member_user.member, by=member_user)
    activity, now = signup.sheet.activity, timezone.now()
    activity.plan = archived
    activity.save()

    found = [one["signup"] for one in open_sheets(member_user, now)]
    long_ago = timezone.localdate().replace(day=1, year=2020)
    Activity.objects.update(first_month=long_ago, last_month=long_ago, starts_on=None)

    assert found == [signup]
    assert open_sheets(member_user, now) == []
