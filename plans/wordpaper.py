"""The plan as a Word file in the form of an official paper (GB/T 9704-2012 in spirit).

Title, sections, a table of measures, a table of months; A4 with the usual margins,
仿宋 16 pt at 28 pt a line, 黑体 for headings, page numbers at the outer edge.
"""

import io
import itertools
import re

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from plans.drafts import UNSORTED

MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TITLE, BODY, HEADING = "方正小标宋简体", "仿宋_GB2312", "黑体"
LATIN = "Times New Roman"
# What Word, WPS and LibreOffice take where a machine lacks the font itself.
FALLBACKS = {
    TITLE: "方正小标宋_GBK;华文中宋;宋体;SimSun;Noto Serif CJK SC",
    BODY: "仿宋;FangSong;STFangsong;华文仿宋;Noto Serif CJK SC",
    HEADING: "SimHei;微软雅黑;STHeiti;Noto Sans CJK SC",
}
MARK = re.compile(r"^\s*[一二三四五六七八九十]{1,3}\s*[、.．,，]\s*")
DIGITS = "一二三四五六七八九"
NUMBERS = [
    (("" if tens == 1 else DIGITS[tens - 1]) + "十" if tens else "") + ones
    for tens in range(10)
    for ones in ("", *DIGITS)
][1:]
MEASURES = ("措施", "时限", "责任人")
# The table of months: its columns and their widths in mm; the content takes the rest.
MONTHS = {"月份": 24, "主题": 28, "内容": 0, "类别": 24, "负责人": 28}
WHOLE = 156
ALWAYS = {"月份", "内容", "负责人"}


def written(paper):
    """The bytes of the .docx that says what a Paper says."""
    file = Document()
    _set_up(file)
    title = file.add_paragraph(paper.title, style="Title")
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
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
    _sign(file, paper.signer, paper.day)
    file.core_properties.title = paper.title
    file.core_properties.author, file.core_properties.comments = paper.signer, ""
    file.core_properties.language = "zh-CN"
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def _heading(file, numbers, words):
    """一、…: numbered anew, whatever number the heading carries itself."""
    words = MARK.sub("", words).strip()
    file.add_heading(f"{next(numbers)}、{words}", 1)


def _measures(file, numbers, rows, name):
    if not rows:
        return
    _heading(file, numbers, name)
    table = _table(file, MEASURES, (96, 30, 30))
    for words in rows:
        _fill(table.add_row(), words)


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
    table = _table(file, heads, widths)
    for _, found in itertools.groupby(rows, key=lambda row: row["月份"]):
        for place, row in enumerate(found):
            told = row | ({"月份": ""} if place else {})
            line = table.add_row()
            _fill(line, [told[head] for head in heads])
            _merge(line.cells[0], starts=place == 0)


def _told(item):
    words = (item.when, item.theme, item.words, item.category, item.lead)
    return dict(zip(MONTHS, words, strict=True))


def _sign(file, signer, day):
    if not signer:
        return
    for words in (signer, f"{day.year}年{day.month}月{day.day}日"):
        line = file.add_paragraph(words)
        line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        line.paragraph_format.first_line_indent = Pt(0)
        line.paragraph_format.right_indent = Pt(32)


def _table(file, heads, widths):
    table = file.add_table(rows=1, cols=len(heads), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    _fill(table.rows[0], heads, bold=True)
    again = OxmlElement("w:tblHeader")  # the heads stand on every page
    table.rows[0]._tr.get_or_add_trPr().append(again)
    return table


def _fill(row, words, *, bold=False):
    whole = OxmlElement("w:cantSplit")
    row._tr.get_or_add_trPr().append(whole)
    for place, (cell, text) in enumerate(zip(row.cells, words, strict=True)):
        line = cell.paragraphs[0]
        line.style = "Table Text"
        line.add_run(text).bold = bold
        if bold or (place == 0 and len(text) < 12):
            line.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _merge(cell, *, starts):
    """Part of a cell over several rows."""
    merge = OxmlElement("w:vMerge")
    merge.set(qn("w:val"), "restart" if starts else "continue")
    cell._tc.get_or_add_tcPr().append(merge)


def _set_up(file):
    """Page, styles and page number."""
    page = file.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.top_margin, page.bottom_margin = Mm(37), Mm(35)
    page.left_margin, page.right_margin = Mm(28), Mm(26)
    page.footer_distance = Mm(28)
    styles = file.styles
    _style(styles["Normal"], BODY, 16, indent=32)
    _style(styles["Title"], TITLE, 22, after=14)
    _style(styles["Heading 1"], HEADING, 16, indent=32)
    cell = styles.add_style("Table Text", 1)
    cell.base_style = styles["Normal"]
    _style(cell, BODY, 12, exact=20)
    file.settings.odd_and_even_pages_header_footer = True
    _page_number(page.footer, WD_ALIGN_PARAGRAPH.RIGHT)
    _page_number(page.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT)
    _tell_fallbacks(file)


def _style(style, font, size, *, indent=0, after=0, exact=28):
    style.font.name, style.font.size = LATIN, Pt(size)
    style.font.bold, style.font.italic = False, False
    style.font.color.rgb = RGBColor(0, 0, 0)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        if name.endswith("Theme"):
            del fonts.attrib[name]
    fonts.set(qn("w:eastAsia"), font)
    fonts.set(qn("w:hint"), "eastAsia")
    form = style.paragraph_format
    form.first_line_indent = Pt(indent)
    form.space_before, form.space_after = Pt(0), Pt(after)
    form.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    form.line_spacing = Pt(max(exact, size + 6))
    for border in style.element.findall(f"{qn('w:pPr')}/{qn('w:pBdr')}"):
        border.getparent().remove(border)


def _page_number(footer, side):
    """— 1 —, at the outer edge of the page."""
    footer.is_linked_to_previous = False
    line = footer.paragraphs[0]
    line.alignment = side
    line.paragraph_format.first_line_indent = Pt(0)
    line.add_run("— ").font.size = Pt(14)
    run = line.add_run()
    run.font.size = Pt(14)
    for kind in ("begin", "PAGE", "end"):
        if kind == "PAGE":
            code = OxmlElement("w:instrText")
            code.set(qn("xml:space"), "preserve")
            code.text = " PAGE "
        else:
            code = OxmlElement("w:fldChar")
            code.set(qn("w:fldCharType"), kind)
        run._r.append(code)
    line.add_run(" —").font.size = Pt(14)


def _tell_fallbacks(file):
    """Write into the font table which font may stand for another."""
    for relation in file.part.rels.values():
        if relation.reltype.endswith("/fontTable"):
            part = relation.target_part
            names = "".join(
                f'<w:font w:name="{name}"><w:altName w:val="{others}"/>'
                '<w:charset w:val="86"/><w:family w:val="auto"/></w:font>'
                for name, others in FALLBACKS.items()
            )
            blob = part.blob.decode("utf-8")
            part._blob = blob.replace("</w:fonts>", names + "</w:fonts>").encode()
