"""What the database refuses, whoever asks."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from congress.models import Proposal, Round, Seconding, Session
from tests import make_congress as make
from tests import make_members as people

pytestmark = pytest.mark.django_db
State = Proposal.State


def refused(row, **values):
    """The name of the law that stops this UPDATE."""
    with pytest.raises(IntegrityError) as told, transaction.atomic():
        type(row).objects.filter(pk=row.pk).update(**values)
    return str(told.value)


@pytest.mark.parametrize(
    ("state", "values", "law"),
    [
        ("draft", {"number": 1}, "a_number_comes_with_submission"),
        ("draft", {"state": State.SUBMITTED}, "a_submitted_proposal_has_a_number"),
        ("submitted", {"category": None}, "a_submitted_proposal_is_written"),
        ("submitted", {"reason": ""}, "a_submitted_proposal_is_written"),
        ("submitted", {"measures": ""}, "a_submitted_proposal_is_written"),
        ("submitted", {"state": State.ACCEPTED}, "a_decision_has_its_day"),
        ("submitted", {"decision": "accepted"}, "a_decision_has_its_day"),
        ("accepted", {"decision": ""}, "a_decision_has_its_day"),
        ("accepted", {"decided_by": None}, "a_decision_has_its_day"),
        ("accepted", {"decision": "rejected"}, "a_rejection_has_a_reason"),
        ("rejected", {"reject_reason": None}, "a_rejection_has_a_reason"),
        ("rejected", {"state": State.ACCEPTED}, "a_rejection_has_a_reason"),
    ],
)
def test_a_proposal_has_what_its_state_asks_for(state, values, law):
    assert law in refused(make.proposal(state), **values)


def test_who_decides_goes_with_a_decision():
    row = make.proposal("submitted")

    assert "a_decision_has_its_day" in refused(row, decided_by=people.member())


def test_numbers_are_unique_in_a_session():
    first = make.proposal("submitted")
    second = make.proposal("submitted", session=first.session)

    assert "proposal" in refused(second, number=first.number)


def test_nobody_decides_on_their_own_proposal():
    row = make.proposal("accepted")

    assert "nobody_decides" in refused(row, decided_by=row.author)


def test_a_colleague_is_asked_once():
    row, member = make.proposal("seconding"), people.member()
    make.seconding(row, member)

    with pytest.raises(IntegrityError), transaction.atomic():
        make.seconding(row, member)


def test_an_answer_of_a_seconder_has_its_day():
    asked = make.seconding(make.proposal("seconding"), people.member())

    assert "an_answer_has_its_day" in refused(asked, state=Seconding.State.CONFIRMED)


@pytest.mark.parametrize(
    ("state", "values", "law"),
    [
        ("checking", {"text": ""}, "a_reply_has_text_and_result"),
        ("checking", {"result": ""}, "a_reply_has_text_and_result"),
        ("replied", {"text": ""}, "a_reply_has_text_and_result"),
        ("replied", {"result": ""}, "a_reply_has_text_and_result"),
        ("replied", {"result": "planned"}, "a_promise_has_a_date"),
        ("replied", {"rating": "very"}, "a_rating_follows_a_reply"),
        (
            "assigned",
            {"rating": "very", "rated_at": timezone.now()},
            "a_rating_follows_a_reply",
        ),
        ("unsatisfied", {"rating_note": ""}, "who_is_unsatisfied_says_why"),
    ],
)
def test_a_round_has_what_its_step_asks_for(state, values, law):
    row = make.proposal(state)

    assert law in refused(row.round, **values)


def test_one_round_waits_at_a_time():
    row = make.proposal("assigned")

    with pytest.raises(IntegrityError), transaction.atomic():
        make.one_round(row)


@pytest.mark.parametrize(
    ("values", "law"),
    [
        ({"ordinal": 0}, "session"),
        ({"proposals_until": make.days(-30)}, "a_call_ends_after_it_begins"),
        ({"proposals_from": None}, "an_open_session_has_a_call"),
    ],
)
def test_a_session_keeps_its_laws(values, law):
    assert law in refused(make.session(), **values)


def test_a_session_is_named_after_its_term():
    made = Session(congress=make.congress(5), ordinal=4)
    made.save()

    assert str(made) == "第五届第四次教职工代表大会"
    assert made.short == "第五届第四次"


def test_results_have_their_grade():
    assert [Round(result=code).grade for code in Round.Result] == list("ABCDD")
