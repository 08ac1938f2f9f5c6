"""七、八月 is July and August; 七、 may also be a number."""

from tests.plans import plantexts


def test_two_months_are_not_a_numbered_heading():
    text = "六月：\n1、总结\n七、八月：\n1、疗休养\n九月：\n1、迎新"

    assert plantexts.dated(text)[1] == ([7, 8], "疗休养")


def test_two_months_in_digits_are_not_a_numbered_heading():
    text = "6月份：\n1、总结\n7、8月份：\n1、疗休养\n9月份：\n1、迎新"

    assert plantexts.dated(text)[1] == ([7, 8], "疗休养")


def test_numbers_that_count_on_are_numbers():
    text = "一、二月份\n1、例会\n二、三月份\n1、插花课\n三、四月份\n1、踏青"

    assert plantexts.months(text) == [[2], [3], [4]]


def test_months_numbered_after_a_list_of_works():
    text = """
        1、维护权益。
        2、关心生活。
        1、三月
        办插花课，看望女教师。
        2、四、五月
        踏青；歌会。
        3、七、八月
        疗休养。
        4、一、二月
        慰问老教师。
    """

    assert plantexts.dated(text) == [
        ([3], "办插花课，看望女教师"),
        ([4, 5], "踏青"),
        ([4, 5], "歌会"),
        ([7, 8], "疗休养"),
        ([1, 2], "慰问老教师"),
    ]


def test_numbered_months_with_words_in_the_same_line():
    text = "1、九月份 迎新会\n2、十月份 重阳登高\n3、十一月份 健步走"

    assert plantexts.dated(text) == [
        ([9], "迎新会"),
        ([10], "重阳登高"),
        ([11], "健步走"),
    ]


def test_bracketed_numbers_before_months():
    text = "（一）九月份\n1、迎新\n（二）十月份\n1、登高\n（三）十一月份\n1、健步走"

    assert plantexts.dated(text) == [([9], "迎新"), ([10], "登高"), ([11], "健步走")]


def test_festivals_in_dots_and_commas_are_no_numbers():
    text = "三月：\n1、“三、八”节插花\n2、庆三·八登山\n六月：\n1、“六、一”慰问\n2、六一亲子会"

    assert plantexts.titles(text) == [
        "“三、八”节插花",
        "庆三·八登山",
        "“六、一”慰问",
        "六一亲子会",
    ]


def test_a_number_may_be_followed_by_a_year_or_a_month():
    text = (
        "五月：1、歌会2、2024年读书会总结3、30年教龄教师座谈\n六月：1、6月例会2、评比"
    )

    assert plantexts.titles(text) == [
        "歌会",
        "2024年读书会总结",
        "30年教龄教师座谈",
        "6月例会",
        "评比",
    ]


def test_lists_inside_an_item_are_not_cut():
    text = """
        五月：1、党政正、副职述职2、插花课（后勤组、四年级组）3、干部培训（二）4、1、2年级组会
        六月：1、评比
    """

    assert plantexts.titles(text) == [
        "党政正、副职述职",
        "插花课（后勤组、四年级组）",
        "干部培训（二）",
        "1、2年级组会",
        "评比",
    ]


def test_numbers_of_months_count_on_though_prose_names_months_before():
    text = "主要工作\n1、三月份开代表会。\n活动安排\n1.2月：插花课\n2.3月：踏青\n3.4月：歌会"

    assert plantexts.months(text) == [[2], [3], [4]]


def test_a_number_may_stand_before_a_number():
    text = "三月：\n1.3—5年级教师赛课\n2.3.8节插花\n四月：1.踏青；2.1-3年级歌会；3.体检"

    assert plantexts.titles(text) == [
        "3—5年级教师赛课",
        "3.8节插花",
        "踏青",
        "1-3年级歌会",
        "体检",
    ]


def test_roman_numbers_head_sections_and_months():
    text = """
        Ⅰ、指导思想
        II. 主要工作
        1、维权。
        Ⅲ 活动安排
        Ⅰ、三月
        （①）插花课，泡茶（②）登山
        Ⅱ、四月
        1、踏青
        Ⅳ、工作要求
        大家努力。
    """

    plan = plantexts.plan(text)
    assert [one.text for one in plan.measures] == ["维权"]
    assert plantexts.dated(text) == [
        ([3], "插花课，泡茶"),
        ([3], "登山"),
        ([4], "踏青"),
    ]
    assert plan.sections[-1].heading == "工作要求"
