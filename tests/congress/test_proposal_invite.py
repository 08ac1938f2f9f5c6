"""The author asks colleagues to second."""

import pytest
from django.utils import timezone

from congress import services
from congress.models import Proposal, Seconding
from members.models import User
from tests import make_congress as make
from tests import make_members as people


@pytest.fixture
def draft(member_user):
    return make.proposal("draft", author=member_user.member)


def path(row):
    return f"/congress/proposals/{row.pk}/invite/"


def test_colleagues_are_asked_by_name(as_member, draft):
    wang = people.member(name="王芳芳")
    li = people.member(name="李建国")

    as_member.post(path(draft), {"members": "1. 王芳芳\n2. 李建国"})

    draft.refresh_from_db()
    assert draft.state == "seconding"
    assert [(s.member, s.state) for s in draft.secondings.all()] == [
        (wang, "invited"),
        (li, "invited"),
    ]
    assert draft.steps.first().title == "邀请王芳芳、李建国附议"


@pytest.fixture
def submitted(draft, member_user):
    """曹伟 seconded, 董思琪 thought better of it, 许俊杰 was asked no longer."""
    asked = [people.user("member", name=name) for name in ("曹伟", "董思琪", "许俊杰")]
    members = [account.member for account in asked]
    services.proposal_invite(draft, by=member_user, members=members)
    services.proposal_second(draft, by=asked[0])
    services.proposal_second(draft, by=asked[1])
    services.proposal_unsecond(draft, by=asked[1])
    third = draft.secondings.get(member=members[2])
    services.proposal_uninvite(third, by=member_user)
    values = {"state": "submitted", "number": 1, "submitted_at": timezone.now()}
    Proposal.objects.filter(pk=draft.pk).update(**values)
    return draft


def test_author_and_seconders_read_who_was_asked(as_member, submitted, sign_in):
    seconder = sign_in(User.objects.get(member__name="董思琪"))

    for client in (as_member, seconder):
        page = client.get(f"/congress/proposals/{submitted.pk}/").context["page"]

        assert [step.title for step in page.steps] == [
            "取消邀请许俊杰",
            "撤回附议",
            "附议",
            "附议",
            "邀请曹伟、董思琪、许俊杰附议",
        ]


def test_others_read_only_who_seconded(as_committee, submitted):
    page = as_committee.get(f"/congress/proposals/{submitted.pk}/")

    assert page.context["page"].steps == []
    text = page.content.decode()
    assert [name in text for name in ("曹伟", "董思琪", "许俊杰")] == [
        True,
        False,
        False,
    ]


def test_a_title_alone_is_nothing_to_second(as_member, draft):
    Proposal.objects.update(reason="")

    answer = as_member.get(path(draft))

    assert answer.status_code == 403
    assert "写好理由，再邀请附议人。" in answer.content.decode()


def test_wrong_names_are_told_and_the_list_comes_back(as_member, draft, member_user):
    people.member(name="王芳", staff_no="A1")
    people.member(name="王芳", staff_no="A2")
    again = people.member(name="李建国")
    make.seconding(draft, again)
    cases = {
        "林老师": "提案人不能附议自己的提案，请去掉自己的名字。",
        "李建国": "李建国已经邀请过了，请去掉。",
        "诸葛无": "名册里没有 「诸葛无」。请改正或删去。",
        "王芳": "有几位叫「王芳」：王芳（A1）、王芳（A2）。请写上工号。",
        "": "请填写这一项。",
    }

    told = {}
    for typed in cases:
        form = as_member.post(path(draft), {"members": typed}).context["form"]
        told[typed] = form.errors["members"][0]
        assert form["members"].value() == typed

    assert told == cases
    assert Seconding.objects.count() == 1


def test_two_hundred_are_too_many(as_member, draft):
    names = [people.member(name=f"老师{n}", staff_no=f"L{n:03d}") for n in range(200)]

    answer = as_member.post(
        path(draft), {"members": "\n".join(m.staff_no for m in names)}
    )

    assert answer.context["form"].errors["members"] == [
        "一件提案最多邀请 30 位附议人。"
    ]


def test_an_invitation_is_taken_back(as_member, draft):
    asked = make.seconding(draft, people.member())

    as_member.post(f"/congress/proposals/{draft.pk}/uninvite/{asked.pk}/")

    assert draft.secondings.count() == 0


def test_a_given_yes_is_not_taken_back_by_the_author(as_member, draft):
    asked = make.seconding(draft, people.member(name="钱多多"), "confirmed")

    answer = as_member.post(f"/congress/proposals/{draft.pk}/uninvite/{asked.pk}/")

    assert answer.status_code == 403
    assert "钱多多已经附议，不能取消邀请。" in answer.content.decode()
    assert draft.secondings.count() == 1


def test_an_invitation_of_another_proposal_is_not_found(as_member, draft):
    other = make.seconding(make.proposal("seconding"), people.member())

    answer = as_member.post(f"/congress/proposals/{draft.pk}/uninvite/{other.pk}/")

    assert answer.status_code == 404
    assert Seconding.objects.filter(pk=other.pk).count() == 1


def test_who_cannot_sign_in_is_told_at_once(as_member, draft):
    people.user("member", name="王芳芳")
    people.member(name="李建国")

    page = as_member.post(path(draft), {"members": "王芳芳、李建国"}, follow=True)

    assert [str(message) for message in page.context["messages"]] == [
        "已请王芳芳、李建国附议，等待他们确认。",
        "李建国还没有账号，登录不了，没法附议。请工会主席给他们建立账号，或另请几位。",
    ]
