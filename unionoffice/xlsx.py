"""Draw sheets into an Excel workbook: text as text, days as days, sums as sums."""

import io
import math
import re
from collections.abc import Collection, Iterable, Sequence
from copy import copy
from dataclasses import dataclass
from decimal import Decimal

from django.http import HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.chart import BarChart, LineChart, Reference
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

FORMATS = {
    "text": "@",
    "plain": "General",  # numbers as they came
    "number": "0",
    "money": '"¥"#,##0.00',
    "percent": "0.0%",
    "day": 'yyyy"年"m"月"d"日"',
    "moment": "yyyy-mm-dd hh:mm",
}
WIDTHS = {
    "text": 16,
    "plain": 16,
    "number": 9,
    "money": 14,
    "percent": 9,
    "day": 16,
    "moment": 17,
}
SIDES = dict.fromkeys(("number", "money", "percent"), "right")
SIDES |= dict.fromkeys(("day", "moment"), "center")
LINE_HEIGHT, HIGHEST = 16, 400  # points; Excel allows 409
MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST = 32_767
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
# Quiet hues that stay apart in grey print; at most five.
HUES = ("9F1D20", "3F6E8C", "C58B2A", "4F7F5A", "7A6A8A")
CHART_ROWS = 18
TITLE_FONT = Font(name="Microsoft YaHei", size=14, bold=True)
HEAD_FONT = Font(name="Microsoft YaHei", size=10, bold=True)
FONT = Font(name="Microsoft YaHei", size=10)
HEAD_FILL = PatternFill("solid", fgColor="F3EDE8")
MARK_FILL = PatternFill("solid", fgColor="FBE3D6")
LINE = Side(style="thin", color="C9C2BB")
BOX = Border(left=LINE, right=LINE, top=LINE, bottom=LINE)


@dataclass(frozen=True)
class Column:
    """One column; `kind` is a key of FORMATS, `width` is in characters."""

    heading: str
    kind: str = "text"
    width: float | None = None


@dataclass(frozen=True)
class Chart:
    """A native chart of columns (0-based indexes) over the rows of its sheet."""

    title: str
    labels: int
    values: Sequence[int]
    kind: str = "bar"


@dataclass(frozen=True)
class Sheet:
    """A titled table; `rows` are tuples of plain values in the order of `columns`.

    `marked` are cells to be looked at, (place of the row, place of the column) from 0.
    """

    title: str
    columns: Sequence[Column]
    rows: Iterable[Sequence]
    notes: Sequence[str] = ()
    totals: Sequence | None = None
    charts: Sequence[Chart] = ()
    marked: Collection[tuple[int, int]] = ()


def sheet_name(title):
    """A title as Excel allows it on a tab: 31 characters, none of []:*?/\\."""
    return re.sub(r"[\[\]:*?/\\]", "－", title).strip("'")[:31] or "表"


def clean(text):
    """Text without control characters, no longer than a cell holds."""
    text = CONTROL.sub("", str(text))
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


class _Pen:
    """Makes the cells of one page; how a kind of cell looks is worked out once."""

    def __init__(self, page):
        self.page = page
        self.looks = {}

    def row(self, values, kinds, marked=()):
        """The cells of a row, those in the columns `marked` to be looked at."""
        cells = [self.cell(v, k) for v, k in zip(values, kinds, strict=True)]
        for column in marked:
            cells[column]._style = copy(cells[column]._style)  # others share it
            cells[column].fill = MARK_FILL
        return cells

    def cell(self, value, kind, *, font=FONT, head=False):
        is_text = isinstance(value, str) or kind == "text"
        cell = WriteOnlyCell(self.page, None if is_text else value)
        if is_text:
            # Not through the constructor: openpyxl takes a leading = for a formula.
            cell._value = clean("" if value is None else value)
            cell.data_type = "s"
        look = ("text" if is_text else _format(value, kind), kind, font is FONT, head)
        if look not in self.looks:
            _dress(cell, look[0], kind, font, head)
            self.looks[look] = cell._style
        cell._style = self.looks[look]
        return cell


def _format(value, kind):
    return "money" if kind == "number" and isinstance(value, Decimal) else kind


def _dress(cell, form, kind, font, head):
    cell.number_format = FORMATS[form]
    cell.font, cell.border = font, BOX
    side = "center" if head else SIDES.get(kind)
    cell.alignment = Alignment(
        vertical="center",
        wrap_text=head or kind == "text",
        horizontal=side,
        indent=1 if side == "right" else 0,
    )
    if head:
        cell.fill = HEAD_FILL


def _height(values, columns):
    """Points that the longest text of a row needs; None where one line is enough.

    A program that opens the workbook does not always fit rows to wrapped text.
    """
    lines = max(
        (
            _lines(str(value), column.width or WIDTHS[column.kind])
            for value, column in zip(values, columns, strict=True)
            if column.kind == "text" and value
        ),
        default=1,
    )
    return min(lines * LINE_HEIGHT, HIGHEST) if lines > 1 else None


def _lines(text, width):
    """A Chinese sign is as wide as two Latin letters."""
    return sum(
        max(1, math.ceil(sum(1 + (ord(sign) > 255) for sign in line) / width))
        for line in text.split("\n")
    )


def _line(page, text, font):
    cell = WriteOnlyCell(page)
    cell._value, cell.data_type, cell.font = clean(text), "s", font
    return [cell]


def _set_up(page, sheet, head_row):
    for number, column in enumerate(sheet.columns, 1):
        width = column.width or WIDTHS[column.kind]
        page.column_dimensions[get_column_letter(number)].width = width
    page.freeze_panes = f"A{head_row + 1}"
    page.print_title_rows = f"{head_row}:{head_row}"
    page.page_setup.paperSize = 9
    wide = len(sheet.columns) > 6 and not sheet.charts
    page.page_setup.orientation = "landscape" if wide else "portrait"
    page.page_setup.fitToWidth = 1
    page.page_setup.fitToHeight = 1 if sheet.charts else 0  # no chart cut in two
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.oddFooter.center.text = "第 &P 页，共 &N 页"
    page.print_options.horizontalCentered = True


def _draw_chart(page, chart, head_row, last_row, place):
    drawn = LineChart() if chart.kind == "line" else BarChart()
    drawn.title, drawn.height, drawn.width = chart.title, 8, 16
    for index in chart.values:
        cells = Reference(page, min_col=index + 1, min_row=head_row, max_row=last_row)
        drawn.add_data(cells, titles_from_data=True)
    labels = Reference(
        page, min_col=chart.labels + 1, min_row=head_row + 1, max_row=last_row
    )
    drawn.set_categories(labels)
    drawn.x_axis.delete = drawn.y_axis.delete = False
    for series, colour in zip(drawn.series, HUES, strict=False):
        series.graphicalProperties.solidFill = colour
        series.graphicalProperties.line.solidFill = colour
    if len(chart.values) == 1:
        drawn.legend = None
    page.add_chart(drawn, place)


def _draw(book, sheet):
    page = book.create_sheet(sheet_name(sheet.title))
    head_row = 2 + len(sheet.notes)
    _set_up(page, sheet, head_row)
    page.append(_line(page, sheet.title, TITLE_FONT))
    for note in sheet.notes:
        page.append(_line(page, note, FONT))
    pen = _Pen(page)
    heads = [column.heading for column in sheet.columns]
    page.append([pen.cell(head, "text", font=HEAD_FONT, head=True) for head in heads])
    kinds = [column.kind for column in sheet.columns]
    last_row = head_row
    for place, row in enumerate(sheet.rows):
        last_row += 1
        if height := _height(row, sheet.columns):
            page.row_dimensions[last_row].height = height
        marked = {column for line, column in sheet.marked if line == place}
        page.append(pen.row(row, kinds, marked))
    if sheet.totals is not None:
        page.append(
            [
                pen.cell(v, k, font=HEAD_FONT)
                for v, k in zip(sheet.totals, kinds, strict=True)
            ]
        )
    below = last_row + (3 if sheet.totals is None else 4)
    for number, chart in enumerate(sheet.charts):
        if last_row > head_row:
            place = f"A{below + CHART_ROWS * number}"
            _draw_chart(page, chart, head_row, last_row, place)


def save(sheets, target):
    """Write the sheets as .xlsx to a path or a binary file."""
    book = Workbook(write_only=True)
    for sheet in sheets:
        _draw(book, sheet)
    book.save(target)


def response(sheets, filename):
    """The workbook as a download that no cache keeps."""
    target = io.BytesIO()
    save(sheets, target)
    answer = HttpResponse(target.getvalue(), content_type=MIME)
    answer.headers["Content-Disposition"] = content_disposition_header(True, filename)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def stamp():
    """Today as it stands in file names: 20261124."""
    return timezone.localdate().strftime("%Y%m%d")
