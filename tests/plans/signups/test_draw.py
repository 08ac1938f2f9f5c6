"""The draw: the same seed, the same order, by anybody."""

import datetime
import hashlib

import pytest
from django.utils import timezone

from plans import draw, rules, services
from plans.models import Activity, SignupSheet
from tests import make_members
from tests import make_signups as make
from unionoffice.states import StateError


def test_the_order_is_that_of_the_digests_anybody_computes():
    numbers = [f"T{n:03d}" for n in range(50)]

    by_hand = sorted(
        numbers, key=lambda no: hashlib.sha256(f"种子{no}".encode()).hexdigest()
    )

    assert draw.order("种子", numbers) == by_hand
    assert draw.order("种子", reversed(numbers)) == by_hand
    assert draw.order("另一个", numbers) != by_hand


def test_the_published_example_stays_what_it_was():
    assert draw.order("abc", ["T1001", "T1002", "T1003"]) == EXAMPLE
    assert draw.commitment("abc").startswith("ba7816bf8f01cfea")


EXAMPLE = ["T1001", "T1003", "T1002"]


def test_seeds_differ_and_are_long():
    assert len({draw.new_seed() for _ in range(20)}) == 20
    assert len(draw.new_seed()) == 32


def drawn_sheet(people=5, **values):
    sheet = make.sheet(allocation="draw", **values)
    members = [make_members.member() for _ in range(people)]
    for member in members:
        make.signup(sheet, member)
    return make.closed(sheet), members


@pytest.mark.django_db
def test_the_first_drawn_get_the_places_the_others_wait_in_order():
    sheet, members = drawn_sheet(places=2)

    services.sheet_draw(sheet, by=None)

    line = draw.order(sheet.seed, [m.staff_no for m in members])
    rows = sheet.signups.select_related("member").order_by("number")
    assert [row.member.staff_no for row in rows] == line
    assert [row.state for row in rows] == ["placed"] * 2 + ["waiting"] * 3
    assert {row.news for row in rows} == {"drawn"}


@pytest.mark.parametrize(("days", "eve"), [(3, True), (0, False)])
def test_who_is_drawn_may_step_back_after_the_closing(days, eve):
    day = datetime.date(2026, 3, 14)
    here = timezone.get_current_timezone()
    closes = datetime.datetime(2026, 3, 13 - days, 23, 59, tzinfo=here)
    terms = {"closes_at": closes, "places": 2}
    activity = Activity(starts_on=day)
    sheet = SignupSheet(activity=activity, allocation="draw", **terms)
    first_come = SignupSheet(activity=activity, **terms)

    last = timezone.localtime(sheet.last_way_back)

    assert (last.day, last.hour) == ((13, 23) if eve else (14, 8))
    assert first_come.last_way_back == first_come.closes_at


@pytest.mark.django_db
def test_nobody_draws_twice():
    sheet, _ = drawn_sheet(places=2)
    services.sheet_draw(sheet, by=None)

    with pytest.raises(StateError, match="已经抽过签"):
        services.sheet_draw(sheet, by=None)


@pytest.mark.django_db
def test_after_the_draw_those_who_wait_move_up_as_drawn():
    sheet, _ = drawn_sheet(places=2)
    services.sheet_draw(sheet, by=None)
    first, _, third, *_ = sheet.signups.order_by("number")

    moved = services.signup_withdraw(first, by=None)

    assert moved == [third]


def test_the_seed_is_told_after_closing_only(as_member):
    sheet = make.sheet(allocation="draw")
    page = f"/plans/activities/{sheet.activity_id}/"

    early = as_member.get(page).content.decode()
    refused = as_member.get(f"{page}sheet/drawn/")
    make.closed(sheet)
    told = as_member.get(f"{page}sheet/drawn/").content.decode()

    assert (sheet.commitment in early, sheet.seed in early) == (True, False)
    assert refused.status_code == 403
    assert sheet.seed in told


def test_terms_stand_from_closing_to_the_draw_then_places_may_be_added(committee):
    sheet, _ = drawn_sheet(places=2)
    now = make.timezone.now()

    before = rules.sheet_edit(committee, sheet, now)
    services.sheet_draw(sheet, by=None)
    sheet.refresh_from_db()

    assert before.reason == "报名已截止，种子已公布，抽签以后再改。"
    assert rules.sheet_edit(committee, sheet, now)


def test_the_page_shows_the_draw_even_after_somebody_stepped_back(as_member):
    sheet, members = drawn_sheet(places=2)
    services.sheet_draw(sheet, by=None)
    services.signup_withdraw(sheet.signups.first(), by=None)

    page = as_member.get(f"/plans/activities/{sheet.activity_id}/sheet/drawn/")

    shown = [number for number, _, _ in page.context["line"]]
    assert shown == draw.order(sheet.seed, [m.staff_no for m in members])
    assert members[0].name not in page.content.decode()


def test_the_office_draws_when_it_has_closed(as_committee):
    sheet, _ = drawn_sheet(places=2)
    todo = as_committee.get("/").context["bench"].todo

    answer = as_committee.post(f"/plans/activities/{sheet.activity_id}/sheet/draw/")

    assert "抽签：周六健步走" in [item.title for item in todo]
    assert answer.status_code == 302
    assert sheet.signups.placed().count() == 2
