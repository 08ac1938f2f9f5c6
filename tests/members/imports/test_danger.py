"""R6–R11, R13, R14, R16, R28: files that are too much, or say more than values."""

import io
import re
import time
import zipfile

import pytest

from members import workbook
from tests.members.imports import rosters
from tests.members.imports.test_reading import ole, refusal

HEADS = ("工号", "姓名")
ONE = rosters.roster(("A1", "赵一"), heads=HEADS)
LAUGHS = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def with_part(name, content):
    target = io.BytesIO(ONE)
    with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return target.getvalue()


def edited(change, part="xl/worksheets/sheet1.xml"):
    return rosters.changed(ONE, lambda n, text: change(text) if n == part else text)


def test_r6_a_bomb_is_refused_at_once():
    started = time.monotonic()

    assert "太大" in refusal(with_part("xl/media/a.bin", bytes(60_000_000)))
    assert "太大" in refusal(many_parts())
    assert time.monotonic() - started < 5


def many_parts():
    target = io.BytesIO(ONE)
    with zipfile.ZipFile(target, "a") as archive:
        for number in range(2001):
            archive.writestr(f"x/{number}", b"")
    return target.getvalue()


@pytest.mark.parametrize(
    "part",
    [
        "xl/worksheets/sheet1.xml",
        "xl/workbook.xml",
        "xl/styles.xml",
        "[Content_Types].xml",
    ],
)
def test_r7_declared_entities_are_refused_unread(part):
    said = refusal(edited(lambda text: LAUGHS + text, part))

    assert "DOCTYPE" in said
    assert "root" not in said


@pytest.mark.parametrize("place", ["XFD1048576", "A1048576", "XFD1"])
def test_r8_a_cell_far_away_is_refused_before_it_is_read(place):
    book = rosters.book_of(("A1", "赵一"), heads=HEADS)
    book.active[place] = "x"

    assert "超出行列上限" in refusal(rosters.saved(book))


@pytest.mark.parametrize(
    "dimension", [b"", b'<dimension ref="A1"/>', b'<dimension ref="A1:XFD1048576"/>']
)
def test_r9_the_told_dimension_does_not_matter(dimension):
    data = edited(lambda text: re.sub(rb"<dimension[^>]*/>", dimension, text))

    assert rosters.rows_in(data)[1] == [2, ["A1", "赵一"]]


def test_r10_styled_empty_rows_are_passed_over():
    empty = b"".join(
        b'<row r="%d"><c r="A%d" s="1"/></row>' % (n, n) for n in range(3, 200_000)
    )
    data = edited(lambda text: text.replace(b"</sheetData>", empty + b"</sheetData>"))

    assert rosters.rows_in(data) == [[1, list(HEADS)], [2, ["A1", "赵一"]]]


def test_r10_what_stands_behind_a_hundred_blank_rows_is_told():
    book = rosters.book_of(("A1", "赵一"), heads=HEADS)
    book.active["A300"] = "x"

    (sheet,) = workbook.read(rosters.saved(book))["sheets"]

    assert len(sheet["rows"]) == 2
    assert "没有读取" in sheet["notes"][0]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (with_part("xl/vbaProject.bin", b"x"), "宏"),
        (ole("_VBA_PROJECT"), "宏"),
        (with_part("xl/externalLinks/externalLink1.xml", b"<x/>"), "链接"),
    ],
)
def test_r11_macros_and_links_are_refused(data, said):
    assert said in refusal(data)


def test_r13_hidden_rows_and_columns_are_known():
    book = rosters.book_of(("A1", "赵一"), ("A2", "钱二"), heads=HEADS)
    book.active.row_dimensions[3].hidden = True
    book.active.column_dimensions["B"].hidden = True

    (sheet,) = workbook.read(rosters.saved(book))["sheets"]

    assert (sheet["hidden_rows"], sheet["hidden_columns"]) == ([3], [2])


def test_r14_merged_cells_are_known():
    book = rosters.book_of(("A1", "赵一"), ("A2", "钱二"), heads=HEADS)
    book.active.merge_cells("B2:B3")

    assert workbook.read(rosters.saved(book))["sheets"][0]["merged"] == [[2, 2, 3, 2]]


def test_r16_errors_and_formulas_without_a_result_are_told():
    book = rosters.book_of(("A1", "=1+1", None), heads=("工号", "姓名", "备注"))
    book.active["C2"] = "#N/A"

    (_, (_, name, remark)) = rosters.rows_in(rosters.saved(book))[1]

    assert "公式没有算出结果" in name["bad"]
    assert "#N/A" in remark["bad"]


def test_r16_the_result_of_a_formula_is_read():
    cell = b'<c r="B2" t="str"><f>"a"&amp;"b"</f><v>ab</v></c>'
    data = rosters.changed(
        rosters.roster(("A1",), heads=HEADS),
        lambda n, text: text.replace(
            b"</row></sheetData>", cell + b"</row></sheetData>"
        ),
    )

    assert rosters.rows_in(data)[1] == [2, ["A1", "ab"]]


def test_r28_too_much_is_refused_with_numbers():
    rows = [("A1", "x")] * 10
    wide = rosters.roster(heads=[f"列{n}" for n in range(61)])

    assert "超过 10 行" in refusal(rosters.roster(*rows, heads=HEADS), rows=10)
    assert "超过 60 列" in refusal(wide)
    assert "超过 32,767 个字" in refusal(
        edited(lambda text: text.replace(b"A1</t>", b"x" * 40_000 + b"</t>"))
    )
