"""Who may do what in which state: one table for all deeds on a proposal."""

import pytest

from congress import rules
from congress.models import Proposal
from tests import make_congress as make
from tests import make_members as people

pytestmark = pytest.mark.django_db
STATES = [state.value for state in Proposal.State]
TAKEN_UP = {
    "accepted",
    "advice",
    "assigned",
    "checking",
    "replied",
    "unsatisfied",
    "rated",
}
# deed: who does it (a part of `cast`), in which states
DEEDS = {
    "proposal_edit": ("author", {"draft", "seconding", "returned"}),
    "proposal_invite": ("author", {"draft", "seconding", "returned"}),
    "proposal_uninvite": ("author", {"draft", "seconding", "returned"}),
    "proposal_withdraw": ("author", {"draft", "seconding", "submitted", "returned"}),
    "proposal_rate": ("author", {"replied"}),
    "proposal_second": ("invited", {"seconding", "returned"}),
    "proposal_decline": ("invited", {"seconding", "returned"}),
    "proposal_unsecond": ("seconder", {"seconding", "returned"}),
    "proposal_decide": ("office", {"submitted"}),
    "proposal_assign": ("office", {"accepted", "advice"}),
    "proposal_transfer": ("office", {"assigned"}),
    "proposal_reassign": ("office", {"unsatisfied"}),
    "proposal_conclude": ("office", {"unsatisfied"}),
    "proposal_reply": ("handler", {"assigned"}),
    "proposal_cosign": ("helper", {"assigned", "checking"}),
    "proposal_approve": ("leader", {"checking"}),
    "proposal_instruct": ("leader", TAKEN_UP),
    "proposal_merge": ("office", {"submitted"}),
    "proposal_unmerge": ("office", {"merged"}),
    "review_write": ("office", {"submitted"}),
    "proposal_call": ("author", {"draft", "seconding"}),
    "proposal_share": ("author", {"draft", "seconding", "returned"}),
}
RULES = {
    "proposal_edit": rules.proposal_edit,
    "proposal_invite": rules.proposal_invite,
    "proposal_uninvite": rules.proposal_uninvite,
    "proposal_withdraw": rules.proposal_withdraw,
    "proposal_rate": rules.proposal_rate,
    "proposal_second": rules.proposal_second,
    "proposal_decline": rules.proposal_decline,
    "proposal_unsecond": rules.proposal_unsecond,
    "proposal_decide": rules.proposal_decide,
    "proposal_assign": rules.proposal_assign,
    "proposal_transfer": rules.proposal_transfer,
    "proposal_reassign": rules.proposal_reassign,
    "proposal_conclude": rules.proposal_conclude,
    "proposal_reply": rules.proposal_reply,
    "proposal_cosign": rules.proposal_cosign,
    "proposal_approve": rules.proposal_approve,
    "proposal_instruct": rules.proposal_instruct,
    "proposal_merge": rules.proposal_merge,
    "proposal_unmerge": rules.proposal_unmerge,
    "review_write": rules.review_write,
    "proposal_call": rules.proposal_call,
    "proposal_share": rules.proposal_share,
}


def cast_around(state):
    """A proposal in this state (its second round, if any) and everyone near it."""
    place, other = people.department(), people.department("协办处")
    cast = {
        "author": people.user("member", name="提案人"),
        "invited": people.user("member", name="受邀人"),
        "seconder": people.user("member", name="附议人"),
        "office": people.user("committee", "member", name="委员"),
        "handler": people.user(
            "handler", "member", name="处长", member_values={"department": place}
        ),
        "other handler": people.user("handler", "member", name="旁人"),
        "leader": people.user("leader", "member", name="校长"),
        "helper": people.user(
            "handler", "member", name="会签", member_values={"department": other}
        ),
        "stranger": people.user("member", name="路人"),
    }
    row = make.proposal(state, author=cast["author"].member, department=place)
    if state == "unsatisfied":
        make.one_round(row, replied=True, rating="unsatisfied", department=place)
    if row.rounds.exists():
        row.rounds.update(leader=cast["leader"].member)
        make.cohandling(row.rounds.last(), other)
    make.seconding(row, cast["invited"].member)
    make.seconding(row, cast["seconder"].member, "confirmed")
    return Proposal.objects.with_facts().with_seconders().get(pk=row.pk), cast


@pytest.mark.parametrize("state", STATES)
def test_each_deed_is_for_its_people_in_its_states(state):
    row, cast = cast_around(state)

    allowed = {
        (deed, part)
        for deed, rule in RULES.items()
        for part, user in cast.items()
        if rule(user, row)
    }

    expected = {(deed, who) for deed, (who, when) in DEEDS.items() if state in when}
    if state in ("seconding", "returned"):
        expected.discard(("proposal_second", "seconder"))
    assert allowed == expected


@pytest.mark.parametrize("state", STATES)
def test_every_refusal_says_why(state):
    row, cast = cast_around(state)

    silent = [
        (deed, part)
        for deed, rule in RULES.items()
        for part, user in cast.items()
        if not (ruling := rule(user, row)) and not ruling.reason.endswith("。")
    ]

    assert silent == []


@pytest.mark.parametrize(
    ("state", "readers"),
    [
        ("draft", {"author", "invited", "seconder"}),
        ("submitted", {"author", "invited", "seconder", "office", "leader"}),
        ("returned", {"author", "invited", "seconder", "office", "leader"}),
        ("rejected", {"author", "invited", "seconder", "office", "leader"}),
        ("withdrawn", {"author", "invited", "seconder", "office", "leader"}),
    ],
)
def test_the_text_is_closed_until_it_is_taken_up(state, readers):
    row, cast = cast_around(state)

    seen = Proposal.objects.visible_to
    allowed = {
        part
        for part, user in cast.items()
        if seen(user).contains(row) and rules.proposal_read(user, row)
    }

    assert allowed == readers


@pytest.mark.parametrize(
    "state", ["accepted", "advice", "assigned", "replied", "rated"]
)
def test_what_was_taken_up_is_for_all_to_read(state):
    row, cast = cast_around(state)

    assert all(rules.proposal_read(user, row) for user in cast.values())


def test_those_who_left_neither_write_nor_second():
    make.session()
    gone = people.user("member", member_values={"work_status": "left"})
    row = make.proposal("seconding")
    make.seconding(row, gone.member)

    for ruling in (rules.proposal_new(gone), rules.proposal_second(gone, row)):
        assert ruling.reason == "只有在册会员可以提出和附议提案。"


def test_an_account_without_a_member_is_told_what_to_do():
    nobody = people.user("member")
    nobody.member = None
    nobody.member_id = None

    assert (
        rules.proposal_new(nobody).reason
        == "这个账号没有对应的会员记录，请联系工会办公室登记。"
    )


def test_nobody_answers_or_ends_their_own_proposal():
    place = people.department()
    busy = people.user(
        "handler", "committee", "member", member_values={"department": place}
    )
    asked = make.proposal("assigned", author=busy.member, department=place)
    unhappy = make.proposal("unsatisfied", author=busy.member)
    make.one_round(unhappy, replied=True, rating="unsatisfied")

    assert not rules.proposal_reply(busy, asked)
    assert not rules.proposal_conclude(busy, Proposal.objects.get(pk=unhappy.pk))


def test_the_first_unsatisfied_answer_is_handled_again(committee):
    row = make.proposal("unsatisfied")

    assert (
        rules.proposal_conclude(committee, row).reason
        == "第一次评价不满意，要先重新交办一次。"
    )
