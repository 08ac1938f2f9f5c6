"""manage.py import_members: what a file holds as JSON, or written."""

import io
import json
from contextlib import redirect_stderr

import pytest
from django.core.management import call_command

from members.models import AuditEntry, Member
from tests.members.imports import rosters

pytestmark = pytest.mark.django_db
HEADS = (
    "工号",
    "姓名",
    "性别",
    "出生年月",
    "联系电话",
    "部门",
    "入会时间",
    "是否在编",
    "地址",
)
ROWS = [
    ("A1", "赵一", "女", "1985.5.20", 13800138000, "语文组", "2010.9", "是", "x"),
    ("A2", "钱二", "公", "1980.5", None, None, None, None, None),
    ("A3", "孙 三", "男", "1980.5", None, None, None, None, None),
    ("合计", "3人"),
]


@pytest.fixture
def file(tmp_path):
    def written(*rows, name="roster.xlsx", heads=HEADS):
        path = tmp_path / name
        path.write_bytes(rosters.roster(*rows, heads=heads, above=[("某校名册",)]))
        return str(path)

    return written


def run(*arguments):
    out = io.StringIO()
    call_command("import_members", *arguments, stdout=out)
    return out.getvalue()


def refusal(*arguments):
    err = io.StringIO()
    with redirect_stderr(err), pytest.raises(SystemExit) as stopped:
        call_command("import_members", *arguments, stdout=io.StringIO(), stderr=err)
    return stopped.value.code, err.getvalue().strip()


def test_a_file_is_printed_and_nothing_written(file):
    (sheet,) = json.loads(run(file(*ROWS), "--json"))["sheets"]

    assert not Member.objects.exists()
    people = sheet.pop("people")
    assert people[0] == {
        "row": 3,
        "staff_no": "A1",
        "name": "赵一",
        "sex": "女",
        "birth_date": "1985-05-20",
        "phone": "13800138000",
        "department": "语文组",
        "group": "",
        "joined_union": "2010-09",
        "employment": "在编",
    }
    assert [(p["row"], p["name"], p["birth_date"]) for p in people[1:]] == [
        (5, "孙三", "1980-05")
    ]
    mapping = sheet.pop("mapping")
    assert mapping["出生年月"] == "birth_date"
    assert mapping["入会时间"] == "joined_union"
    assert sheet == {
        "name": "Sheet",
        "head_row": 2,
        "rows": 3,
        "new": 2,
        "changed": 0,
        "unchanged": 0,
        "errors": [
            {
                "row": 4,
                "column": "性别",
                "message": "「公」不在可选的范围：男、女、M、F、男性、女性。",
            }
        ],
        "skipped": [{"row": 6, "reason": "名单下面的「合计」"}],
    }


def test_an_error_names_the_column_as_the_file_does(file):
    row = ("A1", "赵一", "女", "03/07/1990", *[None] * 5)

    (sheet,) = json.loads(run(file(row), "--json"))["sheets"]

    assert sheet["errors"][0]["column"] == "出生年月"


def test_a_file_is_written_at_once(file):
    told = run(file(*ROWS), "--apply")

    assert sorted(Member.objects.values_list("staff_no", flat=True)) == ["A1", "A3"]
    assert "新增 2 人" in told
    assert "第 4 行 钱二：性别：「公」" in told
    entry = AuditEntry.objects.get(action="member_import.applied")
    assert (entry.by_name, entry.object_label) == ("系统", "roster.xlsx")


@pytest.mark.parametrize(("option", "new"), [([], 0), (["--ticked"], 1)])
def test_rows_in_doubt_stay_out_unless_ticked(file, option, new):
    heads = ("工号", "姓名", "性别", "身份证号")
    path = file(("A1", "赵一", "男", rosters.WOMAN), heads=heads)

    run(path, "--apply", *option)

    assert Member.objects.count() == new


def test_the_summary_names_each_sheet(file):
    assert run(file(ROWS[2])).startswith("工作表「Sheet」：新增 1 人")


@pytest.mark.parametrize("option", ["--json", "--apply"])
def test_what_cannot_be_read_is_one_sentence(file, tmp_path, option):
    text = tmp_path / "a.xlsx"
    text.write_bytes(b"PK nothing")

    assert refusal(str(text), option)[0] == 2
    assert refusal(str(text), option)[1].startswith("文件不完整")
    assert refusal(str(tmp_path / "none.xlsx"), option)[1].startswith("打不开文件")
    assert refusal(file(heads=("关", "于")), option)[1].startswith("没有找到表头")
    twice = file(heads=("工号", "姓名", "姓名"))
    assert refusal(twice, option) == (2, "有两列都是「姓名」，请删去一列再上传。")


def test_a_sheet_that_is_not_there_is_told(file):
    assert refusal(file(*ROWS), "--json", "--sheet", "没有")[0] == 2
