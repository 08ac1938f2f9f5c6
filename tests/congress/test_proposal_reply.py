"""A department answers."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import make_congress as make
from tests import make_members as people


@pytest.fixture
def place(handler):
    department = people.department("总务处")
    handler.member.department = department
    handler.member.save()
    return department


def values(**more):
    return {
        "result": "started",
        "text": "已经请三家公司报价，十二月开工。",
        "promised_on": str(make.days(60)),
        **more,
    }


def post(client, row, **more):
    return client.post(f"/congress/proposals/{row.pk}/reply/", values(**more))


def test_the_department_answers(as_handler, handler, place):
    row = make.proposal("assigned", department=place)
    plan = SimpleUploadedFile("方案.pdf", b"%PDF-1.4 plan %%EOF")

    post(as_handler, row, files=[plan])

    row.refresh_from_db()
    answered = row.rounds.get()
    assert row.state == "replied"
    assert (answered.result, answered.grade) == ("started", "B")
    assert answered.promised_on == make.days(60)
    assert answered.replied_by == handler
    assert [paper.name for paper in answered.files.all()] == ["方案.pdf"]
    assert row.steps.first().title == "总务处答复：采纳，正在解决（B）"


def test_an_answer_writes_over_nothing_but_the_answer(as_handler, place):
    row = make.proposal("assigned", department=place)

    with CaptureQueriesContext(connection) as asked:
        post(as_handler, row)

    writes = [q["sql"] for q in asked if q["sql"].startswith('UPDATE "congress_round"')]
    assert len(writes) == 1
    assert '"department_id" =' not in writes[0].partition("WHERE")[0]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (
            {"text": "好"},
            {"text": ["答复太短了，请写清楚怎么办、何时办。"]},
        ),
        (
            {"promised_on": ""},
            {"promised_on": ["正在解决或列入计划的，要写计划完成日期。"]},
        ),
        (
            {"promised_on": "年底"},
            {"promised_on": ["看不懂这个日期，请写成 2026-3-8 或 3月8日 的样子。"]},
        ),
        ({"result": ""}, {"result": ["请选择一项。"]}),
    ],
)
def test_an_incomplete_answer_is_told_and_kept(as_handler, place, wrong, told):
    row = make.proposal("assigned", department=place)

    answer = post(as_handler, row, **wrong)

    form = answer.context["form"]
    assert form.errors == told
    assert form["text"].value() == values(**wrong)["text"]
    row.refresh_from_db()
    assert row.state == "assigned"


def test_a_refusal_needs_no_day(as_handler, place):
    row = make.proposal("assigned", department=place)

    post(as_handler, row, result="declined", promised_on="")

    assert row.rounds.get().grade == "D"


def test_another_department_is_told_whose_it_is(as_handler, place):
    row = make.proposal("assigned")

    answer = post(as_handler, row)

    assert answer.status_code == 403
    assert "这件提案没有交给你的部门办理。" in answer.content.decode()


def test_the_handler_sees_no_phone_number(as_handler, place):
    author = people.member(name="有手机", phone="13912345678")
    row = make.proposal("assigned", author=author, department=place)

    for page in ("", "reply/", "print/"):
        text = as_handler.get(f"/congress/proposals/{row.pk}/{page}").content.decode()

        assert "有手机" in text
        assert "139" not in text
