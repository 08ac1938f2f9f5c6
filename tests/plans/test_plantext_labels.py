"""Within a month: labels, groups, and the words that close a plan."""

import pytest

from tests.plans import plantexts


def _themed(text):
    return [(one.theme, one.title) for one in plantexts.plan(text).activities]


def test_a_label_over_the_items_is_no_item():
    text = """
        三月份
        活动主题：书香校园
        活动内容：
        1、读书会
        四月份
        活动内容：踏青
    """

    assert _themed(text) == [("书香校园", "读书会"), ("", "踏青")]
    assert plantexts.messages(text) == []


def test_time_place_and_person_of_an_activity_are_told_and_left_out():
    text = """
        三月份：
        活动名称：插花课
        活动时间：3月8日
        负责人：甲
        四月份：
        活动名称：踏青
    """

    plan = plantexts.plan(text)
    assert [one.title for one in plan.activities] == ["插花课", "踏青"]
    assert [one.line for one in plan.warnings] == [3, 4]


def test_named_groups_of_a_month_are_themes():
    text = """
        三月
        重点工作：
        1、代表大会
        2、插花课
        常规工作：
        1、例会
        四月
        重点工作：
        1、球赛
    """

    assert _themed(text) == [
        ("重点工作", "代表大会"),
        ("重点工作", "插花课"),
        ("常规工作", "例会"),
        ("重点工作", "球赛"),
    ]


def test_words_over_a_list_of_bullets_are_its_theme():
    text = "1. 第一季度：迎新\n- 联欢\n- 健步\n2. 第二季度：健康\n- 讲座"

    assert _themed(text) == [("迎新", "联欢"), ("迎新", "健步"), ("健康", "讲座")]


@pytest.mark.parametrize(
    "closing",
    [
        "老师们，新学期到了，让我们一起把工会的事办得更好！",
        "工会将依靠全体会员，把每一件小事办实办好，为学校的发展作出应有的贡献。",
        "（以上安排可按学校的工作调整）",
        "说明：日期以通知为准。",
    ],
)
def test_closing_words_are_no_activity(closing):
    text = f"三月：\n1、插花课\n四月：\n1、踏青\n{closing}"

    assert plantexts.dated(text) == [([3], "插花课"), ([4], "踏青")]


def test_a_number_in_a_line_of_its_own_belongs_to_the_next():
    text = "三月：\n1.\n插花课\n2.\n登山\n四月：\n1.\n踏青"

    plan = plantexts.plan(text)
    assert [one.title for one in plan.activities] == ["插花课", "登山", "踏青"]
    assert plan.warnings == ()


@pytest.mark.parametrize("item", ["召开工会委员会", "学习《工会法》", "- 某校工会"])
def test_an_item_over_the_signature_is_no_signature(item):
    text = f"三月\n插花课\n四月\n{item}\n某某小学工会\n2024年2月20日"

    assert len(plantexts.titles(text)) == 2


def test_the_first_month_of_several_is_no_title():
    text = "9月份工作安排\n迎新\n10月份工作安排\n登高"

    assert plantexts.dated(text) == [([9], "迎新"), ([10], "登高")]
