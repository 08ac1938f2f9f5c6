"""Sections and measures of a draft."""

import datetime

import pytest

from plans.models import Measure, PlanSection
from tests import make_plans as make


def test_sections_follow_each_other(as_chair):
    plan = make.plan()
    for heading in ("指导思想", "工作目标"):
        as_chair.post(
            f"/plans/{plan.pk}/sections/new/", {"heading": heading, "text": "……"}
        )

    assert list(plan.sections.values_list("heading", "order")) == [
        ("指导思想", 1),
        ("工作目标", 2),
    ]


def test_the_second_editor_of_a_section_sees_both_texts(as_chair, as_committee):
    section = make.section(text="原文")
    address = f"/plans/sections/{section.pk}/edit/"
    sent = {"heading": section.heading, "version": 1}
    as_chair.post(address, sent | {"text": "主席改的"})

    response = as_committee.post(address, sent | {"text": "委员改的"})

    section.refresh_from_db()
    assert response.status_code == 409
    assert section.text == "主席改的"
    assert response.context["conflict"] == [("正文", "委员改的", "主席改的")]
    again = sent | {"text": "两人商定的", "version": section.version}
    as_committee.post(address, again)
    section.refresh_from_db()
    assert section.text == "两人商定的"


def test_a_section_moves_up(as_chair):
    plan = make.plan()
    first = make.section(plan=plan, heading="甲", order=1)
    second = make.section(plan=plan, heading="乙", order=2)

    as_chair.post(f"/plans/sections/{second.pk}/move/", {"up": "1"})

    assert list(plan.sections.all()) == [second, first]


def test_the_first_section_stays_first(as_chair):
    plan = make.plan()
    first = make.section(plan=plan, order=1)
    second = make.section(plan=plan, order=2)

    as_chair.post(f"/plans/sections/{first.pk}/move/", {"up": "1"})
    as_chair.post(f"/plans/sections/{second.pk}/move/", {"down": "1"})

    assert list(plan.sections.all()) == [first, second]


def test_a_section_is_removed_in_a_second_step(as_chair):
    section = make.section()

    page = as_chair.get(f"/plans/sections/{section.pk}/edit/").content.decode()
    first, second = page.index("<summary>删去这一条…"), page.index("确定删去</button>")
    assert first < second < page.index("</details>", first)

    as_chair.post(f"/plans/sections/{section.pk}/remove/")

    assert PlanSection.objects.count() == 0


def test_sections_of_an_approved_plan_stand(as_chair):
    section = make.section(plan=make.plan(state="approved"))

    response = as_chair.post(f"/plans/sections/{section.pk}/remove/")

    assert (response.status_code, PlanSection.objects.count()) == (403, 1)


@pytest.mark.parametrize(("state", "invites"), [("draft", True), ("review", False)])
def test_only_a_draft_invites_to_write_sections(as_chair, state, invites):
    plan = make.plan(state=state)

    page = as_chair.get(plan.get_absolute_url()).content.decode()

    assert ("可以各写一节" in page) == invites


def test_a_measure_is_written_with_its_months(as_chair):
    plan = make.plan()

    as_chair.post(
        f"/plans/{plan.pk}/measures/new/",
        {"text": "公开收支", "months": "3、11", "due_on": "2026.11.30"},
    )

    measure = Measure.objects.get()
    assert (measure.months, measure.when) == ([3, 11], "3、11月")
    assert measure.due_on == datetime.date(2026, 11, 30)


def test_months_may_be_a_range(as_chair):
    measure = make.measure()

    as_chair.post(
        f"/plans/measures/{measure.pk}/edit/",
        {"text": "来访接待", "months": "1-12月", "version": 1},
    )

    measure.refresh_from_db()
    assert measure.when == "1–12月"


def test_the_second_editor_of_a_measure_sees_both_texts(as_chair, as_committee):
    measure = make.measure(text="原文", months=[3])
    address = f"/plans/measures/{measure.pk}/edit/"
    as_chair.post(address, {"text": "主席改的", "months": "6", "version": 1})

    response = as_committee.post(
        address, {"text": "委员改的", "months": "1-3", "version": 1}
    )

    measure.refresh_from_db()
    assert (response.status_code, measure.text) == (409, "主席改的")
    assert response.context["conflict"] == [
        ("措施", "委员改的", "主席改的"),
        ("月份", "1–3月", "6月"),
    ]


@pytest.mark.parametrize(
    ("part", "sent"),
    [("sections", {"heading": "指导思想"}), ("measures", {"text": "公开收支"})],
)
def test_a_part_sent_twice_stands_in_the_plan_once(as_chair, part, sent):
    plan = make.plan()
    once = sent | {"form_key": "k" * 32}

    for _ in range(2):
        as_chair.post(f"/plans/{plan.pk}/{part}/new/", once)

    assert (plan.sections.count(), plan.measures.count()) in [(1, 0), (0, 1)]


def test_months_that_are_none_are_refused(as_chair):
    plan = make.plan()
    address = f"/plans/{plan.pk}/measures/new/"

    for typed in ("13", "三月", "5-3"):
        form = as_chair.post(address, {"text": "x", "months": typed}).context["form"]
        assert form.errors == {"months": ["月份请写成 3、11 或 1-12 的样子。"]}


def test_a_measure_is_removed(as_chair):
    measure = make.measure()

    as_chair.post(f"/plans/measures/{measure.pk}/remove/")

    assert Measure.objects.count() == 0


def test_a_text_sent_after_the_plan_was_submitted_comes_back(as_chair):
    section = make.section(text="原文")
    section.plan.advance("review", submitted_on=datetime.date(2026, 1, 8))

    response = as_chair.post(
        f"/plans/sections/{section.pk}/edit/",
        {"heading": "目标", "text": "写了半天的正文。", "version": 1},
    )

    section.refresh_from_db()
    assert (response.status_code, section.text) == (409, "原文")
    assert "写了半天的正文。" in response.content.decode()
