"""Works drawn as tables are measures: what, by when, who."""

import pytest

from tests.plans import plantexts

HEAD = "序号\t工作任务\t完成时限\t责任人\n"


def _read(text):
    return [
        (one.text, one.months, one.due, one.responsible)
        for one in plantexts.plan(text).measures
    ]


def test_rows_with_a_deadline_are_measures():
    text = HEAD + "1\t办书屋\t6月底前\t甲\n2\t理档案\t4月、10月\t乙\n3\t家访\t日常\t丙"

    assert _read(text) == [
        ("办书屋", (6,), "06-30", "甲"),
        ("理档案", (4, 10), None, "乙"),
        ("家访", tuple(range(1, 13)), None, "丙"),
    ]
    assert plantexts.titles(text) == []


@pytest.mark.parametrize("written", ["5.20", "2024.5.20", "2024-05-20", "5/20前"])
def test_a_deadline_may_be_in_figures(written):
    assert _read(f"{HEAD}1\t办书屋\t{written}\t甲") == [("办书屋", (5,), "05-20", "甲")]


def test_a_month_of_a_year_is_no_day():
    assert _read(f"{HEAD}1\t办书屋\t2024.5\t甲") == [("办书屋", (5,), None, "甲")]


def test_the_column_of_steps_is_taken_before_that_of_tasks():
    text = """
        | 工作项目 | 工作内容 | 具体措施 | 责任部门 | 完成时间 |
        |---|---|---|---|---|
        | 民主管理 | 校务公开 | 每月上墙一次 | 工会 | 每月 |
        | 文体 | 球赛 | | 体育组 | 10月 |
    """

    assert [(text, who) for text, _, _, who in _read(text)] == [
        ("每月上墙一次", "工会"),
        ("球赛", "体育组"),
    ]


@pytest.mark.parametrize(
    "head", ["月份\t内容\t责任人", "时间\t工作\t负责人", "完成时间\t活动内容\t责任人"]
)
def test_a_table_of_months_stays_a_calendar(head):
    text = f"{head}\n3月\t插花课\t甲\n4月\t踏青\t乙"

    assert plantexts.dated(text) == [([3], "插花课"), ([4], "踏青")]
    assert _read(text) == []


def test_the_section_shows_the_table_row_by_row():
    text = f"某校工会工作计划\n一、重点工作\n{HEAD}1\t办书屋\t6月\t甲\n二、要求\n大家努力。"

    assert [(one.heading, one.text) for one in plantexts.plan(text).sections] == [
        ("重点工作", f"{HEAD}1\t办书屋\t6月\t甲"),
        ("要求", "大家努力。"),
    ]


def test_works_after_a_calendar_are_no_activities():
    text = f"三月：插花课\n四月：踏青\n{HEAD}1\t办书屋\t6月\t甲"

    assert plantexts.titles(text) == ["插花课", "踏青"]
    assert _read(text) == [("办书屋", (6,), None, "甲")]


def test_rows_in_doubt_are_told():
    text = HEAD + "1\t办书屋\t春节前\t甲\n2\t理档案\t4月\n3\t\t5月\t乙"

    plan = plantexts.plan(text)
    assert [(one.line, one.message) for one in plan.warnings[1:]] == [
        (2, "没有读出“春节前”是几月，请补上时限"),
        (3, "这一行没有写责任人，如与上一行相同请补上"),
        (4, "表格的这一行没有写明做什么，没有收入措施"),
    ]


@pytest.mark.parametrize(
    ("due", "left"), [("6月", ""), ("春节前", "\n办书屋\t春节前\t甲")]
)
def test_measures_of_our_own_table_are_not_told_twice(due, left):
    said = "1、办书屋，甲负责。\n2、理档案。"
    rows = f"措施\t时限\t责任人\n办书屋\t{due}\t甲\n理档案\t6月\t乙"
    text = f"某校工会工作计划\n一、主要措施\n{said}\n{rows}\n二、要求\n大家努力。"

    sections = plantexts.plan(text).sections
    assert [measure[0] for measure in _read(text)] == ["办书屋", "理档案"]
    assert sections[0].text == said + left
