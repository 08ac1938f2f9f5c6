"""The wall of twelve months."""

import datetime

import pytest
from django.utils import timezone

from members.models import Office
from plans import wall
from tests import make_members
from tests import make_plans as make

TODAY = datetime.date(2026, 11, 24)


def page(client, **asked):
    return client.get("/plans/", asked).context


def titles(month):
    return [card.activity.title for card in month.cards]


def test_a_school_year_begins_in_september_and_ends_in_august(as_member):
    plan = make.plan(year=2026, start_month=9, state="approved")

    labels = [m.label for m in page(as_member, plan=plan.pk)["wall"].months]

    assert (labels[0], labels[4], labels[11]) == ("9月", "2027年1月", "2027年8月")


def test_an_item_of_two_months_stands_in_both(as_member):
    make.activity(title="疗休养", last_month=datetime.date(2026, 4, 1))

    months = page(as_member, year=2026)["wall"].months

    assert [titles(m) for m in months[1:5]] == [[], ["疗休养"], ["疗休养"], []]
    assert [card.continues for card in months[3].cards] == [True]


def test_what_has_a_day_stands_first_in_the_order_of_days(as_member):
    for title, on in (("未定日", None), ("下旬", 26), ("上旬", 3)):
        day = on and datetime.date(2026, 5, on)
        may = datetime.date(2026, 5, 1)
        make.activity(title=title, first_month=may, last_month=may, starts_on=day)

    months = page(as_member, year=2026)["wall"].months

    assert titles(months[4]) == ["上旬", "下旬", "未定日"]


def test_an_item_of_the_whole_year_stands_once_above_the_months(as_member):
    make.activity(
        first_month=datetime.date(2026, 1, 1), last_month=datetime.date(2026, 12, 1)
    )

    found = page(as_member, year=2026)["wall"]

    assert (len(found.long), sum(len(m.cards) for m in found.months)) == (1, 0)


def test_an_item_without_a_month_is_not_lost(as_member):
    plan = make.plan(state="approved")
    make.activity(plan=plan, first_month=None, last_month=None)
    make.activity(plan=plan, first_month=datetime.date(2027, 2, 1))

    found = page(as_member, plan=plan.pk)["wall"]

    assert (len(found.loose), found.count) == (2, 2)


def test_the_union_wall_shows_what_was_added_outside_of_the_plan(as_member):
    plan = make.plan(state="approved")
    make.activity(title="计划内", plan=plan)
    make.activity(title="计划外")
    make.activity(title="别的计划", plan=make.plan(title="另一份", state="approved"))

    march = page(as_member, plan=plan.pk)["wall"].months[2]

    assert titles(march) == ["计划内", "计划外"]


def test_a_group_wall_shows_the_group_plan_alone(as_member):
    group = make_members.group()
    plan = make.plan(state="approved", owner=group)
    make.activity(title="小组活动", plan=plan, level="组")
    make.activity(title="计划外")

    march = page(as_member, plan=plan.pk)["wall"].months[2]

    assert titles(march) == ["小组活动"]


def test_months_carry_their_festivals(as_member):
    months = page(as_member, year=2026)["wall"].months

    assert [f.name for f in months[9].festivals] == ["国庆节", "重阳节"]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"state": "dropped"}, ["取消了的"]),
        ({"person": "方梅"}, ["方梅的"]),
        ({"state": "late"}, ["方梅的", "逾期的"]),
    ],
)
def test_the_wall_is_filtered(as_member, asked, expected, monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *a: TODAY)
    make.activity(title="取消了的", state="dropped")
    make.activity(title="方梅的", lead=make_members.member(name="方梅"))
    make.activity(title="逾期的")

    found = page(as_member, year=2026, **asked)["wall"]

    assert sorted(t for m in found.months for t in titles(m)) == sorted(expected)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("王芳（T1）", ["她的"]),
        ("王芳(t2)", ["另一位的"]),
        ("T2", ["另一位的"]),
        ("王芳", ["另一位的", "她的"]),
        ("王芳（T9）", []),
    ],
)
def test_a_namesake_is_told_apart_by_the_number(as_member, typed, expected):
    for title, staff_no in (("她的", "T1"), ("另一位的", "T2")):
        lead = make_members.member(name="王芳", staff_no=staff_no)
        make.activity(title=title, lead=lead)

    found = page(as_member, year=2026, person=typed)["wall"]

    assert sorted(t for m in found.months for t in titles(m)) == expected


def test_the_category_filter(as_member):
    tea = make.category("茶艺")
    make.activity(title="品茶", category=tea)
    make.activity(title="健步走")

    found = page(as_member, year=2026, category=tea.pk)["wall"]

    assert titles(found.months[2]) == ["品茶"]


def test_drafts_are_not_on_the_wall_of_members(as_member, as_chair):
    plan = make.plan()
    make.activity(title="还没定", plan=plan)

    assert as_member.get("/plans/", {"plan": plan.pk}).status_code == 404
    assert page(as_chair, plan=plan.pk)["choice"].plan == plan


def test_a_plan_that_is_not_there_is_no_page(as_chair):
    assert as_chair.get("/plans/", {"plan": 999}).status_code == 404


def test_the_plan_that_runs_today_comes_first(chair):
    make.plan(title="去年", year=2025, state="archived")
    make.plan(title="下学期", year=2026, start_month=9, months=6, state="draft")
    running = make.plan(title="今年", year=2026, state="approved")

    assert wall.choose(chair, TODAY).plan == running


def test_without_a_plan_the_office_year_gives_the_months(chair):
    Office.objects.update_or_create(pk=1, defaults={"year_kind": "school"})

    choice = wall.choose(chair, TODAY, year="2027")

    assert (choice.plan, choice.first) == (None, datetime.date(2027, 9, 1))


def test_a_phone_opens_this_month_or_the_one_asked_for(chair):
    choice = wall.choose(chair, TODAY)

    def opened(month):
        found = wall.lay_out(choice, [], TODAY, month, movable=bool).months
        return [m.number for m in found if m.is_open]

    assert (opened(None), opened("2026-03"), opened("nonsense")) == ([11], [3], [11])


def test_nonsense_in_the_address_is_ignored(as_chair):
    response = as_chair.get("/plans/?plan=x&year=99999&month=13&category=abc")

    assert response.status_code == 200


def test_members_are_not_offered_to_add(as_member, as_chair):
    assert "wall-add" not in as_member.get("/plans/").content.decode()
    assert "wall-add" in as_chair.get("/plans/").content.decode()


@pytest.mark.parametrize("many", [1, 12])
def test_the_wall_asks_the_same_questions_for_one_card_and_for_many(
    as_member, many, django_assert_num_queries
):
    plan = make.plan(state="approved")
    for number in range(many):
        make.activity(
            plan=plan,
            category=make.category(f"类别{number}"),
            lead=make_members.member(),
        )
    as_member.get("/plans/")

    with django_assert_num_queries(WALL_QUERIES):
        as_member.get(f"/plans/?plan={plan.pk}")


WALL_QUERIES = 10
