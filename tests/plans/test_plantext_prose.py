"""Sections of prose; months that are only mentioned; nothing invented."""

import pytest

from tests.plans import plantexts


def _sections(text):
    return [(one.heading, one.text) for one in plantexts.plan(text).sections]


def test_sections_follow_their_headings_in_order():
    text = """
        某校工会工作计划
        一、指导思想
        围绕中心。
        二、工作目标
        （一）增强意识
        1、服务意识；
        三、主要工作
        1、维护权益。
    """

    assert _sections(text) == [
        ("指导思想", "围绕中心。"),
        ("工作目标", "（一）增强意识\n1、服务意识；"),
        ("主要工作", "1、维护权益。"),
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "指导思想：",
        "指导思想",
        "一、指导思想：",
        "（一）指导思想",
        "1、指导思想",
        "## 指导思想",
    ],
)
def test_a_known_heading_needs_no_number(heading):
    assert _sections(f"某校工会工作计划\n{heading}\n围绕中心。") == [
        ("指导思想", "围绕中心。")
    ]


def test_a_heading_and_its_text_may_share_a_line():
    text = "20xx年工作总体要求：着力提高素质。\n工作要点：\n1、学习。"

    assert _sections(text) == [
        ("20xx年工作总体要求", "着力提高素质。"),
        ("工作要点", "1、学习。"),
    ]


def test_a_numbered_sentence_is_a_heading_and_goes_on_as_text():
    text = "一、加强学习，提高素质。组织会员读书。\n二、关心生活。\n建好教工之家。"

    assert _sections(text) == [
        ("加强学习，提高素质", "组织会员读书。"),
        ("关心生活", "建好教工之家。"),
    ]


def test_text_without_headings_has_an_empty_heading():
    assert _sections("本年度，工会要围绕中心工作，服务教工。") == [
        ("", "本年度，工会要围绕中心工作，服务教工。")
    ]


def test_a_paragraph_broken_by_the_page_is_put_together():
    text = (
        "本年度，工会要围绕学校的中心工作，服务大局，关心每一位教职工的\n\n生活和健康。"
    )

    assert _sections(text) == [("", text.replace("\n", ""))]


@pytest.mark.parametrize(
    "prose",
    [
        "今年三月份我们将组织外出，六月份举办歌会，十月份举办球赛。",
        "三月份，学校组织了女教师活动，受到欢迎。\n五月份，组织了体检，教师满意。",
        "xx年上半年，我校工会开展了许多工作。\n下半年，我们将继续努力。",
        "1、三月底前学完规定篇目。\n2、六月中旬交流一次。",
        "围绕三月份文明礼貌月，开展活动。\n拟在六月份召开教代会。",
        "1、“三八”节、“五一”节、六一节、教师节都要搞好活动。",
        "四、五月是运动的季节，要多开展活动，增强体质。",
        "全年工作目标\n上下一心，团结奋进。",
        "一、学习为先\n二、维权为本\n三、活动为媒\n四、服务为要",
    ],
)
def test_months_in_prose_make_no_calendar(prose):
    plan = plantexts.plan(f"某校工会工作计划\n{prose}\n大家共同努力，把工作做好。")

    assert plan.activities == ()
    assert [one.message for one in plan.warnings] == [
        "没有找到按月的安排，所以没有活动"
    ]


def test_a_date_under_the_title_or_at_the_end_is_no_month():
    text = """
        某校工会工作计划
        2024年2月
        本年度，工会要围绕中心工作，服务大局，团结教工，为学校的发展作出新的贡献，办好每一件实事。
        三月：插花课
        四月：踏青
        某校工会委员会
        2024年2月20日
    """

    assert plantexts.months(text) == [[3], [4]]


def test_a_section_after_the_calendar_is_prose_again():
    text = "一、每月安排\n九月：迎新\n十月：登高\n二、工作要求\n1、各组重视。"

    assert plantexts.months(text) == [[9], [10]]
    assert _sections(text) == [("工作要求", "1、各组重视。")]


def test_numbered_works_that_begin_with_a_month_are_measures():
    text = """
        三、文体活动
        1、3月份组织女教工踏青。
        2、5月份办球赛，六月份表彰。
        3、10月份登山。
    """

    plan = plantexts.plan(text)
    assert plan.activities == ()
    assert [one.months for one in plan.measures] == [(3,), (5,), (10,)]


def test_a_story_told_month_by_month_is_no_calendar():
    text = """
        三月份，学校组织了女教师活动，受到欢迎。
        四月份，学校组织了体检，教师满意。
        五月份，学校召开了座谈会，气氛热烈。
    """

    assert plantexts.titles(text) == []


def test_a_date_in_brackets_under_the_title_is_no_month():
    text = "某校工会工作要点\n（2024年2月）\n一、指导思想\n围绕中心。\n三月：插花课\n四月：踏青"

    assert plantexts.months(text) == [[3], [4]]
    assert plantexts.messages(text) == []


def test_the_signature_belongs_to_no_section():
    text = "一、活动安排：\n三月：插花课\n四月：踏青\n某校工会\n2025年2月"

    assert _sections(text) == []
    assert plantexts.messages(text) == [
        "落款没有收入计划：“某校工会”",
        "落款没有收入计划：“2025年2月”",
    ]


def test_a_known_heading_may_stand_in_square_brackets():
    text = "某校工会工作计划\n【指导思想】\n围绕中心。\n【主要工作】\n1、维权。"

    assert _sections(text) == [("指导思想", "围绕中心。"), ("主要工作", "1、维权。")]


@pytest.mark.parametrize(
    "months", ["三月：插花课\n四月：踏青", "月份\t内容\n3月\t插花课\n4月\t踏青"]
)
def test_a_signature_may_stand_on_one_line(months):
    text = f"一、活动安排：\n{months}\n江州市实验小学工会　2026年12月20日"

    assert _sections(text) == []
    assert plantexts.titles(text) == ["插花课", "踏青"]
    assert plantexts.messages(text) == [
        "落款没有收入计划：“江州市实验小学工会　2026年12月20日”"
    ]
