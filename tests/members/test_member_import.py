"""A roster out of Excel: previewed with every doubt, then written at once."""

import datetime
import io
import zipfile

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from members.models import AuditEntry, Member, MemberImport
from tests import make_members as make
from tests.foundation.test_files import picture

NUMBER = "990101198505200022"
HEADS = ("工号", "姓名", "性别", "出生年月", "身份证号码", "所属工会小组", "入会时间")


def workbook(*rows, heads=HEADS, above=()):
    """An .xlsx with lines above the heads, as people make them."""
    book = openpyxl.Workbook()
    for row in (*above, heads, *rows):
        book.active.append(row)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def stage(client, data, name="名册.xlsx", **more):
    upload = SimpleUploadedFile(name, data)
    return client.post("/members/import/", {"file": upload, **more}, follow=True)


def apply(client):
    """Open the preview, and press its button."""
    staged = MemberImport.objects.get()
    page = client.get(f"/members/import/{staged.pk}/")
    found = page.context.get("found")
    seen = {"seen": found.digest} if found else {}
    return client.post(f"/members/import/{staged.pk}/apply/", seen)


def told(answer, kind):
    """(row in Excel, name, problems or changes) of each previewed row of a kind."""
    rows = answer.context["found"].of(kind)
    return [(row.number, row.name, row.problems or row.changes) for row in rows]


def test_a_roster_is_previewed_and_then_written(as_chair):
    group = make.group("一年级组")
    data = workbook(
        (
            "A1",
            "赵 一",
            "女",
            datetime.date(1985, 5, 20),
            NUMBER,
            "一年级组",
            "2010.9.1",
        ),
        ("合计", 1),
        above=[("某校会员名册",), ("二〇二六年",)],
    )

    preview = stage(as_chair, data)
    before = Member.objects.filter(staff_no="A1").exists()
    apply(as_chair)

    assert told(preview, "new") == [(4, "赵一", [])]
    assert not before
    member = Member.objects.get(staff_no="A1")
    assert (member.name, member.sex, member.id_number) == ("赵一", "女", NUMBER)
    assert (member.group, member.birth_date) == (group, datetime.date(1985, 5, 20))
    assert member.joined_union_on == datetime.date(2010, 9, 1)
    assert Member.objects.search("zy").count() == 1


def test_what_would_change_is_shown_old_and_new(as_chair):
    make.member(name="赵一", staff_no="A1", sex="男", title="一级教师")
    make.member(name="钱二", staff_no="A2", sex="女", title="")
    heads = ("工号", "姓名", "性别", "职称")

    preview = stage(
        as_chair,
        workbook(
            ("A1", "赵一", "男", "高级教师"), ("A2", "钱二", "女", None), heads=heads
        ),
    )

    assert told(preview, "changed") == [(2, "赵一", [("职称", "一级教师", "高级教师")])]
    assert told(preview, "unchanged") == [(3, "钱二", [])]


@pytest.mark.parametrize(
    ("row", "column", "said"),
    [
        (("A1", None), "姓名", "这一格是空的。"),
        (
            ("A1", "赵一", "公"),
            "性别",
            "「公」不在可选的范围：男、女、M、F、男性、女性。",
        ),
        (
            ("A1", "赵一", "女", "2月30日"),
            "出生日期",
            "看不懂日期「2月30日」，请写成 1990-03-07 的样子。",
        ),
        (("A1", "赵一", "女", "1990-2-30"), "出生日期", "没有 1990-2-30 这一天。"),
        (
            ("A1", "赵一", "女", None, 990101198505200022),
            "身份证号",
            "身份证号被 Excel 转成了数字，末位已丢失，请设为文本格式后重填。",
        ),
        (
            ("A1", "赵一", "女", None, NUMBER[:-1] + "1"),
            "身份证号",
            "身份证号的最后一位与前面的数字对不上，请核对。",
        ),
        (
            ("A1", "赵一", "女", None, None, "一年级"),
            "工会小组",
            "没有「一年级」。是不是「一年级组」？",
        ),
    ],
)
def test_a_row_that_cannot_be_is_named_with_its_reason(as_chair, row, column, said):
    make.group("一年级组")

    preview = stage(as_chair, workbook(row))

    assert [problems for _, _, problems in told(preview, "error")] == [[(column, said)]]


def test_good_rows_go_in_and_bad_rows_stay_out(as_chair):
    stage(as_chair, workbook(("A1", "赵一", "女"), ("A2", "钱二", "公")))

    apply(as_chair)

    found = Member.objects.filter(staff_no__startswith="A")
    assert [m.staff_no for m in found] == ["A1"]
    entry = AuditEntry.objects.get(action="member_import.applied")
    assert entry.details == {"new": 1, "changed": 0, "unchanged": 0, "error": 1}


def test_doubles_in_the_file_and_against_the_roster_are_named(as_chair):
    make.member(name="老赵", staff_no="B1", id_number=NUMBER)

    preview = stage(
        as_chair,
        workbook(("A1", "赵一"), ("A1", "赵二"), ("A3", "赵三", None, None, NUMBER)),
    )

    assert told(preview, "error") == [
        (3, "赵二", [("工号", "与第 2 行的工号相同。")]),
        (4, "赵三", [("身份证号", "这个身份证号已登记在 老赵（B1）名下。")]),
    ]


def test_missing_groups_are_made_when_asked_for(as_chair):
    data = workbook(("A1", "赵一", "女", None, None, "新小组"))

    stage(as_chair, data, make_places="on")
    apply(as_chair)

    assert Member.objects.get(staff_no="A1").group.name == "新小组"


def test_a_mask_that_comes_back_changes_nothing(as_chair):
    make.member(name="赵一", staff_no="A1", id_number=NUMBER)

    preview = stage(
        as_chair, workbook(("A1", "赵一", None, None, "990101********0022"))
    )

    assert told(preview, "unchanged") == [(2, "赵一", [])]


def test_an_import_is_applied_once_and_emptied(as_chair):
    stage(as_chair, workbook(("A1", "赵一")))
    staged = MemberImport.objects.get()
    apply(as_chair)
    Member.objects.filter(staff_no="A1").update(name="改过")

    apply(as_chair)

    staged.refresh_from_db()
    assert (staged.state, staged.table) == ("applied", "")
    assert Member.objects.get(staff_no="A1").name == "改过"


def test_a_preview_holds_for_half_an_hour(as_chair):
    stage(as_chair, workbook(("A1", "赵一")))
    long_ago = timezone.now() - datetime.timedelta(minutes=31)
    MemberImport.objects.update(added_at=long_ago)

    apply(as_chair)

    assert not Member.objects.filter(staff_no="A1").exists()


def test_what_was_read_lies_sealed(as_chair):
    from django.db import connection

    stage(as_chair, workbook(("A1", "赵一", "女", None, NUMBER)))

    with connection.cursor() as cursor:
        cursor.execute('SELECT "table" FROM members_memberimport')
        assert NUMBER not in cursor.fetchone()[0]


def bomb():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<x/>")
        archive.writestr("xl/workbook.xml", b"0" * 60_000_000)
    return target.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "提交的是空文件。"),
        (b"just text", "这不是 Excel 文件"),
        (picture(), "这不是 Excel 文件"),
        (b"%PDF-1.7", "这不是 Excel 文件"),
        (workbook(("A1", "赵一"))[:500], "文件不完整"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "这不是 Excel 文件"),
        (bomb(), "文件展开后太大"),
    ],
)
def test_a_file_that_is_no_roster_is_one_clear_sentence(as_chair, data, said):
    answer = stage(as_chair, data)

    errors = answer.context["form"].errors["file"]
    assert len(errors) == 1
    assert said in errors[0]
    assert not MemberImport.objects.exists()


@pytest.mark.parametrize(
    ("heads", "said"),
    [
        (("名字", "电话"), "没有找到表头"),
        (("工号", "姓名", "手机", "电话"), "有两列都是「手机」"),
    ],
)
def test_heads_that_cannot_be_read_are_said(as_chair, heads, said):
    answer = stage(as_chair, workbook(("A1", "赵一"), heads=heads))

    assert said in answer.context["problem"]


def test_the_template_can_be_filled_in_and_read(as_chair):
    template = as_chair.get("/members/import/template/").content
    book = openpyxl.load_workbook(io.BytesIO(template))
    book.active["B4"] = "李小明"
    target = io.BytesIO()
    book.save(target)

    preview = stage(as_chair, target.getvalue(), make_places="on")

    assert told(preview, "new") == [(4, "李小明", [])]
    assert preview.context["found"].ignored == []


def test_a_roster_changed_since_the_preview_is_shown_again(as_chair):
    member = make.member(name="赵一", staff_no="A1")
    page = stage(as_chair, workbook(("A1", "赵一一")))
    seen = page.context["found"].digest
    Member.objects.filter(pk=member.pk).update(name="赵壹", version=2)

    address = f"/members/import/{MemberImport.objects.get().pk}/"
    answer = as_chair.post(f"{address}apply/", {"seen": seen}, follow=True)

    member.refresh_from_db()
    assert (member.name, MemberImport.objects.get().state) == ("赵壹", "staged")
    assert "预览以后名册又有变化" in answer.content.decode()


def test_a_file_without_heads_cannot_be_applied(as_chair):
    stage(as_chair, workbook(("A1", "赵一"), heads=("名字", "电话")))

    answer = apply(as_chair)

    assert answer.status_code == 302
    assert not Member.objects.filter(staff_no="A1").exists()


def test_the_example_of_the_template_is_nobody(as_chair):
    template = as_chair.get("/members/import/template/").content

    preview = stage(as_chair, template, name="会员名册模板.xlsx")

    found = preview.context["found"]
    assert found.rows == []
    assert found.skipped == [(4, "模板里的示例")]
    assert "第 4 行：模板里的示例。" in preview.content.decode()
