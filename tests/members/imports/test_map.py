"""R15: saying which column means what; remembered, shown, forgotten."""

import io

import openpyxl
import pytest

from members.models import AuditEntry, HeadMapping, Member
from tests import make_members as make
from tests.members.imports import rosters

pytestmark = pytest.mark.usefixtures("read_here")
ODD = ("编码", "称呼", "单位电话")
ROW = ("A1", "赵一", "13800138000")


def mapped(client, page, *fields, head=1, sheet="Sheet"):
    """Choose these fields for the columns, one after another."""
    chosen = {f"column_{n}": field for n, field in enumerate(fields, 1)}
    address = f"/members/import/{page.context['staged'].pk}/columns/"
    asked = {"head": head, "sheet": sheet, **chosen}
    return client.post(address, asked, follow=True)


def test_unknown_heads_are_offered_and_explained(as_chair):
    page = rosters.stage(as_chair, rosters.roster(ROW, heads=ODD))

    offered = as_chair.get(f"/members/import/{page.context['staged'].pk}/columns/")
    shown = as_chair.get(offered.request["PATH_INFO"], {"head": 1, "sheet": "Sheet"})
    found = mapped(as_chair, page, "staff_no", "name", "phone")
    rosters.apply(as_chair, found)

    assert "指定表头和列" in page.content.decode()
    assert "用第 1 行作表头" in offered.content.decode()
    assert "138…" in shown.content.decode()
    member = Member.objects.get(staff_no="A1")
    assert (member.name, member.phone) == ("赵一", "13800138000")


def test_the_choice_is_remembered_for_such_files_told_and_forgotten(as_chair, sign_in):
    page = rosters.stage(as_chair, rosters.roster(ROW, heads=ODD))
    mapped(as_chair, page, "staff_no", "name", "")
    other = sign_in(make.user("committee", name="顾委员"))

    again = rosters.stage(other, rosters.roster(("A2", "钱二", "x"), heads=ODD))
    address = again.request["PATH_INFO"]
    forgotten = other.post(
        f"{address}forget/", {"head": 1, "sheet": "Sheet"}, follow=True
    )

    assert [row.name for row in again.context["found"].rows] == ["钱二"]
    assert "按上次的对应" in again.content.decode()
    assert "没有找到表头" in forgotten.content.decode()
    assert not HeadMapping.objects.exists()
    actions = set(AuditEntry.objects.values_list("action", flat=True))
    assert {"member_import.mapped", "member_import.forgotten"} <= actions


def test_a_column_that_was_known_can_be_left_out(as_chair):
    data = rosters.roster(("A1", "赵一", "女"), heads=("工号", "姓名", "性别"))
    page = rosters.stage(as_chair, data)

    found = mapped(as_chair, page, "staff_no", "name", "")

    assert "column_3" in page.content.decode()
    assert found.context["found"].columns == ["工号", "姓名"]
    assert found.context["found"].ignored == ["性别"]


def test_two_columns_of_one_meaning_are_told_apart(as_chair):
    heads = ("工号", "姓名", "手机", "电话")
    data = rosters.roster(("A1", "赵一", "13800138000", "87654321"), heads=heads)
    page = rosters.stage(as_chair, data)

    found = mapped(as_chair, page, "staff_no", "name", "", "phone")

    assert "有两列都是「手机」" in page.content.decode()
    assert found.context["found"].heading("手机") == "电话"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (("staff_no", "", "phone"), "哪一列是「姓名」？"),
        (("", "name", "phone"), "至少要选一列"),
        (("staff_no", "name", "name"), "有两列都选了「姓名」"),
        (("staff_no", "name", "spelling"), "spelling"),
    ],
)
def test_a_choice_that_cannot_be_read_says_why(as_chair, fields, said):
    page = rosters.stage(as_chair, rosters.roster(ROW, heads=ODD))

    answer = mapped(as_chair, page, *fields)

    assert said in answer.content.decode()
    assert not HeadMapping.objects.exists()


def test_a_head_in_another_row_is_chosen(as_chair):
    lines = [("工号", "姓名", "模板，从下面开始填"), ("x1", "填写人", None)]
    page = rosters.stage(as_chair, rosters.roster(ROW, heads=ODD, above=lines))

    found = mapped(as_chair, page, "staff_no", "name", "phone", head=3)

    assert page.context["found"].head.number == 1
    assert found.context["found"].head.number == 3
    assert [row.name for row in found.context["found"].rows] == ["赵一"]


def test_the_rows_returned_are_those_of_the_chosen_columns(as_chair):
    page = rosters.stage(as_chair, rosters.roster(("A1", "赵一", "12"), ROW, heads=ODD))
    found = mapped(as_chair, page, "staff_no", "name", "phone")

    answer = as_chair.get(f"/members/import/{page.context['staged'].pk}/return/")

    assert found.context["found"].counts["error"] == 2
    assert answer["Content-Disposition"].startswith("attachment")


def test_a_choice_made_after_the_preview_is_looked_at_again(as_chair, as_committee):
    heads = ("工号", "姓名", "性别")
    data = rosters.roster(("A1", "赵一", "女"), heads=heads)
    page = rosters.stage(as_chair, data)
    mapped(as_committee, rosters.stage(as_committee, data), "staff_no", "name", "")

    answer = rosters.apply(as_chair, page)

    assert "请再看一遍" in answer.content.decode()
    assert not Member.objects.filter(staff_no="A1").exists()


def test_a_workbook_given_back_is_read_by_the_columns_of_its_source(as_chair):
    heads = ("编码", "称呼", "归口", "性别")
    rows = [("A1", "赵一", "语文组", "公"), ("A2", "钱二", "语文组", "女")]
    page = rosters.stage(as_chair, rosters.roster(*rows, heads=heads), make_places="on")
    mapped(as_chair, page, "staff_no", "name", "department", "sex")
    answer = as_chair.get(f"/members/import/{page.context['staged'].pk}/return/")
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    book.active["D4"] = "女"

    again = rosters.stage(as_chair, rosters.saved(book), make_places="on")

    (row,) = again.context["found"].rows
    assert (row.kind, dict(row.main)["部门"]) == ("new", "语文组")
    assert again.context["found"].ignored == []


def test_a_merged_department_stands_in_each_row_that_is_given_back(as_chair):
    heads = ("工号", "姓名", "部门", "性别")
    rows = [("A1", "赵一", "语文组", "公"), ("A2", "钱二", None, "公")]
    book = rosters.book_of(*rows, heads=heads)
    book.active.merge_cells("C2:C3")
    page = rosters.stage(as_chair, rosters.saved(book), make_places="on")

    answer = as_chair.get(f"/members/import/{page.context['staged'].pk}/return/")

    cells = openpyxl.load_workbook(io.BytesIO(answer.content)).active.values
    assert [row[2] for row in cells if row[0] in ("A1", "A2")] == ["语文组"] * 2


def test_problems_call_the_column_as_the_file_does(as_chair):
    heads = ("工号", "姓名", "联系方式")
    page = rosters.stage(as_chair, rosters.roster(("A1", "赵一", "12"), heads=heads))

    assert "联系方式：「12」不像一个电话号码" in page.content.decode()
