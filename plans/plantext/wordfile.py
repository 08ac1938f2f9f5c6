"""A .docx as lines: paragraphs and table rows as Word shows them.

Tracked insertions, content controls and automatic numbers count as text; deletions do
not. What is not in the lines (text boxes, comments, hidden text …) is named in notes.
"""

import re
from collections import Counter
from dataclasses import dataclass, field

from plans.plantext.wordheadings import Headings
from plans.plantext.wordnumbers import Numbers, attribute, value_of
from plans.plantext.wordpackage import BOMB, Package
from unionoffice.sandbox import Refused

_NOTES = {
    "del": "文件带修订记录：已删去的文字没有收入，插入的文字已收入",
    "box": "文件里有文本框，其中的文字没有收入，请核对",
    "hidden": "文件里有隐藏文字，没有收入",
    "comment": "文件里有批注，没有收入",
    "foot": "文件里有脚注或尾注，没有收入",
    "object": "文件里有嵌入的对象（如 Excel 表格），没有收入",
    "nested": "表格里还套着表格，里层的文字并入了所在的格子",
}
_THROUGH = frozenset(
    [
        "ins",
        "moveTo",
        "sdt",
        "sdtContent",
        "customXml",
        "smartTag",
        "hyperlink",
        "fldSimple",
        "r",
        "ruby",
        "rubyBase",
        "AlternateContent",
        "Choice",
        "dir",
        "bdo",
    ]
)
_GONE = {"del": "del", "moveFrom": "del", "pict": "box", "object": "object"}
_TEXT = {"tab": "\t", "noBreakHyphen": "-", "cr": "\n", "ptab": "\t"}
_DEEPEST = 60
# A narrow column breaks 四月 after the number.
_MONTH = re.compile(r"(?:十[一二]?|1[0-2]|[一二三四五六七八九元]|0?[1-9])\s*月份?")


@dataclass
class Found:
    lines: list[str] = field(default_factory=list)
    levels: dict[int, int] = field(default_factory=dict)  # of headings, 0 of titles
    notes: tuple[str, ...] = ()


def paragraphs(data):
    """Lines and notes of a .docx given as bytes. Raises Refused."""
    package = Package(data)
    root = package.part(package.main)
    styles = package.beside("styles.xml")
    numbers = Numbers(package.beside("numbering.xml"), styles)
    reader = _Reader(numbers, Headings(styles))
    body = root.find("{*}body")
    if body is not None:
        reader.blocks(body)
    comments = package.beside("comments.xml")
    if comments is not None and comments.find("{*}comment") is not None:
        reader.seen["comment"] += 1
    notes = tuple(text for key, text in _NOTES.items() if reader.seen[key])
    return Found(reader.lines, reader.levels, notes)


def _name(element):
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


class _Reader:
    def __init__(self, numbers, headings):
        self.numbers, self.headings = numbers, headings
        self.lines, self.levels, self.seen = [], {}, Counter()

    def blocks(self, parent, depth=0):
        """Paragraphs and tables, through whatever wraps them."""
        if depth > _DEEPEST:
            raise Refused(BOMB)
        for element in parent:
            name = _name(element)
            if name == "p":
                lines = self.paragraph(element)
                if (level := self.headings.level_of(element)) is not None:
                    start = len(self.lines)
                    self.levels |= dict.fromkeys(
                        range(start, start + len(lines)), level
                    )
                self.lines += lines
            elif name == "tbl":
                self.lines += [row for row in self._rows(element) if row.strip()]
            elif name in _THROUGH:
                self.blocks(element, depth + 1)
            elif name in _GONE:
                self.seen[_GONE[name]] += 1

    def paragraph(self, element):
        """One line, or more where the writer broke it; the number in front."""
        text = "".join(self._runs(element))
        if not text.strip() and element.find("{*}pPr/{*}rPr/{*}del") is not None:
            return []
        number = self.numbers.text_before(element)
        lines = text.split("\n")
        return [number + lines[0], *lines[1:]] if text.strip() else [""]

    def _runs(self, parent, depth=0):
        if depth > _DEEPEST:
            raise Refused(BOMB)
        for element in parent:
            name = _name(element)
            if name == "t":
                yield element.text or ""
            elif name in _TEXT:
                yield _TEXT[name]
            elif name == "br":
                yield "" if attribute(element, "type") in ("page", "column") else "\n"
            elif name == "r" and _is_hidden(element):
                self.seen["hidden"] += 1
            elif name in _THROUGH:
                yield from self._runs(element, depth + 1)
            else:
                self._note(element, name)

    def _note(self, element, name):
        if name in ("footnoteReference", "endnoteReference"):
            self.seen["foot"] += 1
        elif name in ("drawing", "pict"):
            boxes = element.iter("{*}txbxContent")
            self.seen["box"] += any("".join(box.itertext()).strip() for box in boxes)
        elif name in _GONE:
            self.seen[_GONE[name]] += 1

    def _rows(self, table, depth=0):
        if depth > _DEEPEST:
            raise Refused(BOMB)
        row = []
        for element in table:
            name = _name(element)
            if name == "tr" and element.find("{*}trPr/{*}del") is None:
                row = _filled(self._cells(element, depth), row)
                yield "\t".join(row)
            elif name == "tr":
                self.seen["del"] += 1
            elif name in _THROUGH:
                yield from self._rows(element, depth + 1)

    def _cells(self, row, depth):
        for element in row:
            name = _name(element)
            if name == "tc":
                properties = element.find("{*}tcPr")
                span = value_of(properties, "gridSpan", "1")
                more = min(int(span) - 1 if span.isdigit() else 0, 60)
                yield self._cell(element, depth), _goes_on(properties)
                yield from [("", False)] * more
            elif name in _THROUGH:
                yield from self._cells(element, depth + 1)

    def _cell(self, cell, depth):
        """A cell's paragraphs in one line, each closed so that they stay apart."""
        texts = []
        for element in self._unwrapped(cell):
            if _name(element) == "p":
                texts += self.paragraph(element)
            elif _name(element) == "tbl":
                self.seen["nested"] += 1
                texts += [
                    row.replace("\t", " ") for row in self._rows(element, depth + 1)
                ]
        texts = [text.replace("\t", " ").strip() for text in texts]
        texts = [text for text in texts if text]
        if _MONTH.fullmatch(month := "".join(texts)):
            return month
        ends = ("。", "；", ";", "：", ":", "！", "？")
        closed = [text if text.endswith(ends) else text + "；" for text in texts[:-1]]
        return "".join([*closed, *texts[-1:]])

    def _unwrapped(self, parent):
        for element in parent:
            if _name(element) in _THROUGH:
                yield from self._unwrapped(element)
            else:
                yield element


def _goes_on(properties):
    """Is the cell one with the cell above it?"""
    merge = properties.find("{*}vMerge") if properties is not None else None
    return merge is not None and attribute(merge, "val", "continue") != "restart"


_SHORT = 20


def _filled(cells, above):
    """A short cell that runs down over rows (a month, a name) stands in each of them."""
    row = []
    for place, (text, goes_on) in enumerate(cells):
        over = above[place] if goes_on and not text and place < len(above) else ""
        row.append(over if 0 < len(over) <= _SHORT else text)
    return row


def _is_hidden(run):
    vanish = run.find("{*}rPr/{*}vanish")
    return vanish is not None and attribute(vanish, "val", "1") not in (
        "0",
        "false",
        "off",
    )
