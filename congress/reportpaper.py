"""提案办理情况报告 as an official paper in Word, to be read out at the congress."""

import datetime
from decimal import Decimal

from docx.shared import Pt

from congress.reporting.counts import percent
from unionoffice.officialpaper import (
    MIME,
    NUMBERS,
    WHOLE,
    begun,
    fill,
    finished,
    sign,
    table,
)

__all__ = ["MIME", "written"]
FIRST = 34  # mm of the column of names


def written(report, register, signer, day):
    """The bytes of the .docx: sentences, the tables, and every proposal in a line.

    `register` is the Sheet of the proposals; `signer` and `day` close the paper.
    """
    file = begun(report.title, signer)
    numbers = iter(NUMBERS)
    file.add_heading(f"{next(numbers)}、总体情况", 1)
    for sentence in report.sentences:
        file.add_paragraph(sentence)
    for sheet in report.sheets:
        file.add_heading(f"{next(numbers)}、{sheet.title}", 1)
        _table(file, sheet)
        for note in sheet.notes:
            _small(file, note)
    if register.rows:
        file.add_heading(f"{next(numbers)}、提案办理一览", 1)
        _table(file, register)
    sign(file, signer, day)
    return finished(file)


def _table(file, sheet):
    heads = [column.heading for column in sheet.columns]
    rest = (WHOLE - FIRST) / max(1, len(heads) - 1)
    made = table(file, heads, [FIRST, *[rest] * (len(heads) - 1)])
    kinds = [column.kind for column in sheet.columns]
    for row in sheet.rows:
        fill(made.add_row(), [_told(*cell) for cell in zip(row, kinds, strict=True)])
    if sheet.totals:
        cells = zip(sheet.totals, kinds, strict=True)
        fill(made.add_row(), [_told(*cell) for cell in cells], bold=True)


def _told(value, kind):
    if value is None:
        return ""
    if kind == "percent" and isinstance(value, int | float | Decimal):
        return percent(value, 1)
    if isinstance(value, datetime.date):
        return f"{value.year}年{value.month}月{value.day}日"
    return str(value)


def _small(file, text):
    line = file.add_paragraph(f"说明：{text}")
    line.paragraph_format.first_line_indent = Pt(0)
    for run in line.runs:
        run.font.size = Pt(12)
