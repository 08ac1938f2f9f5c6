"""Every way to write the items under a month."""

import pytest

from tests.plans import plantexts


@pytest.mark.parametrize(
    "items",
    [
        "1、插花课；\n2、登山；\n3、体检。",
        "1. 插花课\n2. 登山\n3. 体检",
        "1.插花课;\n2.登山;\n3.体检;",
        "1．插花课\n2．登山\n3．体检",
        "1。插花课\n2。登山\n3。体检",
        "1, 插花课\n2, 登山\n3, 体检",
        "- 1、插花课。\n- 2、登山。\n- 3、体检。",
        "- 1□插花课\n- 2□登山\n- 3□体检",
        "- 插花课\n- 登山\n- 体检",
        "（1）插花课\n（2）登山\n（3）体检",
        "(1)、插花课\n(2)、登山\n(3)、体检",
        "1）插花课\n2）登山\n3）体检",
        "① 插花课\n② 登山\n③ 体检",
        "⑴插花课\n⑵登山\n⑶体检",
        "一、插花课\n二、登山\n三、体检",
        "（一）插花课\n（二）登山\n（三）体检",
        "一）插花课\n二）登山\n三）体检",
        "（a）插花课\n（b）登山\n（c）体检",
        "①）插花课\n②）登山\n③）体检",
        "a) 插花课\nb) 登山\nc) 体检",
        "、插花课\n、登山\n、体检",
        "1 插花课\n2 登山\n3 体检",
        "插花课\n登山\n体检",
        "插花课。登山；体检。",
        "1、插花课2、登山3、体检",
        "①插花课②登山③体检",
        "(1)插花课;(2)登山;(3)体检",
        "插花课　　登山　　体检",
        "1、插花课\n\n登山\n\n3、体检",
        "* 1、插花课\n2、登山\n3. 体检",
    ],
)
def test_three_items_are_three(items):
    text = f"三月：\n{items}\n四月：\n1、踏青"

    assert plantexts.dated(text) == [
        ([3], "插花课"),
        ([3], "登山"),
        ([3], "体检"),
        ([4], "踏青"),
    ]


def test_items_may_begin_in_the_line_of_the_month():
    text = "三月：1、插花课2、登山\n四月：①踏青②歌会\n五月：、体检。、读书会。"

    assert plantexts.dated(text) == [
        ([3], "插花课"),
        ([3], "登山"),
        ([4], "踏青"),
        ([4], "歌会"),
        ([5], "体检"),
        ([5], "读书会"),
    ]


def test_a_sentence_broken_by_the_page_is_put_together():
    text = """
        二月：
        1、配合财务做好今年在职和退休教工医疗保险的续保

        工作；

        2、例会
        三月：
        1、插花课
    """

    assert plantexts.titles(text)[:2] == [
        "配合财务做好今年在职和退休教工医疗保险的续保工作",
        "例会",
    ]


def test_one_number_with_two_deeds_is_one_item():
    text = "五月：\n1、教学比赛；协助毕业班；\n2、歌会\n六月：\n1、总结"

    assert plantexts.titles(text)[0] == "教学比赛；协助毕业班"


def test_smaller_numbers_belong_to_the_item_above():
    text = "三月：\n1、女教师节：\n（1）插花；\n（2）茶艺。\n2、体检\n四月：踏青"

    assert plantexts.titles(text) == ["女教师节：插花；茶艺", "体检", "踏青"]


def test_groups_within_a_month_are_themes():
    text = "三月：\n（一）民主管理\n1、提案\n2、评议\n（二）文体\n1、登山\n四月：踏青"

    themes = [(one.title, one.theme) for one in plantexts.plan(text).activities]
    assert themes[:3] == [("提案", "民主管理"), ("评议", "民主管理"), ("登山", "文体")]


def test_numbers_may_run_through_the_year():
    text = "一月：\n1、慰问\n2、总结\n二月：\n3、例会\n三月：\n4、插花课\n5、提案"

    plan = plantexts.plan(text)
    assert [list(one.months) for one in plan.activities] == [[1], [1], [2], [3], [3]]
    assert plan.warnings == ()


def test_a_missing_first_number_is_told():
    text = "三月：\n1、插花课\n2、登山\n四月：\n2、球赛\n3、踏青"

    plan = plantexts.plan(text)
    assert len(plan.activities) == 4
    assert [one.line for one in plan.warnings] == [5]


def test_unpaired_quotes_do_no_harm():
    text = "四月：学习“新课程与成长；读书会。\n五月：庆“五一；歌会”。\n六月：总结"

    assert plantexts.titles(text)[0] == "学习“新课程与成长"
    assert plantexts.titles(text)[1] == "读书会"


def test_sentences_are_not_cut_inside_quotes_and_brackets():
    text = (
        "四月：开展“多读；多想”活动。\n五月：歌会（上午彩排；下午演出）。\n六月：总结"
    )

    assert plantexts.titles(text) == [
        "开展“多读；多想”活动",
        "歌会（上午彩排；下午演出）",
        "总结",
    ]


def test_the_line_of_each_item_is_its_source_line():
    text = "三月：1、插花课2、登山\n\n四月：\n\n- 1、踏青\n歌会"

    assert [one.line for one in plantexts.plan(text).activities] == [1, 1, 5, 6]
