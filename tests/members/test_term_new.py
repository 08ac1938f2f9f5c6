"""An election: the term, everybody elected, and the end of the term before."""

import datetime

import pytest
from django.db import IntegrityError, transaction

from members.models import AuditEntry, Body, Seat, Term
from members.models.terms import months_after, months_between
from members.services import bodies as services
from tests import make_members as make
from unionoffice.states import StateError


@pytest.fixture
def body(db):
    return Body.objects.get(name="工会委员会")


@pytest.fixture
def people(db):
    return [make.member(name=name) for name in ("赵一", "钱二", "孙三")]


def elect(client, body, **told):
    values = {"number": 1, "elected_on": "2026-3-8", "years": 5, **told}
    return client.post(f"{body.get_absolute_url()}term/", values)


def seats(body):
    rows = body.seats.in_order()
    return [(s.title, str(s.member), str(s.began_on), s.ended_by) for s in rows]


def test_the_whole_committee_is_entered_at_once(as_committee, body, people):
    elect(as_committee, body, chair="赵一", vice="钱二", member="孙三", document="3 号")

    term = Term.objects.get()
    assert str(term) == "工会委员会第 1 届"
    assert (term.ends_on, term.document) == (datetime.date(2031, 3, 8), "3 号")
    assert seats(body) == [
        ("主席", "赵一", "2026-03-08", ""),
        ("副主席", "钱二", "2026-03-08", ""),
        ("委员", "孙三", "2026-03-08", ""),
    ]
    assert AuditEntry.objects.get(action="term.begun").details["主席"] == "赵一"


def test_the_term_before_ends_and_its_people_leave(as_chair, body, people):
    old = make.term(body, number=6)
    stays = make.seat(old, people[0], post="chair")
    goes = make.seat(old, people[1])

    form = as_chair.get(f"{body.get_absolute_url()}term/").context["form"]
    elect(as_chair, body, number=form["number"].value(), chair="赵一")

    old.refresh_from_db()
    day = datetime.date(2026, 3, 8)
    assert old.closed_on == day
    ended = Seat.objects.filter(ended_on=day, ended_by="term")
    assert {*ended} == {stays, goes}
    assert [*Seat.objects.on(day).values_list("term__number", "member__name")] == [
        (7, "赵一")
    ]


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({}, "请写上当选的人"),
        ({"chair": "赵一", "member": "赵一、孙三"}, "赵一写了两次"),
        ({"chair": "赵一", "elected_on": "2099-1-1"}, "还没有到"),
        ({"chair": "赵一", "ends_on": "2026-3-1"}, "任期届满要晚于选举日期"),
        ({"chair": "赵一", "elected_on": "2024-1-1"}, "更晚选举的一届"),
        ({"chair": "赵一", "number": 9}, "已经登记过了"),
        ({"chair": "赵一", "years": 4}, "years"),
    ],
)
def test_what_cannot_be_is_told(as_chair, body, people, told, said):
    make.term(body, number=9)

    answer = elect(as_chair, body, **({"number": 10} | told))

    assert said in str(answer.context["form"].errors)
    assert Term.objects.count() == 1


def test_a_body_without_terms_elects_nobody(as_chair):
    body = make.body(has_terms=False)

    answer = elect(as_chair, body, chair="")

    assert (answer.status_code, "不按届选举" in answer.content.decode()) == (403, True)


def test_the_second_of_two_at_once_is_told(body, people):
    term = make.term(body, number=1)
    again = Term(body=body, number=1, elected_on=term.elected_on, ends_on=term.ends_on)

    with pytest.raises(StateError, match="已经登记过了"):
        services.term_new(again, by=None, people={})


@pytest.mark.parametrize(
    "values",
    [
        {"ends_on": datetime.date(2024, 3, 1)},
        {"closed_on": datetime.date(2024, 2, 1)},
        {"number": 1},
        {"number": 2},
    ],
)
def test_the_database_refuses_what_cannot_be(body, values):
    make.term(body, number=1)
    if "number" not in values:
        body = make.body()

    with pytest.raises(IntegrityError), transaction.atomic():
        make.term(body, **values)


@pytest.mark.parametrize(
    ("first", "months", "later"),
    [
        ("2024-02-29", 60, "2029-02-28"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2026-12-15", 1, "2027-01-15"),
    ],
)
def test_months_are_reckoned_by_the_calendar(first, months, later):
    first, later = map(datetime.date.fromisoformat, (first, later))

    assert months_after(first, months) == later
    assert months_between(first, later) == months
    assert months_between(first, later - datetime.timedelta(1)) == months - 1
