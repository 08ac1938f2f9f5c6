"""Entering an activity, from the wall and from outside the plan."""

from plans.models import Activity
from tests import make_members
from tests import make_plans as make

NEW = "/plans/activities/new/"
SENT = {"title": "书法沙龙", "level": "校", "first_month": "2026-03", "form_key": "k1"}


def test_the_form_opened_in_a_month_of_a_draft_is_filled_in(as_chair):
    plan = make.plan()

    response = as_chair.get(f"{NEW}?plan={plan.pk}&month=2026-05")

    form = response.context["form"]
    assert form["plan"].value() == plan.pk
    assert form["first_month"].value() == "2026-05"


def test_the_months_begin_with_what_an_empty_one_means(as_chair):
    form = as_chair.get(NEW).context["form"]

    begins = [str(form[name].subwidgets[0]) for name in ("first_month", "last_month")]
    assert [">未定<" in begins[0], ">同一个月<" in begins[1]] == [True, True]


def test_an_activity_is_outside_of_the_plan_unless_one_is_chosen(as_chair, chair):
    as_chair.post(NEW, SENT)

    activity = Activity.objects.get()
    assert (activity.is_planned, activity.span) == (False, "2026年3月")
    assert activity.entered_by == chair


def test_an_activity_joins_the_chosen_plan(as_chair):
    plan = make.plan()

    as_chair.post(NEW, SENT | {"plan": plan.pk, "last_month": "2026-04"})

    activity = Activity.objects.get()
    assert (activity.plan, activity.span) == (plan, "2026年3–4月")


def test_a_double_click_makes_one_activity(as_chair):
    first = as_chair.post(NEW, SENT)
    second = as_chair.post(NEW, SENT)

    assert Activity.objects.count() == 1
    assert first.url == second.url


def test_outside_of_a_plan_the_month_must_be_said(as_chair):
    response = as_chair.post(NEW, SENT | {"first_month": ""})

    assert response.context["form"].non_field_errors() == ["计划外的活动要写明月份。"]
    assert Activity.objects.count() == 0


def test_months_in_the_wrong_order_are_refused(as_chair):
    sent = SENT | {"first_month": "2026-04", "last_month": "2026-03"}

    response = as_chair.post(NEW, sent)

    assert response.context["form"].non_field_errors() == ["结束月份不能早于开始月份。"]


def test_a_group_leader_enters_activities_of_the_group(as_group_leader, group_leader):
    as_group_leader.post(NEW, SENT | {"level": "区"})

    activity = Activity.objects.get()
    assert (activity.level, activity.lead) == ("组", group_leader.member)


def test_nothing_is_added_to_an_archived_plan(as_chair):
    plan = make.plan(state="archived")

    response = as_chair.post(f"{NEW}?plan={plan.pk}", SENT)

    assert response.status_code == 403
    assert not Activity.objects.exists()


def test_a_group_leader_does_not_add_to_the_unions_plan(as_group_leader):
    plan = make.plan()

    as_group_leader.post(f"{NEW}?plan={plan.pk}", SENT)

    assert Activity.objects.get().plan is None


def test_a_group_leader_adds_to_the_plan_of_the_own_group(
    as_group_leader, group_leader
):
    group = make_members.group(leader=group_leader.member)
    plan = make.plan(owner=group)

    as_group_leader.post(f"{NEW}?plan={plan.pk}", SENT)

    assert Activity.objects.get().plan == plan


def test_the_same_rendering_with_another_title_makes_another_activity(as_committee):
    as_committee.post("/plans/activities/new/", SENT)
    as_committee.post("/plans/activities/new/", SENT)
    as_committee.post("/plans/activities/new/", SENT | {"title": "插花课"})

    titles = Activity.objects.order_by("pk").values_list("title", flat=True)
    assert list(titles) == ["书法沙龙", "插花课"]


def test_who_leads_does_not_help_as_well(as_chair):
    for name in ("方梅", "高远"):
        make_members.member(name=name)

    as_chair.post(NEW, SENT | {"lead": "方梅", "helpers": "方梅、高远"})

    activity = Activity.objects.get()
    assert activity.lead.name == "方梅"
    assert [one.name for one in activity.helpers.all()] == ["高远"]
