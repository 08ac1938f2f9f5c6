"""A session opens and closes."""

import pytest

from congress import rules, services
from congress.models import Session
from members.models import AuditEntry
from tests import make_congress as make
from unionoffice.states import StateError


def test_the_chair_opens_a_session(as_chair):
    session = make.session("preparing")

    answer = as_chair.post(f"/congress/sessions/{session.pk}/open/")

    session.refresh_from_db()
    assert answer.url == f"/congress/sessions/{session.pk}/"
    assert session.state == Session.State.OPEN
    assert AuditEntry.objects.filter(action="session.opened").count() == 1


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        ("preparing", ""),
        ("open", "会次现在是「进行中」。"),
        ("closed", "会次现在是「已闭幕」。"),
    ],
)
def test_only_a_prepared_session_opens(chair, state, reason):
    assert rules.session_open(chair, make.session(state)).reason == reason


def test_a_session_without_a_call_says_what_is_missing(as_chair):
    session = make.session("preparing", proposals_from=None, proposals_until=None)

    page = as_chair.get(f"/congress/sessions/{session.pk}/")
    answer = as_chair.post(f"/congress/sessions/{session.pk}/open/")

    assert "还差提案征集的开始日和截止日" in page.content.decode()
    assert answer.status_code == 403


def test_a_session_closes_when_nothing_waits_for_a_decision(as_chair):
    session = make.session()
    make.proposal("assigned", session=session)
    make.proposal("draft", session=session)

    as_chair.post(f"/congress/sessions/{session.pk}/close/")

    session.refresh_from_db()
    assert session.state == Session.State.CLOSED


@pytest.mark.parametrize("state", ["submitted", "returned"])
def test_what_waits_for_a_decision_keeps_a_session_open(as_chair, chair, state):
    session = make.session()
    make.proposal(state, session=session)

    answer = as_chair.post(f"/congress/sessions/{session.pk}/close/")

    assert answer.status_code == 403
    assert (
        rules.session_close(chair, session).reason
        == "还有 1 件提案待审查或退回完善，处理完才能闭幕。"
    )


def test_what_came_in_meanwhile_keeps_a_session_open(chair):
    session = make.session()
    make.proposal("submitted", session=session)

    with pytest.raises(StateError, match="还有 1 件提案待审查"):
        services.session_close(session, by=chair)

    session.refresh_from_db()
    assert session.state == Session.State.OPEN


def test_a_closed_session_is_not_edited_or_closed(chair):
    session = make.session("closed")

    assert rules.session_edit(chair, session).reason == "会次已经闭幕，资料不再改动。"
    assert rules.session_close(chair, session).reason == "会次现在是「已闭幕」。"


def test_only_the_chair_runs_sessions(committee):
    session = make.session("preparing")

    for rule in (rules.session_edit, rules.session_open, rules.session_close):
        assert rule(committee, session).reason == "这件事由工会主席办理。"
