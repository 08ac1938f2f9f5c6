"""A teacher writes a proposal."""

import threading

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client

from congress.models import Proposal
from members.models import AuditEntry
from tests import make_congress as make
from tests import make_members as people
from tests.conftest import BACKEND

PATH = "/congress/proposals/new/"


def values(**more):
    session = more.pop("session", None) or make.session()
    return {
        "session": session.pk,
        "title": "在南校门增设充电棚",
        "category": make.category().pk,
        "reason": "五十多位老师骑电动车，没有地方安全充电。",
        "measures": "总务处在南校门围墙内建四十个车位。",
        "form_key": "k" * 32,
        **more,
    }


def test_a_draft_is_saved_and_nobody_else_sees_it(as_member, member_user, as_chair):
    answer = as_member.post(PATH, values(), follow=True)

    made = Proposal.objects.get()
    assert answer.redirect_chain == [(f"/congress/proposals/{made.pk}/", 302)]
    assert (made.state, made.author, made.number) == (
        "draft",
        member_user.member,
        None,
    )
    assert "草稿已保存。下一步邀请附议人。" in answer.content.decode()
    assert [step.title for step in made.steps.all()] == ["写成草稿"]
    assert AuditEntry.objects.filter(action="proposal.made").count() == 1
    assert as_chair.get(f"/congress/proposals/{made.pk}/").status_code == 404


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("title", " \u3000\n ", "请填写这一项。"),
        ("title", "字", "案由至少 4 个字，让人一看就知道要办什么事。"),
        ("title", "长" * 201, "最多 200 个字，现在有 201 个字。"),
        (
            "measures",
            "长" * 50_001,
            "最多 50000 个字，现在有 50001 个字。",
        ),
    ],
)
def test_a_mistake_is_told_and_the_text_comes_back(as_member, field, typed, told):
    sent = values()
    sent[field] = typed

    answer = as_member.post(PATH, sent)

    form = answer.context["form"]
    assert form.errors == {field: [told]}
    assert form["measures"].value() == sent["measures"]
    assert Proposal.objects.count() == 0


def test_a_draft_needs_no_more_than_a_title(as_member):
    sent = values(category="", reason="\u200b", measures="先")

    page = as_member.post(PATH, sent, follow=True).content.decode()

    made = Proposal.objects.get()
    assert (made.category, made.reason, made.measures) == (None, "", "先")
    assert "草稿已保存。有空接着写。" in page
    assert "下一步：写好类别、理由、建议措施。" in page


def test_markup_is_shown_as_text(as_member):
    markup = "<script>alert(1)</script><a href='javascript:x'>点我</a>"
    as_member.post(PATH, values(reason=markup))

    page = as_member.get(f"/congress/proposals/{Proposal.objects.get().pk}/")

    assert "&lt;script&gt;alert(1)" in page.content.decode()
    assert "<script>alert" not in page.content.decode()


def test_forged_fields_are_left_alone(as_member, member_user):
    other = people.member()
    forged = {
        "state": "accepted",
        "decision": "accepted",
        "author": other.pk,
        "number": "9",
        "decided_at": "2026-01-01",
        "version": "7",
    }

    as_member.post(PATH, values(**forged))

    made = Proposal.objects.get()
    assert (made.state, made.decision, made.author_id) == (
        "draft",
        "",
        member_user.member_id,
    )
    assert (made.number, made.decided_at, made.version) == (None, None, 1)


def test_without_a_session_there_is_nothing_to_write_for(as_member):
    make.session("preparing")

    answer = as_member.get(PATH)

    assert answer.status_code == 403
    assert "现在没有进行中的会次" in answer.content.decode()


def test_a_closed_session_is_no_choice(as_member):
    make.session()
    closed = make.session("closed")

    answer = as_member.post(PATH, values(session=closed))

    assert list(answer.context["form"].errors) == ["session"]


def test_papers_come_along(as_member):
    good = SimpleUploadedFile("现场.pdf", b"%PDF-1.4 one %%EOF")
    also = SimpleUploadedFile("预算.pdf", b"%PDF-1.4 two %%EOF")

    as_member.post(PATH, values(files=[good, also]))

    made = Proposal.objects.get()
    assert [paper.name for paper in made.files.all()] == ["现场.pdf", "预算.pdf"]


def test_a_wrong_paper_is_told_beside_the_text(as_member):
    bad = SimpleUploadedFile("病毒.pdf", b"MZ not a pdf")

    answer = as_member.post(PATH, values(files=[bad]))

    assert list(answer.context["form"].errors) == ["files"]
    assert "五十多位老师" in answer.content.decode()


def test_the_same_form_sent_again_makes_no_second_proposal(as_member):
    sent = values()
    first = as_member.post(PATH, sent)

    again = as_member.post(PATH, sent)

    assert again.url == first.url
    assert Proposal.objects.count() == 1
    assert AuditEntry.objects.filter(action="proposal.edited").count() == 0


def test_going_back_and_changing_the_text_changes_the_draft(as_member):
    sent = values()
    as_member.post(PATH, sent)

    as_member.post(PATH, sent | {"title": "在北校门增设充电棚"})

    made = Proposal.objects.get()
    assert (made.title, made.version) == ("在北校门增设充电棚", 2)


def test_the_key_of_somebody_else_gives_a_proposal_of_ones_own(as_member, sign_in):
    sent = values()
    as_member.post(PATH, sent)
    other = people.user("member")

    sign_in(other).post(PATH, sent)

    assert Proposal.objects.written_by(other.member_id).get().form_key is None
    assert Proposal.objects.count() == 2


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_double_click_makes_one_proposal(lifted_triggers):
    user = people.user("member")
    sent = values()
    answers = []

    def post():
        client = Client()
        client.force_login(user, backend=BACKEND)
        answers.append(client.post(PATH, sent).status_code)
        connection.close()

    threads = [threading.Thread(target=post) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert answers == [302] * 4
    assert Proposal.objects.count() == 1
