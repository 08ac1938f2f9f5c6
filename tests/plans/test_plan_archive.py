"""The page that archives a plan: what would be left undone is said before."""

import pytest

from plans.models import Plan
from tests import make_plans as make
from tests import make_signups

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
