"""The committee's table: views of each, and decisions in a block."""

import pytest

from congress.models import Proposal, Review
from tests import make_congress as make
from tests import make_members as people

PATH = "/congress/proposals/review/"


def decide(client, rows, **values):
    keys = [row.pk for row in rows]
    return client.post(PATH, {"proposals": keys, **values}, follow=True)


def test_each_member_writes_a_view_and_reads_those_of_others(
    as_committee, committee, as_chair
):
    row = make.proposal("submitted")

    as_chair.post(
        f"{row.get_absolute_url()}review/",
        {"outcome": "accepted", "note": "事关安全"},
    )
    as_committee.post(f"{row.get_absolute_url()}review/", {"outcome": "advice"})
    as_committee.post(f"{row.get_absolute_url()}review/", {"outcome": "accepted"})

    (line,) = as_committee.get(PATH).context["lines"]
    assert line.counts == [("立案", 2)]
    assert line.own.member == committee.member
    assert "事关安全" in as_committee.get(row.get_absolute_url()).content.decode()


def test_views_are_the_committees_alone(sign_in, db):
    row = make.proposal("accepted")
    make.review(row, note="内部说法")

    for role in ("member", "leader", "handler"):
        client = sign_in(people.user(role, "member"))
        assert "内部说法" not in client.get(row.get_absolute_url()).content.decode()


def test_several_are_decided_together(as_committee):
    session = make.session()
    rows = [make.proposal("submitted", session=session) for _ in range(3)]

    answer = decide(as_committee, rows[:2], outcome="accepted", note="同意立案")

    states = list(session.proposals.order_by("number").values_list("state", flat=True))
    assert states == ["accepted", "accepted", "submitted"]
    assert "2 件提案审查结果：已立案。" in answer.content.decode()


def test_one_refused_stops_no_other(as_committee, committee):
    session = make.session()
    own = make.proposal("submitted", session=session, author=committee.member)
    row = make.proposal("submitted", session=session)

    answer = decide(as_committee, [own, row], outcome="accepted")

    own.refresh_from_db()
    row.refresh_from_db()
    assert (own.state, row.state) == ("submitted", "accepted")
    assert "没有改动：这是你自己的提案" in answer.content.decode()


def test_together_they_need_a_reason_as_alone(as_committee):
    row = make.proposal("submitted")

    answer = decide(as_committee, [row], outcome="rejected")

    assert answer.context["form"].errors == {"reason": ["不予立案要选一条理由。"]}
    assert str(row.pk) in answer.context["ticked"]
    assert " checked" in answer.content.decode()


def test_nothing_ticked_is_told(as_committee):
    make.proposal("submitted")

    answer = as_committee.post(PATH, {"outcome": "accepted"})

    assert "请先勾选提案。" in answer.content.decode()
    assert Proposal.objects.get().state == "submitted"


def test_no_view_after_the_decision(as_committee):
    row = make.proposal("accepted")

    answer = as_committee.post(
        f"{row.get_absolute_url()}review/", {"outcome": "advice", "note": "太晚了"}
    )

    assert answer.status_code == 409
    assert "太晚了" in answer.content.decode()
    assert Review.objects.count() == 0


@pytest.mark.parametrize("count", [1, 8])
def test_the_table_costs_the_same_for_one_and_for_many(
    as_committee, django_assert_num_queries, count
):
    session = make.session()
    for _ in range(count):
        row = make.proposal("submitted", session=session)
        make.review(row)
        make.proposal("merged", session=session, merged_into=row)
    as_committee.get(PATH)

    with django_assert_num_queries(12):
        as_committee.get(PATH)


def test_the_to_do_of_several_leads_here(as_committee):
    session = make.session()
    for _ in range(2):
        make.proposal("submitted", session=session)

    text = as_committee.get("/").content.decode()

    assert f'href="{PATH}"' in text
