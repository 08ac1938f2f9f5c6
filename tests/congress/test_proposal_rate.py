"""The author rates the answer; the office ends or repeats the handling."""

import pytest

from tests import make_congress as make


@pytest.fixture
def row(member_user):
    return make.proposal("replied", author=member_user.member)


def post(client, row, **values):
    return client.post(f"/congress/proposals/{row.pk}/rate/", values)


@pytest.mark.parametrize("rating", ["very", "satisfied", "mostly"])
def test_a_content_author_ends_it(as_member, row, rating):
    post(as_member, row, rating=rating)

    row.refresh_from_db()
    assert row.state == "rated"
    assert row.rounds.get().rating == rating


def test_an_unsatisfied_author_sends_it_back_to_the_office(
    as_member, as_committee, row
):
    post(as_member, row, rating="unsatisfied", note="没有实地看过")

    row.refresh_from_db()
    page = as_committee.get("/congress/proposals/?waiting=assign")
    assert row.state == "unsatisfied"
    assert row.rounds.get().rating_note == "没有实地看过"
    assert [p.pk for p in page.context["page"]] == [row.pk]


def test_unsatisfied_without_a_word_is_told(as_member, row):
    answer = post(as_member, row, rating="unsatisfied")

    assert answer.context["form"].errors == {
        "note": ["选「不满意」时，请写明哪里需要重新办理。"]
    }
    row.refresh_from_db()
    assert row.state == "replied"


def test_a_rating_is_given_once(as_member, row):
    post(as_member, row, rating="very")

    answer = post(as_member, row, rating="mostly")

    assert answer.status_code == 409
    assert row.rounds.get().rating == "very"


def test_the_last_round_is_rated(as_member, member_user):
    row = make.proposal("replied", author=member_user.member)
    row.rounds.update(rating="unsatisfied", rating_note="不行", rated_at=row.created_at)
    make.one_round(row, replied=True)

    post(as_member, row, rating="satisfied")

    assert [r.rating for r in row.rounds.all()] == ["unsatisfied", "satisfied"]


def test_the_office_ends_it_after_two_rounds(as_committee):
    row = make.proposal("unsatisfied")
    make.one_round(row, replied=True, rating="unsatisfied")

    as_committee.post(
        f"/congress/proposals/{row.pk}/conclude/", {"note": "已三次当面沟通"}
    )

    row.refresh_from_db()
    assert row.state == "rated"
    assert row.steps.get().note == "已三次当面沟通"


def test_ending_it_needs_a_note(as_committee):
    row = make.proposal("unsatisfied")
    make.one_round(row, replied=True, rating="unsatisfied")

    answer = as_committee.post(f"/congress/proposals/{row.pk}/conclude/", {})

    assert answer.context["form"].errors == {"note": ["请填写这一项。"]}
