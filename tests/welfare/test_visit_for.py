"""Logging a visit to this person: the office for all, a leader for the own group."""

import pytest

from tests import make_members
from tests.welfare.test_visit_new import PATH, values
from welfare.models import Visit


@pytest.fixture
def people(db):
    make_members.member(name="赵一", staff_no="A1")
    make_members.member(name="钱二", staff_no="A2")


def test_a_group_leader_logs_for_the_own_group_only(
    as_group_leader, group_leader, people
):
    own = make_members.group(leader=group_leader.member)
    make_members.member(name="组员", staff_no="A9", group=own)

    refused = as_group_leader.post(PATH, values(visitors="A2、A9"))
    as_group_leader.post(PATH, values(member="A9", visitors="A2、A9"))

    assert refused.context["form"].errors["member"] == [
        "赵一 不在你的小组里，请由工会委员登记。"
    ]
    assert [v.member.staff_no for v in Visit.objects.all()] == ["A9"]


def test_a_group_leader_is_not_told_of_visits_to_others(
    as_group_leader, as_committee, people
):
    as_committee.post(PATH, values())

    answer = as_group_leader.post(PATH, values(form_key="another"))

    assert "occasion" not in answer.context["form"].errors
    assert "300.00" not in answer.content.decode()
