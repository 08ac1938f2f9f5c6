"""R24: days in every shape that people write; what is ambiguous is refused."""

import datetime

import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from tests import make_members as make
from tests.members.imports import rosters

pytestmark = pytest.mark.django_db
DAY = datetime.date


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (datetime.date(1990, 3, 7), "1990-03-07"),
        (datetime.datetime.fromisoformat("1990-03-07T08:30"), "1990-03-07"),
        ("1990-03-07", "1990-03-07"),
        ("1990-3-7 00:00:00", "1990-03-07"),
        ("1990.3.7", "1990-03-07"),
        ("1990.03.07.", "1990-03-07"),
        ("1990/3/7", "1990-03-07"),
        ("1990年3月7日", "1990-03-07"),
        (" １９９０年３月７日 ", "1990-03-07"),
        ("1990、3、7", "1990-03-07"),
        ("'1990-03-07", "1990-03-07"),
        ("19900307", "1990-03-07"),
        (19900307, "1990-03-07"),
        (32939, "1990-03-07"),
        ("32939", "1990-03-07"),
        ("90/3/7", "1990-03-07"),
        ("25/07/1990", "1990-07-25"),
        ("07/25/1990", "1990-07-25"),
        (1980.5, "1980-05"),
        (1980.05, "1980-05"),
        (1980.12, "1980-12"),
        ("1980.5", "1980-05"),
        ("1980.10", "1980-10"),
        ("1980.1", "1980-01"),
        ("1980年5月", "1980-05"),
        ("1980-05", "1980-05"),
        ("1980/5", "1980-05"),
        ("198005", "1980-05"),
        (198005, "1980-05"),
    ],
)
def test_r24_a_day_is_read_in_each_usual_shape(written, read):
    row = rosters.cell("出生年月", written)

    assert (row.told("birth_date"), row.problems) == (read, [])


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("03/07/1990", "分不清月和日"),
        ("05/3/7", "几种读法"),
        (1980.1, "分不清是 1 月还是 10 月"),
        ("农历三月初七", "农历"),
        ("1990年腊月", "农历"),
        ("2月30日", "看不懂日期"),
        ("1990-2-30", "没有 1990-2-30 这一天"),
        ("1990.13", "没有 1990.13 这一天"),
        ("0199-03-07", "年份不对"),
        ("1899-12-31", "年份不对"),
        ("2090-01-01", "还没有到"),
        ("1990", "只有年份"),
        (1990, "只有年份"),
        ("不详", "看不懂日期"),
        (True, "TRUE"),
        (1e308, "看不懂日期"),
        (-5, "看不懂日期"),
        (1980.123, "看不懂日期"),
    ],
)
def test_r24_what_is_no_clear_day_is_refused(written, said):
    ((column, sentence),) = rosters.cell("出生年月", written).problems

    assert column == "出生日期"
    assert said in sentence


def test_r24_a_month_in_a_calendar_cell_stays_a_month():
    row = rosters.cell(
        "出生年月", datetime.date(1980, 5, 1), number_format='yyyy"年"m"月"'
    )

    assert row.told("birth_date") == "1980-05"


def test_r24_two_decimals_tell_october():
    assert (
        rosters.cell("出生年月", 1980.1, number_format="0.00").told("birth_date")
        == "1980-10"
    )


def test_r24_days_may_be_counted_from_1904():
    book = rosters.book_of(
        ("A1", "赵一", datetime.date(1990, 3, 7), 31477),
        heads=("工号", "姓名", "生日", "入会时间"),
    )
    book.epoch = CALENDAR_MAC_1904

    (row,) = rosters.preview(rosters.saved(book)).rows

    assert row.told("birth_date") == "1990-03-07"
    assert row.told("joined_union_on") == "1990-03-07"


def test_r24_a_number_is_a_day_in_a_column_of_days_only():
    assert rosters.cell("职务", 32939).values["post"] == "32939"


def test_r24_a_year_is_enough_for_coming_to_the_school():
    row = rosters.cell("入校年份", 2005)

    assert row.values["joined_school_on"] == datetime.date(2005, 1, 1)
    assert row.remarks == [("来校日期", "只有年份 2005，按 1 月 1 日登记。")]


def test_a_birth_month_is_kept_as_a_month():
    row = rosters.cell("出生年月", "1980.5")

    assert row.values["birth_date"] == datetime.date(1980, 5, 1)
    assert row.values["birth_day_known"] is False
    assert (row.said("birth_date"), row.remarks) == ("1980年5月", [])


@pytest.mark.parametrize("written", ["1985.5", 1985.5, "1985年5月"])
def test_the_id_number_knows_the_day_of_a_month(written):
    data = rosters.roster(("A1", "赵一", "女", written, rosters.WOMAN))

    (row,) = rosters.preview(data).rows

    assert (row.told("birth_date"), row.remarks, row.doubts) == ("1985-05-20", [], [])


def test_the_id_number_tells_january_from_october():
    data = rosters.roster(("A1", "赵一", "男", 1980.1, rosters.MAN))

    (row,) = rosters.preview(data).rows

    assert (row.told("birth_date"), row.problems) == ("1980-01-01", [])


def test_years_of_service_give_no_day():
    ((column, sentence),) = rosters.cell("教龄", 23).problems

    assert column == "教龄起算"
    assert "写的是年数" in sentence


@pytest.mark.parametrize("written", ["/", "—", "-", "无", "未入会", "否"])
def test_who_has_not_joined_is_no_problem(written):
    row = rosters.cell("入会时间", written)

    assert (row.kind, row.problems, row.remarks[1:]) == ("new", [], [])
    assert "joined_union_on" not in row.values


def test_joined_without_a_day_is_told_and_no_day_invented():
    row = rosters.cell("入会时间", "是")

    assert (row.kind, "joined_union_on" in row.values) == ("new", False)
    assert "「是」没有写日期" in dict(row.remarks)["入会日期"]


def test_days_in_the_wrong_order_are_both_named():
    heads = ("工号", "姓名", "出生年月", "参加工作时间")
    row = ("A1", "赵一", "1985-05-20", "1984-09-01")

    (found,) = rosters.preview(rosters.roster(row, heads=heads)).rows

    told = "1984年9月1日 不晚于出生日期 1985年5月20日，请核对是哪一个写错了。"
    assert found.problems == [("教龄起算", told)]


def test_a_birthday_that_the_roster_contradicts_names_what_stands_there():
    make.member(
        staff_no="A1", name="赵一", birth_date=None, joined_school_on=DAY(1990, 9, 1)
    )
    heads = ("工号", "姓名", "出生年月")

    (found,) = rosters.preview(
        rosters.roster(("A1", "赵一", "1995-05-20"), heads=heads)
    ).rows

    told = "1995年5月20日 不早于名册里的来校日期 1990年9月1日，请核对。"
    assert found.problems == [("出生日期", told)]
