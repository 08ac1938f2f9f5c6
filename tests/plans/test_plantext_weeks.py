"""Weeks whose month nobody knows, and months that there are not."""

import pytest

from tests.plans import plantexts


def _warned(text):
    return [(one.line, one.message) for one in plantexts.plan(text).warnings]


def test_a_week_after_a_holiday_has_no_month():
    text = """
        九月：
        1、迎新
        暑假期间：
        1、疗休养
        第10周：
        1、插花课
        第11周：登高
    """

    assert plantexts.dated(text) == [
        ([9], "迎新"),
        ([7, 8], "疗休养"),
        ([], "插花课"),
        ([], "登高"),
    ]
    assert [one for one in _warned(text) if "周" in one[1]] == [
        (5, "看不出“第10周”是几月，请补上月份"),
        (7, "看不出“第11周”是几月，请补上月份"),
    ]


def test_a_week_after_the_whole_year_has_no_month_unless_it_says_its_days():
    text = "三月：插花课\n四月：踏青\n全年：集体生日\n第3周：登高\n第4周（9月23日—27日）：评选"

    assert plantexts.dated(text)[3:] == [([], "登高"), ([9], "评选")]
    assert [line for line, _ in _warned(text)] == [4]


def test_a_week_of_a_month_or_a_term_is_of_its_heading():
    text = "九月：\n第5周：迎新\n十月：登高\n第二学期：\n第3周：插花课"

    assert plantexts.months(text) == [[9], [10], [2, 3, 4, 5, 6, 7]]


@pytest.mark.parametrize("heading", ["13月：", "0月", "十三月份:", "2、20月："])
def test_a_month_that_there_is_not_gives_its_items_no_months(heading):
    text = f"全年\n1、集体生日\n{heading}\n1、登高\n2、体检\n四月\n1、踏青"

    assert plantexts.dated(text)[1:] == [([], "登高"), ([], "体检"), ([4], "踏青")]
    ((line, message),) = _warned(text)
    assert line == 3
    assert "这个月，请改正月份" in message


def test_a_month_that_there_is_not_may_come_first_or_have_its_item_beside_it():
    text = "0月\n1、定计划\n一月：慰问\n13月：年会"

    assert plantexts.dated(text) == [([], "定计划"), ([1], "慰问"), ([], "年会")]
    assert [line for line, _ in _warned(text)] == [1, 4]


def test_a_deadline_of_no_month_is_none():
    (measure,) = plantexts.plan("主要工作\n1、理档案。\n时限：13月").measures

    assert measure.months == ()


def test_months_written_together_are_still_several():
    text = "七八九十月：疗休养\n十一二月：年会"

    assert plantexts.months(text) == [[7, 8, 9, 10], [11, 12]]


def test_a_calendar_may_know_weeks_and_no_months():
    text = """
        某校工会行事历
        第1周（9月1日—7日）：迎新
        第5周（9月29日—10月5日）：登高
        第8周：插花课
        第18周（12月29日—1月4日）：年会
        第19周（1月5日—1月11日）：慰问
    """

    plan = plantexts.plan(text)
    assert [(one.months, one.year_offset) for one in plan.activities] == [
        ((9,), 0),
        ((9, 10), 0),
        ((), 0),
        ((12, 1), 0),
        ((1,), 1),
    ]
    assert [one.line for one in plan.warnings] == [4]


def test_two_weeks_may_stand_over_one_thing():
    assert plantexts.titles(
        "三月\n第一周：插花课\n第三周、第四周：登高\n四月：踏青"
    ) == [
        "插花课",
        "登高",
        "踏青",
    ]
