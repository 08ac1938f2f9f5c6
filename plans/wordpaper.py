"""The plan as a Word file in the form of an official paper (GB/T 9704-2012 in spirit).

Title, sections, a table of measures, a table of months; A4 with the usual margins,
仿宋 16 pt at 28 pt a line, 黑体 for headings, page numbers at the outer edge.
"""

import itertools
import re

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from plans.drafts import UNSORTED
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
MARK = re.compile(r"^\s*[一二三四五六七八九十]{1,3}\s*[、.．,，]\s*")
MEASURES = ("措施", "时限", "责任人")
# The table of months: its columns and their widths in mm; the content takes the rest.
MONTHS = {"月份": 24, "主题": 28, "内容": 0, "类别": 24, "负责人": 28}
ALWAYS = {"月份", "内容", "负责人"}


def written(paper):
    """The bytes of the .docx that says what a Paper says."""
    file = begun(paper.title, paper.signer)
    if paper.span:
        line = file.add_paragraph(f"（{paper.span}）")
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        line.paragraph_format.first_line_indent = Pt(0)
    numbers = iter(NUMBERS)
    for heading, text in paper.sections:
        if heading:
            _heading(file, numbers, heading)
        for line in filter(str.strip, text.splitlines()):
            file.add_paragraph(line)
    told = any("措施" in heading for heading, _ in paper.sections)
    name = "措施安排" if told else "主要措施"
    _measures(file, numbers, paper.measures, name)
    _months(file, numbers, paper.items)
    sign(file, paper.signer, paper.day)
    return finished(file)


def _heading(file, numbers, words):
    """一、…: numbered anew, whatever number the heading carries itself."""
    words = MARK.sub("", words).strip()
    file.add_heading(f"{next(numbers)}、{words}", 1)


def _measures(file, numbers, rows, name):
    if not rows:
        return
    _heading(file, numbers, name)
    made = table(file, MEASURES, (96, 30, 30))
    for words in rows:
        fill(made.add_row(), words)


def _months(file, numbers, items):
    """One line an item; a month's cell runs down over all of its lines."""
    if not items:
        return
    _heading(file, numbers, "各月安排")
    rows = [_told(item) for item in items]
    heads = [head for head in MONTHS if any(row[head] for row in rows)]
    if "类别" in heads:
        rows = [row | {"类别": row["类别"] or UNSORTED} for row in rows]
    heads = [head for head in MONTHS if head in {*heads, *ALWAYS}]
    taken = sum(MONTHS[head] for head in heads)
    widths = [MONTHS[head] or WHOLE - taken for head in heads]
    made = table(file, heads, widths)
    for _, found in itertools.groupby(rows, key=lambda row: row["月份"]):
        for place, row in enumerate(found):
            told = row | ({"月份": ""} if place else {})
            line = made.add_row()
            fill(line, [told[head] for head in heads])
            _merge(line.cells[0], starts=place == 0)


def _told(item):
    words = (item.when, item.theme, item.words, item.category, item.lead)
    return dict(zip(MONTHS, words, strict=True))


def _merge(cell, *, starts):
    """Part of a cell over several rows."""
    merge = OxmlElement("w:vMerge")
    merge.set(qn("w:val"), "restart" if starts else "continue")
    cell._tc.get_or_add_tcPr().append(merge)
