"""What names a plan, and what only looks like it."""

import pytest

from tests.plans import plantexts


def test_the_school_above_the_title_is_part_of_it():
    text = "某市第一小学\n工会委员会\n2024年工作计划\n围绕中心，服务大局。"

    assert plantexts.plan(text).title == "某市第一小学 工会委员会 2024年工作计划"


@pytest.mark.parametrize(
    "line", ["制定计划", "二月：制定计划", "二月 制定工会计划", "第一周：订计划"]
)
def test_a_thing_to_do_is_no_title(line):
    assert plantexts.plan(f"一月：慰问\n{line}\n三月：插花课").title == ""


def test_words_of_the_page_about_the_title_are_no_part_of_it():
    text = "通知公告\n某校工会工作计划\n三月：插花课\n四月：踏青\n工会工作计划(表).doc"

    plan = plantexts.plan(text)
    assert (plan.title, len(plan.activities)) == ("某校工会工作计划", 2)
    assert [one.line for one in plan.warnings] == [1, 5]


def test_the_month_may_stand_in_the_title():
    text = "某校工会2024年三月份工作计划\n1、插花课\n2、登山"

    assert plantexts.dated(text) == [([3], "插花课"), ([3], "登山")]


def test_names_of_other_pages_are_no_items():
    text = """
        九月：迎新
        十月：登高
        【工会工作计划】相关文章：
        1.学校工会工作计划范文
        2.工会工作总结 03-12
        责任编辑：某某
    """

    plan = plantexts.plan(text)
    assert [one.title for one in plan.activities] == ["迎新", "登高"]
    assert [one.line for one in plan.warnings] == [3, 4, 5, 6]
