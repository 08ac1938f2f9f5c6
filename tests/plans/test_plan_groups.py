"""The plan of a union group: written by its leader, approved by the office."""

import pytest

from plans import services
from plans.models import Plan
from tests import make_members
from tests import make_plans as make

NEW = {"title": "理科组计划", "year": 2026, "kind": "school"}


@pytest.fixture
def group(group_leader):
    return make_members.group(leader=group_leader.member)


@pytest.fixture
def plan(group, group_leader):
    plan = make.plan(owner=group, drafted_by=group_leader, title="理科组计划")
    make.section(plan=plan)
    return plan


def test_a_leader_drafts_the_plan_of_the_own_group(as_group_leader, group):
    as_group_leader.post("/plans/new/", NEW | {"owner": group.pk})

    plan = Plan.objects.get()
    assert (plan.owner, plan.span) == (group, "2026年9月–2027年8月")


@pytest.mark.parametrize("whose", ["another", ""])
def test_no_leader_drafts_for_others(as_group_leader, group, whose):
    owner = make_members.group().pk if whose else ""

    page = as_group_leader.post("/plans/new/", NEW | {"owner": owner})

    assert list(page.context["form"].errors) == ["owner"]


def test_a_leader_writes_and_hands_in_and_the_office_approves(
    as_group_leader, as_committee, committee, plan
):
    as_group_leader.post(
        f"/plans/{plan.pk}/sections/new/", {"heading": "本组打算", "text": "每月一次。"}
    )
    as_group_leader.post(f"/plans/{plan.pk}/submit/")
    as_committee.post(f"/plans/{plan.pk}/approve/")

    plan.refresh_from_db()
    assert (plan.state, plan.approved_by) == ("approved", committee)
    assert plan.sections.filter(heading="本组打算").exists()


def test_a_leader_does_not_approve_or_write_what_is_not_the_groups(
    as_group_leader, plan, committee
):
    other = make.section(plan=make.plan(drafted_by=committee)).plan
    services.plan_submit(plan, by=committee)

    answers = [
        as_group_leader.post(f"/plans/{plan.pk}/approve/").status_code,
        as_group_leader.post(f"/plans/{plan.pk}/archive/").status_code,
        as_group_leader.post(f"/plans/{other.pk}/submit/").status_code,
        as_group_leader.get(f"/plans/{other.pk}/edit/").status_code,
    ]

    assert answers == [403, 403, 403, 403]


def test_a_leader_arranges_what_stands_in_the_groups_plan(as_group_leader, plan):
    activity = make.activity(plan=plan)

    as_group_leader.post(f"/plans/activities/{activity.pk}/move/", {"to": "2026-05"})

    activity.refresh_from_db()
    assert activity.span == "2026年5月"


def test_a_returned_plan_waits_on_the_leaders_workbench(
    as_group_leader, group_leader, chair, plan
):
    services.plan_submit(plan, by=group_leader)
    services.plan_return(plan, by=chair, why="写明月份。")

    assert "修改后再送审：理科组计划" in as_group_leader.get("/").content.decode()


def test_the_office_sees_groups_beside_the_union(as_chair, plan, group):
    make.plan(title="全校计划")
    lonely = make_members.group(name="后勤组")

    text = as_chair.get("/plans/list/?year=2026").content.decode()

    assert text.index("全校计划") < text.index("理科组计划")
    assert str(lonely) in text
    groups = as_chair.get("/plans/list/?whose=groups").context["page"].object_list
    assert [row.title for row in groups] == ["理科组计划"]


@pytest.mark.parametrize(
    ("kind", "span"),
    [
        ("calendar", "2026年1–12月"),
        ("school", "2026年9月–2027年8月"),
        ("february", "2026年2月–2027年1月"),
        ("spring", "2026年3月–2027年2月"),
        ("first_half", "2026年2–7月"),
        ("from_june", "2026年6–12月"),
        ("autumn", "2026年9月–2027年1月"),
    ],
)
def test_every_kind_of_year_is_one_choice(as_committee, kind, span):
    as_committee.post("/plans/new/", {"title": "计划", "year": 2026, "kind": kind})

    assert Plan.objects.get().span == span


def test_the_new_page_offers_to_renew_the_last_plan(as_chair, as_group_leader, group):
    union = make.plan(state="approved", title="去年全校")
    own = make.plan(state="approved", title="去年本组", owner=group)

    pages = [
        c.get("/plans/new/").context["before"] for c in (as_chair, as_group_leader)
    ]

    assert pages == [union, own]


def test_the_wall_of_a_year_without_plan_offers_last_years(as_chair):
    make.plan(state="approved", title="去年全校", year=2030)

    text = as_chair.get("/plans/?year=2031").content.decode()

    assert "据「去年全校」编制" in text


def test_without_a_kind_both_numbers_are_asked_for(as_committee):
    page = as_committee.post("/plans/new/", {"title": "计划", "year": 2026})

    assert list(page.context["form"].errors) == ["start_month", "months"]


def test_what_an_archived_plan_holds_is_read_only_in_the_back_office_too(as_chair):
    activity = make.activity(plan=make.plan(state="archived"))
    address = f"/admin/plans/activity/{activity.pk}/change/"

    assert as_chair.post(address, {"title": "改掉"}).status_code == 403
    assert "_save" not in as_chair.get(address).content.decode()


@pytest.mark.parametrize("many", [1, 8])
def test_the_leader_moves_every_card_of_the_own_wall_for_the_same_questions(
    as_group_leader, plan, many, django_assert_num_queries
):
    for number in range(many):
        make.activity(plan=plan, title=f"第 {number} 项", lead=make_members.member())
    as_group_leader.get("/plans/")

    with django_assert_num_queries(WALL_QUERIES):
        page = as_group_leader.get(f"/plans/?plan={plan.pk}")

    assert page.content.decode().count("/move/") >= many


WALL_QUERIES = 10
