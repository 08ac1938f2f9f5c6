"""Seconders are found by a link, or by asking everybody."""

import pytest

from congress.models import Proposal
from tests import make_congress as make
from tests import make_members as people


@pytest.fixture
def draft(member_user):
    return make.proposal("draft", author=member_user.member)


@pytest.fixture
def other(db, sign_in):
    return sign_in(people.user("member", name="赞成的人"))


def share(client, row):
    """The address of a new link."""
    client.post(f"{row.get_absolute_url()}share/")
    return client.get(f"{row.get_absolute_url()}share/").context["address"]


def test_who_has_the_link_reads_and_seconds(as_member, other, draft):
    address = share(as_member, draft)

    text = other.get(address).content.decode()
    answer = other.post(address, follow=True)

    assert "五十多位老师骑电动车" in text
    assert "已附议。" in answer.content.decode()
    assert draft.secondings.get().state == "confirmed"
    assert draft.secondings.get().member.name == "赞成的人"


def test_without_the_link_nothing_is_there(as_member, other, draft):
    share(as_member, draft)

    assert other.get(draft.get_absolute_url()).status_code == 404
    wrong = f"{draft.get_absolute_url()}join/not-the-key/"
    assert other.get(wrong).status_code == 404


def test_no_link_is_no_key(draft, other):
    """The empty key of a proposal that was never shared opens nothing."""
    assert other.get(f"{draft.get_absolute_url()}join/ /").status_code == 404


@pytest.mark.parametrize("deed", ["share", "unshare"])
def test_a_link_taken_back_or_renewed_opens_nothing(as_member, other, draft, deed):
    address = share(as_member, draft)

    as_member.post(f"{draft.get_absolute_url()}{deed}/")

    assert other.get(address).status_code == 404
    assert other.post(address).status_code == 404
    assert draft.secondings.count() == 0


def test_the_author_seconds_not_by_the_own_link(as_member, draft):
    address = share(as_member, draft)

    answer = as_member.post(address)

    assert answer.status_code == 403
    assert "提案人不能附议自己的提案。" in answer.content.decode()


def test_a_link_seconds_nothing_that_was_handed_in(as_member, other, draft):
    address = share(as_member, draft)
    make.seconding(draft, people.member(), "confirmed")
    make.seconding(draft, people.member(), "confirmed")
    as_member.post(f"{draft.get_absolute_url()}submit/")

    answer = other.post(address)

    assert answer.status_code == 403
    assert "附议已经结束。" in answer.content.decode()


def test_the_second_tap_changes_nothing(as_member, other, draft):
    address = share(as_member, draft)
    other.post(address)

    answer = other.get(address, follow=True)

    assert answer.redirect_chain == [(draft.get_absolute_url(), 302)]
    assert draft.secondings.count() == 1


def test_an_open_call_stands_in_everybodys_list(as_member, other, draft):
    as_member.post(f"{draft.get_absolute_url()}call/")

    found = other.get("/congress/proposals/", {"waiting": "seconders"})
    page = other.get(draft.get_absolute_url())
    other.post(f"{draft.get_absolute_url()}second/")

    assert [row.pk for row in found.context["page"]] == [draft.pk]
    assert "公开征求附议。看过正文，同意的可以附议。" in page.content.decode()
    assert draft.secondings.get().state == "confirmed"


def test_a_call_that_ended_is_the_authors_again(as_member, other, draft):
    as_member.post(f"{draft.get_absolute_url()}call/")
    as_member.post(f"{draft.get_absolute_url()}uncall/")

    assert other.get(draft.get_absolute_url()).status_code == 404


def test_only_those_who_may_second_are_counted_on(as_member, other, draft):
    Proposal.objects.update(reason="")

    answer = as_member.post(f"{draft.get_absolute_url()}call/")

    assert answer.status_code == 403
    assert "写好理由，再邀请附议人。" in answer.content.decode()


def test_who_may_not_second_reads_why(as_member, other, draft):
    session = draft.session
    session.seconders = "delegates"
    session.save()
    make.delegate(congress=session.congress)
    as_member.post(f"{draft.get_absolute_url()}call/")

    text = other.get(draft.get_absolute_url()).content.decode()

    assert "公开征求附议。" in text
    assert "会议由正式代表附议，你不是正式代表。" in text
