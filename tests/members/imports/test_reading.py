"""R1–R5, R26, R27: a file is told by its content, read, or refused in a sentence."""

import io
import zipfile
from pathlib import Path

import pytest

from members import workbook
from tests.members.imports import rosters, xlsb
from unionoffice.sandbox import Refused

FIXTURES = Path(__file__).parent / "fixtures"
ONE = rosters.roster(("A1", "赵一"), heads=("工号", "姓名"))
TABLE = "工号,姓名,备注\nA1,赵一,好\n"
READ = [[1, ["工号", "姓名", "备注"]], [2, ["A1", "赵一", "好"]]]


def refusal(data, **more):
    with pytest.raises(Refused) as told:
        workbook.read(data, **more)
    return str(told.value)


def ole(stream):
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + stream.encode("utf-16-le") + bytes(512)


def zipped(**parts):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return target.getvalue()


@pytest.mark.parametrize(
    "data", [b"", b"  \n", rosters.saved(rosters.book_of(heads=()))]
)
def test_r1_an_empty_file_is_said(data):
    assert refusal(data).startswith("文件")


@pytest.mark.parametrize("name", ["roster.xls", "roster.ods"])
@pytest.mark.parametrize("called", ["名册.xlsx", "名册.xls", "名册"])
def test_r2_old_and_open_workbooks_are_read_whatever_the_name(name, called):
    rows = rosters.rows_in((FIXTURES / name).read_bytes(), name=called)

    assert [number for number, _ in rows] == [1, 2, 3, 4, 5]
    assert rows[2][1][:4] == ["0001", "赵一", "女", {"day": "1985-05-20"}]


def test_r2_binary_workbooks_are_read():
    data = xlsb.workbook(("工号", "姓名"), ("A1", "赵一"))

    assert rosters.rows_in(data) == [[1, ["工号", "姓名"]], [2, ["A1", "赵一"]]]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (zipped(Index__Document_dot_iwa=b"x"), "这不是 Excel 文件"),
        (zipped(word__document_dot_xml=b"<x/>"), "这是 Word 文件"),
        (ole("WordDocument"), "这是 Word 文件"),
        (b"<html><table><tr><td>x</td></tr></table>", "这是网页格式的表格"),
        (b"PK\x03\x04 and no more", "文件不完整"),
    ],
)
def test_r2_other_files_are_told_how_to_be_saved(data, said):
    assert said in refusal(data)


def test_r3_a_text_that_calls_itself_a_workbook_is_refused_and_the_reverse():
    assert "内容却是文字（CSV）" in refusal(TABLE.encode(), name="名册.xlsx")
    assert "内容却是 Excel 工作簿" in refusal(ONE, name="名册.csv")


def test_r4_a_sealed_workbook_is_told():
    assert refusal(ole("EncryptedPackage")).startswith("文件已加密")


@pytest.mark.parametrize("length", [4, 100, 500, len(ONE) - 30])
def test_r5_a_cut_file_is_told(length):
    assert "不完整" in refusal(ONE[:length])


def test_r5_a_wrong_checksum_is_told():
    broken = rosters.changed(ONE, lambda name, part: part)
    place = broken.find(b"<t>A1</t>")  # stored without packing
    assert place > 0

    assert "不完整" in refusal(broken.replace(b"<t>A1</t>", b"<t>B1</t>"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_r26_text_is_read_in_the_usual_encodings(encoding):
    assert rosters.rows_in(TABLE.encode(encoding), name="a.csv") == READ


def test_r26_the_encoding_is_shown():
    (note,) = workbook.read(TABLE.encode("gbk"))["notes"]

    assert "GB18030" in note


def test_r26_an_unknown_encoding_is_refused():
    assert "认不出" in refusal(TABLE.encode() + b"\xff\xff,\x81")


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_r27_columns_are_parted_by_the_usual_signs(sign):
    assert rosters.rows_in(TABLE.replace(",", sign).encode()) == READ


def test_r27_quotes_line_breaks_and_texts_by_formula():
    data = '工号,姓名,备注\n="007","赵一","两行\n""引号"", 逗号"\n\nA2,钱二,\n'.encode()

    assert rosters.rows_in(data)[1:] == [
        [2, ["007", "赵一", '两行\n"引号", 逗号']],
        [4, ["A2", "钱二", None]],
    ]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"a,b\n\0,c\n", "NUL"),
        (b"a,b\n" + b"x" * 40_000 + b",c\n", "超过 32,767 个字"),
        (b"\xff\xfe" + "a,b\n\0,c".encode("utf-16-le"), "NUL"),
        (",".join(["x"] * 61).encode(), "超过 60 列"),
    ],
)
def test_r27_what_is_no_text_is_refused(data, said):
    assert said in refusal(data, name="名册.csv")


def test_r13_where_hidden_rows_are_not_seen_it_is_said():
    (note,) = workbook.read((FIXTURES / "roster.xls").read_bytes())["notes"]

    assert "从 .xls 文件看不出" in note


def test_r13_an_open_workbook_tells_what_is_hidden_and_merged():
    table = workbook.read((FIXTURES / "merged.ods").read_bytes())

    (sheet,) = table["sheets"]
    assert table["notes"] == []
    assert (sheet["hidden_rows"], sheet["hidden_columns"]) == ([5], [4])
    assert sheet["merged"] == [[2, 3, 4, 3]]


def test_r13_a_department_merged_over_rows_fills_them_in_an_open_workbook_too(db):
    found = rosters.preview((FIXTURES / "merged.ods").read_bytes())

    departments = [row.values["department"] for row in found.rows]
    assert departments == ["语文组", "语文组", "语文组", "数学组"]


def test_r2_an_open_workbook_without_sound_xml_is_refused():
    data = zipped(
        META_INF__manifest_dot_xml=b"<x/>", content_dot_xml=b"<office:document"
    )

    assert "文件不完整" in refusal(data, name="名册.ods")
