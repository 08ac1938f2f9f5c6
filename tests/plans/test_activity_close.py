"""The record of what was held: day, people, text, files, cost."""

import datetime
import io
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from plans import rules
from plans.models import Activity
from tests import make_members
from tests import make_plans as make

SENT = {
    "version": "1",
    "to": "closed",
    "held_on": "2026-3-8",
    "attendees": "方梅、高远",
    "guests": "3",
    "report": "大家走完了全程。",
    "cost": "￥1,234.50",
}


def address(activity, deed="close"):
    return f"/plans/activities/{activity.pk}/{deed}/"


@pytest.fixture
def people(db):
    return [make_members.member(name=name) for name in ("方梅", "高远")]


@pytest.fixture
def activity(db):
    return make.activity()


def photo():
    target = io.BytesIO()
    Image.new("RGB", (30, 20), "white").save(target, "JPEG")
    return SimpleUploadedFile("合影.jpg", target.getvalue(), "image/jpeg")


def test_a_record_is_complete_in_one_form(as_committee, activity, people):
    as_committee.post(address(activity), SENT)

    activity.refresh_from_db()
    assert (activity.state, activity.cost, activity.guests) == (
        "closed",
        Decimal("1234.50"),
        3,
    )
    assert activity.held_on == datetime.date(2026, 3, 8)
    assert list(activity.attendees.order_by("pk")) == people


def test_what_was_held_may_be_kept_and_completed_later(as_committee, activity, people):
    as_committee.post(address(activity), SENT | {"to": "held", "report": ""})
    activity.refresh_from_db()
    assert activity.state == Activity.State.HELD

    again = SENT | {"attendees": "高远", "version": activity.version}
    as_committee.post(address(activity), again)

    activity.refresh_from_db()
    assert activity.state == Activity.State.CLOSED
    assert list(activity.attendees.all()) == people[1:]


def test_closing_wants_a_text_and_gives_back_what_was_typed(as_committee, activity):
    sent = SENT | {"report": " ", "attendees": "查无此人"}

    response = as_committee.post(address(activity), sent)

    form = response.context["form"]
    assert sorted(form.errors) == ["attendees", "report"]
    assert form["attendees"].value() == "查无此人"
    assert form["cost"].value() == "￥1,234.50"
    activity.refresh_from_db()
    assert activity.state == "planned"


def test_a_day_to_come_is_refused(as_committee, activity):
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)

    response = as_committee.post(address(activity), SENT | {"held_on": str(tomorrow)})

    assert response.context["form"].errors["held_on"] == [
        "举办日期还没有到，办完再登记。"
    ]


def test_the_last_day_is_not_before_the_first(as_committee, activity, people):
    response = as_committee.post(address(activity), SENT | {"held_until": "2026-3-7"})

    assert list(response.context["form"].errors) == ["held_until"]


def test_whole_groups_are_present_each_member_once(as_committee, activity, people):
    group = make_members.group()
    for member in people:
        member.group = group
        member.save()
    make_members.member(name="已退休", group=group, work_status="retired")
    make_members.member(name="已调出", group=group, work_status="left")

    as_committee.post(
        address(activity), SENT | {"attendees": "方梅", "groups": [group.pk]}
    )

    names = {m.name for m in activity.attendees.all()}
    assert names == {"方梅", "高远", "已退休"}
    assert activity.attendees.count() == 3


def test_a_file_sent_twice_is_kept_once(as_committee, activity, people):
    as_committee.post(address(activity), SENT | {"to": "held", "files": photo()})
    as_committee.post(address(activity), SENT | {"files": [photo()]})

    assert [f.name for f in activity.files.all()] == ["合影.jpg"]


def test_photos_are_for_everybody_papers_for_those_concerned(
    as_committee, activity, people, member_user
):
    as_committee.post(address(activity), SENT | {"files": photo()})
    stored = activity.files.get()
    paper = make.file(activity=activity, added_by=stored.added_by)

    assert rules.activity_file(member_user, stored, [])
    assert not rules.activity_file(member_user, paper, [])
    page = as_committee.get(f"/plans/files/{stored.pk}/")
    assert b"".join(page.streaming_content)[:3] == b"\xff\xd8\xff"
    page.close()


def test_a_closed_record_is_not_written_over(as_committee):
    activity = make.activity(state="closed", report="原来的记录。")

    response = as_committee.post(address(activity), SENT)

    activity.refresh_from_db()
    assert (activity.report, activity.version) == ("原来的记录。", 1)
    assert response.status_code == 409
    assert SENT["report"] in response.content.decode()


def test_the_chair_opens_a_closed_record_with_a_reason(as_chair):
    activity = make.activity(state="closed")

    as_chair.post(address(activity, "reopen"), {"why": "人数记错。"})

    activity.refresh_from_db()
    assert activity.state == "held"
    page = as_chair.get(activity.get_absolute_url()).content.decode()
    assert "人数记错。" in page


def test_names_are_read_by_the_office_the_lead_and_those_who_came(
    chair, member_user, auditor, leader
):
    activity = make.activity(state="closed", lead=leader.member)
    there = [member_user.member]

    assert rules.attendance_read(chair, activity, there)
    assert rules.attendance_read(member_user, activity, there)
    assert rules.attendance_read(leader, activity, there)
    assert not rules.attendance_read(auditor, activity, there)


def test_others_see_how_many_came_but_not_who(as_auditor):
    activity = make.activity(state="closed")
    make.attendance(activity=activity, member=make_members.member(name="方梅"))

    page = as_auditor.get(activity.get_absolute_url()).content.decode()

    assert "会员 1 人" in page
    assert "方梅" not in page


def test_costs_are_not_shown_to_members(as_member, as_auditor):
    activity = make.activity(state="closed", cost=Decimal("88.80"))

    assert "88.80" in as_auditor.get(activity.get_absolute_url()).content.decode()
    assert "88.80" not in as_member.get(activity.get_absolute_url()).content.decode()


def test_the_second_to_write_a_record_is_told_and_may_save_knowingly(
    as_chair, as_committee, activity, people
):
    sent = SENT | {"to": "held", "version": "1"}
    as_chair.post(address(activity), sent)

    told = as_committee.post(address(activity), sent | {"report": "另一份记录。"})
    again = as_committee.post(
        address(activity), sent | {"report": "另一份记录。", "version": "2"}
    )

    assert told.status_code == 409
    assert told.context["conflict"] == [
        ("活动记录", "另一份记录。", "大家走完了全程。")
    ]
    assert again.status_code == 302
    activity.refresh_from_db()
    assert activity.report == "另一份记录。"


def test_a_photo_chosen_before_a_mistake_is_asked_for_again(as_committee, activity):
    paper = SimpleUploadedFile("签到表.pdf", b"%PDF-1.4 list %%EOF")

    page = as_committee.post(address(activity), SENT | {"cost": "x", "files": paper})

    assert (
        "选好的文件要重新选一次（浏览器不会替你留着）：签到表.pdf。"
        in page.content.decode()
    )


def test_who_is_in_charge_and_not_written_is_told_with_the_names(
    as_committee, activity, people
):
    activity.lead = people[0]
    activity.save()

    page = as_committee.post(
        address(activity), SENT | {"attendees": "高远", "report": ""}
    )

    assert "负责人、协助人里还没写到：方梅" in page.content.decode()


@pytest.mark.parametrize(("budget", "is_told"), [("1000", True), ("1234.50", False)])
def test_more_spent_than_planned_is_said(
    as_committee, activity, people, budget, is_told
):
    Activity.objects.filter(pk=activity.pk).update(budget=Decimal(budget))

    page = as_committee.post(address(activity), SENT, follow=True).content.decode()

    assert ("支出 ¥1,234.50 超过了预算 ¥1,000.00，请留意。" in page) == is_told
