"""A proposal is handed in and gets its number."""

import threading

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from congress import rules, services
from congress.models import Proposal
from members.models import AuditEntry
from tests import make_congress as make
from tests import make_members as people


def ready(author=None, *, session=None, seconds=2):
    row = make.proposal("seconding", author=author, session=session)
    for _ in range(seconds):
        make.seconding(row, people.member(), "confirmed")
    return row


def post(client, row):
    return client.post(f"/congress/proposals/{row.pk}/submit/", follow=True)


def test_a_complete_proposal_goes_in(as_member, member_user):
    session = make.session(term=5, ordinal=4)
    row = ready(member_user.member, session=session)

    answer = post(as_member, row)

    row.refresh_from_db()
    assert (row.state, row.number) == ("submitted", 1)
    assert row.submitted_at is not None
    assert "已提交，编号 5-4-001。" in answer.content.decode()
    entry = AuditEntry.objects.get(action="proposal.submitted")
    assert entry.details == {"number": "5-4-001"}


@pytest.mark.parametrize(
    ("session", "seconds", "reason"),
    [
        ({}, 1, "还不能提交：附议人 1/2 位，还差 1 位确认。"),
        (
            {"state": "closed"},
            2,
            "还不能提交：{short}会议已闭幕。",
        ),
        (
            {"proposals_from": make.days(3)},
            2,
            "还不能提交：征集期 {span}，还没有开始。",
        ),
        (
            {"proposals_until": make.days(-1)},
            0,
            (
                "还不能提交：征集期 {span}，已经截止；草稿仍然保留，可以向工会反映；"
                "附议人 0/2 位，还差 2 位确认。"
            ),
        ),
    ],
)
def test_what_is_missing_is_listed(as_member, member_user, session, seconds, reason):
    made = make.session(**session)
    row = ready(member_user.member, session=made, seconds=seconds)
    first, last = made.proposals_from, made.proposals_until
    span = f"{first.month}月{first.day}日至{last.month}月{last.day}日"

    answer = post(as_member, row)

    assert answer.status_code == 403
    assert rules.proposal_submit(member_user, row).reason == reason.format(
        span=span, short=made.short
    )
    row.refresh_from_db()
    assert (row.state, row.number) == ("seconding", None)


def test_a_half_written_draft_says_what_is_missing(as_member, member_user):
    row = ready(member_user.member)
    Proposal.objects.update(category=None, measures="太短")

    answer = post(as_member, row)

    told = "还要写好：类别、建议措施（理由和措施至少各 10 个字）"
    assert f"还不能提交：{told}。" in answer.content.decode()
    page = as_member.get(row.get_absolute_url()).context["page"]
    assert [c.text for c in page.checks if not c.is_met] == [told]
    assert page.main.label == "修改"


def test_a_text_emptied_meanwhile_does_not_go_in(member_user):
    row = ready(member_user.member)
    Proposal.objects.update(reason="")

    with pytest.raises(PermissionDenied, match="还没有写完"):
        services.proposal_submit(row, by=member_user)


def test_a_session_without_seconders_takes_a_draft(as_member, member_user):
    session = make.session(seconds_wanted=0)
    row = make.proposal("draft", author=member_user.member, session=session)

    post(as_member, row)

    row.refresh_from_db()
    assert row.state == "submitted"


def test_a_returned_one_comes_back_after_the_call_with_its_number(
    as_member, member_user
):
    session = make.session()
    row = make.proposal("returned", author=member_user.member, session=session)
    make.proposal("submitted", session=session)
    type(session).objects.update(proposals_until=make.days(-1))
    handed_in = row.submitted_at

    post(as_member, row)

    row.refresh_from_db()
    assert (row.state, row.number, row.submitted_at) == ("submitted", 1, handed_in)


def test_the_deadline_may_pass_while_the_page_is_open(member_user):
    row = ready(member_user.member)
    type(row.session).objects.update(proposals_until=make.days(-1))

    with pytest.raises(PermissionDenied, match="征集期已经截止"):
        services.proposal_submit(row, by=member_user)

    assert Proposal.objects.get().state == "seconding"


def test_a_seconder_may_step_back_while_the_page_is_open(member_user):
    row = ready(member_user.member)
    row.secondings.all().update(state="declined")

    with pytest.raises(PermissionDenied, match="附议人只有 0 位，不到 2 位。"):
        services.proposal_submit(row, by=member_user)


def test_a_withdrawn_one_keeps_its_number(member_user):
    session = make.session()
    first, second = (ready(member_user.member, session=session) for _ in range(2))
    services.proposal_submit(first, by=member_user)
    services.proposal_withdraw(first, by=member_user)

    services.proposal_submit(second, by=member_user)

    assert list(session.proposals.order_by("pk").values_list("state", "number")) == [
        ("withdrawn", 1),
        ("submitted", 2),
    ]


def test_each_session_counts_from_one(member_user):
    for _ in range(2):
        row = ready(member_user.member)
        services.proposal_submit(row, by=member_user)

        assert row.number == 1


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_many_at_once_are_numbered_without_gaps(lifted_triggers):
    session = make.session()
    author = people.user("member")
    rows = [ready(author.member, session=session) for _ in range(12)]

    def submit(row):
        services.proposal_submit(row, by=author)
        connection.close()

    threads = [threading.Thread(target=submit, args=(row,)) for row in rows]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    numbers = session.proposals.order_by("number").values_list("number", flat=True)
    assert list(numbers) == list(range(1, 13))


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_one_proposal_sent_many_times_takes_one_number(lifted_triggers):
    author = people.user("member")
    row = ready(author.member)
    results = []

    def submit():
        try:
            services.proposal_submit(Proposal.objects.get(pk=row.pk), by=author)
            results.append("in")
        except PermissionDenied:
            results.append("refused")
        connection.close()

    threads = [threading.Thread(target=submit) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(results) == ["in", "refused", "refused", "refused"]
    assert Proposal.objects.get().number == 1
