"""Every way to write the heading of a month."""

import pytest

from tests.plans import plantexts


def test_a_month_after_the_half_of_the_year_that_it_lies_in_is_a_heading():
    text = (
        "2026年工会计划\n3月：插花\n下半年：家访\n9-10月 师徒结对\n12月31日前完成总结"
    )

    found = plantexts.plan(text).activities

    assert [(one.title, list(one.months)) for one in found] == [
        ("插花", [3]),
        ("家访", [7, 8, 9, 10, 11, 12]),
        ("师徒结对", [9, 10]),
        ("完成总结", [12]),
    ]


@pytest.mark.parametrize(
    ("heading", "months"),
    [
        ("三月份：", [3]),
        ("三月：", [3]),
        ("三月份", [3]),
        ("三月", [3]),
        ("3月", [3]),
        ("３月：", [3]),
        ("3 月：", [3]),
        ("03月：", [3]),
        ("（三月）", [3]),
        ("【3月份】", [3]),
        ("- 三月：", [3]),
        ("● 三月", [3]),
        ("**三月份**", [3]),
        ("## 三月", [3]),
        ("★三月★", [3]),
        ("三 月 份：", [3]),
        ("十 一 月", [11]),
        ("==三月==", [3]),
        ("\u00a0三月：", [3]),
        ("三月工作重点：", [3]),
        ("3月份工作安排：", [3]),
        ("三月份主要工作有：", [3]),
        ("月份：三月", [3]),
        ("三月份（第4—7周）：", [3]),
        ("2024年3月", [3]),
        ("二0xx年三月：", [3]),
        ("二〇二四年三月：", [3]),
        ("20__年3月：", [3]),
        ("3月第一周", [3]),
        ("3月上旬：", [3]),
        ("三、四月：", [3, 4]),
        ("三四月份：", [3, 4]),
        ("三月份、四月份", [3, 4]),
        ("三月——四月份：", [3, 4]),
        ("三～四月", [3, 4]),
        ("3-4月", [3, 4]),
        ("3、4月份", [3, 4]),
        ("3,4月：", [3, 4]),
        ("3—5月", [3, 4, 5]),
        ("三至五月：", [3, 4, 5]),
        ("三月和四月", [3, 4]),
        ("第二季度", [4, 5, 6]),
        ("二季度：", [4, 5, 6]),
        ("第二、三季度：", [4, 5, 6, 7, 8, 9]),
        ("上半年：", [1, 2, 3, 4, 5, 6]),
        ("20xx年下半年：", [7, 8, 9, 10, 11, 12]),
        ("十一、十二月", [11, 12]),
        ("十一十二月：", [11, 12]),
        ("全年：", list(range(1, 13))),
        ("常年工作：", list(range(1, 13))),
        ("每月：", list(range(1, 13))),
    ],
)
def test_a_heading_names_its_months(heading, months):
    text = f"二月：\n1、例会\n{heading}\n1、插花课\n十二月：\n1、年会"

    assert plantexts.dated(text)[1] == (months, "插花课")


@pytest.mark.parametrize(
    "heading", ["元月：", "一月份（元月）", "一月：", "1月", "（一）一月份"]
)
def test_january_has_several_names(heading):
    text = f"{heading}\n1、慰问\n二月：\n1、例会"

    assert plantexts.dated(text) == [([1], "慰问"), ([2], "例会")]


def test_traditional_characters_are_read():
    text = """
        學校工會工作計劃
        4月份
        1, 組織健步走;
        2, 退休教工踏青;
        5月份
        1、歌會
    """

    assert plantexts.dated(text) == [
        ([4], "組織健步走"),
        ([4], "退休教工踏青"),
        ([5], "歌會"),
    ]


def test_one_month_alone_is_a_calendar_when_a_list_follows():
    text = "九月份工作安排\n1、慰问教师\n2、开委员会"

    assert plantexts.dated(text) == [([9], "慰问教师"), ([9], "开委员会")]


def test_a_month_in_its_own_line_may_hold_its_only_item():
    text = "三月份:插花课\n四月份：春季踏青活动。\n五、六月份：体检"

    assert plantexts.dated(text) == [
        ([3], "插花课"),
        ([4], "春季踏青活动"),
        ([5, 6], "体检"),
    ]


def test_a_heading_glued_to_the_item_before_it_is_found():
    text = "三月：\n1. 插花课。\n2. 志愿服务。四月：\n1. 踏青\n2. 读书会。五月：\n歌会"

    assert plantexts.dated(text) == [
        ([3], "插花课"),
        ([3], "志愿服务"),
        ([4], "踏青"),
        ([4], "读书会"),
        ([5], "歌会"),
    ]


def test_all_months_may_stand_in_one_line():
    text = "一月：慰问。二月：例会。三月：插花课；志愿服务。"

    assert plantexts.dated(text) == [
        ([1], "慰问"),
        ([2], "例会"),
        ([3], "插花课"),
        ([3], "志愿服务"),
    ]


def test_months_with_words_glued_on_are_believed_in_company():
    text = "3月份女教师插花课\n4月份教职工踏青\n5月份青年教师座谈"

    assert plantexts.dated(text) == [
        ([3], "女教师插花课"),
        ([4], "教职工踏青"),
        ([5], "青年教师座谈"),
    ]


def test_months_may_be_parted_from_their_item_by_any_sign():
    text = "3月，插花课\n4月/踏青\n5月——歌会"

    assert plantexts.titles(text) == ["插花课", "踏青", "歌会"]


def test_lines_of_days_make_a_calendar():
    text = "3月8日 女教师联欢\n4月23日 读书会\n5月4日 青年座谈\n9月10日 教师表彰"

    assert plantexts.months(text) == [[3], [4], [5], [9]]


def test_halves_of_the_year_may_head_items_with_chinese_numbers():
    text = "上半年\n一、插花课\n二、踏青\n下半年\n一、登高\n二、年会\n常规工作\n一、集体生日"

    assert plantexts.dated(text) == [
        (list(range(1, 7)), "插花课"),
        (list(range(1, 7)), "踏青"),
        (list(range(7, 13)), "登高"),
        (list(range(7, 13)), "年会"),
    ]


def test_months_may_be_numbered_within_a_section():
    text = "3 月度安排\n3.1 三月\n（1）插花课\n3.2 四月\n（1）踏青"

    assert plantexts.dated(text) == [([3], "插花课"), ([4], "踏青")]


def test_a_month_with_nothing_in_it_gives_nothing():
    text = "一月\n慰问\n二月\n无\n三月\n插花课"

    plan = plantexts.plan(text)
    assert plantexts.titles(text) == ["慰问", "插花课"]
    assert [one.line for one in plan.warnings] == [3]


def test_a_month_at_the_end_without_items_is_no_activity():
    plan = plantexts.plan("三月\n1、插花\n四月\n1、植树\n六月")

    assert [one.title for one in plan.activities] == ["插花", "植树"]
    assert [w.message for w in plan.warnings] == ["“六月”下面没有条目"]
