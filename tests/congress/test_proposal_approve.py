"""An answer is signed along by who helps, and read by the leader in charge."""

import pytest
from django.core.exceptions import PermissionDenied

from congress import reporting, rules, services
from tests import make_congress as make
from tests import make_members as people

REPLY = {"result": "solved", "text": "已在南校门建好四十个车位的充电棚。"}


@pytest.fixture
def places(db):
    return people.department("总务处"), people.department("保卫处")


@pytest.fixture
def leader(db):
    return people.user("leader", "member", name="分管校长")


@pytest.fixture
def answering(places):
    return people.user(
        "handler", "member", name="主办人", member_values={"department": places[0]}
    )


@pytest.fixture
def helping(places):
    return people.user(
        "handler", "member", name="协办人", member_values={"department": places[1]}
    )


@pytest.fixture
def row(as_committee, places, leader):
    """Handed over to 总务处 with 保卫处 and the leader in charge."""
    row = make.proposal("accepted")
    as_committee.post(
        f"{row.get_absolute_url()}assign/",
        {
            "department": places[0].pk,
            "helpers": [places[1].pk],
            "leader": leader.member.pk,
            "due_on": str(make.days(20)),
        },
    )
    row.refresh_from_db()
    return row


def page(client, row):
    return client.get(row.get_absolute_url()).content.decode()


def test_who_leads_and_who_helps_stand_on_the_page(as_member, row):
    text = page(as_member, row)

    assert row.steps.first().title.startswith("交办：总务处（协办：保卫处），")
    for words in ("总务处（主办）", "保卫处（还没有会签）", "分管校长"):
        assert words in text


def test_the_lead_does_not_help_itself(as_committee, places):
    row = make.proposal("accepted")

    answer = as_committee.post(
        f"{row.get_absolute_url()}assign/",
        {
            "department": places[0].pk,
            "helpers": [places[0].pk],
            "due_on": str(make.days(9)),
        },
    )

    assert answer.context["form"].errors == {
        "helpers": ["主办部门不用再选为协办部门。"]
    }


def test_who_helps_signs_once(sign_in, row, helping):
    client = sign_in(helping)

    client.post(f"{row.get_absolute_url()}cosign/", {"text": "巡查由我们安排。"})
    again = client.post(f"{row.get_absolute_url()}cosign/", {"text": "再签一次"})

    signed = row.rounds.get().cohandlings.get()
    assert (signed.text, signed.signed_by) == ("巡查由我们安排。", helping)
    assert again.status_code == 409
    assert row.steps.first().title == "保卫处会签"


def test_the_answer_waits_for_the_leader(sign_in, as_member, row, answering, leader):
    sign_in(answering).post(f"{row.get_absolute_url()}reply/", REPLY)

    row.refresh_from_db()
    assert row.state == "checking"
    assert "已在南校门建好" not in page(as_member, row)
    assert "已在南校门建好" in page(sign_in(leader), row)

    sign_in(leader).post(f"{row.get_absolute_url()}approve/")

    row.refresh_from_db()
    answered = row.rounds.get()
    assert (row.state, answered.approved_by) == ("replied", leader.member)
    assert answered.replied_by == answering
    assert answered.replied_at is not None
    assert "已在南校门建好" in page(as_member, row)


def test_nothing_is_counted_as_answered_before(as_committee, sign_in, row, answering):
    sign_in(answering).post(f"{row.get_absolute_url()}reply/", REPLY)

    found = as_committee.get("/congress/proposals/", {"answered": "yes"})

    assert list(found.context["page"]) == []


def test_a_draft_is_in_nobodys_life_or_list_yet(
    as_member, sign_in, row, answering, chair
):
    sign_in(answering).post(f"{row.get_absolute_url()}reply/", REPLY)
    later = make.session("preparing", congress=row.session.congress, ordinal=90)
    services.session_open(later, by=chair)

    assert reporting.timeline(answering.member, chair) == []
    for page in (f"/congress/sessions/{later.pk}/report/", "/congress/proposals/"):
        assert "已解决" not in as_member.get(page).content.decode().replace(
            "已解决或列入计划", ""
        )


def test_the_leader_sends_it_back_and_the_text_stays(sign_in, row, answering, leader):
    sign_in(answering).post(f"{row.get_absolute_url()}reply/", REPLY)

    sign_in(leader).post(
        f"{row.get_absolute_url()}send-back/", {"note": "写明哪天开放"}
    )

    row.refresh_from_db()
    form = sign_in(answering).get(f"{row.get_absolute_url()}reply/")
    assert row.state == "assigned"
    assert form.context["form"]["text"].value() == REPLY["text"]
    assert "写明哪天开放" in form.content.decode()


def test_what_the_leader_said_is_not_for_all(
    sign_in, as_member, row, answering, leader
):
    sign_in(answering).post(f"{row.get_absolute_url()}reply/", REPLY)
    sign_in(leader).post(f"{row.get_absolute_url()}send-back/", {"note": "口气太硬"})

    assert "口气太硬" not in page(as_member, row)


def test_another_leader_approves_nothing(row, answering):
    services.proposal_reply(row, by=answering, **REPLY)
    other = people.user("leader", "member", name="别的校长")

    assert not rules.proposal_approve(other, row)
    assert rules.proposal_approve(other, row).reason == "由这件提案的分管校领导审阅。"


def test_of_two_decisions_of_the_leader_one_counts(row, answering, leader):
    services.proposal_reply(row, by=answering, **REPLY)
    stale = type(row).objects.get(pk=row.pk)
    services.proposal_send_back(row, by=leader, note="再改改")

    with pytest.raises(PermissionDenied):
        services.proposal_approve(stale, by=leader)

    row.refresh_from_db()
    assert row.state == "assigned"


@pytest.mark.parametrize("state", ["accepted", "assigned", "replied", "rated"])
def test_nothing_is_approved_or_sent_back_that_waits_for_nobody(leader, state):
    row = make.proposal(state)

    with pytest.raises(PermissionDenied):
        services.proposal_approve(row, by=leader)
    with pytest.raises(PermissionDenied):
        services.proposal_send_back(row, by=leader, note="再改改")

    row.refresh_from_db()
    assert row.state == state


def test_the_leader_is_told(leader, row, answering):

    services.proposal_reply(row, by=answering, **REPLY)

    todos = [item.title for item in reporting.todo(leader, make.days(0))]
    assert todos == ["请你审阅答复"]


def test_an_instruction_stands_in_the_history_and_on_paper(sign_in, leader, as_member):
    row = make.proposal("accepted")

    for _ in range(2):  # a double click
        sign_in(leader).post(
            f"{row.get_absolute_url()}instruct/", {"text": "请总务处暑假前办好。"}
        )

    assert row.instructions.get().member == leader.member
    assert "请总务处暑假前办好。" in page(as_member, row)
    paper = as_member.get(f"{row.get_absolute_url()}print/").content.decode()
    assert "请总务处暑假前办好。（分管校长" in paper


@pytest.mark.parametrize("deed", ["reply", "transfer", "reassign", "cosign", "follow"])
def test_before_anybody_is_asked_there_is_nothing_to_answer(
    as_committee, sign_in, answering, deed
):
    row = make.proposal("accepted")

    for client in (as_committee, sign_in(answering)):
        assert client.get(f"{row.get_absolute_url()}{deed}/").status_code == 403
        late = client.post(f"{row.get_absolute_url()}{deed}/", {"note": "写好的"})
        assert late.status_code in (403, 409)
