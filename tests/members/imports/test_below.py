"""What stands below a list or across it is nobody; everybody else is somebody."""

import pytest

from tests import make_members as make
from tests.members.imports import rosters

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "row",
    [
        ("合计", 35),
        ("合  计", None, "35人"),
        ("9月", "王芳", "审核：王五"),
        ("填表人：李四", "审核人：王五"),
        (None, None, "工会主席（签字）："),
        ("注：以上名单已核对",),
        ("共 35 人",),
        ("单位（盖章）", None, "2026年1月1日"),
        ("姓名", "工号"),
        ("制表", "王芳"),
        (7,),
        ("审核：王五", None, "负责人（签名）："),
        ("2026年9月1日",),
        ("备注：无",),
    ],
)
def test_rows_below_the_list_are_nobody(row):
    data = rosters.roster((1, "A1", "赵一"), row, heads=("序号", "工号", "姓名"))

    found = rosters.preview(data)

    assert [r.name for r in found.rows] == ["赵一"]
    assert [number for number, _ in found.skipped] == [3]


@pytest.mark.parametrize("name", ["单丹", "审小明", "合计刚", "主父偃"])
def test_nobody_is_lost_for_an_odd_name(name):
    data = rosters.roster((name, "A1"), heads=("姓名", "工号"))

    assert [row.name for row in rosters.preview(data).rows] == [name]


@pytest.mark.parametrize("post", ["校长", "书记", "主席", "单位"])
def test_nobody_is_lost_for_the_post_that_stands_first(post):
    data = rosters.roster((post, "A1", "赵一"), heads=("职务", "工号", "姓名"))

    assert [row.name for row in rosters.preview(data).rows] == ["赵一"]


def test_a_line_over_the_whole_width_is_nobody():
    book = rosters.book_of(
        ("语文组",), ("A1", "赵一", "女"), heads=("工号", "姓名", "性别")
    )
    book.active.merge_cells("A2:C2")

    found = rosters.preview(rosters.saved(book))

    assert [row.number for row in found.rows] == [3]
    assert found.skipped == [(2, "合并成一行的「语文组」")]


def test_the_whole_of_an_ugly_roster_is_read():
    make.department("语文组")
    heads = ("序号", "姓 名", "性别\n", "出生年月", "身份证号码（18位）", "所在部门")
    rows = [
        (1, "王 芳", "女", "1985年5月", rosters.WOMAN, "语文组"),
        (2, "王芳", "女", 1980.5, None, "语文组"),
        ("合计", None, None, None, None, "2人"),
        ("填表人：", None, "审核人："),
    ]

    found = rosters.preview(
        rosters.roster(*rows, heads=heads, above=[("名册",), ("2026年",)])
    )

    assert found.counts == {"new": 2, "changed": 0, "unchanged": 0, "error": 0}
    assert [r.told("birth_date") for r in found.rows] == ["1985-05-20", "1980-05"]


@pytest.mark.parametrize("written", ["一、语文组", "（二）数学组", "英语组（12人）"])
def test_a_heading_within_the_list_is_nobody(written):
    rows = [("A1", "赵一"), (None, written), ("A2", "钱二")]

    found = rosters.preview(rosters.roster(*rows, heads=("工号", "姓名")))

    assert [row.name for row in found.rows] == ["赵一", "钱二"]
    assert found.skipped == [(3, f"小标题「{written}」")]
