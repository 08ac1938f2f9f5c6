"""Days, weeks and parts of months, and months among other numbers."""

from tests.plans import plantexts


def test_days_and_parts_of_months_mix_with_months():
    text = """
        3月8日前后 女教师联欢
        4月中旬 球赛
        5月底 慰问
        6月 总结
        每月 集体生日
    """

    assert plantexts.dated(text) == [
        ([3], "女教师联欢"),
        ([4], "球赛"),
        ([5], "慰问"),
        ([6], "总结"),
        (list(range(1, 13)), "集体生日"),
    ]


def test_a_day_of_another_month_is_not_of_the_month_above():
    text = "三月 插花课\n四月 踏青\n5月4日 青年座谈\n六月 总结"

    assert plantexts.months(text) == [[3], [4], [5], [6]]


def test_the_weeks_of_one_month_make_a_calendar():
    text = "九月工作安排\n9月第一周：例会\n9月第二周：慰问教师"

    assert plantexts.dated(text) == [([9], "例会"), ([9], "慰问教师")]
    assert plantexts.messages(text) == []


def test_a_bracketed_number_before_a_month_and_its_item():
    text = "四、具体安排\n（1）一月：慰问\n（2）二月：总结"

    assert plantexts.dated(text) == [([1], "慰问"), ([2], "总结")]
    assert plantexts.messages(text) == []


def test_a_day_after_a_number_is_no_range_of_months():
    text = "三月\n1、插花课\n2、3月12日植树\n四月\n1、踏青"

    assert plantexts.dated(text)[1] == ([3], "3月12日植树")


def test_months_and_items_parted_by_wide_blanks():
    text = "一月　慰问老教师　开总结会\n二月　制定计划\n三月　女教师插花　提案征集"

    assert plantexts.dated(text) == [
        ([1], "慰问老教师"),
        ([1], "开总结会"),
        ([2], "制定计划"),
        ([3], "女教师插花"),
        ([3], "提案征集"),
    ]


def test_items_of_a_list_may_end_with_their_months():
    text = "三、活动安排\n1、插花课（3月）\n2、踏青——4月\n3、歌会，5月中旬\n4、集体生日（每月）"

    assert plantexts.dated(text) == [
        ([3], "插花课"),
        ([4], "踏青"),
        ([5], "歌会"),
        (list(range(1, 13)), "集体生日"),
    ]


def test_a_date_in_brackets_over_the_first_month_is_no_month():
    text = "某校工会行事历\n（2024年2月）\n九月：迎新\n十月：登高\n一月：慰问"

    plan = plantexts.plan(text)
    assert [(one.months, one.year_offset) for one in plan.activities] == [
        ((9,), 0),
        ((10,), 0),
        ((1,), 1),
    ]
    assert plan.warnings == ()


def test_quarters_may_be_glued_to_the_item_before_them():
    text = "第一季度：\n1. 慰问。\n2. 插花课。第二季度：\n1. 踏青。下半年：\n1. 年会。"

    assert plantexts.dated(text) == [
        ([1, 2, 3], "慰问"),
        ([1, 2, 3], "插花课"),
        ([4, 5, 6], "踏青"),
        ([7, 8, 9, 10, 11, 12], "年会"),
    ]


def test_months_in_one_line_need_nothing_between_them():
    text = "九月：迎新十月：登高12月：年会1月：慰问"

    assert plantexts.dated(text) == [
        ([9], "迎新"),
        ([10], "登高"),
        ([12], "年会"),
        ([1], "慰问"),
    ]


def test_months_of_the_farmers_calendar_are_to_be_checked():
    text = "正月：走访\n三月：插花课\n四月：踏青\n腊月：年会"

    plan = plantexts.plan(text)
    assert [one.months for one in plan.activities] == [(1,), (3,), (4,), (12,)]
    assert [one.line for one in plan.warnings] == [1, 4]


def test_a_day_before_the_words_is_no_part_of_them():
    text = """
        3月8日：插花课
        3月12日植树
        4月下旬体检
        6月1日（周一）前后慰问儿童
        9月28日—10月3日 展览
        12月31日晚联欢
    """

    assert plantexts.dated(text) == [
        ([3], "插花课"),
        ([3], "植树"),
        ([4], "体检"),
        ([6], "慰问儿童"),
        ([9, 10], "展览"),
        ([12], "联欢"),
    ]


def test_days_among_the_lines_of_a_month_are_no_part_of_them_either():
    text = "三月\n3月8日 插花课\n3月12日植树\n四月\n1、4月2日扫墓\n2、踏青"

    assert plantexts.dated(text) == [
        ([3], "插花课"),
        ([3], "植树"),
        ([4], "4月2日扫墓"),
        ([4], "踏青"),
    ]


def test_days_after_the_last_month_are_of_their_own_months():
    text = "三月\n1、插花课\n四月\n1、踏青\n2、扫墓\n5月4日：\n1、座谈\n6月1日 慰问\n某校工会\n2024年2月10日"

    assert plantexts.dated(text)[3:] == [([5], "座谈"), ([6], "慰问")]


def test_a_bare_day_within_a_month_is_no_part_of_the_words():
    text = "四月\n4日 扫墓\n1日游筹备\n五月\n1日：表彰"

    assert plantexts.titles(text) == ["扫墓", "1日游筹备", "表彰"]


def test_dated_lines_before_the_first_month_are_activities():
    text = (
        "2027年工会计划\n2027年3月1日前完成换届\n3月1日－3月10日 报名\n"
        "3/15 讲座\n2027.4.2 踏青\n五月：运动会\n六月：总结"
    )

    found = plantexts.plan(text).activities

    assert [(one.title, one.months, one.days) for one in found[:4]] == [
        ("完成换届", (3,), ()),
        ("报名", (3,), ("03-01", "03-10")),
        ("讲座", (3,), ("03-15", "03-15")),
        ("踏青", (4,), ("04-02", "04-02")),
    ]


def test_a_part_of_all_is_no_day():
    found = plantexts.plan("五月：运动会\n2/3以上代表到会\n六月：总结").activities

    assert [one.months for one in found] == [(5,), (5,), (6,)]
