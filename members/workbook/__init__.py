"""Read a roster's file in the sandbox child: sheets of rows of plain values."""

import datetime
import io
import itertools
import zipfile
from dataclasses import dataclass
from functools import lru_cache

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from members.workbook import delimited, kinds, marks, opened
from unionoffice.sandbox import Refused

ROWS, COLUMNS = 50_000, 60
BLANK_ROWS = 100
LONGEST = 32_767
BLANKS = " \r\n\t\u3000\u00a0"
NOTHING = "文件里一个字也没有，请选择有内容的 Excel 文件。"
FAR = "工作表「{}」超出行列上限：第 {:,} 行、第 {:,} 列还有内容，最多 {:,} 行、{} 列。请删去多余的内容再上传。"
WIDE = "工作表「{}」超过 {} 列，请删去多余的列。"
LONG = "名册超过 {:,} 行，请分几次导入。"
BEHIND = "第 {} 行以后隔了一百多个空行还有内容，没有读取。"
UNSEEN = "从 .{} 文件看不出哪些行、列是隐藏的：隐藏的也读了。要分清，请另存为 .xlsx。"
TEXT_SHEET = "CSV"


@dataclass(frozen=True)
class Limit:
    """How much of a file is read."""

    rows: int
    columns: int = COLUMNS

    @property
    def too_long(self):
        return LONG.format(self.rows)


def read(data, *, name="", rows=ROWS):
    """{"sheets": [...], "date1904", "notes"}, as plain as JSON.

    A sheet has "name", "hidden", "rows", "merged", "hidden_rows", "hidden_columns"
    and "notes"; a row is [number in Excel, values], the first value that of column A.
    A value is None, text, a number, {"day": "YYYY-MM-DD"}, {"month": "YYYY-MM"}, or
    {"bad": why it cannot be read}. Raises Refused for what is no table, is sealed by
    a password, or is larger than `rows` × 60.
    """
    limit = Limit(rows)
    kind = kinds.kind_of(data, name)
    if kind == kinds.CSV:
        return _text(data, limit)
    marked, since_1904 = {}, False
    if kind == kinds.XLSX:
        archive = zipfile.ZipFile(io.BytesIO(data))
        marked, since_1904 = marks.read(archive, limit)
        _refuse_far_cells(marked, limit)
    elif kind == kinds.ODS:
        marked = opened.read(zipfile.ZipFile(io.BytesIO(data)), limit)
    sheets = _book(data, kind, marked, limit)
    if not sheets:
        raise Refused(NOTHING)
    is_open = kind in (kinds.XLSX, kinds.ODS)
    notes = [] if is_open else [UNSEEN.format(kind)]
    return {"sheets": sheets, "date1904": since_1904, "notes": notes}


def _refuse_far_cells(marked, limit):
    """Before the values are read: one cell far away makes a table of millions."""
    for name, found in marked.items():
        if found.last_row > marks.FARTHEST:
            where = (found.last_row, found.last_column)
            raise Refused(FAR.format(name, *where, limit.rows, limit.columns))
        if found.last_column > limit.columns:
            if found.last_column > 10 * limit.columns:
                where = (found.last_row, found.last_column)
                raise Refused(FAR.format(name, *where, limit.rows, limit.columns))
            raise Refused(WIDE.format(name, limit.columns))


def _book(data, kind, marked, limit):
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = [
            _sheet(book, meta, marked.get(meta.name, marks.Marks()), limit)
            for meta in book.sheets_metadata
            if str(meta.typ).endswith("WorkSheet")
        ]
    except PasswordError:
        raise Refused(kinds.LOCKED) from None
    except CalamineError:
        broken = kind in (kinds.XLSX, kinds.XLSB, kinds.ODS)
        raise Refused(kinds.BROKEN if broken else kinds.NOT_A_SHEET) from None
    return [sheet for sheet in sheets if sheet["rows"]]


def _sheet(book, meta, marked, limit):
    sheet = book.get_sheet_by_name(meta.name)
    left = sheet.start[1] if sheet.start else 0
    if sheet.width + left > limit.columns:
        raise Refused(WIDE.format(meta.name, limit.columns))
    rows, notes = _rows(_padded(sheet, left), limit, marked)
    last = rows[-1][0] if rows else 0
    return {
        "name": meta.name,
        "hidden": str(meta.visible).rpartition(".")[2] != "Visible",
        "rows": rows,
        "merged": [m for m in _merged(sheet, marked) if m[0] <= last],
        "hidden_rows": marked.hidden_rows,
        "hidden_columns": marked.hidden_columns,
        "notes": notes,
    }


def _merged(sheet, marked):
    """Other kinds of workbook tell their merged cells through the reader."""
    if marked.merged:
        return marked.merged
    return [
        [top + 1, left + 1, bottom + 1, right + 1]
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
    ]


def _padded(sheet, left):
    """Rows from Excel's row 1 and column A."""
    blank = [None] * left
    for row in sheet.iter_rows():
        yield blank + row if blank else row


def _rows(values, limit, marked):
    rows, blank, notes = [], 0, []
    broken = {row for row, _ in marked.bad}
    numbered = enumerate(values, 1)
    for number, cells in numbered:
        row = [  # the two commonest kinds here: this runs for every cell
            value.strip(BLANKS) or None
            if type(value) is str and len(value) <= LONGEST
            else value
            if type(value) is float
            else _plain(value, number)
            for value in cells
        ]
        if row.count(None) == len(row) and number not in broken:
            blank += 1
            if blank > BLANK_ROWS and rows:
                notes = [BEHIND.format(number)] if any(numbered) else []
                break
            continue
        blank = 0
        rows.append([number, row])
        if len(rows) > limit.rows:
            raise Refused(limit.too_long)
    _mark(dict(rows), marked)
    return _of_one_width(rows), notes


def _of_one_width(rows):
    width = max((len(row) for _, row in rows), default=0)
    for _, row in rows:
        row += [None] * (width - len(row))
    return rows


def _mark(rows, marked):
    """Write into the values what only the XML told."""
    for number, column, change in itertools.chain(
        ((*where, _told(why)) for where, why in marked.bad.items()),
        ((*where, _month) for where in marked.months),
        ((*where, _hundredths) for where in marked.hundredths),
    ):
        row = rows.get(number)
        if row is not None:
            row += [None] * (column - len(row))
            row[column - 1] = change(row[column - 1])


def _told(why):
    return lambda value: {"bad": why}


def _month(value):
    is_day = isinstance(value, dict) and "day" in value
    return {"month": value["day"][:7]} if is_day else value


def _hundredths(value):
    """1980.10 is October; as a number it would be 1980.1."""
    is_year = isinstance(value, float) and 1900 <= value < 2100
    return f"{value:.2f}" if is_year and not value.is_integer() else value


def _text(data, limit):
    encoding, values = delimited.rows_of(data)
    rows, notes = _rows(values, limit, marks.Marks())
    if not rows:
        raise Refused(NOTHING)
    if len(rows[0][1]) > limit.columns:
        raise Refused(WIDE.format(TEXT_SHEET, limit.columns))
    sheet = {
        "name": TEXT_SHEET,
        "hidden": False,
        "rows": rows,
        "merged": [],
        "hidden_rows": [],
        "hidden_columns": [],
        "notes": notes,
    }
    told = f"文件按 {encoding} 编码读取；字不对的话，请另存为 .xlsx 再上传。"
    return {"sheets": [sheet], "date1904": False, "notes": [told]}


def _plain(value, number):
    """What JSON can carry of a cell; of texts only those that are too long come here."""
    kind = type(value)
    if kind is str:
        told = f"第 {number} 行有一格超过 {LONGEST:,} 个字，请缩短后再上传。"
        raise Refused(told)
    if kind is bool or kind is int:
        return value
    if kind is datetime.datetime or kind is datetime.date:
        return _day(value)
    return str(value)


@lru_cache(maxsize=4096)
def _day(value):
    """Most days of a roster stand in many of its rows."""
    return {"day": value.isoformat()[:10]}
