"""Plans that come with a letter, an appendix, or all in one breath."""

import pytest

from tests.plans import plantexts


def test_the_letter_before_a_plan_is_told_and_left_out():
    text = """
        某教工〔2024〕3号
        关于印发工作计划的通知
        各工会小组：
        现将计划印发给你们，请结合实际落实。
        某校工会委员会
        2024年3月1日
        某某中学工会2024年工作计划
        一、总体要求
        围绕中心。
        二、重点工作
        1．开代表会。
        2．送温暖。
        三、其他
        各组重视。
    """

    plan = plantexts.plan(text)
    assert plan.title == "某某中学工会2024年工作计划"
    assert [one.line for one in plan.warnings if one.line < 7] == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize("name", ["附：活动安排表", "附件1：2024年某中学工会活动安排"])
def test_an_appendix_may_hold_the_calendar(name):
    text = f"重点工作\n1．送温暖。\n{name}\n3月 插花课\n4月 踏青"

    assert plantexts.dated(text) == [([3], "插花课"), ([4], "踏青")]
    assert [one.text for one in plantexts.plan(text).measures] == ["送温暖"]


@pytest.mark.parametrize(
    "text",
    [
        "本年度活动安排如下：3月插花课；4月踏青；5月歌会。",
        "活动安排：三月：插花课；四月：踏青；五月：歌会。",
        "活动安排：\n三月：插花课；四月：踏青；五月：歌会。",
    ],
)
def test_the_whole_calendar_may_be_one_sentence(text):
    assert plantexts.dated(text) == [([3], "插花课"), ([4], "踏青"), ([5], "歌会")]


def test_a_month_may_be_in_figures_with_its_year():
    text = "2024.9 迎新\n2024.12 年会\n2025.1 慰问"

    plan = plantexts.plan(text)
    assert [(one.months, one.year_offset) for one in plan.activities] == [
        ((9,), 0),
        ((12,), 0),
        ((1,), 1),
    ]
