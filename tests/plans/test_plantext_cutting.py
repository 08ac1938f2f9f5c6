"""A collection is cut into its plans."""

import pytest

from tests.plans import plantexts

PROSE = "围绕学校中心工作，服务大局，团结全体教职工，为学校发展作出工会应有的贡献。"


def _titles(text):
    return [plan.title for plan in plantexts.plans(text)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("工会工作计划篇一", "工会工作计划篇二"),
        ("工会工作计划 篇1", "工会工作计划 篇2"),
        ("工会工作计划 【篇1】", "工会工作计划 【篇2】"),
        ("【篇1】工会工作计划", "【篇2】工会工作计划"),
        ("第一篇：工会工作计划", "第二篇：工会工作计划"),
        ("范本一（某小学）", "范本二（某中学）"),
        ("工会工作计划范文一", "工会工作计划范文二"),
        ("幼儿园工会工作计划1", "幼儿园工会工作计划2"),
        ("工会工作计划范例1", "工会工作计划范例2"),
        ("工会工作计划 第1篇", "工会工作计划 第2篇"),
        ("工会工作计划（一）", "工会工作计划（二）"),
    ],
)
def test_each_piece_of_a_collection_is_a_plan(first, second):
    text = f"{first}\n{PROSE}\n三月：插花课\n四月：踏青\n{second}\n{PROSE}\n1、学习。"

    one, two = plantexts.plans(text)
    assert (one.title, two.title) == (first, second)
    assert (len(one.activities), len(two.activities)) == (2, 0)


def test_words_of_the_collection_are_told_and_left_out():
    text = f"""
        工会工作计划(精选2篇)
        写计划有什么要求呢？以下是小编为大家整理的工作计划，欢迎阅读。
        工会工作计划篇一
        {PROSE}
        共2页，当前第2页12
        工会工作计划篇二
        {PROSE}
        推荐度：
        [点击下载文档](#)
    """

    one, two = plantexts.plans(text)
    assert [warning.line for warning in one.warnings] == [1, 2, 3, 5]
    assert [warning.line for warning in two.warnings] == [6, 8, 9]
    assert one.sections[0].text == PROSE


def test_a_plan_may_begin_without_any_heading():
    opening = "以上级精神统领工会工作，在学校支部的领导下，团结广大教职工，" + PROSE
    text = f"""
        工会工作计划篇一
        {PROSE}
        二月份：1、例会2、订计划
        三月份：1、插花课2、培训（一）
        {opening}
        1、加强学习。
        2、关心生活。计划在三月份办插花课，六月份开球赛。
        三月份：插花课
        四月份：踏青
        工会工作计划篇二
        {PROSE}
    """

    one, hidden, two = plantexts.plans(text)
    assert [len(plan.activities) for plan in (one, hidden, two)] == [4, 2, 0]
    assert hidden.sections[0].text.startswith(opening)
    assert [measure.text[:4] for measure in hidden.measures] == ["加强学习", "关心生活"]


def test_another_title_begins_another_plan():
    text = """
        某小学工会2024年工作计划
        一、指导思想
        服务教工。
        二、活动安排
        三月：插花课
        四月：踏青
        某小学女职工委员会2024年工作计划
        一、指导思想
        关心女工。
        二、主要工作
        1、办好学校。
        三、活动安排
        五月：亲子会
        六月：讲座
    """

    assert _titles(text) == [
        "某小学工会2024年工作计划",
        "某小学女职工委员会2024年工作计划",
    ]


def test_a_second_guiding_thought_begins_another_plan():
    text = f"一、指导思想\n{PROSE}\n二、工作\n1、学习。\n一、指导思想\n{PROSE}\n二、工作\n1、学习。"

    assert len(plantexts.plans(text)) == 2


def test_a_closing_word_does_not_begin_another_plan():
    text = f"三月：插花课\n四月：踏青\n总之，{PROSE}\n以上安排如有变动，另行通知各工会小组，请大家做好准备，互相转告。"

    assert len(plantexts.plans(text)) == 1


def test_a_title_over_two_lines_is_one_title():
    text = f"某市第一小学\n2024年工会工作计划\n{PROSE}"

    assert _titles(text) == ["某市第一小学 2024年工会工作计划"]


def test_a_month_is_no_title():
    assert _titles("三月：插花课\n四月：踏青") == [""]


def test_a_plan_of_another_trade_is_marked():
    text = (
        "少先队工作计划篇一\n" + "组织队员开展丰富多彩的活动，增强队员的光荣感。" * 20
    )

    assert any("不是工会" in message for message in plantexts.messages(text))
