"""The author changes a draft; who had seconded is asked again."""

import pytest

from congress.models import Proposal, Seconding
from tests import make_congress as make
from tests import make_members as people

State = Seconding.State


def values(row, **more):
    return {
        "title": row.title,
        "category": row.category_id,
        "reason": row.reason,
        "measures": row.measures,
        "version": row.version,
        **more,
    }


@pytest.fixture
def draft(member_user):
    return make.proposal("seconding", author=member_user.member)


def path(row):
    return f"/congress/proposals/{row.pk}/edit/"


def test_the_author_changes_the_text(as_member, draft):
    answer = as_member.post(path(draft), values(draft, title="在北校门增设充电棚"))

    draft.refresh_from_db()
    assert answer.url == f"/congress/proposals/{draft.pk}/"
    assert (draft.title, draft.version) == ("在北校门增设充电棚", 2)


def test_a_changed_text_asks_the_seconders_again(as_member, draft):
    make.seconding(draft, people.member(), "confirmed")
    make.seconding(draft, people.member(), "declined")

    page = as_member.get(path(draft))
    as_member.post(path(draft), values(draft, measures="改由后勤公司建充电棚并管理。"))

    assert "已有 1 位附议。改动案由" in page.content.decode()
    assert list(draft.secondings.values_list("state", flat=True)) == [
        State.INVITED,
        State.DECLINED,
    ]


def test_another_category_leaves_the_seconders(as_member, draft):
    make.seconding(draft, people.member(), "confirmed")
    other = make.category("其他").pk

    as_member.post(path(draft), values(draft, category=other))

    assert draft.secondings.get().state == State.CONFIRMED


def test_two_windows_meet_and_no_text_is_lost(as_member, draft):
    seen = values(draft)
    as_member.post(path(draft), seen | {"title": "第一个窗口的案由"})

    answer = as_member.post(path(draft), seen | {"title": "第二个窗口的案由"})

    text = answer.content.decode()
    assert answer.status_code == 409
    assert ("案由", "第二个窗口的案由", "第一个窗口的案由") in answer.context[
        "conflict"
    ]
    assert "第二个窗口的案由" in text
    assert Proposal.objects.get().title == "第一个窗口的案由"


@pytest.mark.parametrize("state", ["submitted", "accepted", "rated", "withdrawn"])
def test_after_submission_the_text_stands(as_member, member_user, state):
    row = make.proposal(state, author=member_user.member)

    answer = as_member.post(path(row), values(row, title="偷偷改掉的案由"))

    assert answer.status_code == 403
    assert Proposal.objects.get().title == row.title


def test_a_returned_proposal_is_changed_and_handed_in_again(as_member, member_user):
    row = make.proposal("returned", author=member_user.member)

    as_member.post(path(row), values(row, category=make.category("其他").pk))
    as_member.post(f"/congress/proposals/{row.pk}/submit/")

    row.refresh_from_db()
    assert (row.state, row.number) == ("submitted", 1)


def test_what_was_handed_in_once_stays_written(as_member, member_user):
    row = make.proposal("returned", author=member_user.member)

    answer = as_member.post(path(row), values(row, measures=""))

    told = answer.context["form"].non_field_errors()
    assert told == ["提交过的提案要有类别、理由和建议措施。"]
