"""Nothing is dropped in silence: every line of the source has a fate."""

import random

import pytest

from plans.plantext import draft_of
from plans.plantext.shapes import says_something
from tests.plans import plantexts

TEXT = """
    工会工作计划(精选2篇)
    以下是小编为大家整理的计划，欢迎阅读。
    工会工作计划篇一
    一、指导思想
    围绕中心，服务大局。
    二、主要工作
    目标：人人满意
    1、维护权益，关心每一位教职工的工作和生活，
    办好实事。
    时限：6月底前
    责任人：陈某
    三、活动安排：（结合实际开展）
    1、集体生日
    月份\t内容\t责任人
    3月\t插花课\t甲
    \t\t
    四月
    第一周
    1、踏青
    主题：春天
    五月：
    六月：书香满园
    1、读书会
    1、元旦联欢
    共2页，当前第2页
    工会工作计划篇二
    四、总结
    推荐度：
    某校工会
    2024年9月1日
"""


def _unaccounted(lines):
    draft = draft_of(lines)
    warned = {warning.line for plan in draft.plans for warning in plan.warnings}
    return [
        number
        for number, line in enumerate(lines, start=1)
        if says_something(line) and number not in draft.fate and number not in warned
    ]


def test_every_line_that_says_something_has_a_fate():
    assert _unaccounted(plantexts.lines(TEXT)) == []


@pytest.mark.parametrize("seed", range(60))
def test_every_line_has_a_fate_however_the_lines_are_mixed(seed):
    lines = plantexts.lines(TEXT) * 2
    random.Random(seed).shuffle(lines)  # noqa: S311

    assert _unaccounted(lines) == []


def test_each_fate_names_what_became_of_the_line():
    text = """
        某校工会工作计划
        一、主要工作
        大家努力。
        1、维护权益。
        三月：
        1、插花课
        四月：踏青
        推荐度：
    """

    draft = draft_of(plantexts.lines(text))

    assert draft.fate == {
        1: "title",
        2: "heading",
        3: "section",
        4: "measure",
        5: "month",
        6: "activity",
        7: "activity",
        8: "noise",
    }


def test_lines_of_dashes_are_like_blank_lines():
    draft = draft_of(["某校工会工作计划", "------", "", "大家努力。", "***"])

    assert draft.fate == {1: "title", 4: "section"}


def test_an_empty_text_is_one_plan_with_a_warning():
    (plan,) = draft_of(["", "  "]).plans

    assert [warning.message for warning in plan.warnings] == ["没有找到计划的内容"]


def test_tags_that_lay_out_go_and_others_stay_as_text():
    text = "三月\n1、<b>插花课</b><script>\n2、<script>x</script>\n四月\n1、踏青<img src=x>"

    assert plantexts.titles(text) == [
        "插花课 <script>",
        "<script>x</script>",
        "踏青<img src=x>",
    ]
