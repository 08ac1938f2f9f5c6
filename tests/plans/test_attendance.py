"""Signing in: at the desk, by the code in the hall; hours per member and year."""

import datetime
import re

import pytest
from django.utils import timezone

from plans import hallcode, reporting, services
from plans.forms.closing import CloseForm
from plans.models import Attendance
from tests import make_members
from tests import make_plans as make
from tests import make_signups as signups

NOON = datetime.datetime(2026, 3, 8, 4, 0, 30, tzinfo=datetime.UTC)


def seconds(number):
    return NOON + datetime.timedelta(seconds=number)


def desk(activity):
    return f"/plans/activities/{activity.pk}/attendance/"


def names(activity):
    return sorted(activity.attendees.values_list("name", flat=True))


@pytest.fixture
def activity(db):
    return make.activity()


@pytest.mark.parametrize(
    ("later", "is_good"), [(0, True), (29, True), (60, True), (89, True), (90, False)]
)
def test_a_code_is_good_for_its_minute_and_the_next(later, is_good):
    code = hallcode.token(7, hallcode.window(NOON))

    assert hallcode.is_good(7, code, seconds(later)) is is_good
    assert not hallcode.is_good(8, code, seconds(later))


def test_the_code_is_an_svg_of_the_address():
    assert hallcode.picture("http://x/y").startswith("data:image/svg+xml")


def test_a_name_or_number_and_enter_marks_somebody(as_committee, activity):
    make_members.member(name="方梅")
    make_members.member(name="高远", staff_no="77")

    as_committee.post(desk(activity), {"members": "方梅"})
    as_committee.post(desk(activity), {"members": "77"})
    page = as_committee.post(desk(activity), {"members": "方梅"}, follow=True)

    assert names(activity) == ["方梅", "高远"]
    assert "1 人原来已经签到。" in page.content.decode()
    assert {a.how for a in Attendance.objects.all()} == {"desk"}


def test_a_pasted_list_and_a_stranger(as_committee, activity):
    make_members.member(name="方梅")
    make_members.member(name="高远")

    page = as_committee.post(desk(activity), {"members": "查无此人"})
    as_committee.post(desk(activity), {"members": "方梅、高远"})

    assert list(page.context["form"].errors) == ["members"]
    assert names(activity) == ["方梅", "高远"]


@pytest.mark.parametrize(
    "pasted",
    ["方梅\n高远", "方梅 高远", "方梅\t高远", "#接龙\n周六登山\n1. 方梅\n2. 高远 +1"],
)
def test_all_of_a_pasted_list_are_marked(as_committee, activity, pasted):
    make_members.member(name="方梅")
    make_members.member(name="高远")

    as_committee.post(desk(activity), {"members": pasted})

    assert names(activity) == ["方梅", "高远"]


def test_a_word_among_names_that_nobody_bears_is_said(as_committee, activity):
    make_members.member(name="方梅")
    make_members.member(name="高远")

    page = as_committee.post(desk(activity), {"members": "方梅 高远 高院"})

    assert "「高院」" in page.context["form"].errors["members"][0]
    assert names(activity) == []


def test_the_desk_shows_who_is_expected_and_who_is_missing(as_committee):
    sheet = signups.sheet()
    signups.signup(sheet, make_members.member(name="方梅"))
    signups.signup(sheet, make_members.member(name="高远"))
    make_members.member(name="路过")

    as_committee.post(desk(sheet.activity), {"members": "方梅、路过"})
    page = as_committee.get(desk(sheet.activity))

    shown = [(m.name, a is not None) for m, a, _ in page.context["rows"]]
    assert shown == [("方梅", True), ("高远", False), ("路过", True)]
    assert page.context["missing"] == 1


def test_a_mark_set_by_mistake_is_taken_back(as_committee, activity):
    mark = make.attendance(activity=activity)

    as_committee.post(f"/plans/attendances/{mark.pk}/unmark/")

    assert not activity.attendances.exists()


def test_the_hall_shows_a_code_that_leads_to_the_phone(
    as_committee, as_member, member_user, activity
):
    page = as_committee.get(f"{desk(activity)}code/").content.decode()
    code = hallcode.token(activity.pk, hallcode.window(timezone.now()))
    scan = f"/plans/activities/{activity.pk}/here/{code}/"

    asked = as_member.get(scan).content.decode()
    as_member.post(scan)

    assert "data:image/svg+xml" in page
    assert 'http-equiv="refresh"' in page
    assert "我到了" in asked
    mark = activity.attendances.get()
    assert (mark.member, mark.how) == (member_user.member, "code")


def test_an_old_code_signs_nobody_in_but_the_pass_of_a_good_one_does(
    as_member, activity
):
    old = hallcode.token(activity.pk, hallcode.window(timezone.now()) - 5)
    scan = f"/plans/activities/{activity.pk}/here/{old}/"
    code = hallcode.token(activity.pk, hallcode.window(timezone.now()))
    page = as_member.get(scan.replace(old, code)).content.decode()
    stamp = re.search(r'name="stamp" value="([^"]+)"', page)[1]

    assert as_member.post(scan).status_code == 410
    assert as_member.post(scan, {"stamp": stamp[:-1]}).status_code == 410
    assert not activity.attendances.exists()
    as_member.post(scan, {"stamp": stamp})
    assert activity.attendances.count() == 1


def test_the_pass_of_one_person_is_no_good_to_another(as_committee, activity):
    other = make_members.member()
    old = f"/plans/activities/{activity.pk}/here/{'0' * 20}/"

    stamp = hallcode.give_pass(activity.pk, other.pk)

    assert as_committee.post(old, {"stamp": stamp}).status_code == 410


def test_on_another_day_nobody_signs_in(as_member):
    activity = signups.coming()
    code = hallcode.token(activity.pk, hallcode.window(timezone.now()))

    answer = as_member.get(f"/plans/activities/{activity.pk}/here/{code}/")

    assert answer.status_code == 403
    assert "今天不是活动的日子" in answer.content.decode()


def test_a_closed_record_is_not_signed_any_more(as_committee):
    activity = make.activity(state="closed")

    assert as_committee.get(desk(activity)).status_code == 403


@pytest.mark.django_db
def test_who_was_marked_stands_in_the_record_from_the_start(activity):
    member = make_members.member(name="方梅")
    services.attendance_mark(activity, [member, member], by=None)

    assert CloseForm(activity=activity).initial["attendees"] == [member]


@pytest.mark.django_db
def test_times_and_hours_are_counted_per_member_and_year():
    member = make_members.member()
    for state, hours, year in (
        ("closed", "1.5", 2026),
        ("held", "2", 2026),
        ("closed", None, 2026),
        ("closed", "8", 2025),
    ):
        held = make.activity(
            state=state, hours=hours, held_on=datetime.date(year, 3, 8)
        )
        make.attendance(activity=held, member=member)
    make.attendance(activity=make.activity(hours="4"), member=member)

    part = reporting.part_in(member.pk, 2026)

    assert (part.times, str(part.hours)) == (3, "3.5")
