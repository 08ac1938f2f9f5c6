"""Membership ends; what is told of every deed."""

import datetime

import pytest

from tests.members.histories import TODAY, address, make_left, periods, text


@pytest.mark.parametrize(
    ("status", "why"), [("working", None), ("left", "moved"), ("dead", "dead")]
)
def test_the_gone_are_offered_to_be_ended(as_committee, person, status, why):
    person.work_status = status
    person.save()

    page = text(as_committee, person)
    form = as_committee.get(address(person, "end")).context["form"]
    as_committee.post(
        address(person, "end"), {"ended_on": "2026-3-20", "ended_by": why or "lapsed"}
    )

    assert ("会籍还没有结束" in page) == (status != "working")
    assert (form["ended_on"].value(), form["ended_by"].value() or None) == (TODAY, why)
    person.refresh_from_db()
    assert person.left_union_on == TODAY
    assert '<span class="chip chip-draft">非会员</span>' in text(as_committee, person)


@pytest.mark.parametrize(
    ("deed", "values", "said"),
    [
        (
            "end",
            {"ended_on": "2009-1-1", "ended_by": "left"},
            "离会日期不能早于入会日期。",
        ),
        ("end", {"ended_on": "2062-3-1", "ended_by": "left"}, "这一天太远了"),
        ("end", {"ended_on": "2026-3-1"}, "请选择一项。"),
        (
            "keep",
            {"kept_on": "2009-1-1", "kept_for": "other"},
            "保留会籍的日期不能早于入会日期。",
        ),
        ("keep", {"kept_on": "", "kept_for": "other"}, "请填写这一项。"),
    ],
)
def test_what_cannot_be_is_told(as_chair, person, deed, values, said):
    answer = as_chair.post(address(person, deed), values)

    assert said in str(answer.context["form"].errors)
    assert periods(person) == [("2010-09-01", "joined", "", "", "", "")]


def test_a_death_before_the_keeping_takes_it_back(as_chair, person):
    person.memberships.update(kept_on=datetime.date(2026, 8, 1), kept_for="retired")

    as_chair.post(address(person, "end"), {"ended_on": "2026-3-1", "ended_by": "dead"})

    assert periods(person) == [("2010-09-01", "joined", "", "", "2026-03-01", "dead")]


def test_papers_fit_into_their_column(as_chair, person):
    person.memberships.update(document="甲" * 150)

    answer = as_chair.post(
        address(person, "end"),
        {"ended_on": "2026-3-1", "ended_by": "left", "document": "乙" * 60},
    )

    assert answer.context["form"].errors["document"] == ["依据太长了，请写短一点。"]


@pytest.mark.parametrize(
    ("deed", "ended", "said"),
    [
        ("begin", False, "已有一段会籍没有结束。"),
        ("keep", True, "现在不是会员。"),
        ("end", True, "现在不是会员。"),
    ],
)
def test_a_deed_that_is_too_late_is_told_and_shown_again(
    as_chair, person, deed, ended, said
):
    if ended:
        make_left(person)
    person.work_status = "retired"
    person.save()

    late = as_chair.post(address(person, deed), {"document": "我写的"})

    assert as_chair.get(address(person, deed)).status_code == 403
    assert late.status_code == 409
    page = late.content.decode()
    assert said in page
    assert "我写的" in page
