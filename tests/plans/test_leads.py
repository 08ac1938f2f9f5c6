"""Leads of a new plan are asked, and answer."""

import pytest

from plans.models import LeadRequest
from tests import make_members
from tests import make_plans as make


@pytest.fixture
def asked(member_user):
    return make.lead_request(member=member_user.member)


def test_the_asked_see_it_on_their_workbench_and_confirm(as_member, asked):
    assert "确认能否负责的活动" in as_member.get("/").content.decode()

    as_member.post(f"/plans/leads/{asked.pk}/confirm/")

    asked.refresh_from_db()
    assert (asked.state, asked.answered_on is not None) == ("yes", True)
    assert "确认能否负责的活动" not in as_member.get("/").content.decode()


def test_who_cannot_says_why_and_the_office_is_told(as_member, as_chair, asked):
    as_member.post(f"/plans/leads/{asked.pk}/decline/", {"why": "要去支教。"})

    page = as_chair.get("/plans/leads/?declined=1").content.decode()

    assert "要去支教。" in page
    assert "负责人不能负责，请另定" in as_chair.get("/").content.decode()


def test_without_a_reason_nothing_is_declined(as_member, asked):
    page = as_member.post(f"/plans/leads/{asked.pk}/decline/", {"why": ""})

    assert page.status_code == 200
    assert LeadRequest.objects.get().state == "asked"


def test_a_no_may_become_a_yes(as_member, asked):
    as_member.post(f"/plans/leads/{asked.pk}/decline/", {"why": "忙。"})
    as_member.post(f"/plans/leads/{asked.pk}/confirm/")

    assert LeadRequest.objects.get().state == "yes"


def test_an_answer_is_given_once(as_member, asked):
    as_member.post(f"/plans/leads/{asked.pk}/confirm/")

    again = as_member.post(f"/plans/leads/{asked.pk}/decline/", {"why": "忙。"})

    assert again.status_code == 403


def test_nobody_answers_for_another(as_committee, asked):
    assert as_committee.post(f"/plans/leads/{asked.pk}/confirm/").status_code == 404


def test_a_question_lapses_when_somebody_else_leads(as_member, asked):
    asked.activity.lead = make_members.member(name="另一位")
    asked.activity.save()

    assert as_member.post(f"/plans/leads/{asked.pk}/confirm/").status_code == 403
    assert "确认能否负责的活动" not in as_member.get("/").content.decode()
