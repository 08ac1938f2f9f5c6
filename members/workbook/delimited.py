"""Text in columns: its encoding, its separator, its rows."""

import csv
import io
import re

from members.workbook.kinds import EMPTY, NOT_A_SHEET, NOT_TEXT, SAVE_AS
from unionoffice.sandbox import Refused

LONGEST = 32_767  # characters, as a cell of Excel holds
SEPARATORS = (",", ";", "\t")
SAMPLE = 20
UNKNOWN = f"认不出文件的文字编码。{SAVE_AS}"
TOO_LONG = "有一格超过 32,767 个字，可能引号没有成对。请检查后再上传。"
SPOKEN = {"utf-8-sig": "UTF-8", "utf-16": "UTF-16", "gb18030": "GB18030（GBK）"}
AS_TEXT = re.compile(r'="(.*)"', re.DOTALL)  # how some programs keep 00123 a text


def rows_of(data):
    """(encoding as people call it, an iterator of rows of texts). Raises Refused."""
    encoding, text = _decoded(data)
    if "\0" in text:
        raise Refused(NOT_TEXT)
    if not text.strip():
        raise Refused(EMPTY)
    return SPOKEN[encoding], _rows(text, _separator(text))


def _decoded(data):
    """UTF-8 first: what is UTF-8 decodes as GB18030 too, into other signs."""
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "gb18030"):
        try:
            return encoding, data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Refused(UNKNOWN)


def _separator(text):
    """The sign that makes the most columns; a text without columns is no table."""
    sample = "\n".join(text.splitlines()[:SAMPLE])
    widths = {sign: max(map(len, _sampled(sample, sign))) for sign in SEPARATORS}
    best = max(widths, key=widths.get)
    if widths[best] < 2:
        raise Refused(NOT_A_SHEET)
    return best


def _sampled(sample, sign):
    return [*_rows(sample, sign), []]


def _rows(text, sign):
    csv.field_size_limit(LONGEST)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    try:
        for row in rows:
            yield [AS_TEXT.sub(r"\1", cell) for cell in row]
    except csv.Error:
        raise Refused(TOO_LONG) from None
