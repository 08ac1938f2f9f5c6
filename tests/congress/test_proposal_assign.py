"""The office hands a proposal to a department, another one, or once more."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from congress import services
from congress.forms import AssignForm
from congress.models import Proposal, Round
from tests import make_congress as make
from tests import make_members as people
from unionoffice.states import StateError


@pytest.fixture
def place(db):
    return people.department("总务处")


def post(client, row, deed, **values):
    return client.post(f"/congress/proposals/{row.pk}/{deed}/", values)


@pytest.mark.parametrize("state", ["accepted", "advice"])
def test_a_department_is_asked_until_a_day(as_committee, committee, place, state):
    row = make.proposal(state)
    due = make.days(20)

    post(
        as_committee, row, "assign", department=place.pk, due_on=str(due), note="请快办"
    )

    row.refresh_from_db()
    asked = row.rounds.get()
    assert row.state == "assigned"
    assert (asked.number, asked.department, asked.due_on) == (1, place, due)
    assert asked.assigned_by == committee
    step = row.steps.first()
    assert step.title == f"交办：总务处，{due.month}月{due.day}日前答复"
    assert step.note == "请快办"


def test_the_session_proposes_the_day(as_committee):
    session = make.session(reply_due_on=make.days(40))
    row = make.proposal("accepted", session=session)

    form = as_committee.get(f"/congress/proposals/{row.pk}/assign/").context["form"]

    assert form["due_on"].value() == make.days(40)


def test_a_day_that_has_passed_is_not_proposed(as_committee):
    session = make.session(reply_due_on=make.days(-1))
    row = make.proposal("accepted", session=session)

    form = as_committee.get(f"/congress/proposals/{row.pk}/assign/").context["form"]

    assert form["due_on"].value() == make.days(30)


def test_the_form_tells_who_can_answer(place):
    empty = people.department("图书馆")
    people.user("handler", "member", name="吴处长", member_values={"department": place})

    labels = {
        value.value: label
        for value, label in AssignForm().fields["department"].choices
        if value
    }

    assert labels == {
        place.pk: "总务处（吴处长）",
        empty.pk: "图书馆（还没有承办账号）",
    }


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"due_on": "2020-1-1"}, {"due_on": ["答复期限不能早于今天。"]}),
        ({"due_on": ""}, {"due_on": ["请填写这一项。"]}),
        ({"department": ""}, {"department": ["请选择一项。"]}),
    ],
)
def test_an_incomplete_task_is_told(as_committee, place, values, told):
    row = make.proposal("accepted")
    sent = {"department": place.pk, "due_on": str(make.days(9)), **values}

    answer = post(as_committee, row, "assign", **sent)

    assert answer.context["form"].errors == told
    assert row.rounds.count() == 0


def test_another_department_takes_over(as_committee, place):
    row = make.proposal("assigned")
    due = str(make.days(15))

    post(
        as_committee,
        row,
        "transfer",
        department=place.pk,
        due_on=due,
        note="归总务处管",
    )

    moved = row.rounds.get()
    assert (moved.department, str(moved.due_on), moved.number) == (place, due, 1)
    assert row.steps.get().note == "归总务处管"


def test_a_transfer_after_the_answer_changes_nothing(committee, place):
    row = make.proposal("assigned")
    answered = Round.objects.filter(proposal=row)
    answered.update(text="充电棚已经完工。", result="solved", replied_at=timezone.now())
    Proposal.objects.filter(pk=row.pk).update(state="replied")

    with pytest.raises(StateError, match="刚才已经有人处理过了"):
        services.proposal_transfer(
            row, by=committee, department=place, due_on=make.days(9), note="改派"
        )

    assert answered.get().department != place
    assert row.steps.count() == 0


@pytest.mark.skipif(
    not connection.features.has_select_for_update, reason="SQLite writes one at a time"
)
def test_a_transfer_holds_the_proposal(committee, place):
    row = make.proposal("assigned")

    with CaptureQueriesContext(connection) as asked:
        services.proposal_transfer(
            row, by=committee, department=place, due_on=make.days(9), note="改派"
        )

    held = [q["sql"] for q in asked if "FOR UPDATE" in q["sql"]]
    assert ["congress_proposal" in sql for sql in held] == [True]


def test_a_transfer_says_why(as_committee, place):
    row = make.proposal("assigned")

    answer = post(
        as_committee, row, "transfer", department=place.pk, due_on=str(make.days(9))
    )

    assert answer.context["form"].errors == {"note": ["请填写这一项。"]}


def test_an_unsatisfied_author_gets_a_second_round(as_committee, place):
    row = make.proposal("unsatisfied")

    post(as_committee, row, "reassign", department=place.pk, due_on=str(make.days(9)))

    row.refresh_from_db()
    first, second = row.rounds.all()
    assert row.state == "assigned"
    assert (first.number, first.rating, first.text) == (
        1,
        "unsatisfied",
        "充电棚已经列入暑期工程，八月完工。",
    )
    assert (second.number, second.department, second.rating) == (2, place, "")


def test_two_clicks_ask_once(as_committee, place):
    row = make.proposal("accepted")
    sent = {"department": place.pk, "due_on": str(make.days(9))}
    post(as_committee, row, "assign", **sent)

    answer = post(as_committee, row, "assign", **sent)

    assert answer.status_code == 409
    assert row.rounds.count() == 1
