"""R1, R2, R4, R5, R28: what remains of odd files, each a sentence or a reading."""

import datetime

import openpyxl
import pytest

from members import workbook
from tests.members.imports import rosters
from tests.members.imports.test_danger import HEADS, edited
from tests.members.imports.test_reading import FIXTURES, ole, refusal, zipped

ODS = {"content_dot_xml": b"<x/>", "mimetype": b"x"}
SEALED = {"META-INF__manifest_dot_xml": b"<manifest:encryption-data/>"}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (rosters.saved(openpyxl.Workbook()), "一个字也没有"),
        (b",,\n,,\n", "一个字也没有"),
        (b"\xef\xbb\xbf \n", "文件是空的"),
        (b"just text", "这不是 Excel 文件"),
        (b"%PDF-1.7, x", "这不是 Excel 文件"),
        (b"\1\0\2,", "这不是 Excel 文件"),
        (ole("Workbook"), "这不是 Excel 文件"),
        (zipped(**ODS), "文件不完整"),
        (zipped(**ODS, **SEALED), "文件已加密"),
        (edited(lambda text: b"<other/>"), "文件不完整"),
        (edited(lambda text: b"<x", "xl/workbook.xml"), "文件不完整"),
    ],
)
def test_an_odd_file_is_one_sentence(data, said):
    assert said in refusal(data)


def test_r28_an_old_workbook_and_a_text_have_limits_too():
    old = (FIXTURES / "roster.xls").read_bytes()

    assert "超过 2 行" in refusal(old, rows=2)
    assert "超过 2 行" in refusal("工号,姓名\n1,a\n2,b\n".encode(), rows=2)


def test_sheets_without_styles_and_charts_are_read():
    book = rosters.book_of(("A1", datetime.time(8, 30)), heads=HEADS)
    book.create_chartsheet("图")

    (sheet,) = workbook.read(rosters.saved(book))["sheets"]

    assert sheet["rows"][1] == [2, ["A1", "08:30:00"]]


def test_a_mark_behind_the_last_row_that_is_read_is_left():
    book = rosters.book_of(("A1", "赵一"), heads=HEADS)
    book.active["A300"] = "=1+1"

    assert len(rosters.rows_in(rosters.saved(book))) == 2


def test_blank_sheets_beside_the_roster_do_not_matter():
    book = rosters.book_of(("A1", "赵一"), heads=HEADS)
    book.create_sheet("Sheet2")

    (sheet,) = workbook.read(rosters.saved(book))["sheets"]

    assert len(sheet["rows"]) == 2
