"""Measures: numbered works, who answers for them, by when."""

import pytest

from tests.plans import plantexts


def _measures(text):
    return plantexts.plan(text).measures


def test_goal_measures_time_and_persons_of_a_section():
    text = """
        一、组织建设
        目标：干部称职
        措施
        1、开委员会，明确分工。
        时限：3月25日前
        2、更新女工档案。
        时限：4月;10月
        3、接待来访。
        时限：1-12月
        4、征集提案。
        时限：1、4季度
        5、上报信息。
        时限：3、11月，
        责任人：陈某
        二、文体活动
        措施
        1、开运动会。
        时限：10月底前
        责任人：孙某
    """

    read = [(one.months, one.due, one.responsible) for one in _measures(text)]
    assert read == [
        ((3,), "03-25", "陈某"),
        ((4, 10), None, "陈某"),
        (tuple(range(1, 13)), None, "陈某"),
        ((1, 2, 3, 10, 11, 12), None, "陈某"),
        ((3, 11), None, "陈某"),
        ((10,), "10-31", "孙某"),
    ]
    assert plantexts.plan(text).activities == ()


@pytest.mark.parametrize(
    ("item", "months", "due", "who"),
    [
        ("1、建好职工书屋（责任人：王某，时限：6月底前）", (6,), "06-30", "王某"),
        (
            "1、建好职工书屋。完成时间：12月31日前；责任部门：办公室",
            (12,),
            "12-31",
            "办公室",
        ),
        ("1、建好职工书屋。（负责人：王某）", (), None, "王某"),
        ("1、建好职工书屋（六月份）。", (6,), None, ""),
        ("1、建好职工书屋。（6月，责任人：王某）", (6,), None, "王某"),
        ("1、建好职工书屋。（6月底前完成；责任人：王某）", (6,), "06-30", "王某"),
        ("1、建好职工书屋。牵头：财务组", (), None, "财务组"),
        ("1、建好职工书屋。时限：全年", tuple(range(1, 13)), None, ""),
        ("1、建好职工书屋。时限：年底前", (12,), "12-31", ""),
        ("1、建好职工书屋", (), None, ""),
    ],
)
def test_labels_within_the_line_of_a_measure(item, months, due, who):
    (measure,) = _measures(f"工作要点：\n{item}")

    assert (measure.text, measure.months, measure.due, measure.responsible) == (
        "建好职工书屋",
        months,
        due,
        who,
    )


def test_a_measure_that_begins_with_its_deadline_has_it():
    (measure,) = _measures("主要工作\n1、三月底前学完规定篇目。")

    assert (measure.months, measure.due) == ((3,), "03-31")


def test_aims_are_no_measures():
    text = "一、工作目标\n1、增强意识。\n二、主要工作\n1、维护权益。\n三、几点要求\n1、各组重视。"

    assert [one.text for one in _measures(text)] == ["维护权益"]


def test_unnumbered_paragraphs_go_on_with_the_measure_above():
    text = "主要工作\n1、加强学习。\n每月一次。\n（1）自学；\n2、关心生活。"

    assert [one.text for one in _measures(text)] == [
        "加强学习。\n每月一次。\n（1）自学",
        "关心生活",
    ]


def test_numbers_within_a_paragraph_begin_measures_after_a_sentence():
    text = "主要工作\n1、加强学习，做到1、2、3年级都有小组。2、关心生活。\n办好实事。3、开好大会。"

    assert [one.text for one in _measures(text)] == [
        "加强学习，做到1、2、3年级都有小组",
        "关心生活。\n办好实事",
        "开好大会",
    ]


def test_a_bracketed_heading_without_numbers_beneath_is_a_measure():
    text = "三、主要工作\n（一）民主管理\n1、开好大会。\n（二）女工工作\n组织好普查。"

    assert [one.text for one in _measures(text)] == ["开好大会", "女工工作\n组织好普查"]


def test_a_bare_list_of_chinese_numbers_is_a_list_of_measures():
    text = "重点工作：\n一、积极参与医院文化建设；\n二、完善职代会制度，培训代表；\n三、办好体检和疗休养工作；"

    assert len(_measures(text)) == 3


def test_a_lost_number_is_still_a_measure():
    text = "主要工作\n1、民主管理。\n、组织考核。\n3、师德建设。"

    assert [one.text for one in _measures(text)] == ["民主管理", "组织考核", "师德建设"]


def test_several_months_of_a_deadline_are_no_months_of_a_calendar():
    text = "主要工作\n1、理档案。\n时限：6月；12月\n责任人：甲\n活动安排\n三月：插花课\n四月：踏青"

    (measure,) = _measures(text)
    assert (measure.months, measure.responsible) == ((6, 12), "甲")
    assert plantexts.months(text) == [[3], [4]]


def test_a_deadline_with_its_year_is_no_date_of_a_web_page():
    text = (
        "主要工作\n1、理档案。\n时间：2024年5月\n2、家访。\n时间：2024-08-14 20:01 投稿"
    )

    assert [one.months for one in _measures(text)] == [(5,), ()]
