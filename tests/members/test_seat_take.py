"""An office is taken between elections, mended, and left."""

import datetime

import pytest
from django.db import IntegrityError, transaction

from members.models import AuditEntry, Body, Seat
from members.services import bodies as services
from tests import make_members as make
from unionoffice.states import StateError

DAY = datetime.date(2026, 3, 1)


def take(client, body, **told):
    values = {
        "member": "赵一",
        "post": "member",
        "began_on": "2026-3-1",
        "begun_by": "by_election",
        **told,
    }
    return client.post(f"{body.get_absolute_url()}take/", values)


@pytest.fixture
def person(db):
    return make.member(name="赵一")


def test_a_substitute_comes_into_the_open_term(as_committee, person):
    term = make.term()

    take(as_committee, term.body, portfolio="文体")

    seat = Seat.objects.get()
    assert (seat.term, seat.member, seat.portfolio) == (term, person, "文体")
    assert AuditEntry.objects.get(action="seat.taken").details["how"] == "补选"
    page = as_committee.get(term.body.get_absolute_url()).content.decode()
    assert "2026年3月1日（补选）" in page


def test_a_seat_elsewhere_needs_no_term(as_chair, person):
    body = Body.objects.get(name="行政会议")

    take(as_chair, body, begun_by="named")

    assert (Seat.objects.get().term, str(Seat.objects.get())) == (
        None,
        "行政会议工会代表 赵一",
    )


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"began_on": "2024-2-1"}, "早于"),
        ({"began_on": "2099-2-1"}, "还没有到"),
        ({"member": "周周"}, "名册里没有"),
        ({}, "已经在这个机构任职"),
    ],
)
def test_what_cannot_be_is_told(as_chair, person, told, said):
    term = make.term()
    if not told:
        make.seat(term, person)
    before = Seat.objects.count()

    answer = take(as_chair, term.body, **told)

    assert said in str(answer.context["form"].errors)
    assert Seat.objects.count() == before


@pytest.mark.parametrize(
    ("values", "said"),
    [({}, "还没有登记这一届"), ({"is_active": False}, "已经停用")],
)
def test_who_may_not_be_taken_in_is_told_why(as_chair, person, values, said):
    body = make.body(**values)

    answer = take(as_chair, body)

    assert (answer.status_code, said in answer.content.decode()) == (403, True)


def test_the_service_minds_the_clock(db, person):
    body = make.body()
    with pytest.raises(StateError, match="先登记换届"):
        services.seat_take(Seat(body=body, member=person, began_on=DAY), by=None)

    make.seat(make.term(body), person)
    with pytest.raises(StateError, match="赵一已经在"):
        services.seat_take(Seat(body=body, member=person, began_on=DAY), by=None)


def test_a_portfolio_is_written_down(as_chair):
    seat = make.seat(post="vice")
    values = {"post": "vice", "began_on": "2024-3-1", "begun_by": "elected"}

    as_chair.post(
        f"/members/seats/{seat.pk}/edit/", {**values, "portfolio": "组织", "version": 1}
    )

    seat.refresh_from_db()
    assert (seat.portfolio, seat.version) == ("组织", 2)
    stale = as_chair.post(
        f"/members/seats/{seat.pk}/edit/", {**values, "portfolio": "宣传", "version": 1}
    )
    assert stale.status_code == 409
    assert ("分工", "宣传", "组织") in stale.context["conflict"]


def test_an_office_is_left_for_a_reason(as_committee, member_user, sign_in):
    seat = make.seat(make.term(make.body(head_word="主席")), post="chair")
    address = f"/members/seats/{seat.pk}/leave/"
    told = {"ended_on": "2026-3-1", "ended_by": "moved", "document": "区教育工会同意"}

    assert "上一级工会同意" in as_committee.get(address).content.decode()
    as_committee.post(address, told)

    seat.refresh_from_db()
    assert (seat.ended_on, seat.get_ended_by_display()) == (DAY, "调离")
    assert seat.document == "区教育工会同意"
    late = as_committee.post(address, told)
    assert (late.status_code, "已经卸任" in late.content.decode()) == (409, True)
    pages = [
        client.get(seat.body.get_absolute_url()).content.decode()
        for client in (as_committee, sign_in(member_user))
    ]
    assert ["调离" in page for page in pages] == [True, False]


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"ended_by": ""}, "请选择一项"),
        ({"ended_on": "2024-1-1"}, "卸任日期不能早于任职日期"),
        ({"ended_on": "2099-1-1"}, "还没有到"),
    ],
)
def test_an_office_is_not_left_before_it_was_taken(as_chair, told, said):
    seat = make.seat()
    told = {"ended_on": "2026-3-1", "ended_by": "resigned", **told}

    answer = as_chair.post(f"/members/seats/{seat.pk}/leave/", told)

    assert said in str(answer.context["form"].errors)
    assert Seat.objects.running().count() == 1


def test_the_second_of_two_who_leave_is_told(db):
    seat = make.seat()
    same = Seat.objects.get()
    services.seat_leave(seat, by=None, ended_on=DAY, ended_by="moved")

    with pytest.raises(StateError, match="刚才已经有人登记过了"):
        services.seat_leave(same, by=None, ended_on=DAY, ended_by="dead")


@pytest.mark.parametrize(
    "values",
    [
        {"ended_on": datetime.date(2020, 1, 1), "ended_by": "term"},
        {"ended_on": DAY},
        {"ended_by": "term"},
        {},
    ],
)
def test_the_database_refuses_what_cannot_be(db, values):
    seat = make.seat()
    if values:
        seat = make.seat(person=make.member())

    with pytest.raises(IntegrityError), transaction.atomic():
        make.seat(seat.term, None if values else seat.member, **values)
