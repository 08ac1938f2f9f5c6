"""R21, R22 and the keys: whom a row means."""

import datetime

import pytest

from members import workbook
from members.models import Member
from members.services import imports as services
from tests import make_members as make
from tests.members.imports import rosters

pytestmark = pytest.mark.django_db
BORN = datetime.date(1985, 5, 20)
BY_ID = ("姓名", "身份证号", "职称")
BY_BIRTH = ("姓名", "出生年月", "职称")


def applied(data, *, ticked=True):
    table = workbook.read(data)
    named = {"name": "a.xlsx", "sha256": "", "make_places": True, "asked": None}
    return services.roster_apply(table, **named, ticked=ticked)


def test_r21_doubles_in_the_file_are_refused():
    heads = ("工号", "姓名", "身份证号")
    rows = [
        ("A1", "赵一", rosters.WOMAN),
        ("A1", "钱二", None),
        ("A3", "孙三", rosters.WOMAN),
    ]

    found = rosters.preview(rosters.roster(*rows, heads=heads))

    assert rosters.told(found, "error") == [
        (3, "钱二", [("工号", "与第 2 行的工号相同。")]),
        (4, "孙三", [("身份证号", "与第 2 行的身份证号相同。")]),
    ]


def test_r21_the_id_number_of_one_with_the_staff_number_of_another_is_refused():
    make.member(name="赵一", staff_no="A1", id_number=rosters.WOMAN)
    make.member(name="钱二", staff_no="A2")
    data = rosters.roster(
        ("A2", "钱二", rosters.WOMAN), heads=("工号", "姓名", "身份证号")
    )

    found = rosters.preview(data)

    told = "这个身份证号已登记在 赵一（A1）名下。"
    assert rosters.told(found, "error") == [(2, "钱二", [("身份证号", told)])]


def test_r21_another_name_under_a_known_number_is_to_be_ticked():
    make.member(name="赵一", staff_no="A1")

    (row,) = rosters.preview(
        rosters.roster(("A1", "钱二"), heads=("工号", "姓名"))
    ).rows

    told = "名册里这个号码是 赵一（A1），请核对是不是同一个人。"
    assert (row.kind, row.doubts) == ("changed", [("姓名", told)])


def test_r21_a_namesake_born_the_same_day_is_to_be_ticked():
    make.member(name="赵一", staff_no="A1", birth_date=BORN)
    data = rosters.roster(("A9", "赵一", "1985.5.20"), heads=("工号", "姓名", "生日"))

    (row,) = rosters.preview(data).rows

    assert row.doubts == [("姓名", "名册里已有同名、同出生日期的 赵一（A1）。")]


def test_r22_the_number_of_somebody_who_left_is_a_conflict():
    make.member(name="赵一", staff_no="A1", work_status="left")

    found = rosters.preview(rosters.roster(("A1", "钱二"), heads=("工号", "姓名")))

    ((_, _, [(column, said)]),) = rosters.told(found, "error")
    assert column == "工号"
    assert said.startswith("这个号码是已经调出的 赵一（A1）。")


def test_r22_who_comes_back_by_the_file_is_to_be_ticked():
    make.member(name="赵一", staff_no="A1", work_status="left")
    data = rosters.roster(("A1", "赵一", "在职"), heads=("工号", "姓名", "人员状态"))

    (row,) = rosters.preview(data).rows

    assert row.doubts == [("人员状态", "赵一（A1）原来是「调出」，这次恢复。")]


def test_the_id_number_is_the_key_where_no_staff_number_stands():
    member = make.member(name="赵一", staff_no="A1", id_number=rosters.WOMAN)
    rows = [("赵一", rosters.WOMAN, "高级教师"), ("钱二", rosters.MAN, "一级教师")]

    found = applied(rosters.roster(*rows, heads=BY_ID))

    member.refresh_from_db()
    assert found.counts == {"new": 1, "changed": 1, "unchanged": 0, "error": 0}
    assert member.title == "高级教师"
    assert Member.objects.get(name="钱二").staff_no == "L0001"


def test_numbers_that_were_given_are_not_given_again():
    make.member(staff_no="L0001")
    make.member(staff_no="L0003")
    rows = [("钱二", "1980.5", None), ("孙三", "1981.5", None)]

    applied(rosters.roster(*rows, heads=BY_BIRTH))

    found = Member.objects.filter(name__in=["钱二", "孙三"]).order_by("pk")
    assert [m.staff_no for m in found] == ["L0002", "L0004"]


@pytest.mark.parametrize("written", ["1985-05-20", "1985.5"])
def test_name_and_birthday_are_the_key_at_last_and_to_be_ticked(written):
    member = make.member(name="王芳", staff_no="A1", birth_date=BORN)
    make.member(name="王芳", staff_no="A2", birth_date=datetime.date(1990, 1, 1))

    found = rosters.preview(rosters.roster(("王芳", written, "高级"), heads=BY_BIRTH))

    (row,) = found.rows
    assert (row.member, row.kind) == (member, "changed")
    assert row.doubts == [("姓名", "按姓名和出生日期认作 王芳（A1），请核对。")]


@pytest.mark.parametrize("written", ["1985.5", "1970-01-01", None])
def test_who_is_not_clear_is_refused_with_the_candidates(written):
    make.member(name="王芳", staff_no="A1", birth_date=BORN)
    make.member(name="王芳", staff_no="A2", birth_date=datetime.date(1985, 5, 9))

    found = rosters.preview(rosters.roster(("王芳", written, "高级"), heads=BY_BIRTH))

    ((_, _, [(column, said)]),) = rosters.told(found, "error")
    assert column == "姓名"
    assert "王芳（A1）、王芳（A2）" in said or "认不出是谁" in said


def test_who_was_known_by_birthday_gets_the_id_number_of_the_file():
    member = make.member(name="赵一", staff_no="A1", birth_date=BORN)

    applied(rosters.roster(("赵一", rosters.WOMAN, None), heads=BY_ID))

    member.refresh_from_db()
    assert (Member.objects.count(), member.id_number) == (1, rosters.WOMAN)


def test_the_same_person_twice_without_a_number_is_refused():
    rows = [
        ("王芳", "1985.5", "一级"),
        ("王芳", "1985.5", "高级"),
        ("王芳", "1990.1", None),
    ]

    found = rosters.preview(rosters.roster(*rows, heads=BY_BIRTH))

    told = "与第 2 行同名、同出生日期。"
    assert rosters.told(found, "error") == [(3, "王芳", [("姓名", told)])]
    assert len(found.of("new")) == 2


def test_two_rows_taken_for_one_person_are_refused():
    make.member(name="王芳", staff_no="A1", birth_date=BORN)
    rows = [("A1", "王芳", "1985.5.20", "一级"), (None, "王芳", "1985.5.20", "高级")]
    data = rosters.roster(*rows, heads=("工号", *BY_BIRTH))

    found = rosters.preview(data)

    told = "与第 2 行都认作 王芳（A1）。"
    assert rosters.told(found, "error") == [(3, "王芳", [("姓名", told)])]


def test_a_month_does_not_replace_a_day_that_is_known():
    member = make.member(name="赵一", staff_no="A1", birth_date=BORN, title="")
    data = rosters.roster(("A1", "赵一", "1985.5", "高级"), heads=("工号", *BY_BIRTH))

    found = applied(data)

    member.refresh_from_db()
    assert rosters.told(found, "changed") == [(2, "赵一", [("职称", "", "高级")])]
    assert (member.birth_date, found.rows[0].told("birth_date")) == (BORN, "1985-05")


def test_what_the_id_number_tells_does_not_replace_what_is_known():
    other = datetime.date(1985, 5, 21)
    member = make.member(name="赵一", staff_no="A1", birth_date=other, sex="男")
    data = rosters.roster(
        ("A1", "赵一", rosters.WOMAN), heads=("工号", "姓名", "身份证号")
    )

    applied(data)

    member.refresh_from_db()
    assert (member.birth_date, member.sex, member.id_number) == (
        other,
        "男",
        rosters.WOMAN,
    )
