"""A plan from draft to archive, and what each page of it shows."""

import datetime

import pytest

from members.models import AuditEntry
from plans import rules, services
from plans.models import Activity, Plan
from tests import make_plans as make
from unionoffice.states import StateError

NEW = {
    "title": "2026年计划",
    "year": 2026,
    "start_month": 9,
    "months": 12,
    "form_key": "k",
}


def post(client, plan, deed, **values):
    response = client.post(f"/plans/{plan.pk}/{deed}/", values)
    plan.refresh_from_db()
    return response


def test_a_plan_is_drafted(as_committee, committee):
    as_committee.post("/plans/new/", NEW)

    plan = Plan.objects.get()
    assert (plan.state, plan.drafted_by, plan.span) == (
        "draft",
        committee,
        "2026年9月–2027年8月",
    )


def test_a_double_click_makes_one_plan(as_committee):
    urls = {as_committee.post("/plans/new/", NEW).url for _ in range(2)}

    assert (Plan.objects.count(), len(urls)) == (1, 1)


def test_a_year_out_of_reach_is_refused(as_committee):
    response = as_committee.post("/plans/new/", NEW | {"year": 20266})

    assert list(response.context["form"].errors) == ["year"]


def test_the_way_from_draft_to_archive(as_chair, as_committee, chair, committee):
    plan = make.section(plan=make.plan(drafted_by=committee)).plan

    post(as_committee, plan, "submit")
    assert plan.state == "review"
    post(as_chair, plan, "approve")
    assert (plan.state, plan.approved_by) == ("approved", chair)
    post(as_chair, plan, "archive")
    assert plan.state == "archived"
    actions = AuditEntry.objects.order_by("pk").values_list("action", flat=True)
    assert list(actions) == ["plan.submitted", "plan.approved", "plan.archived"]


def test_an_empty_plan_is_not_submitted(as_chair):
    response = post(as_chair, make.plan(), "submit")

    assert response.status_code == 403
    assert "计划还没有内容，请先写章节或排活动。" in response.content.decode()


def test_nobody_approves_what_they_drafted(as_chair, chair):
    plan = make.plan(state="review", drafted_by=chair)

    response = post(as_chair, plan, "approve")

    assert (response.status_code, plan.state) == (403, "review")
    assert "计划由你起草" in response.content.decode()


def test_a_plan_drafted_by_the_chair_is_approved_by_the_committee(
    as_committee, committee, chair
):
    plan = make.plan(state="review", drafted_by=chair)

    post(as_committee, plan, "approve")

    assert (plan.state, plan.approved_by) == ("approved", committee)


def test_a_plan_is_returned_with_a_reason(as_chair):
    plan = make.plan(state="review")

    post(as_chair, plan, "return", why="十月太满。")

    assert (plan.state, plan.returned_because) == ("draft", "十月太满。")
    page = as_chair.get(plan.get_absolute_url()).content.decode()
    assert "十月太满。" in page


def test_of_two_who_approve_at_once_one_wins(chair, committee):
    plan = make.plan(state="review")
    same = Plan.objects.get(pk=plan.pk)
    services.plan_approve(plan, by=chair)

    with pytest.raises(StateError, match="已经有人"):
        services.plan_approve(same, by=committee)


@pytest.mark.parametrize(
    ("state", "allowed"),
    [
        ("draft", {"edit"}),
        ("review", {"approve", "return"}),
        ("approved", {"archive"}),
        ("archived", set()),
    ],
)
def test_each_state_allows_its_own_deeds(chair, state, allowed):
    plan = make.plan(state=state)

    rulings = {
        "edit": rules.plan_edit(chair, plan),
        "approve": rules.plan_approve(chair, plan),
        "return": rules.plan_return(chair, plan),
        "archive": rules.plan_archive(chair, plan),
    }

    assert {deed for deed, ruling in rulings.items() if ruling} == allowed


def test_the_second_editor_of_a_plan_is_told(as_chair):
    plan = make.plan(title="旧标题")
    sent = {"title": "甲", "year": 2026, "start_month": 1, "months": 12, "version": 1}
    as_chair.post(f"/plans/{plan.pk}/edit/", sent)

    response = as_chair.post(f"/plans/{plan.pk}/edit/", sent | {"title": "乙"})

    assert response.status_code == 409
    assert response.context["conflict"] == [("标题", "乙", "甲")]


def test_the_plan_page_counts_what_was_held(as_member):
    plan = make.plan(state="approved")
    for state in ("closed", "held", "planned", "dropped"):
        make.activity(plan=plan, state=state)

    progress = as_member.get(plan.get_absolute_url()).context["progress"]

    assert (progress.total, progress.held, progress.dropped, progress.share) == (
        4,
        2,
        1,
        67,
    )


def test_a_draft_is_hidden_from_members(as_member):
    plan = make.plan()

    assert as_member.get(plan.get_absolute_url()).status_code == 404
    assert plan.title not in as_member.get("/plans/list/").content.decode()


@pytest.mark.parametrize("many", [1, 6])
def test_the_list_asks_the_same_questions_for_one_plan_and_for_many(
    as_chair, chair, many, django_assert_num_queries
):
    for _ in range(many):
        make.activity(plan=make.plan(drafted_by=chair))
    as_chair.get("/plans/list/")

    with django_assert_num_queries(LIST_QUERIES):
        as_chair.get("/plans/list/")


LIST_QUERIES = 9


def test_a_draft_goes_with_all_its_parts(as_chair):
    plan = make.plan(title="试写的计划")
    make.section(plan=plan)
    make.measure(plan=plan)
    make.activity(plan=plan)

    as_chair.post(f"/plans/{plan.pk}/discard/")

    assert (Plan.objects.count(), Activity.objects.count()) == (0, 0)
    entry = AuditEntry.objects.get(action="plan.discarded")
    assert entry.details == {"activities": 1, "title": "试写的计划"}


@pytest.mark.parametrize(
    ("state", "item"), [("approved", "planned"), ("draft", "dropped")]
)
def test_a_plan_that_was_used_does_not_go(as_chair, state, item):
    plan = make.plan(state=state)
    make.activity(plan=plan, state=item)

    response = as_chair.post(f"/plans/{plan.pk}/discard/")

    assert (response.status_code, Plan.objects.count()) == (403, 1)


def test_a_deed_of_today_is_told_with_its_hour(as_chair, committee):
    plan = make.plan(drafted_by=committee)
    services.plan_submit(plan, by=committee)

    told = as_chair.get(plan.get_absolute_url()).context["history"]

    assert [type(when) for when, *_ in told] == [datetime.datetime]


def test_what_has_no_month_is_named_before_the_plan_is_approved(as_chair, as_member):
    plan = make.plan(state="review")
    make.activity(plan=plan, title="待定的座谈", first_month=None, last_month=None)
    make.activity(
        plan=plan, title="取消的", state="dropped", first_month=None, last_month=None
    )

    page = as_chair.get(plan.get_absolute_url()).content.decode()
    other = as_member.get(plan.get_absolute_url()).content.decode()

    assert "有 1 项活动还没有定月份" in page
    assert "还没有定月份" not in other


def test_an_approved_plan_is_not_nagged_about_months(as_chair):
    plan = make.plan(state="approved")
    make.activity(plan=plan, first_month=None, last_month=None)

    assert "还没有定月份" not in as_chair.get(plan.get_absolute_url()).content.decode()
