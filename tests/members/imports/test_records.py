"""Columns of a record beyond the usual: papers, family, home; what is never kept."""

import datetime

import pytest

from members.models import Member
from tests import make_members as make
from tests.members.imports import rosters

pytestmark = pytest.mark.django_db
FAMILY = (
    "工号",
    "姓名",
    "曾用名",
    "婚姻状况",
    "子女出生日期",
    "现住址",
    "紧急联系人",
    "紧急联系人电话",
)
SENTENCES = {"月工资": "名册里没有金额", "开户银行": "名册不登记银行卡和账户"}
UNUSED = "开户银行 支行名称 银行卡号 工资卡 会费 困难补助金额 子女数 子女姓名"


def test_family_and_home_go_into_the_sealed_columns(as_chair):
    row = (
        "A1",
        "赵一",
        "赵义",
        "已婚",
        "赵小一 2012-03-07、2016.5",
        "江州市学府路 8 号",
    )
    data = rosters.roster((*row, "钱二", "138 0013 8000"), heads=FAMILY)

    page = rosters.stage(as_chair, data)
    rosters.apply(as_chair, page)

    member = Member.objects.get(staff_no="A1")
    assert (member.former_names, member.marriage) == ("赵义", "married")
    assert (member.children, member.address) == ("2012、2016", "江州市学府路 8 号")
    assert (member.emergency_name, member.emergency_phone) == ("钱二", "13800138000")
    text = page.content.decode()
    assert "学府路" not in text
    assert "赵小一" not in text


@pytest.mark.parametrize(
    ("written", "kept", "is_said"),
    [
        (2015, "2015", False),
        (datetime.date(2015, 3, 7), "2015", False),
        ("2018年、2012年", "2012、2018", False),
        ("无", None, False),
        (0, None, False),
        ("一子一女", None, True),
        ("13819990000", None, True),
    ],
)
def test_of_children_the_years_of_birth_are_kept_only(written, kept, is_said):
    row = rosters.cell("子女", written)

    assert row.values.get("children") == kept
    assert [column for column, _ in row.remarks] == ["子女出生年份"] * is_said


def test_people_beside_the_member_do_not_become_the_member():
    book = rosters.book_of(
        (None, None, "姓名", "电话", "姓名", "电话"),
        ("A1", "赵一", "钱二", "13800138000", "赵小一", "13900139000"),
        heads=("工号", "姓名", "紧急联系人", None, "子女", None),
    )
    for area in ("A1:A2", "B1:B2", "C1:D1", "E1:F1"):
        book.active.merge_cells(area)

    (row,) = rosters.preview(rosters.saved(book)).rows

    assert row.name == "赵一"
    assert row.values["emergency_name"] == "钱二"
    assert row.values["emergency_phone"] == "13800138000"
    assert "phone" not in row.values


@pytest.mark.parametrize(
    ("kind", "number", "told"),
    [
        ("护照", "E12345678", "passport"),
        ("台胞证", "T1234567", "taiwan"),
        ("旧证", "990101850520002", "resident"),
        ("警官证", "1234567", "other"),
        ("", rosters.WOMAN, "resident"),
    ],
)
def test_the_kind_of_document_is_kept(kind, number, told):
    heads = ("工号", "姓名", "证件类型", "证件号码")

    (row,) = rosters.preview(
        rosters.roster(("A1", "赵一", kind, number), heads=heads)
    ).rows

    assert (row.values["id_kind"], row.problems) == (told, [])


def test_work_and_teaching_may_have_begun_on_two_days():
    heads = ("工号", "姓名", "参加工作时间", "教龄起算")

    (row,) = rosters.preview(
        rosters.roster(("A1", "赵一", "1999-9-1", "2003-9-1"), heads=heads)
    ).rows

    assert row.values["working_since"] == datetime.date(1999, 9, 1)
    assert row.values["teaching_since"] == datetime.date(2003, 9, 1)


@pytest.mark.parametrize("head", SENTENCES)
@pytest.mark.parametrize(
    "written", ["1,234.50", "￥12", "-5", "NaN", "1e309", 12.345, -1, "=1+1"]
)
def test_r31_money_in_a_roster_is_named_as_unused_and_harms_nothing(head, written):
    data = rosters.roster(("A1", "赵一", written), heads=("工号", "姓名", head))

    found = rosters.preview(data)

    assert found.ignored == [head]
    assert f"「{head}」不导入：{SENTENCES[head]}。" in found.notes
    assert (found.rows[0].kind, found.rows[0].problems) == ("new", [])


def test_what_is_never_kept_is_said_column_by_column():
    heads = ("工号", "姓名", *UNUSED.split())

    found = rosters.preview(rosters.roster(("A1", "赵一"), heads=heads))

    assert found.ignored == UNUSED.split()
    said = [note.partition("」")[0].strip("「") for note in found.notes]
    assert said == UNUSED.split()


@pytest.mark.parametrize(
    ("known", "written", "kind", "changes"),
    [
        (False, "1980.5", "unchanged", []),
        (False, "1980-05-01", "changed", [("出生日期", "1980年5月", "1980年5月1日")]),
        (False, "1980-05-12", "changed", [("出生日期", "1980年5月", "1980年5月12日")]),
        (True, "1980.5", "unchanged", []),
        (True, "1980.6", "changed", [("出生日期", "1980年5月1日", "1980年6月")]),
    ],
)
def test_a_month_gives_way_to_a_day_and_never_the_other_way(
    known, written, kind, changes
):
    born = datetime.date(1980, 5, 1)
    make.member("赵一", staff_no="A1", birth_date=born, birth_day_known=known)

    data = rosters.roster(("A1", "赵一", written), heads=("工号", "姓名", "出生年月"))
    (row,) = rosters.preview(data).rows

    assert (row.kind, row.changes) == (kind, changes)


def test_the_id_number_completes_a_birth_month_of_the_roster(as_chair):
    month = datetime.date(1985, 5, 1)
    member = make.member("赵一", birth_date=month, birth_day_known=False)
    heads = ("工号", "姓名", "身份证号")

    data = rosters.roster((member.staff_no, "赵一", rosters.WOMAN), heads=heads)
    rosters.apply(as_chair, rosters.stage(as_chair, data))

    member.refresh_from_db()
    assert member.birth_text == "1985-05-20"


def test_somebody_is_known_by_name_and_day_where_the_roster_has_the_month():
    month = datetime.date(1980, 5, 1)
    member = make.member("赵一", birth_date=month, birth_day_known=False)

    data = rosters.roster(("赵一", "1980-05-12"), heads=("姓名", "出生日期"))
    (row,) = rosters.preview(data).rows

    assert row.member == member
    assert row.doubts
