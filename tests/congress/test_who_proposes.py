"""PR6: who may propose and second is a setting of the session."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from congress import rules, services
from congress.models import Delegate, Proposal, Seconding
from tests import make_congress as make
from tests import make_members as people
from unionoffice.states import StateError


@pytest.fixture
def session(db):
    """Everybody may write, delegates second; one delegate is elected."""
    made = make.session(seconds_wanted=1)
    make.delegate(people.member(name="曾敏"), congress=made.congress)
    return made


@pytest.fixture
def draft(session, member_user):
    return make.proposal("draft", session=session, author=member_user.member)


def invite(client, row, names):
    path = f"/congress/proposals/{row.pk}/invite/"
    return client.post(path, {"members": names})


def test_a_delegate_is_asked(as_member, draft):
    invite(as_member, draft, "曾敏")

    assert [row.member.name for row in draft.secondings.all()] == ["曾敏"]


def test_who_is_no_delegate_is_named_and_the_list_comes_back(as_member, draft):
    people.member(name="贾婷")

    answer = invite(as_member, draft, "曾敏、贾婷")

    (told,) = answer.context["form"].errors["members"]
    assert "贾婷不是正式代表" in told
    assert "曾敏、贾婷" in answer.content.decode()
    assert Seconding.objects.count() == 0


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": "nonvoting"},
        {"ended_on": make.days(0), "end_reason": "recalled"},
        {"elected_on": make.days(1)},
    ],
)
def test_who_sits_in_or_was_recalled_does_not_second(session, draft, changes):
    other = people.user("member", name="贾婷")
    make.delegate(other.member, congress=session.congress, **changes)
    make.seconding(draft, other.member)
    Proposal.objects.update(state="seconding")
    row = Proposal.objects.with_seconders().get()

    assert "由正式代表附议" in rules.proposal_second(other, row).reason


def test_a_delegate_recalled_meanwhile_counts_no_more(session, draft, member_user):
    delegate = Delegate.objects.get()
    make.seconding(draft, delegate.member, "confirmed")
    Proposal.objects.update(state="seconding")
    row = Proposal.objects.with_seconders().get()
    before = bool(rules.proposal_submit(member_user, row))
    Delegate.objects.update(ended_on=make.days(0), end_reason="recalled")
    make.delegate(congress=session.congress)
    row = Proposal.objects.with_seconders().get()

    assert before
    assert "附议的正式代表 0/1 位" in rules.proposal_submit(member_user, row).reason
    with pytest.raises(StateError, match="附议人只有 0 位"):
        services.proposal_submit(row, by=member_user)


def test_as_long_as_nobody_is_elected_every_member_seconds(draft, as_member):
    Delegate.objects.all().delete()
    people.member(name="贾婷")

    invite(as_member, draft, "贾婷")

    assert draft.secondings.count() == 1


def test_a_meeting_of_all_is_seconded_by_all(as_member, member_user):
    session = make.session(congress=make.congress(7, form="all_staff"))
    row = make.proposal("draft", session=session, author=member_user.member)
    people.member(name="贾婷")

    invite(as_member, row, "贾婷")

    assert row.secondings.count() == 1


def test_where_delegates_propose_others_are_told_whom_to_ask(session, as_member):
    type(session).objects.update(proposers="delegates")

    answer = as_member.get("/congress/proposals/new/")

    assert answer.status_code == 403
    assert "由正式代表提案" in answer.content.decode()


def test_of_several_sessions_the_own_ones_are_offered(session, as_member, member_user):
    type(session).objects.update(proposers="delegates")
    open_to_all = make.session()

    form = as_member.get("/congress/proposals/new/").context["form"]

    assert list(form.fields["session"].queryset) == [open_to_all]
    assert rules.may_propose(member_user, open_to_all)


def test_the_workbench_asks_once_for_the_delegates(as_member, member_user, session):
    def asked():
        with CaptureQueriesContext(connection) as found:
            as_member.get("/")
        return len(found)

    make.proposal("draft", session=session, author=member_user.member)
    one = asked()
    for _ in range(5):
        make.proposal("draft", session=session, author=member_user.member)

    assert asked() == one
