"""Read a spreadsheet in the sandbox child: sheets of rows of plain values."""

import datetime
import io

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from unionoffice import zips
from unionoffice.sandbox import Refused

ROWS, COLUMNS = 5_000, 60
BLANK_ROWS = 100
SAVE_AS = "请在 Excel 或 WPS 里打开，另存为 .xlsx 再上传。"
NOT_A_SHEET = f"这不是 Excel 文件。{SAVE_AS}"
LOCKED = "文件已加密。请先去掉打开密码再上传。"
FAULTS = (
    (zips.BROKEN, f"文件不完整，可能没有下载完。{SAVE_AS}"),
    (zips.BOMB, f"文件展开后太大，不能读取。{SAVE_AS}"),
    (zips.LOCKED, LOCKED),
    (zips.MACROS, f"文件里有宏，不能读取。{SAVE_AS}"),
    (zips.LINKS, f"文件里有指向别的文件的链接，不能读取。{SAVE_AS}"),
)


def read(data):
    """{"sheets": [{"name", "hidden", "rows"}]}; a row is [number in Excel, values].

    A value is None, text, a number, or {"day": "YYYY-MM-DD"}. Raises Refused for what
    is no spreadsheet, is sealed by a password, or is larger than 5,000 × 60.
    """
    if not data:
        raise Refused("文件是空的，请选择有内容的 Excel 文件。")
    if data.startswith(b"PK"):
        _look_into_the_zip(data)
    elif not data.startswith(b"\xd0\xcf\x11\xe0"):
        raise Refused(NOT_A_SHEET)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    except PasswordError:
        raise Refused(LOCKED) from None
    except CalamineError:
        raise Refused(NOT_A_SHEET) from None
    sheets = [_sheet(book, meta) for meta in book.sheets_metadata]
    return {"sheets": [sheet for sheet in sheets if sheet["rows"]]}


def _look_into_the_zip(data):
    """Refuse bombs, macros and encrypted parts before anything is unpacked."""
    found = zips.faults(data)
    if sentence := next((words for fault, words in FAULTS if fault in found), None):
        raise Refused(sentence)


def _sheet(book, meta):
    sheet = book.get_sheet_by_name(meta.name)
    if sheet.width > COLUMNS:
        raise Refused(f"工作表「{meta.name}」超过 {COLUMNS} 列，请删去多余的列。")
    rows, blank = [], 0
    first = sheet.start[0] if sheet.start else 0
    for number, values in enumerate(sheet.iter_rows(), first + 1):
        row = [_plain(value) for value in values]
        blank = 0 if any(value is not None for value in row) else blank + 1
        if blank > BLANK_ROWS:
            break
        if not blank:
            rows.append([number, row])
        if len(rows) > ROWS:
            raise Refused(f"工作表「{meta.name}」超过 {ROWS:,} 行，请分几次导入。")
    return {"name": meta.name, "hidden": str(meta.visible) != "Visible", "rows": rows}


def _plain(value):
    if isinstance(value, datetime.datetime):
        value = value.date()
    if isinstance(value, datetime.date):
        return {"day": value.isoformat()}
    if isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, (datetime.time, datetime.timedelta)):
        return str(value)
    return value.strip() or None if isinstance(value, str) else None
