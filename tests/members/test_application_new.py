"""Somebody applies on the phone: to join, to leave, to be transferred away."""

import pytest

from members import roles
from members.models import Application, AuditEntry
from tests import make_members as make

JOIN = "/members/apply/join/"
WORDS = "我自愿加入工会，请批准。"


@pytest.fixture
def newcomer(db):
    """An account of somebody who works here and is no member."""
    values = {"joined_union_on": None, "group": make.group()}
    return make.user(roles.MEMBER, name="陈新", member_values=values)


@pytest.fixture
def as_newcomer(newcomer, sign_in):
    return sign_in(newcomer)


def test_the_page_comes_filled_in_and_is_signed_with_the_name(as_newcomer, newcomer):
    form = as_newcomer.get(JOIN).context["form"]
    answer = as_newcomer.post(
        JOIN, {"words": form["words"].value(), "signed_as": "陈 新"}
    )

    made = Application.objects.get()
    assert answer.url == made.get_absolute_url()
    assert (made.kind, made.state, made.signed_as) == ("join", "filed", "陈新")
    assert (made.member, made.filed_by) == (newcomer.member, newcomer)
    assert "自愿加入工会" in made.words
    assert AuditEntry.objects.get(action="application.filed").object_label == "陈新"


def test_another_name_is_no_signature(as_newcomer):
    answer = as_newcomer.post(JOIN, {"words": WORDS, "signed_as": "陈旧"})

    assert answer.context["form"].errors["signed_as"] == [
        "签名要和名册上的姓名「陈新」一样。"
    ]
    assert not Application.objects.exists()


def test_sent_twice_it_is_one_and_leads_to_it(as_newcomer):
    told = {"words": WORDS, "signed_as": "陈新"}

    first, second = as_newcomer.post(JOIN, told), as_newcomer.post(JOIN, told)

    assert first.url == second.url
    assert Application.objects.count() == 1


def test_a_member_moves_away_to_a_place_that_is_named(as_member):
    told = {"words": "我调到实验中学，请办理转出。", "signed_as": "林老师"}

    missing = as_member.post("/members/apply/move/", told)
    as_member.post("/members/apply/move/", {**told, "moves_to": "实验中学"})

    assert missing.context["form"].errors["moves_to"] == ["请填写这一项。"]
    assert Application.objects.get().moves_to == "实验中学"


@pytest.mark.parametrize(
    ("kind", "status"), [("join", 403), ("leave", 200), ("move", 200), ("x", 404)]
)
def test_a_member_is_asked_for_what_a_member_can_want(as_member, kind, status):
    assert as_member.get(f"/members/apply/{kind}/").status_code == status


def test_the_retired_do_not_join(as_newcomer, newcomer):
    newcomer.member.work_status = "retired"
    newcomer.member.save()

    answer = as_newcomer.get(JOIN)

    assert answer.status_code == 403
    assert "入会的对象是在职教职工。" in answer.content.decode()


def test_an_account_without_a_person_has_nothing_to_apply_for(db, sign_in, chair):
    chair.member = None
    chair.save()

    assert sign_in(chair).get(JOIN).status_code == 404


def test_my_page_offers_the_next_step_and_tells_how_far_it_is(as_newcomer):
    before = as_newcomer.get("/me/").content.decode()
    as_newcomer.post(JOIN, {"words": WORDS, "signed_as": "陈新"})
    after = as_newcomer.get("/me/").content.decode()

    assert f'href="{JOIN}">申请入会' in before
    assert f'href="{JOIN}"' not in after
    assert "待小组意见" in after


def test_my_page_lets_a_member_go_quietly(as_member):
    page = as_member.get("/me/").content.decode()

    assert "申请转出" in page
    assert "申请退会" in page
    assert "申请入会" not in page
