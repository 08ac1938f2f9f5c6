"""What the workbench says of terms that end, and of people who are gone."""

import datetime

import pytest
from django.utils import timezone

from members import reporting
from tests import make_members as make


@pytest.mark.parametrize(
    ("days", "left", "todo"),
    [
        (-1, "任期已满，应当换届", 1),
        (20, "任期不到 1 个月", 1),
        (150, "任期还有 4 个月", 1),
        (400, "任期还有 13 个月", 0),
    ],
)
def test_the_office_is_told_before_a_term_ends(chair, auditor, days, left, todo):
    today = timezone.localdate()
    term = make.term(ends_on=today + datetime.timedelta(days))

    found = [
        [
            item.detail
            for item in reporting.todo(user, today)
            if item.due == term.ends_on
        ]
        for user in (chair, auditor)
    ]

    assert term.left == left
    assert found == [[left] * todo, []]


@pytest.mark.parametrize(
    ("status", "has_terms", "told"),
    [
        ("left", False, True),
        ("dead", True, True),
        ("retired", True, True),
        ("retired", False, False),
        ("working", True, False),
    ],
)
def test_who_is_gone_should_leave_office(chair, status, has_terms, told):
    body = make.body(has_terms=has_terms)
    make.seat(make.term(body), make.member(name="赵一", work_status=status))

    today = timezone.localdate()
    words = [one.words for one in reporting.sitting(body, today).findings]
    todo = [item.title for item in reporting.todo(chair, today)]

    assert any("赵一已" in sentence for sentence in words) == told
    assert ("登记卸任" in todo) == told


@pytest.mark.parametrize(
    ("place", "status", "told"),
    [
        (make.group, "left", True),
        (make.department, "dead", True),
        (make.group, "retired", False),
    ],
)
def test_whose_leader_is_gone_is_told(chair, auditor, place, status, told):
    place(leader=make.member(work_status=status))

    titles = [
        [item.title for item in reporting.todo(user, timezone.localdate())]
        for user in (chair, auditor)
    ]

    assert ["登记组长、负责人变动" in found for found in titles] == [told, False]
