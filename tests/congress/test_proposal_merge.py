"""并案: several proposals go on as one, and are counted both ways."""

import pytest

from congress import services
from congress.models import Proposal
from tests import make_congress as make
from unionoffice.states import StateError


@pytest.fixture
def pair(db):
    session = make.session(term=5, ordinal=4)
    lead = make.proposal("submitted", session=session, title="增设充电棚")
    row = make.proposal("submitted", session=session, title="规范电动车充电")
    return lead, row


def merge(client, row, into, **values):
    path = f"/congress/proposals/{row.pk}/merge/"
    return client.post(path, {"into": into.pk, **values}, follow=True)


def test_one_goes_on_as_part_of_the_other(as_committee, pair):
    lead, row = pair

    answer = merge(as_committee, row, lead, note="内容相同")

    row.refresh_from_db()
    assert (row.state, row.merged_into) == ("merged", lead)
    assert "已并入 5-4-001。" in answer.content.decode()
    assert [s.title for s in row.steps.all()] == ["并入 5-4-001《增设充电棚》"]
    told = lead.steps.get().title
    assert told == "5-4-002《规范电动车充电》并入本案，提案人为联合提案人"


def test_both_authors_stand_on_the_lead_and_on_its_paper(as_committee, pair):
    lead, row = pair
    row.author.name = "联合的人"
    row.author.save()
    merge(as_committee, row, lead)

    page = as_committee.get(lead.get_absolute_url()).content.decode()
    paper = as_committee.get(f"{lead.get_absolute_url()}print/").content.decode()

    assert "提案人、联合的人" in page
    assert "提案人、联合的人" in paper


def test_a_joint_author_decides_on_none_of_both(as_committee, committee, pair):
    lead, row = pair
    row.author = committee.member
    row.save()
    services.proposal_merge(row, by=committee, into=lead)

    answer = as_committee.post(
        f"{lead.get_absolute_url()}decide/", {"outcome": "accepted"}
    )

    assert answer.status_code == 403
    assert "这是你自己的提案" in answer.content.decode()


def test_what_was_merged_before_goes_along(committee, pair):
    lead, row = pair
    third = make.proposal("submitted", session=lead.session)
    services.proposal_merge(third, by=committee, into=row)

    services.proposal_merge(row, by=committee, into=lead)

    third.refresh_from_db()
    assert third.merged_into == lead


def test_it_comes_back_alone(as_committee, committee, pair):
    lead, row = pair
    services.proposal_merge(row, by=committee, into=lead)

    as_committee.post(f"{row.get_absolute_url()}unmerge/")

    row.refresh_from_db()
    assert (row.state, row.merged_into) == ("submitted", None)


def test_a_withdrawn_lead_lets_go(committee, pair):
    lead, row = pair
    services.proposal_merge(row, by=committee, into=lead)

    services.proposal_withdraw(lead, by=committee)

    row.refresh_from_db()
    assert (row.state, row.merged_into) == ("submitted", None)


@pytest.mark.parametrize("state", ["rejected", "withdrawn", "rated"])
def test_nothing_goes_into_what_has_ended(committee, pair, state):
    _, row = pair
    ended = make.proposal(state, session=row.session)

    with pytest.raises(StateError):
        services.proposal_merge(row, by=committee, into=ended)

    row.refresh_from_db()
    assert row.state == "submitted"


def test_two_at_once_leave_no_circle(committee, pair):
    lead, row = pair
    stale = Proposal.objects.get(pk=lead.pk)
    services.proposal_merge(row, by=committee, into=lead)

    with pytest.raises(StateError):
        services.proposal_merge(stale, by=committee, into=row)

    lead.refresh_from_db()
    assert lead.state == "submitted"


def test_only_others_of_the_session_are_offered(as_committee, pair):
    lead, row = pair
    make.proposal("submitted")
    make.proposal("rejected", session=lead.session)

    form = as_committee.get(f"{row.get_absolute_url()}merge/").context["form"]

    assert list(form.fields["into"].queryset) == [lead]


def test_before_that_nobody_else_sees_either(as_member, committee, pair):
    lead, row = pair
    services.proposal_merge(row, by=committee, into=lead)

    for one in pair:
        assert as_member.get(one.get_absolute_url()).status_code == 404


def test_everybody_reads_both_once_the_lead_is_taken_up(as_member, committee, pair):
    lead, row = pair
    services.proposal_merge(row, by=committee, into=lead)
    services.proposal_decide(lead, by=committee, outcome="accepted")

    text = as_member.get(row.get_absolute_url()).content.decode()

    assert "已并入 5-4-001 增设充电棚" in text
    assert "五十多位老师骑电动车" in text
