"""Calendars drawn as tables: tabs, bars, wide gaps."""

from tests.plans import plantexts


def test_three_columns_parted_by_tabs():
    text = "月份\t内容\t责任人\n3月\t插花课\t王某\n四月份\t踏青\t李某\n七、八月\t疗休养\t赵某"

    plan = plantexts.plan(text)
    assert [(list(one.months), one.title) for one in plan.activities] == [
        ([3], "插花课"),
        ([4], "踏青"),
        ([7, 8], "疗休养"),
    ]
    assert [one.responsible for one in plan.activities] == ["王某", "李某", "赵某"]
    assert plan.warnings == ()


def test_three_columns_parted_by_bars():
    text = """
        | 月份 | 工作内容 | 负责人 |
        |------|:--------:|--------|
        | 九月 | 教师慰问<br>迎新 | 甲 |
        | 十月 | 登高 | 乙 |
        | 次年一月 | 送温暖 | 丙 |
    """

    assert plantexts.dated(text) == [
        ([9], "教师慰问"),
        ([9], "迎新"),
        ([10], "登高"),
        ([1], "送温暖"),
    ]
    assert plantexts.plan(text).activities[-1].year_offset == 1


def test_full_width_bars_without_a_head():
    text = "三月｜插花课｜甲\n四月｜踏青｜乙\n五月｜歌会｜丙"

    assert plantexts.dated(text) == [([3], "插花课"), ([4], "踏青"), ([5], "歌会")]


def test_columns_parted_by_wide_gaps():
    text = "月份    活动内容    负责人\n九月    教师座谈    甲\n十月    登高    乙"

    assert plantexts.dated(text) == [([9], "教师座谈"), ([10], "登高")]


def test_an_empty_month_is_that_of_the_row_above():
    text = "月份\t内容\t责任人\n3月\t插花课\t甲\n\t登山\t乙\n4月\t踏青\t丙"

    assert plantexts.dated(text) == [([3], "插花课"), ([3], "登山"), ([4], "踏青")]


def test_a_cell_holds_several_items():
    text = "月份\t内容\n3月\t1、插花课 2、登山；3、体检\n4月\t踏青；歌会"

    assert plantexts.titles(text) == ["插花课", "登山", "体检", "踏青", "歌会"]


def test_bare_numbers_are_months_under_their_head():
    text = "月份\t工作\n1\t送温暖\n2\t例会\n7-8\t疗休养"

    assert plantexts.months(text) == [[1], [2], [7, 8]]


def test_days_and_weeks_in_a_column_give_the_month():
    text = """
        周次\t日期\t工作内容\t负责人
        第一周\t9.1-9.5\t例会\t甲
        第五周\t9.29-10.3\t国庆慰问\t乙
        第十周\t11月3日—11月7日\t体检\t丙
    """

    assert plantexts.months(text) == [[9], [9, 10], [11]]


def test_the_right_column_is_found_among_many():
    text = """
        序号 | 时间 | 活动名称 | 参加人员 | 经费
        1 | 3月 | 插花课 | 女教工 | 2000元
        2 | 5月 | 运动会 | 全体 | 约2万
    """

    assert plantexts.dated(text) == [([3], "插花课"), ([5], "运动会")]


def test_a_column_of_themes():
    text = "月份\t活动主题\t具体内容\n3月\t春之声\t插花课\n4月\t书之香\t读书会"

    themes = [(one.theme, one.title) for one in plantexts.plan(text).activities]
    assert themes == [("春之声", "插花课"), ("书之香", "读书会")]


def test_a_table_that_is_no_calendar_stays_prose():
    text = "某校工会工作计划\n组别\t组长\n语文组\t甲\n数学组\t乙"

    plan = plantexts.plan(text)
    assert plan.activities == ()
    assert "语文组" in plan.sections[0].text


def test_days_over_the_end_of_a_month_are_both_months():
    text = "周次 日期 工作内容\n第1周 2月20日—2月24日 例会\n第2周 2月27日—3月3日 订计划"

    assert plantexts.dated(text) == [([2], "例会"), ([2, 3], "订计划")]


def test_the_name_of_an_activity_is_its_title_and_its_contents_are_said_beside_it():
    """The chair wants short titles on the wall, and sees row by row what they leave out."""
    text = "时间\t活动名称\t活动内容\n3月\t巧手节\t插花、茶艺\n4月\t健步\t\n5月\t\t歌会"

    plan = plantexts.plan(text)
    assert [one.title for one in plan.activities] == ["巧手节", "健步", "歌会"]
    assert [(one.line, one.message) for one in plan.warnings] == [
        (2, "“活动内容”没有收入活动的标题，请确认时补填：“插花、茶艺”")
    ]


def test_a_column_of_fields_beside_the_contents_is_the_theme():
    text = "月份\t项目\t内容\n3月\t女工\t插花课\n4月\t文体\t踏青"

    plan = plantexts.plan(text)
    assert [(one.theme, one.title) for one in plan.activities] == [
        ("女工", "插花课"),
        ("文体", "踏青"),
    ]
    assert plan.warnings == ()


def test_a_month_without_works_does_not_end_the_table():
    text = "月份\t责任人\t内容\n3月\t甲\t插花课\n4月\t\t\n5月\t乙\t踏青"

    assert plantexts.dated(text) == [([3], "插花课"), ([5], "踏青")]
    assert [one.line for one in plantexts.plan(text).warnings] == [3]


def test_months_side_by_side_have_their_works_beneath_them():
    text = "\t三月\t四月\t五月\n内容\t插花课\t踏青\t歌会\n负责人\t甲\t乙\t丙"

    plan = plantexts.plan(text)
    assert plantexts.dated(text) == [([3], "插花课"), ([4], "踏青"), ([5], "歌会")]
    assert [(one.line, "负责人" in one.message) for one in plan.warnings] == [(3, True)]


def test_a_row_that_names_a_term_heads_its_months():
    text = "月份\t内容\n第一学期\t\n九月\t迎新\n第二学期\t\n三月\t插花课"

    plan = plantexts.plan(text)
    assert [(one.months, one.year_offset) for one in plan.activities] == [
        ((9,), 0),
        ((3,), 1),
    ]
    assert plan.warnings == ()


def test_a_bar_before_a_row_alone_is_an_empty_month():
    text = "月份|内容|责任人\n3月|插花课|甲\n|登山|乙\n4月|踏青|丙"

    assert plantexts.dated(text) == [([3], "插花课"), ([3], "登山"), ([4], "踏青")]


def test_the_numbers_of_weeks_are_no_months():
    text = "周次\t时间\t内容\n1\t9.1—9.5\t例会\n3-4\t9.15-9.26\t会员登记"

    assert plantexts.dated(text) == [([9], "例会"), ([9], "会员登记")]


def _placed(text):
    return [(one.title, one.months) for one in plantexts.plan(text).activities]


def test_a_month_in_a_row_of_its_own_stands_over_its_works():
    text = (
        "2027年工会计划\n序号\t时间\t工作内容\t负责人\n1\t三月\t插花\t曹伟\n"
        "四月份\t\t\t\n2\t\t植树\t王芳"
    )

    plan = plantexts.plan(text)

    assert [(one.title, one.months) for one in plan.activities] == [
        ("插花", (3,)),
        ("植树", (4,)),
    ]
    assert plan.warnings == ()


def test_months_in_two_columns_beside_each_other():
    text = (
        "2027年工会计划\n月份\t活动\t月份\t活动\n1月\t慰问\t7月\t疗休养\n"
        "2月\t团拜\t8月\t送清凉"
    )

    assert _placed(text) == [
        ("慰问", (1,)),
        ("团拜", (2,)),
        ("疗休养", (7,)),
        ("送清凉", (8,)),
    ]


def test_a_table_on_its_side_with_its_labels_in_front():
    text = "2027年工会计划\n月份\t1月\t2月\t3月\n活动\t慰问\t团拜\t插花"

    assert _placed(text) == [("慰问", (1,)), ("团拜", (2,)), ("插花", (3,))]
