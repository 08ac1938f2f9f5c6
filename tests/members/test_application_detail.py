"""The page of an application, its paper, and taking it back."""

import pytest

from members.models import AuditEntry
from tests import make_members as make


@pytest.fixture
def own(member_user):
    """An application of the member behind `as_member`, to leave."""
    return make.application(applicant=member_user.member, kind="leave")


def text(client, row, more=""):
    answer = client.get(f"{row.get_absolute_url()}{more}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_applicant_sees_how_far_it_is(as_member, own):
    page = text(as_member, own)

    assert "下一步：工会办公室写小组意见" in page
    assert "签名：林老师" in page
    assert "撤回申请" in page
    assert "批准或不批准" not in page


def test_the_committee_is_led_to_its_deed(as_committee):
    row = make.application("advised", advice_words="大家都赞成")

    page = text(as_committee, row)

    assert f"{row.get_absolute_url()}decide/" in page
    assert "小组意见：同意" in page
    assert "大家都赞成" in page


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("filed", "下一步：工会办公室写小组意见"),
        ("advised", "下一步：工会委员会批准。"),
        ("approved", "已批准，会籍从"),
        ("refused", "没有批准：条件还不够"),
        ("moot", "不再办理：条件还不够"),
        ("withdrawn", "已经撤回，没有办理。"),
    ],
)
def test_each_state_says_what_comes_next(as_chair, state, said):
    assert said in text(as_chair, make.application(state))


def test_what_is_of_no_use_any_more_says_so(as_chair, member_user):
    assert "这份申请已经不用再批准" in text(
        as_chair, make.application(applicant=member_user.member, kind="join")
    )


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("join", "学校工会入会申请书"),
        ("leave", "学校工会退会申请书"),
        ("move", "学校工会会籍转出申请书"),
    ],
)
def test_the_paper_has_its_title_and_places_to_sign(as_chair, kind, title):
    page = text(as_chair, make.application("advised", kind=kind), "print/")

    assert title in page
    assert "<span>小组长</span>" in page
    assert "<span>负责人（盖章）</span>" in page


def test_the_paper_of_an_approval_tells_card_and_day(as_chair):
    person = make.member(card_no="GH7", joined_union_on=None)
    row = make.application("approved", applicant=person)

    assert "GH7" in text(as_chair, row, "print/")


def test_the_applicant_takes_it_back(as_member, own):
    answer = as_member.post(f"{own.get_absolute_url()}withdraw/")

    own.refresh_from_db()
    assert answer.url == own.get_absolute_url()
    assert own.state == "withdrawn"
    assert AuditEntry.objects.filter(action="application.withdrawn").count() == 1


def test_after_the_decision_it_is_too_late(as_member, member_user):
    row = make.application("refused", applicant=member_user.member, kind="move")

    answer = as_member.post(f"{row.get_absolute_url()}withdraw/")

    assert answer.status_code == 403
    assert "这份申请「没有批准」。" in answer.content.decode()


def test_another_member_does_not_see_it(as_member):
    assert as_member.get(make.application().get_absolute_url()).status_code == 404
