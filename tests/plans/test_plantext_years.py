"""Which year a month lies in, and when nobody can tell."""

from tests.plans import plantexts


def _offsets(text):
    return [
        (list(one.months), one.year_offset) for one in plantexts.plan(text).activities
    ]


def _calendar(*months):
    return "\n".join(f"{month}月：活动{place}" for place, month in enumerate(months))


def test_a_calendar_year_has_no_offset():
    assert [offset for _, offset in _offsets(_calendar(*range(1, 13)))] == [0] * 12


def test_a_school_year_turns_after_december():
    months = (9, 10, 11, 12, 1, 2, 3, 4, 5, 6, 7)

    offsets = [offset for _, offset in _offsets(_calendar(*months))]
    assert offsets == [0] * 4 + [1] * 7


def test_a_year_from_march_ends_in_next_january_and_february():
    text = "三月：植树\n六月：评比\n十二月：年会\n一、二月：慰问"

    assert _offsets(text) == [([3], 0), ([6], 0), ([12], 0), ([1, 2], 1)]


def test_a_written_year_counts():
    text = "2024年9月：迎新\n2024年12月：年会\n2025年1月：慰问\n2025年3月：插花课"

    assert [offset for _, offset in _offsets(text)] == [0, 0, 1, 1]


def test_next_year_may_be_said():
    text = "十月：登高\n十二月：年会\n次年一月：慰问"

    assert _offsets(text)[-1] == ([1], 1)


def test_a_placeholder_year_is_settled_by_the_order():
    text = "十一月：体检\n十二月：年会\n二0xx年一月：慰问"

    assert _offsets(text)[-1] == ([1], 1)


def test_the_second_half_before_the_first_is_the_year_before():
    text = "20xx年下半年：\n1、迎新\n20xx年上半年：\n1、歌会"

    assert _offsets(text) == [
        ([7, 8, 9, 10, 11, 12], 0),
        ([1, 2, 3, 4, 5, 6], 1),
    ]


def test_one_month_out_of_order_tells_nothing():
    text = "某校工会上半年安排\n九月\n迎新\n三月\n插花课\n四月\n踏青\n七、八月\n疗休养"

    plan = plantexts.plan(text)
    assert {one.year_offset for one in plan.activities} == {0}
    assert [one.line for one in plan.warnings] == [4]


def test_months_that_go_back_and_forth_tell_nothing():
    plan = plantexts.plan(_calendar(3, 4, 6, 5, 7))

    assert {one.year_offset for one in plan.activities} == {0}
    assert len(plan.warnings) == 1


def test_a_span_over_new_year_is_to_be_checked():
    text = "十月：登高\n12月—次年1月：慰问\n三月：插花课"

    plan = plantexts.plan(text)
    assert [(list(one.months), one.year_offset) for one in plan.activities] == [
        ([10], 0),
        ([12, 1], 0),
        ([3], 1),
    ]
    assert [one.line for one in plan.warnings] == [2]


def test_terms_group_the_months_beneath_them():
    text = """
        第一学期：
        九月：迎新
        十二月：年会
        第二学期：
        三月：插花课
        六月：评比
    """

    assert _offsets(text) == [([9], 0), ([12], 0), ([3], 1), ([6], 1)]


def test_work_of_the_whole_year_does_not_turn_the_year():
    text = "十月：登高\n十一月：体检\n全年：集体生日\n十二月：年会"

    assert [offset for _, offset in _offsets(text)] == [0, 0, 0, 0]


def test_a_lost_month_heading_leaves_items_without_a_month():
    text = "十二月：\n1、年会\n2、评优\n1、元旦联欢\n2、慰问\n二月：\n1、例会"

    plan = plantexts.plan(text)
    assert [list(one.months) for one in plan.activities] == [[12], [12], [], [], [2]]
    assert [one.line for one in plan.warnings] == [4, 5]


def test_items_before_the_first_month_have_none():
    text = "3、开代表会。\n六月：\n1、总结\n七月：\n1、疗休养"

    plan = plantexts.plan(text)
    assert (plan.activities[0].months, plan.activities[0].title) == ((), "开代表会")
    assert [one.line for one in plan.warnings] == [1]


def test_items_between_the_announcement_and_the_first_month_have_none():
    text = "活动安排：\n1、登高\n三月：\n1、插花课\n四月：\n1、踏青"

    assert plantexts.months(text) == [[], [3], [4]]


def test_a_month_said_to_be_next_years_moves_no_other():
    text = "三月：植树\n明年1月：总结\n十二月：慰问"

    assert _offsets(text) == [([3], 0), ([1], 1), ([12], 0)]


def test_a_year_that_goes_on_past_a_month_of_the_next_is_doubted():
    plan = plantexts.plan(
        "九月：迎新\n十月：登山\n明年1月：总结\n三月：植树\n十二月：慰问"
    )

    assert [one.year_offset for one in plan.activities] == [0, 0, 1, 0, 0]
    assert "月份的先后看不出是哪一年，年份请核对" in [w.message for w in plan.warnings]


def test_a_holiday_of_the_next_year_says_so():
    plan = plantexts.plan("月份\t内容\n三月\t植树\n六月\t评比\n寒假\t送温暖")

    assert plan.activities[-1].year_offset == 1
    assert [w.message for w in plan.warnings] == ["“寒假”按次年1、2月记，请核对"]
