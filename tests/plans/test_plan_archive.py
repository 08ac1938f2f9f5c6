"""The page that archives a plan: what would be left undone is said before."""

import pytest

from members.models import AuditEntry
from plans import rules, services
from plans.models import Plan
from tests import make_plans as make
from tests import make_signups
from unionoffice.states import StateError

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(db):
    return make.plan(state="approved")


def address(plan):
    return f"/plans/{plan.pk}/archive/"


def test_a_plan_with_nothing_left_is_archived_without_a_warning(as_chair, plan):
    make.activity(plan=plan, state="closed")

    page = as_chair.get(address(plan)).content.decode()

    assert "只供查看" in page
    assert "alert-warning" not in page


def test_what_is_not_over_is_counted_first(as_chair, plan):
    signup = make_signups.signup()
    activity = signup.sheet.activity
    activity.plan = plan
    activity.save()
    make.activity(plan=plan, state="held")

    page = as_chair.get(address(plan)).content.decode()

    assert "还有 2 项活动没有办结" in page
    assert "其中 1 项正在报名" in page
    assert Plan.objects.get(pk=plan.pk).state == "approved"


def test_the_button_archives(as_chair, plan):
    answer = as_chair.post(address(plan), follow=True)

    assert "计划已归档" in answer.content.decode()
    assert Plan.objects.get(pk=plan.pk).state == "archived"


def test_only_what_was_approved_is_archived(as_chair):
    draft = make.plan(state="draft")

    assert as_chair.get(address(draft)).status_code == 403
    assert as_chair.post(address(draft)).status_code == 403


def back(plan):
    return f"/plans/{plan.pk}/unarchive/"


def test_the_chair_takes_back_what_was_archived_too_early(as_chair, plan):
    as_chair.post(address(plan))

    answer = as_chair.post(back(plan), {"why": "五月的疗休养还没有办。"}, follow=True)

    found = Plan.objects.get(pk=plan.pk)
    assert (found.state, found.archived_on) == ("approved", None)
    assert "五月的疗休养还没有办。" in answer.content.decode()
    entry = AuditEntry.objects.get(action="plan.unarchived")
    assert entry.details == {"why": "五月的疗休养还没有办。"}


def test_taking_back_needs_a_reason(as_chair):
    plan = make.plan(state="archived")

    answer = as_chair.post(back(plan), {"why": ""})

    assert answer.context["form"].errors["why"] == ["请填写这一项。"]
    assert Plan.objects.get(pk=plan.pk).state == "archived"


def test_only_the_chair_takes_back_and_only_what_is_archived(chair, committee):
    archived, running = make.plan(state="archived"), make.plan(state="approved")

    assert rules.plan_unarchive(chair, archived)
    assert "由工会主席恢复" in rules.plan_unarchive(committee, archived).reason
    assert "只有已归档" in rules.plan_unarchive(chair, running).reason


def test_what_was_taken_back_meanwhile_is_not_taken_back_again(chair):
    plan = make.plan(state="archived")
    same = Plan.objects.get(pk=plan.pk)
    services.plan_unarchive(plan, by=chair, why="早了")

    with pytest.raises(StateError):
        services.plan_unarchive(same, by=chair, why="早了")
    with pytest.raises(StateError, match="已经恢复"):
        services.plan_unarchive(plan, by=chair, why="早了")
