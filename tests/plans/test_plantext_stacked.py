"""Tables that copying has undone: single blanks, cells in lines of their own."""

from tests.plans import plantexts


def test_columns_parted_by_single_blanks_under_their_names():
    text = "月份 活动内容 责任人\n三月 插花 茶艺 甲\n四月 踏青 乙\n某校工会"

    assert plantexts.dated(text) == [([3], "插花 茶艺"), ([4], "踏青")]


def test_every_cell_in_a_line_of_its_own():
    text = """
        月份
        活动内容
        负责人
        三月
        插花课
        甲
        四月
        踏青
        歌会
        乙
        五月
        体检
        丙
    """

    assert plantexts.dated(text) == [
        ([3], "插花课"),
        ([4], "踏青"),
        ([4], "歌会"),
        ([5], "体检"),
    ]


def test_names_of_columns_over_cells_in_disorder():
    text = "月份\n内    容\n负责人\n3月\n1、插花课\n2、登山\n甲\n4月\n踏青"

    plan = plantexts.plan(text)
    assert plan.sections == ()
    assert [(one.line, "混进" in one.message) for one in plan.warnings] == [(3, True)]


def test_bars_may_be_left_behind_the_cells():
    text = "序号 |\n时间 |\n活动名称 |\n1 |\n2024年3月 |\n插花课 |\n2 |\n4月 |\n踏青 |"

    assert plantexts.dated(text) == [([3], "插花课"), ([4], "踏青")]


def test_columns_parted_by_commas_under_their_names():
    text = "月份,内容,责任人\n3月,插花课,甲\n4月,踏青,登高,乙"

    assert plantexts.dated(text) == [([3], "插花课"), ([4], "踏青,登高")]


def test_a_cell_torn_over_lines_stays_in_its_month():
    text = "月份\t内容\t责任人\n3月\t1、插花课\n2、登山\t甲\n4月\t踏青\t乙"

    assert plantexts.dated(text) == [([3], "插花课"), ([3], "登山"), ([4], "踏青")]


def test_the_heading_row_may_come_again():
    text = "月份\t内容\n3月\t插花课\n月份\t内容\n4月\t踏青"

    plan = plantexts.plan(text)
    assert plantexts.dated(text) == [([3], "插花课"), ([4], "踏青")]
    assert plan.warnings == ()


def test_words_behind_a_table_are_no_works_of_its_last_month():
    text = "月份\t内容\n3月\t插花课\n4月\t踏青\n各小组互相转告"

    assert plantexts.titles(text) == ["插花课", "踏青"]
