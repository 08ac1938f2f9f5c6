"""What the XML of an .ods says beside the values: hidden and merged cells."""

from defusedxml import ElementTree

from members.workbook.kinds import BROKEN
from members.workbook.marks import MERGES, Marks
from unionoffice.sandbox import Refused

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
UNSEEN = {"collapse", "filter"}


def read(archive, limit):
    """{sheet name: Marks} of an .ods. Raises Refused for what is no sound one.

    Rows and columns behind the limit are not looked at: the fast reader refuses them.
    """
    found, sheet = {}, None
    try:
        with archive.open("content.xml") as part:
            for event, element in ElementTree.iterparse(part, ("start", "end")):
                if event == "start":
                    if element.tag == f"{TABLE}table":
                        sheet = _Sheet(limit)
                        found[element.get(f"{TABLE}name", "")] = sheet.marks
                elif sheet and element.tag in _Sheet.READS:
                    _Sheet.READS[element.tag](sheet, element)
                    if element.tag == f"{TABLE}table-row":
                        element.clear()
    except Refused:
        raise
    except Exception:  # BadZipFile, ParseError …: nothing that a sound file has
        raise Refused(BROKEN) from None
    return found


class _Sheet:
    """Counts the rows and columns of one table as they end."""

    def __init__(self, limit):
        self.limit, self.marks = limit, Marks()
        self.row = self.column = 0

    def columns(self, element):
        times = _count(element, "number-columns-repeated")
        if element.get(f"{TABLE}visibility") in UNSEEN:
            last = min(self.column + times, self.limit.columns)
            self.marks.hidden_columns += range(self.column + 1, last + 1)
        self.column += times

    def rows(self, element):
        times = _count(element, "number-rows-repeated")
        if element.get(f"{TABLE}visibility") in UNSEEN:
            last = min(self.row + times, self.limit.rows)
            self.marks.hidden_rows += range(self.row + 1, last + 1)
        column = 0
        for cell in element:
            if cell.tag in CELLS:
                self._cell(cell, self.row + 1, column + 1)
                column += _count(cell, "number-columns-repeated")
        self.row += times

    def _cell(self, cell, top, left):
        down = _count(cell, "number-rows-spanned")
        across = _count(cell, "number-columns-spanned")
        if (down > 1 or across > 1) and len(self.marks.merged) < MERGES:
            area = [top, left, top + down - 1, left + across - 1]
            self.marks.merged.append(area)

    READS = {f"{TABLE}table-column": columns, f"{TABLE}table-row": rows}


CELLS = {f"{TABLE}table-cell", f"{TABLE}covered-table-cell"}


def _count(element, name):
    """A count of the format: 1 where it is not said, never less."""
    told = element.get(TABLE + name, "1")
    return max(1, int(told)) if told.isdecimal() and len(told) < 8 else 1
