"""R12, R13, R20, R33: the pages of the import: what is shown, ticked, returned."""

import io

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from members.models import AuditEntry, Member, MemberImport
from tests import make_members as make
from tests.members.imports import rosters

HEADS = ("工号", "姓名", "性别", "备注")


def hidden_row():
    book = rosters.book_of(("A1", "赵一"), ("A2", "钱二"), heads=("工号", "姓名"))
    book.active.row_dimensions[3].hidden = True
    return rosters.saved(book)


def hidden_column():
    book = rosters.book_of(("A1", "赵一"), heads=("工号", "姓名"))
    book.active.column_dimensions["B"].hidden = True
    return rosters.saved(book)


@pytest.mark.parametrize(
    ("data", "said"),
    [(hidden_row(), "隐藏的"), (hidden_column(), "隐藏的列也会导入：姓名")],
)
def test_r13_hidden_things_go_in_only_when_ticked(as_chair, data, said):
    page = rosters.stage(as_chair, data)

    refused = rosters.apply(as_chair, page)
    before = Member.objects.filter(staff_no="A1").exists()
    rosters.apply(as_chair, refused, ticked="on")

    assert said in page.content.decode()
    assert "请先核对，再勾选" in refused.content.decode()
    assert not before
    assert Member.objects.filter(staff_no="A1").exists()


def test_r20_one_tick_lets_contradictions_in(as_chair):
    page = rosters.stage(
        as_chair, rosters.roster(("A1", "赵一", "男", None, rosters.WOMAN))
    )

    rosters.apply(as_chair, page, ticked="on")

    assert "与身份证号里的「女」不一致" in page.content.decode()
    assert Member.objects.get(staff_no="A1").sex == "男"


def test_r12_another_sheet_is_chosen_by_its_button(as_chair):
    book = rosters.book_of(("A1", "赵一"), heads=("工号", "姓名"))
    second = book.create_sheet("中学部")
    second.append(("工号", "姓名"))
    second.append(("B1", "钱二"))
    page = rosters.stage(as_chair, rosters.saved(book))
    address = page.request["PATH_INFO"]

    chosen = as_chair.post(f"{address}sheet/", {"sheet": "中学部"}, follow=True)
    rosters.apply(as_chair, chosen)

    assert "中学部" in page.content.decode()
    assert not Member.objects.filter(staff_no="A1").exists()
    assert Member.objects.filter(staff_no="B1").exists()


def test_r33_a_group_leader_imports_nothing(as_group_leader):
    answer = rosters.stage(as_group_leader, rosters.roster(("A1", "赵一")))

    assert answer.status_code == 403
    assert not MemberImport.objects.exists()


def test_rows_with_a_problem_come_back_with_their_reason_and_can_be_mended(as_chair):
    rows = [("A1", "赵一", "女", None), ("007", "钱二", "公", 1.5)]
    page = rosters.stage(as_chair, rosters.roster(*rows, heads=HEADS))

    answer = as_chair.get(f"{page.request['PATH_INFO']}return/")
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    values = list(book.active.iter_rows(values_only=True))
    book.active["C4"] = "男"
    again = rosters.stage(as_chair, rosters.saved(book))

    assert values[2] == (*HEADS, "原来的位置", "原因")
    assert values[3][:5] == ("007", "钱二", "公", "1.5", "Sheet 第 3 行")
    assert values[3][5].startswith("性别：「公」不在可选的范围")
    assert [(r.main[0], r.kind) for r in again.context["found"].rows] == [
        (("工号", "007"), "new")
    ]
    assert again.context["found"].ignored == []
    entry = AuditEntry.objects.get(action="member_import.returned")
    assert entry.details == {"rows": 1}


def test_what_comes_back_a_second_time_has_one_reason_only(as_chair):
    page = rosters.stage(as_chair, rosters.roster(("1", "钱二", "公"), heads=HEADS[:3]))
    first = as_chair.get(f"{page.request['PATH_INFO']}return/").content
    again = rosters.stage(as_chair, first)

    second = as_chair.get(f"{again.request['PATH_INFO']}return/").content
    heads = [
        cell.value for cell in openpyxl.load_workbook(io.BytesIO(second)).active[3]
    ]

    assert heads == [*HEADS[:3], "原来的位置", "原因"]


def test_the_preview_shows_what_a_new_row_brings_and_masks_the_phone(as_chair):
    heads = ("工号", "姓名", "手机", "部门")
    data = rosters.roster(("A1", "赵一", "13800138000", "语文组"), heads=heads)

    page = rosters.stage(as_chair, data, make_places="on").content.decode()

    assert "工号 A1，手机 138****8000，部门 语文组" in page
    assert "13800138000" not in page


def test_the_preview_is_filtered_and_paged(as_chair):
    rows = [(f"A{n:03d}", "赵一", "女" if n else "公", None) for n in range(250)]
    page = rosters.stage(as_chair, rosters.roster(*rows, heads=HEADS))
    address = page.request["PATH_INFO"]

    second = as_chair.get(address, {"page": 2})
    wrong = as_chair.get(address, {"kind": "error"})
    same = as_chair.get(address, {"kind": "unchanged"})

    assert [len(p.context["page"]) for p in (page, second, wrong, same)] == [
        200,
        50,
        1,
        0,
    ]
    assert "没有这样的行" in same.content.decode()


def test_the_preview_asks_the_database_equally_for_one_and_for_many(as_chair):
    counts = []
    for size in (1, 30):
        rows = [(f"A{n:03d}", "赵一", "女", None) for n in range(size)]
        address = rosters.stage(as_chair, rosters.roster(*rows, heads=HEADS)).request[
            "PATH_INFO"
        ]
        with CaptureQueriesContext(connection) as seen:
            as_chair.get(address)
        counts.append(len(seen))

    assert counts[0] == counts[1]


def test_rows_in_doubt_are_shown_alone_and_a_move_as_old_and_new(as_chair):
    make.member(name="赵一", staff_no="A1", group=make.group("一组"))
    make.group("二组")
    rows = [("A1", "赵壹", "二组"), ("A2", "钱二", "二组")]
    data = rosters.roster(*rows, heads=("工号", "姓名", "工会小组"))
    address = rosters.stage(as_chair, data).request["PATH_INFO"]

    page = as_chair.get(address, {"kind": "doubt"})

    assert [row.number for row in page.context["page"]] == [2]
    assert "工会小组：一组 → 二组" in page.content.decode()
