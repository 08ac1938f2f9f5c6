"""A plan text comes in: read, checked beside its source, saved when confirmed."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from plans import services
from plans.models import Activity, Category, Plan
from tests import make_plans as make

PAGE = "/plans/import/"
TEXT = """2027年青松学校工会工作计划
一、指导思想
把会员的事办好，把会员请进来。
二、具体安排
三月份：
1、女教职工插花课；
2、退休教职工体检。
七、八月份：
1、教职工疗休养。
"""


def checked(client, text=TEXT, **sent):
    return client.post(PAGE, {"text": text} | sent)


def confirmed(desk, **changes):
    """What the browser sends back from the page of drafts."""
    sent = {"text": desk.reading.text, "which": desk.which, "save": "1"}
    for form in (desk.target, *desk.rows):
        for name in form.fields:
            value = form[name].value()
            sent[form[name].html_name] = "" if value is None else value
            if value is False:
                del sent[form[name].html_name]
    sent["section"] = [str(n) for n in range(len(desk.sections))]
    sent["measure"] = [str(n) for n in range(len(desk.measures))]
    return sent | changes


def test_drafts_stand_beside_their_source_and_nothing_is_saved(as_chair):
    desk = checked(as_chair).context["desk"]

    rows = [
        (r["title"].value(), r["first"].value(), r["last"].value()) for r in desk.rows
    ]
    assert rows == [
        ("女教职工插花课", "3", ""),
        ("退休教职工体检", "3", ""),
        ("教职工疗休养", "7", "8"),
    ]
    women = Category.objects.get(name="女工")
    assert desk.rows[0]["category"].value() == str(women.pk)
    assert desk.target.initial["year"] == 2027
    assert desk.target.initial["start_month"] == 1
    assert [line.fate for line in desk.reading.lines][5:7] == ["活动", "活动"]
    assert Plan.objects.count() == 0


def test_the_confirmed_drafts_become_a_draft_plan(as_chair, chair):
    desk = checked(as_chair).context["desk"]

    response = as_chair.post(PAGE, confirmed(desk))

    plan = Plan.objects.get()
    assert response.url == plan.get_absolute_url()
    assert (plan.state, plan.drafted_by, plan.span) == (
        "draft",
        chair,
        "2027年1–12月",
    )
    assert list(plan.activities.values_list("title", "source_line")) == [
        ("女教职工插花课", 6),
        ("退休教职工体检", 7),
        ("教职工疗休养", 9),
    ]
    assert plan.sections.count() >= 1


def test_rows_are_dropped_edited_and_moved_before_they_are_saved(as_chair):
    desk = checked(as_chair).context["desk"]
    sent = confirmed(desk, **{"row1-title": "春季体检", "row1-first": "4"})
    del sent["row0-take"]

    as_chair.post(PAGE, sent)

    rows = Activity.objects.values_list("title", "first_month")
    assert list(rows) == [
        ("春季体检", datetime.date(2027, 4, 1)),
        ("教职工疗休养", datetime.date(2027, 7, 1)),
    ]


def test_a_row_may_go_into_the_next_year(as_chair):
    desk = checked(as_chair).context["desk"]

    as_chair.post(PAGE, confirmed(desk, **{"row0-first": "13"}))

    moved = Activity.objects.get(title="女教职工插花课")
    assert moved.span == "2028年1月"


def test_a_row_without_a_name_is_asked_about_and_the_rest_stays(as_chair):
    desk = checked(as_chair).context["desk"]
    sent = confirmed(desk, **{"row0-title": "", "row1-title": "改过的"})

    desk = as_chair.post(PAGE, sent).context["desk"]

    assert desk.rows[0].errors == {"title": ["活动名称不能空着；不要这一条就去掉勾。"]}
    assert desk.rows[1]["title"].value() == "改过的"
    assert Plan.objects.count() == 0


def test_months_in_the_wrong_order_are_asked_about(as_chair):
    desk = checked(as_chair).context["desk"]

    desk = as_chair.post(PAGE, confirmed(desk, **{"row0-last": "2"})).context["desk"]

    assert desk.rows[0].errors == {"last": ["结束月份不能早于开始月份。"]}


def test_a_double_click_saves_one_plan(as_chair):
    sent = confirmed(checked(as_chair).context["desk"])

    urls = {as_chair.post(PAGE, sent).url for _ in range(2)}

    assert (len(urls), Plan.objects.count(), Activity.objects.count()) == (1, 1, 3)


def test_unticked_sections_stay_out(as_chair):
    desk = checked(as_chair).context["desk"]

    as_chair.post(PAGE, confirmed(desk, section=[], measure=[]))

    assert Plan.objects.get().sections.count() == 0


def test_a_file_is_read_and_its_text_goes_on_to_the_next_step(as_chair):
    upload = SimpleUploadedFile("计划.txt", TEXT.encode("gb18030"))

    desk = as_chair.post(PAGE, {"text": "", "file": upload}).context["desk"]

    assert len(desk.rows) == 3
    assert "女教职工插花课" in desk.reading.text


@pytest.mark.parametrize(
    "content", [b"", b"%PDF-1.7 x", b"\x89PNG\r\n\x1a\n" + b"0" * 99]
)
def test_what_cannot_be_read_gets_one_sentence(as_chair, content):
    upload = SimpleUploadedFile("计划.txt", content)

    form = as_chair.post(PAGE, {"text": "先贴的字", "file": upload}).context["form"]

    assert len(form.non_field_errors()) == 1
    assert form["text"].value() == "先贴的字"


def test_nothing_at_all_is_asked_about(as_chair):
    form = checked(as_chair, "  ").context["form"]

    assert form.non_field_errors() == ["请粘贴计划原文，或者选择一个文件。"]


def test_a_text_without_a_calendar_says_so(as_chair):
    page = checked(as_chair, "工会计划\n一、指导思想\n团结会员，服务教学。")

    assert page.context["desk"].rows == []
    assert "没有找到按月排的活动" in page.content.decode()


def test_the_plan_is_chosen_out_of_several(as_chair):
    text = "\n".join(f"工会工作计划范本{n}\n{TEXT}" for n in "一二")
    first = checked(as_chair, text).context["desk"]

    second = checked(as_chair, text, which="1").context["desk"]

    assert len(first.plans) == 2
    assert (first.which, second.which) == (0, 1)
    assert checked(as_chair, text, which="9").context["desk"].which == 0


def test_a_text_longer_than_a_form_carries_is_refused(as_chair, monkeypatch):
    monkeypatch.setattr("plans.forms.plantext.MOST_BYTES", 20)

    form = checked(as_chair).context["form"]

    assert form.non_field_errors() == ["原文太长，请只留计划正文，分几次导入。"]


def test_more_rows_than_a_form_carries_are_not_saved(as_chair, monkeypatch):
    monkeypatch.setattr("plans.forms.plantext.MOST_ROWS", 2)
    desk = checked(as_chair).context["desk"]

    response = as_chair.post(PAGE, confirmed(desk))

    assert "一次存不下" in response.content.decode()
    assert Plan.objects.count() == 0


@pytest.mark.django_db
def test_the_command_line_imports_without_a_person():
    plan = services.plan_import(
        make.DRAFT, by=None, title="计划", year=2026, start_month=1
    )

    measure = plan.measures.get()
    assert (plan.drafted_by, measure.due_on) == (None, datetime.date(2026, 3, 25))
    spans = [(a.span, a.theme) for a in plan.activities.all()]
    assert spans == [("2026年3月", ""), ("2026年7–8月", "清凉一夏")]


@pytest.mark.django_db
def test_long_titles_and_impossible_days_are_kept_without_harm():
    draft = {
        "sections": [{"heading": "目" * 150, "text": "正文"}],
        "measures": [{"text": "x", "months": [], "due": "02-30", "responsible": ""}],
        "activities": [
            {
                "title": "长" * 300,
                "months": [],
                "year_offset": 0,
                "theme": "",
                "line": 1,
            }
        ],
    }

    plan = services.plan_import(draft, by=None, title="x", year=2026, start_month=1)

    activity, section = plan.activities.get(), plan.sections.get()
    assert (len(activity.title), activity.notes) == (200, "长" * 300)
    assert (len(section.heading), section.text) == (120, "目" * 150 + "\n正文")
    assert plan.measures.get().due_on is None


@pytest.mark.django_db
def test_nothing_is_saved_when_a_part_fails():
    broken = make.DRAFT | {"activities": [{"title": "x", "months": [13]}]}

    with pytest.raises(ValueError, match="month"):
        services.plan_import(broken, by=None, title="x", year=2026, start_month=1)

    assert Plan.objects.count() == 0


OUTSIDE = "2027年工会计划\n三月：植树\n明年1月：总结\n明年3月：座谈"


def test_months_outside_of_the_plan_are_said_until_it_is_approved(as_chair):
    page = as_chair.post(PAGE, confirmed(checked(as_chair, OUTSIDE).context["desk"]))
    plan = Plan.objects.get()
    told = as_chair.get(plan.get_absolute_url()).content.decode()
    Plan.objects.update(state="approved", approved_on="2027-01-01")
    later = as_chair.get(plan.get_absolute_url()).context["outside"]

    assert page.status_code == 302
    assert "其中 1 项活动的月份不全在计划的" in told
    assert "有 1 项活动的月份不全在计划的" in told
    assert "座谈" in told
    assert later == []


def test_a_festival_on_another_day_than_the_calendars_is_doubted(as_chair):
    text = "2027年工会计划\n三月：植树\n10月：重阳节座谈（10月18日）"

    page = checked(as_chair, text).content.decode()

    assert "重阳节在 2027 年是10月8日，原文写的是另一天，请核对" in page
