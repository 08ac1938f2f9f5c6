"""A colleague seconds, declines, or thinks again."""

import pytest
from django.core.exceptions import PermissionDenied

from congress import services
from tests import make_congress as make


@pytest.fixture
def asked(member_user):
    row = make.proposal("seconding")
    return make.seconding(row, member_user.member)


def post(client, asked, deed):
    return client.post(f"/congress/proposals/{asked.proposal_id}/{deed}/", follow=True)


def test_who_was_asked_reads_and_seconds(as_member, asked):
    page = as_member.get(f"/congress/proposals/{asked.proposal_id}/")
    answer = post(as_member, asked, "second")

    asked.refresh_from_db()
    assert "提案人请你附议。看过正文以后，请附议或谢绝。" in page.content.decode()
    assert "已附议。" in answer.content.decode()
    assert asked.state == "confirmed"
    assert asked.answered_at is not None


def test_who_declines_leaves_no_public_line(as_member, asked):
    post(as_member, asked, "decline")

    asked.refresh_from_db()
    assert asked.state == "declined"
    assert asked.proposal.steps.count() == 0


def test_who_declined_may_think_again(as_member, asked):
    post(as_member, asked, "decline")

    post(as_member, asked, "second")

    asked.refresh_from_db()
    assert asked.state == "confirmed"


def test_a_yes_is_taken_back_before_submission(as_member, asked):
    post(as_member, asked, "second")

    post(as_member, asked, "unsecond")

    asked.refresh_from_db()
    assert asked.state == "declined"
    assert [s.title for s in asked.proposal.steps.all()] == ["撤回附议", "附议"]


def test_two_clicks_second_once(as_member, asked):
    post(as_member, asked, "second")

    answer = post(as_member, asked, "second")

    assert answer.status_code == 403
    assert "你已经附议了。" in answer.content.decode()
    assert asked.proposal.steps.count() == 1


def test_the_service_counts_no_uninvited_yes(member_user):
    row = make.proposal("seconding")

    with pytest.raises(PermissionDenied):
        services.proposal_second(row, by=member_user)

    assert row.secondings.count() == 0


def test_nobody_seconds_what_was_handed_in_meanwhile(member_user, asked):
    stale = asked.proposal
    type(stale).objects.filter(pk=stale.pk).update(state="withdrawn")

    with pytest.raises(PermissionDenied):
        services.proposal_second(stale, by=member_user)

    asked.refresh_from_db()
    assert asked.state == "invited"
