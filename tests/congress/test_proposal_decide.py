"""The committee decides."""

import pytest

from congress.models import Proposal
from members import roles
from members.models import User
from tests import make_congress as make


@pytest.fixture
def row(db):
    return make.proposal("submitted")


def post(client, row, **values):
    return client.post(f"/congress/proposals/{row.pk}/decide/", values)


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        ("accepted", "审查决定：立案"),
        ("advice", "审查决定：转为意见建议"),
    ],
)
def test_a_proposal_is_taken_up(as_committee, committee, row, outcome, said):
    post(as_committee, row, outcome=outcome, note="有价值")

    row.refresh_from_db()
    assert (row.state, row.decision) == (outcome, outcome)
    assert row.decided_by == committee.member
    step = row.steps.get()
    assert (step.title, step.note) == (said, "有价值")


def test_an_account_without_a_member_decides_nothing(sign_in, row):
    account = User.objects.create(username="chair", must_change_password=False)
    account.give_roles(roles.CHAIR)

    answer = post(sign_in(account), row, outcome="accepted")

    assert answer.status_code == 403
    assert "审查要留下姓名，请用本人的账号。" in answer.content.decode()
    assert not Proposal.objects.to_decide_by(account).exists()


def test_a_rejection_names_a_reason_of_the_list(as_committee, row):
    why = make.reject_reason("学术性问题")

    post(as_committee, row, outcome="rejected", reason=why.pk)

    row.refresh_from_db()
    assert (row.state, row.reject_reason) == ("rejected", why)
    assert row.steps.get().note == "理由：学术性问题。"


def test_a_reason_is_kept_for_rejections_only(as_committee, row):
    why = make.reject_reason("学术性问题")

    post(as_committee, row, outcome="accepted", reason=why.pk)

    row.refresh_from_db()
    assert (row.state, row.reject_reason) == ("accepted", None)


def test_it_is_returned_with_what_to_complete(as_committee, row):
    post(as_committee, row, outcome="returned", note="请写明预算")

    row.refresh_from_db()
    assert (row.state, row.decision, row.decided_at) == ("returned", "", None)
    assert row.steps.get().note == "请写明预算"


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"outcome": "rejected"}, {"reason": ["不予立案要选一条理由。"]}),
        ({"outcome": "returned"}, {"note": ["退回时请写明要补充什么。"]}),
        ({}, {"outcome": ["请选择一项。"]}),
        (
            {"outcome": "rated"},
            {"outcome": ["选择一个有效的选项。 rated 不在可用的选项中。"]},
        ),
    ],
)
def test_an_incomplete_decision_is_told(as_committee, row, values, told):
    answer = post(as_committee, row, **values)

    assert answer.context["form"].errors == told
    row.refresh_from_db()
    assert row.state == "submitted"


def test_nobody_decides_on_their_own(as_committee, committee):
    own = make.proposal("submitted", author=committee.member)

    page = as_committee.get(f"/congress/proposals/{own.pk}/")
    answer = post(as_committee, own, outcome="accepted")

    assert "这是你自己的提案，请另一位委员审查。" in page.content.decode()
    assert answer.status_code == 403
    own.refresh_from_db()
    assert own.state == "submitted"


def test_a_second_decision_comes_too_late(as_committee, as_chair, row):
    post(as_committee, row, outcome="accepted")

    answer = post(as_chair, row, outcome="advice", note="写了半天的意见")

    row.refresh_from_db()
    assert (answer.status_code, row.state) == (409, "accepted")
    page = answer.content.decode()
    assert "没有保存：提案现在是「已立案」，不需要审查。" in page
    assert "写了半天的意见" in page
