"""The record's lines: costs under headings, prizes, lessons, small pictures."""

import io
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from plans.models import AccountHeading, ActivityFile
from tests import make_plans as make

SENT = {
    "version": "1",
    "to": "held",
    "held_on": "2026-3-8",
    "lessons": "早点订场地。",
    "hours": "1.5",
    "cost": "999",
    "cost-TOTAL_FORMS": "2",
    "cost-INITIAL_FORMS": "0",
    "cost-0-purpose": "门票",
    "cost-0-amount": "1,200.50",
    "cost-1-purpose": "",
    "cost-1-amount": "",
    "prize-TOTAL_FORMS": "1",
    "prize-INITIAL_FORMS": "0",
    "prize-0-name": "一等奖",
    "prize-0-winner": "语文组",
    "prize-0-people": "6",
}


@pytest.fixture
def activity(db):
    return make.activity()


def close(client, activity, **more):
    return client.post(f"/plans/activities/{activity.pk}/close/", SENT | more)


def test_the_lines_are_kept_and_the_costs_add_up(as_committee, activity):
    heading = AccountHeading.objects.first()

    close(as_committee, activity, **{"cost-0-heading": heading.pk})

    activity.refresh_from_db()
    cost, prize = activity.costs.get(), activity.prizes.get()
    assert (activity.cost, str(activity.hours)) == (Decimal("1200.50"), "1.5")
    assert (cost.purpose, cost.heading) == ("门票", heading)
    assert (prize.winner, prize.people) == ("语文组", 6)
    page = as_committee.get(activity.get_absolute_url()).content.decode()
    assert all(w in page for w in ("门票", "一等奖：语文组（6 人）", "早点订场地。"))


def test_half_a_line_is_asked_for_again(as_committee, activity):
    page = close(as_committee, activity, **{"cost-1-purpose": "午餐"})

    assert "这一行还要写金额（元）" in page.content.decode()
    activity.refresh_from_db()
    assert activity.state == "planned"


def test_lines_that_are_emptied_go(as_committee, activity):
    close(as_committee, activity)
    emptied = {"cost-0-purpose": "", "cost-0-amount": "", "prize-TOTAL_FORMS": "0"}

    close(as_committee, activity, **emptied, version="2", cost="50")

    activity.refresh_from_db()
    assert (activity.costs.count(), activity.prizes.count()) == (0, 0)
    assert activity.cost == Decimal(50)


def test_costs_are_not_for_members(as_committee, as_member, activity):
    close(as_committee, activity)

    page = as_member.get(activity.get_absolute_url()).content.decode()

    assert ("门票" in page, "一等奖" in page) == (False, True)


def test_a_photo_has_a_small_picture_without_exif(as_committee, activity):
    target = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "地点秘密"
    Image.new("RGB", (1600, 900), "teal").save(target, "JPEG", exif=exif)
    photo = SimpleUploadedFile("合影.jpg", target.getvalue(), "image/jpeg")

    close(as_committee, activity, files=photo)

    stored = ActivityFile.objects.get()
    answer = as_committee.get(f"/plans/files/{stored.pk}/small/")
    small = Image.open(io.BytesIO(b"".join(answer.streaming_content)))
    answer.close()
    assert (small.size, dict(small.getexif())) == ((480, 270), {})


def test_without_a_small_picture_the_photo_itself_is_sent(as_committee, activity):
    close(as_committee, activity)
    stored = make.file(activity=activity, content_type="image/png", name="a.png")

    assert as_committee.get(f"/plans/files/{stored.pk}/small/").status_code == 404
