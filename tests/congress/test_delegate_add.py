"""A unit elects; a list of names becomes delegates."""

import datetime

import pytest

from congress.models import Delegate
from congress.services import delegates as services
from members.models import AuditEntry
from tests import make_congress as make
from tests import make_members as people
from unionoffice.states import StateError


@pytest.fixture
def unit(db):
    return make.constituency("语文组", delegation=make.delegation())


def sent(client, of, **more):
    path = f"/congress/congresses/{of.congress_id}/delegates/add/"
    values = {
        "kind": "full",
        "unit": of.pk,
        "members": "",
        "elected_on": "2026-3-8",
        "electorate": "",
        "turnout": "",
        **more,
    }
    return client.post(path, values, follow=True)


def test_a_pasted_list_becomes_delegates_of_the_unit(as_committee, committee, unit):
    people.member(name="曾敏", post_kind="teacher")
    people.member(name="贾婷", post_kind="manager", post="教务处副主任")

    answer = sent(as_committee, unit, members="1. 曾敏\n2、贾婷")

    rows = Delegate.objects.order_by("pk")
    assert [(r.member.name, r.is_teacher, r.is_leader) for r in rows] == [
        ("曾敏", True, False),
        ("贾婷", False, True),
    ]
    assert {(r.constituency, r.delegation) for r in rows} == {(unit, unit.delegation)}
    assert "已登记 2 位代表：曾敏、贾婷" in answer.content.decode()
    entry = AuditEntry.objects.get(action="delegate.added")
    assert (entry.by, entry.details["names"]) == (committee, "曾敏、贾婷")


@pytest.mark.parametrize(
    ("changes", "name", "told"),
    [
        ({"unit": ""}, "unit", "正式代表由选举单位选出，请选单位。"),
        ({"members": "曾敏"}, "members", "曾敏已经是本届代表，请从名单里去掉。"),
        ({"elected_on": "2999-1-1"}, "elected_on", "这一天还没有到，请核对。"),
        (
            {"electorate": "10", "turnout": "11"},
            "turnout",
            "参加投票的人数不能多于选区人数。",
        ),
    ],
)
def test_what_is_wrong_is_said_at_its_place(as_committee, unit, changes, name, told):
    make.delegate(people.member(name="曾敏"), congress=unit.congress)
    people.member(name="贾婷")

    answer = sent(as_committee, unit, **{"members": "贾婷"} | changes)

    assert answer.context["form"].errors == {name: [told]}


@pytest.mark.parametrize(
    ("turnout", "is_told"), [("20", False), ("19", True), ("", False)]
)
def test_too_few_votes_are_told_and_do_not_block(as_committee, unit, turnout, is_told):
    people.member(name="曾敏")

    answer = sent(as_committee, unit, members="曾敏", electorate="30", turnout=turnout)

    assert ("请核对选举结果：参加投票" in answer.content.decode()) == is_told
    assert Delegate.objects.count() == 1


def test_of_two_who_enter_the_same_person_one_wins(committee, unit):
    one = people.member(name="曾敏")
    values = {"kind": "full", "elected_on": datetime.date(2026, 3, 8), "unit": unit}
    services.delegates_add(unit.congress, [one], by=committee, **values)

    with pytest.raises(StateError, match="登记过"):
        services.delegates_add(unit.congress, [one], by=committee, **values)

    assert Delegate.objects.count() == 1


def test_who_sits_in_needs_no_unit(as_committee, unit):
    people.member(name="贾婷")

    sent(as_committee, unit, kind="invited", unit="", members="贾婷")

    made = Delegate.objects.get()
    assert (made.kind, made.constituency) == ("invited", None)


def test_without_units_nobody_is_elected(as_committee):
    congress = make.congress()

    answer = as_committee.get(f"/congress/congresses/{congress.pk}/delegates/add/")

    assert "请先加选举单位" in answer.content.decode()
