"""Words after a month: the month's theme, or its first item; weeks within a month."""

from tests.plans import plantexts


def _themed(text):
    return [(one.theme, one.title) for one in plantexts.plan(text).activities]


def test_words_glued_to_a_month_over_a_list_are_its_theme():
    text = """
        活动主题/具体内容
        2月新起点新面貌
        1.例会;
        2.订计划;
        3月书香满园
        1.读书会;
        12月收获与畅想
        年会
        表彰
    """

    assert _themed(text) == [
        ("新起点新面貌", "例会"),
        ("新起点新面貌", "订计划"),
        ("书香满园", "读书会"),
        ("收获与畅想", "年会"),
        ("收获与畅想", "表彰"),
    ]


def test_a_theme_may_stand_in_brackets_or_after_its_name():
    text = """
        三月（志愿服务月）：
        1、义务劳动
        四月（主题：书香）
        1、读书会
        五月 主题：劳动光荣
        1、表彰
        六月：
        主题：“童心”
        1、亲子会
    """

    assert _themed(text) == [
        ("志愿服务月", "义务劳动"),
        ("书香", "读书会"),
        ("劳动光荣", "表彰"),
        ("童心", "亲子会"),
    ]


def test_a_theme_after_a_colon_stands_over_a_list():
    text = "三月：志愿服务月\n1、劳动\n2、演讲\n四月：读书月\n1、读书会"

    assert _themed(text) == [
        ("志愿服务月", "劳动"),
        ("志愿服务月", "演讲"),
        ("读书月", "读书会"),
    ]


def test_words_after_a_colon_are_an_item_when_no_list_follows():
    text = "九月份：教师节、中秋节慰问\n十月份：登高\n重阳座谈\n十一月份：体检"

    assert _themed(text) == [
        ("", "教师节、中秋节慰问"),
        ("", "登高"),
        ("", "重阳座谈"),
        ("", "体检"),
    ]


def test_a_week_belongs_to_its_month():
    text = """
        九月第一周：委员会
        九月第二周：教师节慰问
        第三周：新教师座谈
        十月第1周：国庆慰问
    """

    assert plantexts.dated(text) == [
        ([9], "委员会"),
        ([9], "教师节慰问"),
        ([9], "新教师座谈"),
        ([10], "国庆慰问"),
    ]


def test_weeks_and_ten_day_spans_head_items_within_a_month():
    text = """
        九月
        第一周
        1、例会
        2、迎新
        第二周（9月8日—12日）
        1、慰问教师
        十月
        上旬：国庆慰问
        下旬：登高
    """

    assert plantexts.dated(text) == [
        ([9], "例会"),
        ([9], "迎新"),
        ([9], "慰问教师"),
        ([10], "国庆慰问"),
        ([10], "登高"),
    ]
    assert plantexts.messages(text) == []
