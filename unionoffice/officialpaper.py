"""An official paper as a Word file (in the spirit of GB/T 9704-2012).

A4 with the usual margins, 仿宋 16 pt at 28 pt a line, 黑体 for headings, page numbers
at the outer edge; the caller adds paragraphs, headings and tables.
"""

import io

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TITLE, BODY, HEADING = "方正小标宋简体", "仿宋_GB2312", "黑体"
LATIN = "Times New Roman"
# What Word, WPS and LibreOffice take where a machine lacks the font itself.
FALLBACKS = {
    TITLE: "方正小标宋_GBK;华文中宋;宋体;SimSun;Noto Serif CJK SC",
    BODY: "仿宋;FangSong;STFangsong;华文仿宋;Noto Serif CJK SC",
    HEADING: "SimHei;微软雅黑;STHeiti;Noto Sans CJK SC",
}
DIGITS = "一二三四五六七八九"
NUMBERS = [
    (("" if tens == 1 else DIGITS[tens - 1]) + "十" if tens else "") + ones
    for tens in range(10)
    for ones in ("", *DIGITS)
][1:]
WHOLE = 156  # mm between the margins


def begun(title, signer):
    """A Document with the styles of the paper and its title; `signer` is its author."""
    file = Document()
    _set_up(file)
    line = file.add_paragraph(title, style="Title")
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    file.core_properties.title = title
    file.core_properties.author, file.core_properties.comments = signer, ""
    file.core_properties.language = "zh-CN"
    return file


def finished(file):
    """The bytes of the .docx."""
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def sign(file, signer, day):
    """Who signs and when, at the right; nothing without a signer."""
    if not signer:
        return
    for words in (signer, f"{day.year}年{day.month}月{day.day}日"):
        line = file.add_paragraph(words)
        line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        line.paragraph_format.first_line_indent = Pt(0)
        line.paragraph_format.right_indent = Pt(32)


def table(file, heads, widths):
    """A table with its heads on every page; `widths` in mm."""
    made = file.add_table(rows=1, cols=len(heads), style="Table Grid")
    made.alignment = WD_TABLE_ALIGNMENT.CENTER
    made.autofit = False
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Mm(width)
    fill(made.rows[0], heads, bold=True)
    again = OxmlElement("w:tblHeader")  # the heads stand on every page
    made.rows[0]._tr.get_or_add_trPr().append(again)
    return made


def fill(row, words, *, bold=False):
    """Write the texts into the cells of a row, which stays on one page."""
    whole = OxmlElement("w:cantSplit")
    row._tr.get_or_add_trPr().append(whole)
    for place, (cell, text) in enumerate(zip(row.cells, words, strict=True)):
        line = cell.paragraphs[0]
        line.style = "Table Text"
        line.add_run(text).bold = bold
        if bold or (place == 0 and len(text) < 12):
            line.alignment = WD_ALIGN_PARAGRAPH.CENTER


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
