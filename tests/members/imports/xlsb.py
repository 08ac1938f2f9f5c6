"""A binary workbook (.xlsb) of texts, written by hand: no library of ours does."""

import io
import struct
import zipfile

OFFICE = "http://schemas.openxmlformats.org"
TYPES = (
    f'<Types xmlns="{OFFICE}/package/2006/content-types">'
    '<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.main"/>'
    "</Types>"
)
LINKS = (
    f'<Relationships xmlns="{OFFICE}/package/2006/relationships"><Relationship Id="r1" '
    f'Type="{OFFICE}/officeDocument/2006/relationships/worksheet" '
    'Target="worksheets/sheet1.bin"/></Relationships>'
)


def record(kind, content=b""):
    numbers = b""
    for number in (kind, len(content)):
        while True:
            rest = number >> 7
            numbers += bytes([number & 127 | (128 if rest else 0)])
            number = rest
            if not number:
                break
    return numbers + content


def text(words):
    return struct.pack("<I", len(words)) + words.encode("utf-16-le")


def sheet_of(rows):
    size = struct.pack("<4I", 0, len(rows) - 1, 0, max(map(len, rows)) - 1)
    parts = [record(129), record(148, size), record(145)]
    for number, row in enumerate(rows):
        parts.append(record(0, struct.pack("<2I9x", number, 0)))
        parts += [
            record(6, struct.pack("<2I", column, 0) + text(words))
            for column, words in enumerate(row)
        ]
    return b"".join([*parts, record(146), record(130)])


def workbook(*rows):
    sheet = struct.pack("<2I", 0, 1) + text("r1") + text("名册")
    book = [record(131), record(143), record(156, sheet), record(144), record(132)]
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("xl/workbook.bin", b"".join(book))
        archive.writestr("xl/_rels/workbook.bin.rels", LINKS)
        archive.writestr("xl/worksheets/sheet1.bin", sheet_of(rows))
    return target.getvalue()
