"""The zip around a .docx: looked through before anything in it is unpacked."""

import io
import zipfile
import zlib

from lxml import etree

from unionoffice.sandbox import Refused

MOST_ENTRIES = 2000
MOST_XML = 5 * 1024 * 1024
MOST_MEDIA = 20 * 1024 * 1024
MOST_RATIO = 200
_SMALL = 100 * 1024

BROKEN = "文件已损坏，打不开；请用 Word 或 WPS 打开原件，另存为新的 .docx 后再试。"
BOMB = "文件解开后大得不正常，为安全起见没有读；请把计划的文字复制粘贴进来。"
LOCKED = "文件加了密码，读不出内容；请用 Word 或 WPS 打开，去掉密码，另存后再试。"
MACROS = "文件带有宏，为安全起见没有读；请用 Word 另存为普通的 .docx 后再试。"
SHEET = "这是 Excel 表格，不是 Word 文件；请把表格复制粘贴进来，或另存为 .docx 后再试。"
OPENED = "这是 .odt 文件，不能直接读；请在「文件」里选「另存为」，类型选 .docx 后再试。"
NOT_WORD = "这是压缩包或别的文件，不是 .docx；请上传 .txt 或 .docx 的计划文件。"
DOCTYPE = "文件里有不该有的内容（DOCTYPE），没有读；请用 Word 另存为新的 .docx 后再试。"


class Package:
    """The XML parts of a .docx that has passed the check."""

    def __init__(self, data):
        try:
            self.zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
            raise Refused(BROKEN) from None
        self.names = set(self.zip.namelist())
        _check(self.zip.infolist())
        self.main = self._main()

    def _main(self):
        if any(name.startswith("xl/") for name in self.names):
            raise Refused(SHEET)
        if "[Content_Types].xml" not in self.names:
            raise Refused(OPENED if "content.xml" in self.names else NOT_WORD)
        for override in self.part("[Content_Types].xml").iter("{*}Override"):
            kind = override.get("ContentType", "")
            name = override.get("PartName", "").lstrip("/")
            if kind.endswith("document.main+xml") and name in self.names:
                return name
        if "word/document.xml" in self.names:
            return "word/document.xml"
        raise Refused(NOT_WORD)

    def beside(self, name):
        """The part of that name in the folder of the main part, or None."""
        folder, slash, _ = self.main.rpartition("/")
        path = f"{folder}{slash}{name}"
        return self.part(path) if path in self.names else None

    def part(self, name):
        """The root element of one part; no entity and no network is followed."""
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
        )
        try:
            with self.zip.open(name) as stream:
                data = stream.read(MOST_XML + 1)
            if len(data) > MOST_XML:
                raise Refused(BOMB)
            _refuse_doctype(data)
            return etree.fromstring(data, parser)
        except (zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, EOFError):
            raise Refused(BROKEN) from None
        except (NotImplementedError, RuntimeError, OSError):
            raise Refused(BROKEN) from None


def _refuse_doctype(data):
    head = data[:4096].replace(b"\x00", b"")
    if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
        raise Refused(DOCTYPE)


def _check(entries):
    """Entries, sizes and ratio, by what the directory says; reading checks it again."""
    if len(entries) > MOST_ENTRIES:
        raise Refused(BOMB)
    if any(entry.flag_bits & 1 for entry in entries):
        raise Refused(LOCKED)
    names = [entry.filename.replace("\\", "/") for entry in entries]
    if any(name.startswith("/") or ".." in name.split("/") for name in names):
        raise Refused(BROKEN)
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise Refused(MACROS)
    if any(map(_is_bomb, entries)):
        raise Refused(BOMB)
    xml = sum(entry.file_size for entry in entries if _is_xml(entry))
    media = sum(entry.file_size for entry in entries if not _is_xml(entry))
    if xml > MOST_XML or media > MOST_MEDIA:
        raise Refused(BOMB)


def _is_xml(entry):
    return entry.filename.lower().endswith((".xml", ".rels"))


def _is_bomb(entry):
    packed = max(entry.compress_size, 1)
    return entry.file_size > _SMALL and entry.file_size / packed > MOST_RATIO
