"""What a line says besides the activity: the day, and who answers for it."""

import pytest

from tests.plans import plantexts


def only(line):
    """The activity of a plan whose line this is, between two other months."""
    text = f"2026年工会计划\n1月：团拜\n{line}\n12月：总结"
    return plantexts.plan(text).activities[1]


@pytest.mark.parametrize(
    ("line", "title", "days"),
    [
        ("3月8日：插花", "插花", ("03-08", "03-08")),
        ("3月8日三八妇女节活动", "三八妇女节活动", ("03-08", "03-08")),
        ("9月10日-12日 慰问教师", "慰问教师", ("09-10", "09-12")),
        ("9月28日至10月3日 值班", "值班", ("09-28", "10-03")),
        ("三月八日 插花", "插花", ("03-08", "03-08")),
    ],
)
def test_the_day_of_an_activity_is_kept(line, title, days):
    found = only(line)

    assert (found.title, found.days) == (title, days)


@pytest.mark.parametrize(
    "line", ["3月8日前后 插花", "4月23日前交名单", "5月中旬 球赛", "6月1日起 开放泳池"]
)
def test_about_a_day_is_no_day(line):
    assert only(line).days == ()


def test_a_day_within_the_month_is_kept_too():
    found = plantexts.plan("2026年计划\n三月：\n8日 插花\n四月：\n踏青").activities

    assert [one.days for one in found] == [("03-08", "03-08"), ()]


def test_a_day_that_is_not_is_doubted_and_the_month_stays():
    text = "2026年计划\n一月：团拜\n二月30日：慰问\n三月：插花"

    found = plantexts.plan(text)

    assert (found.activities[1].months, found.activities[1].days) == ((2,), ())
    assert (3, "没有“2月30日”这一天，请核对日期") in [
        (one.line, one.message) for one in found.warnings
    ]


@pytest.mark.parametrize(
    ("line", "title", "who"),
    [
        ("10月：重阳节座谈（责任人：王芳）", "重阳节座谈", "王芳"),
        ("10月：重阳节座谈，负责人：王芳", "重阳节座谈", "王芳"),
        ("10月：合唱比赛（李明负责）", "合唱比赛", "李明"),
        ("10月：合唱比赛（教职工参加）", "合唱比赛（教职工参加）", ""),
    ],
)
def test_who_answers_for_an_activity_is_read(line, title, who):
    found = only(line)

    assert (found.title, found.responsible) == (title, who)


def test_what_looks_like_a_date_and_was_not_read_is_said():
    found = plantexts.plan("2026年计划\n一月\n1、慰问\n2.14：联谊\n三月\n1、插花")

    assert [one.months for one in found.activities] == [(1,), (1,), (3,)]
    told = "“2.14”没有读成日期，这一条按上面的月份排，请核对"
    assert told in [one.message for one in found.warnings]


def test_a_month_in_roman_numerals_is_a_month():
    assert plantexts.months("2026年计划\nⅢ月：插花\nⅫ月：总结") == [[3], [12]]


def test_one_line_with_a_month_is_a_plan():
    assert plantexts.dated("3月：插花") == [([3], "插花")]


def test_a_day_stands_in_the_json_only_where_there_is_one():
    text = "1月：团拜\n3月8日：插花\n四月：踏青"
    without, with_day, _ = plantexts.plan(text).activities

    assert with_day.to_json()["days"] == ["03-08", "03-08"]
    assert "days" not in without.to_json()


def test_a_line_that_is_not_understood_does_not_cut_the_days_off():
    text = "2026学年计划\n9月10日：慰问\n10月18日：秋游\n2.14：联谊\n11月：合唱\n12月：总结"

    assert plantexts.months(text)[:2] == [[9], [10]]
    assert [12] in plantexts.months(text)


def test_a_bracket_closed_behind_the_person_holds_only_the_day():
    found = only("3月：女工活动（3月8日，责任人：曹伟）")

    assert (found.title, found.responsible) == ("女工活动", "曹伟")
    assert found.days == ("03-08", "03-08")


def test_days_joined_by_a_dash_need_no_second_sign():
    assert only("2月：走访退休教师，2月20—22日").days == ("02-20", "02-22")


def test_a_day_that_there_is_not_is_doubted_in_another_month_too():
    plan = plantexts.plan("三月\n1、插花\n2、2月30日辩论赛\n四月\n1、植树")

    assert [w.message for w in plan.warnings] == ["没有“2月30日”这一天，请核对日期"]
