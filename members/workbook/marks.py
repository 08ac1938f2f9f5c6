"""What the XML of an .xlsx says beside the values: hidden, merged, broken cells."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from defusedxml import ElementTree

from members.workbook.kinds import BROKEN
from unionoffice.sandbox import Refused
from unionoffice.zips import MEGABYTE

FARTHEST = 100_000  # a row behind this one is a slip of the hand
HEAVIEST_ROW = 32 * MEGABYTE
MERGES = 50_000
UNCOUNTED = "公式没有算出结果，请在 Excel 里打开、保存后再上传"
# Number formats that Excel knows by number and that show year and month only.
MONTHS = {"17", "27", "52", "55", "57"}
QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
ROW_NUMBER = re.compile(rb'\br="(\d+)"')
PLACE = re.compile(rb"([A-Z]{1,3})([0-9]{1,7})")


@dataclass
class Marks:
    """Of one sheet; rows and columns count from 1."""

    hidden_rows: list = field(default_factory=list)
    hidden_columns: list = field(default_factory=list)
    merged: list = field(default_factory=list)  # [top, left, bottom, right]
    bad: dict = field(default_factory=dict)  # {(row, column): sentence}
    months: set = field(default_factory=set)  # cells that show a month without day
    hundredths: set = field(default_factory=set)  # cells that show two decimals
    filled: int = 0
    last_row: int = 0
    last_column: int = 0


@lru_cache(maxsize=1024)
def _column_number(letters):
    """1 for A, 27 for AA."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def read(archive, limit):
    """({sheet name: Marks}, whether days are counted from 1904). Raises Refused."""
    try:
        book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
        targets = _targets(archive)
        styles = _styles(archive)
        _check(archive, "xl/sharedStrings.xml")
        found = {}
        for sheet in book.iterfind("{*}sheets/{*}sheet"):
            key = next(v for name, v in sheet.attrib.items() if name.endswith("}id"))
            if "worksheets/" in targets.get(key, ""):
                with archive.open(targets[key]) as part:
                    found[sheet.get("name")] = Scan(styles, limit).of(part)
        properties = book.find("{*}workbookPr")
        since = properties is not None and properties.get("date1904") in ("1", "true")
    except Refused:
        raise
    except Exception:  # BadZipFile, ParseError …: nothing that a sound file has
        raise Refused(BROKEN) from None
    return found, since


def _check(archive, name):
    """Read a part through to its checksum; the fast reader does not ask for it."""
    if name in archive.namelist():
        with archive.open(name) as part:
            while part.read(MEGABYTE):
                pass


def _targets(archive):
    links = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {link.get("Id"): link.get("Target", "") for link in links}
    return {
        key: target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        for key, target in targets.items()
    }


def _styles(archive):
    """(styles that show a month, styles that show two decimals), as their numbers."""
    if "xl/styles.xml" not in archive.namelist():
        return set(), set()
    root = ElementTree.fromstring(archive.read("xl/styles.xml"))
    codes = {
        f.get("numFmtId"): f.get("formatCode", "")
        for f in root.iterfind("{*}numFmts/{*}numFmt")
    }
    months, hundredths = set(), set()
    for number, style in enumerate(root.iterfind("{*}cellXfs/{*}xf")):
        key = style.get("numFmtId", "0")
        plain = QUOTED.sub("", codes.get(key, "")).lower()
        if key in MONTHS or ("y" in plain and "m" in plain and "d" not in plain):
            months.add(b"%d" % number)
        elif key == "2" or plain.rstrip("_ ;@") == "0.00":
            hundredths.add(b"%d" % number)
    return months, hundredths


class Scan:
    """Goes once through the XML of a sheet, in pieces that end before a row."""

    def __init__(self, styles, limit):
        self.months, self.hundredths = styles
        self.limit = limit
        self.marks = Marks()
        self.number = 0

    def of(self, part):
        piece = part.read(MEGABYTE)
        self._prepare(piece)
        while chunk := part.read(MEGABYTE):
            cut = piece.rfind(self.opening)
            if cut > 0:
                self._look(piece[:cut])
                piece = piece[cut:]
            if len(piece) > HEAVIEST_ROW:
                raise Refused(BROKEN)
            piece += chunk
        self._look(piece)
        return self.marks

    def _prepare(self, start):
        """Some programs write <x:row> for <row>."""
        found = re.search(rb"<(\w+:)?worksheet\b", start[:8192])
        if found is None:
            raise Refused(BROKEN)
        prefix = re.escape(found[1] or b"")
        self.opening = b"<" + (found[1] or b"") + b"row "
        self.row = re.compile(rb"<%srow\b([^>]*)>" % prefix)
        self.cell = re.compile(
            rb"<%sc\b([^>]*?)(?:/>|>(.*?)</%sc>)" % (prefix, prefix), re.DOTALL
        )
        self.cell_start = b"<" + (found[1] or b"") + b"c "
        self.value = re.compile(rb"<%sv\b[^>/]*>[^<]" % prefix)
        self.formula = b"<" + (found[1] or b"") + b"f"
        self.values = tuple(b"<" + (found[1] or b"") + n for n in (b"v", b"is"))
        self.merge = re.compile(rb'<%smergeCell\b[^>]*?ref="([^"]+)"' % prefix)
        self.column = re.compile(rb"<%scol\b([^>]*)>" % prefix)

    def _look(self, piece):
        starts = list(self.row.finditer(piece))
        before = piece[: starts[0].start()] if starts else piece
        self._columns(before)
        ends = [found.start() for found in starts[1:]] + [len(piece)]
        for found, end in zip(starts, ends, strict=False):  # none in a blank sheet
            self._row(found[1], piece, found.end(), end)
        if b"mergeCell" in piece:
            for found in self.merge.finditer(piece):
                self._merge(found[1])
        self._cells(piece)

    def _columns(self, text):
        for found in self.column.finditer(text):
            if _is_hidden(found[1]):
                first, last = _number(found[1], b"min"), _number(found[1], b"max")
                columns = range(first, min(last, self.limit.columns + 1) + 1)
                self.marks.hidden_columns.extend(columns)

    def _row(self, attributes, piece, start, end):
        """One row, which stands between `start` and `end`: this runs for every one."""
        told = ROW_NUMBER.search(attributes)
        self.number = int(told[1]) if told else self.number + 1
        value, inline = self.values
        last = piece.rfind(value, start, end)
        last = max(last, piece.rfind(inline, max(start, last), end))
        if last < 0:
            return
        marks = self.marks
        marks.filled += 1
        marks.last_row = max(marks.last_row, self.number)
        cell = piece.rfind(self.cell_start, start, last)
        end_of_tag = piece.find(b">", cell, last) if cell >= 0 else -1
        place = PLACE.search(piece, cell, end_of_tag) if end_of_tag > 0 else None
        column = (
            _column_number(place[1])
            if place
            else piece.count(self.cell_start, start, last)
        )
        marks.last_column = max(marks.last_column, column)
        if _is_hidden(attributes):
            marks.hidden_rows.append(self.number)
        if marks.filled > self.limit.rows:
            raise Refused(self.limit.too_long)

    def _merge(self, area):
        corners = PLACE.findall(area)
        if len(corners) == 2 and len(self.marks.merged) < MERGES:
            (left, top), (right, bottom) = corners
            self.marks.merged.append(
                [int(top), _column_number(left), int(bottom), _column_number(right)]
            )

    def _cells(self, piece):
        """Only where something beside plain values stands: this pass costs most."""
        wanted = self.months | self.hundredths
        if not (b't="e"' in piece or self.formula in piece or wanted):
            return
        for found in self.cell.finditer(piece):
            self._cell(found[1], found[2] or b"")

    def _cell(self, attributes, inner):
        place = PLACE.search(attributes)
        if place is None or not inner:
            return
        where = (int(place[2]), _column_number(place[1]))
        if b't="e"' in attributes:
            value = re.search(rb">([^<>]+)<", inner[inner.rfind(self.values[0]) :])
            shown = value[1].decode("utf-8", "replace") if value else "错误"
            self.marks.bad[where] = f"公式的结果是 {shown}，请改成正确的内容"
        elif self.formula in inner and not self._is_counted(attributes, inner):
            self.marks.bad[where] = UNCOUNTED
        elif style := re.search(rb'\bs="(\d+)"', attributes):
            if style[1] in self.months:
                self.marks.months.add(where)
            elif style[1] in self.hundredths:
                self.marks.hundredths.add(where)

    def _is_counted(self, attributes, inner):
        """A formula whose result is an empty text has one, too."""
        return b't="str"' in attributes or self.value.search(inner) is not None


def _is_hidden(attributes):
    return b'hidden="1"' in attributes or b'hidden="true"' in attributes


def _number(attributes, name):
    found = re.search(rb'\b%s="(\d+)"' % name, attributes)
    return int(found[1]) if found else 0
