"""The retired: ages, round birthdays, the last visit."""

import datetime

import pytest
from django.utils import timezone

from tests import make_members
from tests import make_welfare as make


def born(age):
    return datetime.date(timezone.localdate().year - age, 1, 1)


def retiree(name, age, **values):
    return make_members.member(
        name=name, birth_date=born(age), work_status="retired", **values
    )


def names(answer):
    return sorted(row.member.name for row in answer.context["rows"])


def test_only_the_retired_are_listed_with_their_last_visit(as_committee, committee):
    old = retiree("老周", 70)
    make.visit(old, by=committee, visited_on=datetime.date(2024, 3, 5))
    make.visit(old, by=committee, visited_on=datetime.date(2025, 3, 5))

    answer = as_committee.get("/welfare/retirees/")

    row = answer.context["rows"][0]
    told = (row.member.name, row.age, row.round_age, row.last_visit)
    assert told == ("老周", 70, 70, datetime.date(2025, 3, 5))
    assert names(answer) == ["老周"]


@pytest.mark.parametrize(
    ("only", "expected"),
    [
        ("round", ["七十"]),
        ("next", ["六四"]),
        ("80", ["八一"]),
        ("unvisited", ["八一", "六四"]),
    ],
)
def test_the_list_narrows_to_what_is_due(as_committee, committee, only, expected):
    retiree("六四", 64)
    make.visit(retiree("七十", 70), by=committee, visited_on=timezone.localdate())
    retiree("八一", 81)

    assert names(as_committee.get("/welfare/retirees/", {"only": only})) == expected


@pytest.mark.parametrize("count", [1, 30])
def test_the_list_costs_the_same_for_one_and_for_many(
    as_committee, django_assert_num_queries, count
):
    for _ in range(count):
        retiree("老周", 70, group=make_members.group())
    as_committee.get("/welfare/retirees/")

    with django_assert_num_queries(9):
        as_committee.get("/welfare/retirees/")
