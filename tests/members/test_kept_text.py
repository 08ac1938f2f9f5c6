"""A form sent after the session had ended is not lost."""

import re

import pytest
from django.test import Client

from members import kept
from tests import make_members as make
from tests.conftest import BACKEND

NEW = "/members/new/"
TYPED = {
    "staff_no": "A77",
    "name": "写了半天的人",
    "remarks": "一段<b>很长</b>的备注，写了很久。",
}


@pytest.fixture
def late(db):
    """A browser that has just sent a form without being signed in."""
    client = Client()
    answer = client.post(NEW, TYPED | {"password": "geheim"})
    assert answer.url == "/accounts/login/?next=/members/kept/"
    return client


def test_it_waits_on_the_other_side_of_the_login(late, chair):
    late.force_login(chair, backend=BACKEND)

    page = late.get("/members/kept/").content.decode()

    assert f'action="{NEW}"' in page
    assert 'name="name" value="写了半天的人"' in page
    assert "一段&lt;b&gt;很长&lt;/b&gt;的备注" in page
    assert "geheim" not in page


def test_it_lies_sealed_in_the_session(late):
    assert "写了半天的人" not in str(dict(late.session.items()))


def test_one_may_let_it_go(late, chair):
    late.force_login(chair, backend=BACKEND)

    late.post("/members/kept/")

    assert late.get("/members/kept/").url == "/"


def test_after_an_hour_it_is_gone(late, chair, monkeypatch):
    monkeypatch.setattr(kept, "SECONDS", -1)
    late.post(NEW, TYPED)
    late.force_login(chair, backend=BACKEND)

    assert late.get("/members/kept/").url == "/"


def test_a_button_pressed_too_late_can_be_pressed_again(db, chair):
    client = Client()
    member = make.member()
    client.post(f"/members/{member.pk}/reveal/", {"reason": "核对医保"})
    client.force_login(chair, backend=BACKEND)

    page = client.get("/members/kept/").content.decode()

    assert re.search(rf'action="/members/{member.pk}/reveal/"', page)


def test_the_address_of_a_button_says_what_it_is(as_chair):
    answer = as_chair.get(f"/members/{make.member().pk}/reveal/")

    assert (answer.status_code, answer.headers["Allow"]) == (405, "POST")
    assert "要在页面上点按钮才行" in answer.content.decode()


def test_only_sentences_are_shown_of_it():
    fields = [
        ["title", "短题目"],
        ["form_key", "k" * 32],
        ["reason", "写了半天的理由和数字。"],
    ]

    assert kept.sentences({"fields": fields}) == ["写了半天的理由和数字。"]
