"""What an import leaves to do: rows with a problem, other sheets of the file."""

import datetime
import io

import openpyxl
import pytest

from members.models import AuditEntry, Member, MemberImport
from members.services.imports import empty_old_stages
from tests import make_members as make
from tests.members.imports import rosters

pytestmark = pytest.mark.usefixtures("read_here")
HEADS = ("工号", "姓名", "性别")


def book():
    """A row with a problem in the first of two sheets."""
    made = rosters.book_of(("A1", "赵一", "女"), ("A2", "钱二", "公"), heads=HEADS)
    second = made.create_sheet("退休")
    for row in (HEADS, ("B1", "孙三", "男")):
        second.append(row)
    return rosters.saved(made)


@pytest.fixture
def done(as_chair):
    """The page after the first sheet went in."""
    return rosters.apply(as_chair, rosters.stage(as_chair, book()))


def test_the_page_after_an_import_tells_what_is_left(done):
    words = done.content.decode()

    assert "下载没有导入的 1 行" in words
    assert "文件里还有工作表没有导入" in words
    assert [row.name for row in done.context["rest"].rows] == ["钱二"]


def test_an_import_that_left_nothing_leads_to_the_roster(as_chair):
    data = rosters.roster(("A1", "赵一", "女"), heads=HEADS)

    answer = rosters.apply(as_chair, rosters.stage(as_chair, data))

    assert answer.request["PATH_INFO"] == "/members/"
    assert MemberImport.objects.get().shown == ""


def test_the_rows_that_stayed_behind_can_be_taken_later(as_chair, done):
    answer = as_chair.get(f"{done.request['PATH_INFO']}return/")

    values = list(openpyxl.load_workbook(io.BytesIO(answer.content)).active.values)
    assert values[3][:2] == ("A2", "钱二")


def test_the_other_sheet_goes_on_from_the_same_file(as_chair, done):
    address = f"{done.request['PATH_INFO']}sheet/"

    second = as_chair.post(address, {"sheet": "退休"}, follow=True)
    end = rosters.apply(as_chair, second)

    assert [row.name for row in second.context["found"].rows] == ["孙三"]
    assert second.context["found"].others == []
    assert end.request["PATH_INFO"] == "/members/"
    assert Member.objects.filter(staff_no__in=["A1", "B1"]).count() == 2
    assert AuditEntry.objects.filter(action="member_import.staged").count() == 2


def test_what_is_left_is_gone_after_a_day(as_chair, done):
    day = datetime.timedelta(hours=25)
    one = MemberImport.objects.get()
    MemberImport.objects.update(applied_at=one.applied_at - day)

    empty_old_stages()
    address = f"{done.request['PATH_INFO']}sheet/"
    told = as_chair.post(address, {"sheet": "退休"}, follow=True)

    one.refresh_from_db()
    assert (one.table, one.shown, one.undo) == ("", "", "")
    assert "请重新上传" in told.content.decode()


def test_an_import_that_is_undone_leaves_nothing(as_chair, done):
    as_chair.post(f"/members/import/{done.context['staged'].pk}/undo/")

    one = MemberImport.objects.get()
    assert (one.state, one.table, one.shown) == ("undone", "", "")


def test_a_file_that_changes_nothing_has_no_button_to_import(as_chair):
    data = rosters.roster(("A1", "赵一", "女"), heads=HEADS)
    rosters.apply(as_chair, rosters.stage(as_chair, data))

    again = rosters.stage(as_chair, data).content.decode()

    assert "名册和文件一样" in again
    assert "导入新增和更新的人" not in again


def test_the_record_of_imports_leads_back_to_the_own_ones(as_chair, as_committee, done):
    address = done.request["PATH_INFO"]

    link = f'href="{address}"'

    assert link in as_chair.get("/members/import/list/").content.decode()
    assert link not in as_committee.get("/members/import/list/").content.decode()


def test_missing_groups_are_made_from_the_preview(as_chair):
    make.group(name="语文组")
    heads = ("工号", "姓名", "小组")
    data = rosters.roster(
        ("A1", "赵一", "体育组"), ("A2", "钱二", "语文组"), heads=heads
    )
    page = rosters.stage(as_chair, data)
    address = f"{page.request['PATH_INFO']}sheet/"

    again = as_chair.post(address, {"make_places": "1"}, follow=True)
    rosters.apply(as_chair, again)

    assert page.context["found"].missing_places == ["体育组"]
    assert [row.kind for row in again.context["found"].rows] == ["new", "new"]
    assert Member.objects.get(staff_no="A1").group.name == "体育组"


def test_an_import_confirmed_in_a_second_tab_says_that_it_is_done(as_chair):
    page = rosters.stage(as_chair, rosters.roster(("A1", "赵一", "女"), heads=HEADS))
    rosters.apply(as_chair, page)

    answer = rosters.apply(as_chair, page)

    assert "已经导入过，这次没有再写" in answer.content.decode()
    assert Member.objects.filter(staff_no="A1").count() == 1


def test_a_file_with_headings_only_says_so(as_chair):
    page = rosters.stage(as_chair, rosters.roster(heads=HEADS))

    assert "表头下面没有读到人" in page.content.decode()


def test_the_wrong_cells_of_the_returned_workbook_are_coloured(as_chair):
    page = rosters.stage(as_chair, book())
    answer = as_chair.get(f"{page.request['PATH_INFO']}return/")

    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    colours = [cell.fill.fgColor.rgb for cell in sheet[4]]
    assert [colour.endswith("FBE3D6") for colour in colours[:3]] == [False, False, True]


def test_january_or_october_stays_open_in_the_returned_workbook(as_chair):
    heads = ("工号", "姓名", "出生年月")
    page = rosters.stage(as_chair, rosters.roster(("A1", "赵一", 1990.1), heads=heads))
    answer = as_chair.get(f"{page.request['PATH_INFO']}return/")

    again = rosters.stage(as_chair, answer.content)

    assert "分不清是 1 月还是 10 月" in again.content.decode()
