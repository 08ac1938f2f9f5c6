"""The retired: ages, round birthdays, the last visit."""

import datetime

import pytest
from django.utils import timezone

from tests import make_members
from tests import make_welfare as make
from welfare import reporting
from welfare.filters import RetireeFilter
from welfare.models import BirthdayCustom


def born(age):
    return datetime.date(timezone.localdate().year - age, 1, 1)


def retiree(name, age, **values):
    return make_members.member(
        name=name, birth_date=born(age), work_status="retired", **values
    )


def names(answer):
    return sorted(member.name for member in answer.context["page"])


def test_only_the_retired_are_listed_with_their_last_visit(as_committee, committee):
    old = retiree("老周", 70)
    make.visit(old, by=committee, visited_on=datetime.date(2024, 3, 5))
    make.visit(old, by=committee, visited_on=datetime.date(2025, 3, 5))

    answer = as_committee.get("/welfare/retirees/")

    lines = answer.context["table"].lines
    told = [{cell.column.name: cell.value for cell in line.cells} for line in lines]
    assert [(row["name"], row["age"], row["round"]) for row in told] == [
        ("老周", 70, "70寿")
    ]
    assert told[0]["visited"] == datetime.date(2025, 3, 5)
    page = answer.content.decode()
    assert page.count('<th scope="col"') == page.count("<td") + 1


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


def test_who_turns_eighty_this_year_is_eighty_from_the_birthday_on(
    as_committee, committee
):
    today = timezone.localdate()
    for name, days in (("昨天", -1), ("明天", 1)):
        born_on = today.replace(year=today.year - 80) + datetime.timedelta(days)
        make_members.member(name=name, birth_date=born_on, work_status="retired")

    assert names(as_committee.get("/welfare/retirees/", {"only": "80"})) == ["昨天"]


def test_birthdays_to_come_are_those_of_the_list_also_over_new_year(committee):
    december = datetime.date(2026, 12, 20)
    for name, born_on in (
        ("一月七十", datetime.date(1957, 1, 5)),
        ("二月七十", datetime.date(1957, 2, 5)),
        ("年初七十", datetime.date(1956, 1, 5)),
    ):
        make_members.member(name=name, birth_date=born_on, work_status="retired")

    found = reporting.todo(committee, december)

    narrowed = RetireeFilter(
        {"only": "soon"},
        reporting.retirees(),
        custom=BirthdayCustom.load(),
        today=december,
    )
    assert [row.name for row in narrowed.qs] == ["一月七十"]
    told = [(t.count, t.due, t.url) for t in found if "祝寿" in t.title]
    day = datetime.date(2027, 1, 5)
    assert told == [(1, day, "/welfare/retirees/?only=soon")]


@pytest.mark.parametrize("count", [1, 30])
def test_the_list_costs_the_same_for_one_and_for_many(
    as_committee, django_assert_num_queries, count
):
    for _ in range(count):
        retiree("老周", 70, group=make_members.group())
    as_committee.get("/welfare/retirees/")

    with django_assert_num_queries(9):
        as_committee.get("/welfare/retirees/")
