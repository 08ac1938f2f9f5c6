"""Small .docx files made by hand, so that each holds exactly what a test needs."""

import io
import zipfile

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)


def docx(body, **parts):
    """A .docx of the given body XML; `numbering=` and the like add parts."""
    stored = {
        "[Content_Types].xml": _TYPES,
        "word/document.xml": f"<w:document {_W}><w:body>{body}</w:body></w:document>",
    }
    for name, inner in parts.items():
        stored[f"word/{name}.xml"] = f"<w:{name} {_W}>{inner}</w:{name}>"
    return zipped(stored)


def zipped(stored):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in stored.items():
            archive.writestr(name, data)
    return target.getvalue()


def p(text, properties=""):
    """A paragraph with one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{r(text)}</w:p>"


def r(text, properties=""):
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def numbered(text, number, level=0):
    numbers = f'<w:ilvl w:val="{level}"/><w:numId w:val="{number}"/>'
    return p(text, f"<w:numPr>{numbers}</w:numPr>")


def level(number, kind, pattern, start=1):
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


def lists(*levels, numbers=1):
    """numbering.xml with one abstract list and `numbers` lists made of it."""
    abstract = f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
    made = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="0"/></w:num>'
        for number in range(1, numbers + 1)
    )
    return abstract + made


def table(*rows):
    """Rows of cells; a cell is text or ready XML that begins with <w:tc>."""
    return f"<w:tbl>{''.join(map(_row, rows))}</w:tbl>"


def _row(cells):
    return f"<w:tr>{''.join(map(_cell, cells))}</w:tr>"


def _cell(cell):
    return cell if cell.startswith("<w:tc>") else f"<w:tc>{p(cell)}</w:tc>"


def merged(text, is_first):
    how = ' w:val="restart"' if is_first else ""
    return f"<w:tc><w:tcPr><w:vMerge{how}/></w:tcPr>{p(text)}</w:tc>"
