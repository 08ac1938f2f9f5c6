"""The chair makes a session and keeps its data."""

import datetime

import pytest

from congress.models import Session
from members.models import AuditEntry, Office
from tests import make_congress as make

PATH = "/congress/sessions/new/"


def values(**more):
    return {
        "congress": str(make.congress(5).pk),
        "ordinal": "4",
        "title": "",
        "held_on": "2026.12.18",
        "place": "阶梯教室",
        "proposals_from": "2026-10-20",
        "proposals_until": "2026年12月8日",
        "seconds_wanted": "2",
        "proposers": "members",
        "seconders": "delegates",
        "reply_due_on": "",
        "scale": "four",
        "papers_days": "7",
        **more,
    }


def test_the_chair_makes_a_session(as_chair, chair):
    answer = as_chair.post(PATH, values())

    made = Session.objects.get()
    assert answer.url == f"/congress/sessions/{made.pk}/"
    assert (made.title, made.state) == ("第五届第四次教职工代表大会", "preparing")
    assert made.proposals_until == datetime.date(2026, 12, 8)
    entry = AuditEntry.objects.get(action="session.made")
    assert (entry.by, entry.object_id) == (chair, str(made.pk))


def test_the_form_proposes_what_comes_next(as_chair):
    Office(pk=1, seconds_wanted=3).save()
    make.session(term=6, ordinal=2)

    form = as_chair.get(PATH).context["form"]

    assert [form[n].value() for n in ("congress", "ordinal", "seconds_wanted")] == [
        make.congress(6).pk,
        3,
        3,
    ]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (
            {"proposals_until": "2026-10-1"},
            {"__all__": ["提案征集的截止日不能早于开始日。"]},
        ),
        (
            {"reply_due_on": "2026-12-1"},
            {"reply_due_on": ["答复期限不能早于提案征集截止日。"]},
        ),
        (
            {"held_on": "下周五"},
            {"held_on": ["看不懂这个日期，请写成 2026-3-8 或 3月8日 的样子。"]},
        ),
    ],
)
def test_wrong_days_are_told_and_stay_in_the_form(as_chair, wrong, told):
    answer = as_chair.post(PATH, values(**wrong))

    form = answer.context["form"]
    assert form.errors == told
    assert form.data["place"] == "阶梯教室"
    assert Session.objects.count() == 0


def test_the_same_session_is_not_made_twice(as_chair):
    make.session(term=5, ordinal=4)

    answer = as_chair.post(PATH, values())

    assert answer.context["form"].non_field_errors() == [
        "这一届这一次的会议已经建立过了。"
    ]


def test_without_a_congress_the_congress_comes_first(as_chair):
    answer = as_chair.get(PATH, follow=True)

    assert answer.request["PATH_INFO"] == "/congress/congresses/new/"
    assert "先把这一届建好" in answer.content.decode()


def test_the_congress_of_the_address_is_chosen(as_chair):
    make.session(term=5, ordinal=3)
    new = make.congress(6)

    form = as_chair.get(PATH, {"congress": new.pk}).context["form"]

    assert [form[n].value() for n in ("congress", "ordinal")] == [new.pk, 1]


def test_a_number_that_no_database_holds_is_refused_in_words(as_chair):
    make.congress()
    answer = as_chair.post(
        "/congress/sessions/new/", {"congress": 1, "ordinal": "9" * 30}
    )

    assert answer.status_code == 200
    assert "ordinal" in answer.context["form"].errors
