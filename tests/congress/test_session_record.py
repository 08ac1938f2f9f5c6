"""The record of a session: agenda, papers, questions, opinions, resolutions."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from congress.models import AgendaItem, Opinion, Question, Resolution
from tests import make_congress as make


@pytest.fixture
def session(db):
    return make.session(term=5, ordinal=4, held_on=make.days(20))


def path(session, page):
    return f"/congress/sessions/{session.pk}/{page}/"


AGENDA = {
    "title": "审议绩效分配办法",
    "verb": "adopt",
    "speaker": "王校长",
    "order": "2",
    "outcome": "",
    "note": "",
}


def test_an_item_of_the_agenda_is_for_all_to_read(as_committee, as_member, session):
    as_committee.post(path(session, "agenda/new"), AGENDA)

    text = as_member.get(path(session, "agenda")).content.decode()

    for words in ("2. 审议绩效分配办法", "讨论通过（须表决）", "报告人 王校长"):
        assert words in text
    assert "加议题" not in text


def test_the_same_item_twice_is_told(as_committee, session):
    make.agenda_item(session=session, title="审议绩效分配办法")

    answer = as_committee.post(path(session, "agenda/new"), AGENDA)

    assert "这个议题已经在议程里了。" in answer.content.decode()
    assert AgendaItem.objects.count() == 1


def test_papers_have_a_day(as_committee, as_member, session):
    session.papers_days = 10
    session.save()
    due = make.days(10)

    text = as_member.get(path(session, "agenda")).content.decode()

    assert f"材料在{due.year}年{due.month}月{due.day}日前送到代表手里" in text


def test_a_paper_is_handed_out_and_taken_back(as_committee, as_member, session):
    item = make.agenda_item(session=session)
    paper = SimpleUploadedFile("办法.pdf", b"%PDF-1.4 x %%EOF")

    as_committee.post(f"/congress/agenda/{item.pk}/papers/", {"files": [paper]})

    stored = item.papers.get()
    got = as_member.get(f"/congress/agenda/files/{stored.pk}/")
    assert b"".join(got.streaming_content).startswith(b"%PDF")
    as_committee.post(f"/congress/agenda/files/{stored.pk}/remove/")
    assert item.papers.count() == 0


def test_two_who_edit_an_item_meet(as_committee, session):
    item = make.agenda_item(session=session)
    values = AGENDA | {"version": item.version}
    as_committee.post(f"/congress/agenda/{item.pk}/edit/", values)

    answer = as_committee.post(
        f"/congress/agenda/{item.pk}/edit/", values | {"title": "另一个题目"}
    )

    assert answer.status_code == 409
    assert "另一个题目" in answer.content.decode()


def test_an_item_with_a_resolution_stays(as_committee, session):
    item = make.agenda_item(session=session)
    make.resolution(session=session, item=item)

    answer = as_committee.post(f"/congress/agenda/{item.pk}/remove/")

    assert "已经登记了决议，不能删去" in answer.content.decode()
    assert AgendaItem.objects.count() == 1


VOTE = {
    "title": "绩效分配办法",
    "passed_on": "2026-3-8",
    "base": "all",
    "threshold": "half",
    "of": "120",
    "yes": "61",
    "no": "20",
    "abstained": "10",
    "text": "会议通过绩效分配办法。",
}


def test_a_resolution_states_its_vote(as_committee, as_member, session):
    as_committee.post(path(session, "resolutions/new"), VOTE)

    text = as_member.get(path(session, "resolutions")).content.decode()
    paper = as_member.get(
        f"/congress/resolutions/{Resolution.objects.get().pk}/print/"
    ).content.decode()

    words = "同意61票，全体代表120人的半数以上（60票），通过；不同意20票，弃权10票"
    assert words in text
    assert words in paper
    assert "会议通过绩效分配办法。" in paper


@pytest.mark.parametrize(
    "wrong", [{"yes": "119"}, {"no": ""}, {"of": ""}, {"passed_on": "2099-1-1"}]
)
def test_a_vote_that_cannot_be_is_told(as_committee, session, wrong):
    answer = as_committee.post(path(session, "resolutions/new"), VOTE | wrong)

    assert answer.context["form"].errors
    assert Resolution.objects.count() == 0


def test_a_resolution_without_counts_says_none(as_member, session):
    make.resolution(session=session, title="鼓掌通过的")

    text = as_member.get(path(session, "resolutions")).content.decode()

    assert "鼓掌通过的" in text
    assert "<dt>结果</dt>" not in text


def test_a_delegate_asks_and_the_office_answers(
    as_member, member_user, as_committee, session
):
    make.delegate(member_user.member, congress=session.congress)

    as_member.post(path(session, "questions/new"), {"text": "课后服务费何时发？"})
    row = Question.objects.get()
    as_committee.post(
        f"/congress/questions/{row.pk}/edit/",
        {
            "version": row.version,
            "asker": row.asker.staff_no,
            "text": row.text,
            "answer": "本月十五日发。",
            "answered_by": "财务处",
            "answered_on": "2026-3-8",
        },
    )

    text = as_member.get(path(session, "questions")).content.decode()
    assert row.asker == member_user.member
    assert "本月十五日发。" in text
    assert "（财务处，2026年3月8日）" in text


def test_an_answer_without_a_name_is_told(as_committee, session):
    row = make.question(session=session)

    answer = as_committee.post(
        f"/congress/questions/{row.pk}/edit/",
        {"version": row.version, "text": row.text, "answer": "已经发了。"},
    )

    assert "答复要写明内容、答复人和日期。" in answer.content.decode()


def test_opinions_come_line_by_line(as_committee, session):
    team = make.delegation(congress=session.congress)

    as_committee.post(
        path(session, "opinions"),
        {"delegation": team.pk, "texts": "食堂周五的菜太咸\n\n 车位太少 \n"},
    )

    rows = Opinion.objects.order_by("pk")
    assert [(row.text, row.delegation) for row in rows] == [
        ("食堂周五的菜太咸", team),
        ("车位太少", team),
    ]


def test_a_double_click_writes_opinions_and_questions_once(as_committee, session):
    page = as_committee.get(path(session, "questions/new"))
    asked = {
        "text": "课后服务费何时发？",
        "form_key": page.context["form"]["form_key"].value(),
    }

    for _ in range(2):
        as_committee.post(path(session, "opinions"), {"texts": "车位太少\n菜太咸"})
        as_committee.post(path(session, "questions/new"), asked)

    assert Opinion.objects.count() == 2
    assert Question.objects.count() == 1


def test_the_same_opinions_are_merged_and_both_counts_stay(
    as_committee, as_member, session
):
    rows = [make.opinion(f"车位太少{n}", session=session) for n in range(3)]
    make.opinion("菜太咸", session=session)

    as_committee.post(
        path(session, "opinions/merge"), {"opinions": [row.pk for row in rows]}
    )

    text = as_member.get(path(session, "opinions")).content.decode()
    report = as_member.get(path(session, "report")).content.decode()
    assert "提出意见 4 条，归并为 2 条。" in text
    assert "分组讨论提出意见 4 条，归并为 2 条。" in report


def test_a_merged_opinion_stands_alone_again(as_committee, session):
    first = make.opinion(session=session)
    second = make.opinion(session=session, merged_into=first)

    as_committee.post(f"/congress/opinions/{second.pk}/release/")

    assert Opinion.objects.heads().count() == 2


@pytest.mark.parametrize("count", [0, 1])
def test_less_than_two_are_not_merged(as_committee, session, count):
    rows = [make.opinion(session=session) for _ in range(2)]

    answer = as_committee.post(
        path(session, "opinions/merge"),
        {"opinions": [row.pk for row in rows[:count]]},
        follow=True,
    )

    assert "请勾选两条以上" in answer.content.decode()
    assert Opinion.objects.heads().count() == 2


def test_too_long_a_line_is_named_and_all_comes_back(as_committee, session):
    typed = "好的\n" + "长" * 501

    answer = as_committee.post(path(session, "opinions"), {"texts": typed})

    form = answer.context["form"]
    assert form.errors == {"texts": ["第 2 条有 501 个字，最多 500 个。"]}
    assert form["texts"].value() == typed


def test_minutes_are_written_and_printed(as_committee, sign_in, as_member):
    sitting = make.sitting("open")
    values = {"version": sitting.version, "minutes": "主持人宣布开会。"}

    as_committee.post(f"/congress/sittings/{sitting.pk}/minutes/edit/", values)
    late = as_committee.post(
        f"/congress/sittings/{sitting.pk}/minutes/edit/",
        values | {"minutes": "另一位写的"},
    )

    text = as_committee.get(f"/congress/sittings/{sitting.pk}/minutes/")
    assert "主持人宣布开会。" in text.content.decode()
    assert late.status_code == 409
    assert "另一位写的" in late.content.decode()
    assert as_member.get(f"/congress/sittings/{sitting.pk}/minutes/").status_code == 403


def test_the_record_is_one_workbook(as_member, session):
    item = make.agenda_item(session=session)
    make.resolution(session=session, item=item)
    make.question(session=session)
    make.opinion(session=session)

    answer = as_member.get(path(session, "record/export"))

    book = load_workbook(io.BytesIO(answer.content))
    assert book.sheetnames == ["会议议程", "教代会决议", "代表询问", "讨论意见"]
    assert [page.max_row for page in book] == [3, 3, 3, 3]


@pytest.mark.parametrize("count", [1, 6])
@pytest.mark.parametrize(
    ("page", "queries"),
    [
        ("agenda", 9),
        ("questions", 7),
        ("resolutions", 7),
        ("opinions", 10),
    ],
)
def test_each_page_costs_the_same_for_one_and_for_many(
    as_committee, django_assert_num_queries, session, page, queries, count
):
    for n in range(count):
        item = make.agenda_item(session=session, title=f"议题{n}")
        make.resolution(session=session, item=item, title=f"决议{n}")
        make.question(session=session)
        head = make.opinion(session=session)
        make.opinion(session=session, merged_into=head)
    as_committee.get(path(session, page))

    with django_assert_num_queries(queries):
        as_committee.get(path(session, page))
