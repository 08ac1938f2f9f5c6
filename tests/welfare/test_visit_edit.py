"""Changing and voiding a visit."""

import pytest
from django.db import IntegrityError, transaction

from members.models import AuditEntry
from tests import make_members
from tests import make_welfare as make
from tests.welfare.test_visit_new import values
from unionoffice.states import StateError
from welfare import services
from welfare.models import Visit


@pytest.fixture
def visit(db):
    make_members.member(name="钱二", staff_no="A2")
    return make.visit(make_members.member(name="赵一", staff_no="A1"))


def test_the_second_editor_is_told_and_may_save_knowingly(
    as_committee, committee, visit
):
    path = f"/welfare/visits/{visit.pk}/edit/"
    as_committee.post(path, values(goods="水果"))

    told = as_committee.post(path, values(goods="牛奶"))
    again = as_committee.post(path, values(goods="牛奶", version="2"))

    assert told.status_code == 409
    assert ("慰问品", "牛奶", "水果") in told.context["conflict"]
    assert again.status_code == 302
    assert Visit.objects.get().goods == "牛奶"


def test_a_voided_visit_keeps_its_reason_and_is_closed(as_committee, visit):
    as_committee.post(f"/welfare/visits/{visit.pk}/void/", {"reason": "重复登记"})
    edit = as_committee.get(f"/welfare/visits/{visit.pk}/edit/")

    visit.refresh_from_db()
    assert (visit.state, visit.void_reason) == ("void", "重复登记")
    assert edit.status_code == 403
    assert AuditEntry.objects.get(action="visit.voided").details == {
        "reason": "重复登记"
    }


def test_without_a_reason_nothing_is_voided(as_committee, visit):
    as_committee.post(f"/welfare/visits/{visit.pk}/void/", {"reason": ""})

    visit.refresh_from_db()
    assert visit.state == "visited"


def edit(row, by):
    services.visit_edit(
        row,
        by=by,
        expected=row.version,
        fields=["goods", "visited_on"],
        changes={},
        visitors=[],
    )


@pytest.mark.parametrize(
    "broken",
    [
        {"amount": -1},
        {"visited_on": None},
        {"state": "void"},
        {"occurred_on": "2026-03-06"},
        {"state": "planned"},
        {"void_reason": "重复登记"},
    ],
)
def test_the_database_keeps_the_law_without_the_form(visit, broken):
    with pytest.raises(IntegrityError), transaction.atomic():
        Visit.objects.filter(pk=visit.pk).update(**broken)


def test_what_was_voided_meanwhile_does_not_come_back(as_committee, committee, visit):
    seen = Visit.objects.get()
    services.visit_void(visit, by=committee, reason="重复登记")
    seen.goods = "水果"

    with pytest.raises(StateError, match="刚才已经作废"):
        edit(seen, committee)

    visit.refresh_from_db()
    assert (visit.state, visit.goods, visit.version) == ("void", "", 2)


def test_a_paid_visit_is_not_made_due_again(as_committee, committee, visit):
    path = f"/welfare/visits/{visit.pk}/edit/"
    told = as_committee.post(path, values(visited_on="", occurred_on="2026-3-5"))
    visit.visited_on = None

    assert told.context["form"].errors["visited_on"] == [
        "已经走访的要写走访日期。其实没有去的，请工会作废这一条，再登记一条待走访。"
    ]
    with pytest.raises(StateError, match="已走访"):
        edit(visit, committee)
    assert Visit.objects.get().state == "visited"


def test_a_due_visit_becomes_a_paid_one(as_committee, visit):
    due = make.visit(visit.member, visited_on=None)

    as_committee.post(
        f"/welfare/visits/{due.pk}/edit/", values(doubts_seen="on", visitors="")
    )

    due.refresh_from_db()
    assert (due.state, due.visited_on) == ("visited", make.DAY)


def test_a_group_leader_meets_a_conflict_without_the_remarks(
    as_group_leader, group_leader
):
    own = make_members.group(leader=group_leader.member)
    person = make_members.member(name="组员", staff_no="A9", group=own)
    visit = make.visit(person, by=group_leader, remarks="病情很重", version=2)
    sent = values(member="A9", visitors="", kind="money", doubts_seen="on")

    told = as_group_leader.post(f"/welfare/visits/{visit.pk}/edit/", sent)

    assert told.status_code == 409
    assert told.context["conflict"] == [("形式", "慰问金", "慰问品")]
    assert "病情很重" not in told.content.decode()


def test_an_occasion_out_of_use_stays_with_its_visits(as_committee, visit):
    visit.occasion.is_active = False
    visit.occasion.save()

    answer = as_committee.post(
        f"/welfare/visits/{visit.pk}/edit/", values(goods="水果", doubts_seen="on")
    )

    assert answer.status_code == 302
