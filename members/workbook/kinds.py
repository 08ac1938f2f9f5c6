"""What kind of file an upload is, by its content; what is refused, and how."""

import io
import zipfile

from unionoffice import zips
from unionoffice.sandbox import Refused

SAVE_AS = "请在 Excel 或 WPS 里打开，另存为 .xlsx 再上传。"
NOT_A_SHEET = f"这不是 Excel 文件。{SAVE_AS}"
LOCKED = "文件已加密。请先去掉打开密码再上传。"
BROKEN = f"文件不完整，可能没有下载完。{SAVE_AS}"
MACROS = f"文件里有宏，不能读取。{SAVE_AS}"
DECLARED = f"文件里夹带了文档类型声明（DOCTYPE），不能读取。{SAVE_AS}"
EMPTY = "文件是空的，请选择有内容的 Excel 文件。"
WORD = "这是 Word 文件。请把表格复制到 Excel，存成 .xlsx 再上传。"
WEB = f"这是网页格式的表格（有些系统导出的 .xls 就是这样）。{SAVE_AS}"
NOT_TEXT = f"文件的名字说是 CSV，里面却有 NUL 这样的字符，不是文字。{SAVE_AS}"
CSV_AS_BOOK = "文件的名字说是 Excel，内容却是文字（CSV）。请把名字的结尾改成 .csv，或用 Excel 打开后另存为 .xlsx 再上传。"
BOOK_AS_CSV = (
    "文件的名字说是 CSV，内容却是 Excel 工作簿。请把名字的结尾改成 .xlsx 再上传。"
)
FAULTS = (
    (zips.BROKEN, BROKEN),
    (zips.BOMB, f"文件展开后太大，不能读取。{SAVE_AS}"),
    (zips.LOCKED, LOCKED),
    (zips.MACROS, MACROS),
    (zips.LINKS, f"文件里有指向别的文件的链接，不能读取。{SAVE_AS}"),
)
XLSX, XLSB, ODS, XLS, CSV = "xlsx", "xlsb", "ods", "xls", "csv"
PARTS = {"xl/workbook.xml": XLSX, "xl/workbook.bin": XLSB, "content.xml": ODS}
MANIFEST = "META-INF/manifest.xml"  # of an .ods
BOOK_ENDINGS = {"xlsx", "xls", "xlsb", "ods", "xlsm", "et"}
TEXT_ENDINGS = {"csv", "txt", "tsv"}
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# The head of an XML part in which a DOCTYPE would stand (trust.md 3.1).
PROLOGUE = 4096


def kind_of(data, name=""):
    """xlsx, xlsb, ods, xls or csv. Raises Refused for anything else.

    `name` is only held against the content: a text that calls itself a workbook, or
    the reverse, is refused, since one of both is a mistake.
    """
    if not data.strip():
        raise Refused(EMPTY)
    if data.startswith(b"PK"):
        kind = _zip_kind(data)
    elif data.startswith(OLE[:4]):
        kind = _ole_kind(data)
    else:
        kind = _text_kind(data, _ending(name))
    if kind == CSV and _ending(name) in BOOK_ENDINGS and _is_table(data):
        raise Refused(CSV_AS_BOOK)
    if kind != CSV and _ending(name) in TEXT_ENDINGS:
        raise Refused(BOOK_AS_CSV)
    return kind


def _ending(name):
    return name.rpartition(".")[2].lower() if "." in name else ""


def _is_table(data):
    """Whether a text has columns at all; else it is no roster under any name."""
    return any(sign in data for sign in (b",", b";", b"\t"))


def _zip_kind(data):
    """Bombs, macros and encrypted parts are refused before anything is unpacked."""
    found = zips.faults(data)
    if sentence := next((words for fault, words in FAULTS if fault in found), None):
        raise Refused(sentence)
    archive = zipfile.ZipFile(io.BytesIO(data))
    names = set(archive.namelist())
    if "word/document.xml" in names:
        raise Refused(WORD)
    kind = next((kind for part, kind in PARTS.items() if part in names), None)
    if kind is None or (kind == XLSX and "[Content_Types].xml" not in names):
        raise Refused(NOT_A_SHEET)
    _look_at_prologues(archive)
    if MANIFEST in names and b"encryption-data" in archive.read(MANIFEST):
        raise Refused(LOCKED)
    return kind


def _look_at_prologues(archive):
    for entry in archive.infolist():
        if not entry.filename.lower().endswith((".xml", ".rels")):
            continue
        try:
            with archive.open(entry) as part:
                head = part.read(PROLOGUE).replace(b"\0", b"").upper()
        except Exception:  # a broken stream, an unknown way of packing
            raise Refused(BROKEN) from None
        if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
            raise Refused(DECLARED)


def _ole_kind(data):
    """An old workbook; its directory names what else such a container may hold."""
    if _names("EncryptedPackage", data):
        raise Refused(LOCKED)
    if _names("WordDocument", data):
        raise Refused(WORD)
    if _names("_VBA_PROJECT", data):
        raise Refused(MACROS)
    return XLS


def _names(stream, data):
    return stream.encode("utf-16-le") in data


def _text_kind(data, ending):
    head = data[:512].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if head.startswith((b"<html", b"<!doctype", b"<table", b"<?xml", b"<meta")):
        raise Refused(WEB)
    if head.startswith((b"%pdf", b"\x89png", b"\xff\xd8\xff", b"gif8", b"{\\rtf")):
        raise Refused(NOT_A_SHEET)
    if b"\0" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Refused(NOT_TEXT if ending in TEXT_ENDINGS else NOT_A_SHEET)
    return CSV
