"""An officer signs up a group, or pastes a list."""

import pytest

from plans.models import Signup
from tests import make_members
from tests import make_signups as make


def page_of(sheet):
    return f"/plans/activities/{sheet.activity_id}/signup/others/"


def names_of(sheet):
    return [one.member.name for one in sheet.signups.select_related("member")]


@pytest.fixture
def sheet(db):
    return make.sheet(places=2)


def test_a_pasted_list_is_signed_up_in_its_order(as_committee, sheet):
    for name in ("方梅", "高远", "杜若"):
        make_members.member(name=name)

    page = as_committee.post(
        page_of(sheet), {"members": "1. 高远\n2. 杜若\n3. 方梅"}, follow=True
    )

    assert names_of(sheet) == ["高远", "杜若", "方梅"]
    assert "新报名 3 人，其中 1 人排在候补里" in page.content.decode()
    assert set(Signup.objects.values_list("news", flat=True)) == {"entered"}


def test_companions_behind_the_names_come_along(as_committee):
    sheet = make.sheet(places=9, companions_most=2)
    for name in ("方梅", "高远", "杜若"):
        make_members.member(name=name)
    pasted = "1. 高远 带1人\n2. 杜若，带2个孩子\n3. 方梅"

    page = as_committee.post(page_of(sheet), {"members": pasted}, follow=True)

    rows = sheet.signups.values_list("member__name", "companions", "seats")
    assert list(rows) == [("高远", 1, 2), ("杜若", 2, 3), ("方梅", 0, 1)]
    assert "同行的家属：高远 1 人、杜若 2 人。" in page.content.decode()


def test_who_brings_too_many_is_named_and_needs_a_tick(as_committee, sheet):
    make_members.member(name="高远")
    sent = {"members": "高远+2"}

    asked = as_committee.post(page_of(sheet), sent).content.decode()
    none_yet = sheet.signups.count()
    as_committee.post(page_of(sheet), sent | {"ticked": "on"})

    assert "高远：写了带 2 位，这次不带家属。" in asked
    assert (none_yet, sheet.signups.get().companions) == (0, 2)


def test_what_has_to_be_answered_still_is_said_and_counted(
    as_committee, committee, sheet
):
    size = make.question(sheet=sheet, words="尺码", kind="choice", options="M\nL")
    make.question(sheet=sheet, words="口味", is_required=False)
    make.signup(sheet, answers={size: "L"})

    said = as_committee.post(
        page_of(sheet), {"members": committee.member.name}, follow=True
    )
    page = as_committee.get(f"{sheet.activity.get_absolute_url()}sheet/").context

    assert "还没有回答：尺码。本人在活动页点「改报名」补上。" in said.content.decode()
    assert "还没有回答：尺码。点「改报名」补上。" in said.content.decode()
    assert page["tallies"] == [(size, [("M", 0), ("L", 1), ("未答", 1)])]
    assert [answers[0][1] for _, answers in page["rows"]] == ["L", "未答"]


def test_of_a_group_those_who_may_are_signed_up(as_committee, sheet):
    group = make_members.group()
    make_members.member(name="在职甲", group=group)
    make_members.member(name="退休乙", group=group, work_status="retired")

    as_committee.post(page_of(sheet), {"groups": [group.pk]})

    assert names_of(sheet) == ["在职甲"]


def test_whoever_does_not_fit_is_named_and_needs_a_tick(as_committee, sheet):
    make_members.member(name="退休乙", work_status="retired")
    sent = {"members": "退休乙"}

    asked = as_committee.post(page_of(sheet), sent).content.decode()
    as_committee.post(page_of(sheet), sent | {"ticked": "on"})

    assert "退休乙：这次面向在职人员。" in asked
    assert names_of(sheet) == ["退休乙"]


def test_a_group_leader_signs_up_the_own_group_only(
    as_group_leader, group_leader, sheet
):
    group = make_members.group(leader=group_leader.member)
    make_members.member(name="组员甲", group=group)
    make_members.member(name="外人乙")

    refused = as_group_leader.post(page_of(sheet), {"members": "组员甲、外人乙"})
    as_group_leader.post(page_of(sheet), {"members": "组员甲"})

    assert "外人乙 不在本组" in refused.content.decode()
    assert names_of(sheet) == ["组员甲"]


def test_who_stands_in_line_already_stays_there(as_committee, sheet):
    first = make.signup(sheet, make_members.member(name="方梅"))
    make_members.member(name="高远")

    as_committee.post(page_of(sheet), {"members": "高远、方梅"})

    assert names_of(sheet) == ["方梅", "高远"]
    first.refresh_from_db()
    assert (first.number, first.news) == (1, "entered")
