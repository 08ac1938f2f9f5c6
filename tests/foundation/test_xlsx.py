"""What goes into a workbook comes out as what it was."""

import datetime
import io
from decimal import Decimal

import openpyxl
import pytest

from unionoffice.xlsx import Chart, Column, Sheet, save, sheet_name

DANGEROUS = ["=1+1", "+1", "-1", "@SUM(1)", "\t=1", "＝1", '=HYPERLINK("x")']


def drawn(*sheets):
    """The workbook, saved and opened again."""
    target = io.BytesIO()
    save(sheets, target)
    target.seek(0)
    return openpyxl.load_workbook(target)


@pytest.mark.parametrize("text", DANGEROUS)
@pytest.mark.parametrize("kind", ["text", "number", "money", "day"])
def test_text_is_never_a_formula(text, kind):
    book = drawn(Sheet("表", [Column("列", kind)], [(text,)]))

    cell = book["表"]["A3"]
    assert (cell.data_type, cell.value) == ("s", text)


def test_each_kind_of_cell_keeps_its_type():
    columns = [Column(k, k) for k in ("text", "number", "money", "day", "percent")]
    day = datetime.date(2026, 3, 8)

    book = drawn(Sheet("表", columns, [("0012", 3, Decimal("12.50"), day, 0.5)]))

    row = [cell.value for cell in book["表"][3]]
    assert row == ["0012", 3, 12.5, datetime.datetime(2026, 3, 8), 0.5]  # noqa: DTZ001
    assert book["表"]["A3"].number_format == "@"


def test_heads_are_frozen_and_repeated_in_print():
    book = drawn(Sheet("表", [Column("列")], [("a",)], notes=("说明",)))

    assert book["表"].freeze_panes == "A4"
    assert book["表"].print_title_rows == "$3:$3"


def test_control_characters_and_endless_text_do_not_break_the_file():
    book = drawn(Sheet("表", [Column("列")], [("a\x00b\x0bc",), ("长" * 40_000,)]))

    assert book["表"]["A3"].value == "abc"
    assert len(book["表"]["A4"].value) == 32_767


def test_a_tab_name_is_what_excel_allows():
    assert (
        sheet_name("收入/支出[2026]:" + "长" * 40) == "收入－支出－2026－－" + "长" * 19
    )


def test_a_chart_is_drawn_natively():
    sheet = Sheet(
        "表",
        [Column("月"), Column("数", "number")],
        [("1月", 3), ("2月", 5)],
        charts=[Chart("每月", 0, [1])],
    )

    book = drawn(sheet)

    assert len(book["表"]._charts) == 1


def test_a_row_is_as_high_as_its_longest_text_needs():
    rows = [("短",), ("推迟：体育馆地板还在维修，等修好以后再定日子",), ("两行\n文字",)]

    book = drawn(Sheet("表", [Column("列", width=20)], rows))

    heights = [book["表"].row_dimensions[number].height for number in (3, 4, 5)]
    assert heights == [None, 48, 32]
