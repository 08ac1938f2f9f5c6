"""An item is moved on the wall: one request brings the new wall."""

import datetime
import re

import pytest
from django.conf import settings

from plans.models import Activity
from tests import make_plans as make

MOVE = {"HTTP_HX_REQUEST": "true", "HTTP_HX_CURRENT_URL": "http://testserver/plans/"}


@pytest.fixture
def hike(db):
    return make.activity(plan=make.plan(state="approved"), title="春季健步走")


def move(client, activity, to, **more):
    return client.post(f"/plans/activities/{activity.pk}/move/", {"to": to}, **more)


def titles(response, number):
    return [c.activity.title for c in response.context["wall"].months[number - 1].cards]


def test_the_answer_is_the_wall_with_the_item_in_its_new_month(as_chair, hike):
    response = move(as_chair, hike, "2026-05", **MOVE)

    assert response.status_code == 200
    assert (titles(response, 3), titles(response, 5)) == ([], ["春季健步走"])
    assert "<html" not in response.content.decode()


def test_it_can_be_taken_back_at_once(as_chair, hike):
    response = move(as_chair, hike, "2026-05", **MOVE)

    page = response.content.decode()
    assert f'data-back="/plans/activities/{hike.pk}/move/" data-to="2026-03"' in page


def test_taken_back_it_has_its_day_again(as_chair, hike):
    hike.starts_on = datetime.date(2026, 3, 21)
    hike.save()

    page = move(as_chair, hike, "2026-05", **MOVE).content.decode()
    hike.refresh_from_db()
    gone = hike.starts_on
    address = f"/plans/activities/{hike.pk}/move/"
    as_chair.post(address, {"to": "2026-03", "day": "2026-03-21"}, **MOVE)

    hike.refresh_from_db()
    assert "原定的 2026年3月21日 已清空，请再定。" in page
    assert 'data-day="2026-03-21"' in page
    assert (gone, hike.starts_on) == (None, datetime.date(2026, 3, 21))


def test_the_filters_of_the_page_stay(as_chair, hike):
    other = make.activity(plan=hike.plan, category=make.category("茶艺"))
    address = f"http://testserver/plans/?category={other.category_id}"

    response = move(
        as_chair, hike, "2026-05", **MOVE | {"HTTP_HX_CURRENT_URL": address}
    )

    assert (titles(response, 3), titles(response, 5)) == ([other.title], [])


def test_a_month_far_outside_the_plan_is_refused_with_a_reason(as_chair, hike):
    response = move(as_chair, hike, "2031-05", **MOVE)

    assert response.status_code == 403
    assert "这个月份不在计划的范围里" in response.content.decode()
    hike.refresh_from_db()
    assert hike.first_month == datetime.date(2026, 3, 1)


def test_without_script_the_move_ends_on_the_activity(as_chair, hike):
    response = move(as_chair, hike, "2026-05")

    assert response.url == hike.get_absolute_url()


def test_only_who_may_move_it_gets_a_grip(as_chair, as_member, hike):
    grip = f"/plans/activities/{hike.pk}/move/"

    assert grip in as_chair.get("/plans/").content.decode()
    assert grip not in as_member.get("/plans/").content.decode()


def test_what_was_held_has_no_grip(as_chair):
    held = make.activity(state="closed")

    page = as_chair.get(f"/plans/?year={held.first_month.year}").content.decode()

    assert held.title in page
    assert f"/plans/activities/{held.pk}/move/" not in page


@pytest.mark.parametrize(
    ("paper", "sheet"), [("a3", "wall-a3.css"), ("a4", "wall-a4.css")]
)
def test_the_wall_is_printed_on_one_sheet_of_a_size(as_member, paper, sheet):
    assert sheet in as_member.get(f"/plans/?paper={paper}").content.decode()


def test_a_paper_nobody_has_is_the_plain_wall(as_member):
    page = as_member.get("/plans/?paper=b2").content.decode()

    assert "wall-paper.css" not in page


@pytest.mark.parametrize(
    ("count", "word"), [(10, "airy"), (61, "dense"), (121, "packed")]
)
def test_a_full_wall_is_written_smaller(as_member, count, word):
    plan = make.plan(state="approved")
    month = datetime.date(2026, 4, 1)
    Activity.objects.bulk_create(
        Activity(plan=plan, title=f"第{n}项", first_month=month, last_month=month)
        for n in range(count)
    )

    assert as_member.get("/plans/").context["wall"].density == word


@pytest.mark.parametrize("sheet", ["a3", "a4"])
def test_letters_grow_where_the_sheet_has_room(sheet):
    css = (settings.BASE_DIR / "static/wall-paper.css").read_text()
    rule = rf"\.wall-{sheet}(?::has\(\.wall-\w+\))? {{ --wall-size: ([\d.]+)pt"

    airy, dense, packed = map(float, re.findall(rule, css))

    assert airy >= 9
    assert airy > dense > packed


def test_a_long_item_ends_with_its_plan_and_goes_back_whole(as_chair, hike):
    Activity.objects.filter(pk=hike.pk).update(
        first_month=datetime.date(2026, 1, 1), last_month=datetime.date(2026, 12, 1)
    )

    page = move(as_chair, hike, "2026-03", **MOVE).content.decode()
    hike.refresh_from_db()
    moved = hike.span
    address = f"/plans/activities/{hike.pk}/move/"
    as_chair.post(address, {"to": "2026-01", "length": "12"}, **MOVE)

    hike.refresh_from_db()
    assert "原来长 12 个月，只排到计划的最后一个月。" in page
    assert 'data-length="12"' in page
    assert (moved, hike.span) == ("2026年3–12月", "2026年1–12月")
