"""What cannot be read is refused in one sentence that says what to do."""

import pytest

from plans.plantext.reading import read
from tests.plans import wordfiles as word
from unionoffice.sandbox import Refused

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
ENTITY = '<!DOCTYPE w:document [<!ENTITY a "b">]><w:document/>'


def _encrypted():
    data = bytearray(word.docx(word.p("工会")))
    for place in range(len(data) - 4):
        if data[place : place + 4] == b"PK\x01\x02":
            data[place + 8] |= 1
    return bytes(data)


REFUSED = {
    "empty": (b"", "空"),
    "blank": (b" \r\n\t\n", "空"),
    "mark only": (b"\xef\xbb\xbf", "空"),
    "old word": (OLE + bytes(600), ".doc"),
    "locked word": (OLE + "EncryptedPackage".encode("utf-16-le"), "密码"),
    "pdf": (b"%PDF-1.7\n" + bytes(100), "PDF"),
    "rtf": (b"{\\rtf1 abc}", "RTF"),
    "jpeg": (b"\xff\xd8\xff\xe0" + bytes(100), "图片"),
    "png": (b"\x89PNG\r\n\x1a\n" + bytes(100), "图片"),
    "heic": (b"\x00\x00\x00\x18ftypheic" + bytes(100), "图片"),
    "bmp": (b"BM\x36\x00\x00\x00" + bytes(100), "图片"),
    "rar": (b"Rar!\x1a\x07" + bytes(100), "压缩包"),
    "program": (b"MZ\x90\x00\x03" + bytes(range(256)) * 8, "文本"),
    "other code": (b"\xff\xfa\xfb\xfc\x81" * 99, "编码"),
    "long line": (("插" * 3_500_000).encode(), "5 MB"),
    "too large": (b"a" * (10 * 1024 * 1024 + 1), "10 MB"),
    "too many lines": (b"a\n" * 60_000, "50000 行"),
    "one line over the limit": (b"a" * 1_200_000, "上限"),
    "torn zip": (word.docx(word.p("工会"))[:-30], "损坏"),
    "plain zip": (word.zipped({"a.txt": "a"}), "压缩包"),
    "odt": (word.zipped({"mimetype": "x", "content.xml": "<a/>"}), "另存为"),
    "sheet": (word.zipped({"[Content_Types].xml": TYPES, "xl/workbook.xml": "<a/>"}), "Excel"),
    "no body": (word.zipped({"[Content_Types].xml": TYPES}), "压缩包"),
    "empty word": (word.docx(word.p("")), "空"),
    "bomb": (word.docx("<w:p/>" * 1_000_000), "大得不正常"),
    "many entries": (word.zipped({f"{n}.xml": "" for n in range(2001)}), "大得不正常"),
    "deep nest": (word.docx("<w:sdt>" * 100 + "</w:sdt>" * 100), "大得不正常"),
    "path": (word.zipped({"../a.xml": ""}), "损坏"),
    "macros": (word.zipped({"word/vbaProject.bin": "a"}), "宏"),
    "entity": (word.zipped({"[Content_Types].xml": TYPES, "word/document.xml": ENTITY}), "DOCTYPE"),
    "broken xml": (word.zipped({"[Content_Types].xml": TYPES, "word/document.xml": "<a"}), "损坏"),
    "encrypted": (_encrypted(), "密码"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_each_bad_file_gets_one_sentence(name):
    data, word_of_it = REFUSED[name]

    with pytest.raises(Refused) as refusal:
        read(data)

    sentence = str(refusal.value)
    assert word_of_it in sentence
    assert sentence.count("。") == 1
    assert sentence.endswith("。")
    assert "请" in sentence
