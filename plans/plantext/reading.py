"""Bytes of a plan file, told by content and not by name, as lines of text."""

import re
from dataclasses import dataclass, field

from plans.plantext.wordfile import paragraphs
from unionoffice.sandbox import Refused

MOST_TEXT = 5 * 1024 * 1024
MOST_FILE = 10 * 1024 * 1024
MOST_LINES = 50_000
LONGEST_LINE = 1_100_000

EMPTY = "文件是空的，没有可以读的文字；请选一个写有计划的 .txt 或 .docx 文件。"
TOO_BIG = (
    "内容太大（{:.1f} MB）：文本最多 5 MB（每行最多 {} 万字），.docx 最多 10 MB；"
    "请只留下计划的正文，另存后再试。"
)
TOO_LONG = "第 {} 行有 {} 万字，超过每行 {} 万字的上限；请把这一行分成几段再试。"
TOO_MANY = "共有 {} 行，超过 {} 行的上限；请把文件分成几份再试。"
UNKNOWN = "文字的编码认不出来；请用记事本打开它，另存为 UTF-8 编码的 .txt 后再试。"
BINARY = "这不是文本文件，也不是 .docx 文件；请把计划另存为 .txt 或 .docx 后再试。"
_SAVE = "请用 Word 或 WPS 打开，另存为 .docx 后再试。"
_KINDS = (
    (b"{\\rtf", "这是 RTF 文件，不能直接读；" + _SAVE),
    (b"\xff\xd8\xff", "这是一张图片，读不出文字；请上传 .txt 或 .docx 的计划文件。"),
    (b"\x89PNG", "这是一张图片，读不出文字；请上传 .txt 或 .docx 的计划文件。"),
    (b"GIF8", "这是一张图片，读不出文字；请上传 .txt 或 .docx 的计划文件。"),
    (b"BM", ""),
    (b"II*\x00", "这是一张图片，读不出文字；请上传 .txt 或 .docx 的计划文件。"),
    (b"MM\x00*", "这是一张图片，读不出文字；请上传 .txt 或 .docx 的计划文件。"),
    (b"RIFF", "这是图片或音像文件，读不出文字；请上传 .txt 或 .docx 的计划文件。"),
    (b"Rar!", "这是压缩包；请先解压，再上传里面的 .txt 或 .docx 文件。"),
    (b"7z\xbc\xaf", "这是压缩包；请先解压，再上传里面的 .txt 或 .docx 文件。"),
    (b"\x1f\x8b", "这是压缩包；请先解压，再上传里面的 .txt 或 .docx 文件。"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OLD_WORD = "这是旧的 .doc（或 .wps、.xls）文件，不能直接读；" + _SAVE
LOCKED = "文件加了密码，读不出内容；请用 Word 或 WPS 打开，去掉密码，另存后再试。"
PDF = "这是 PDF 文件，不能直接读；请用 Word 打开并另存为 .docx，或把文字复制粘贴进来。"
PICTURE = _KINDS[1][1]

_BREAK = re.compile(r"\r\n|[\n\r\x0b\x85\u2028\u2029]")
_UNSEEN = re.compile(
    "[\x00-\x08\x0c\x0e-\x1f\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]"
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_USUAL = frozenset(
    "的工会教职学校月活动一二三四五六七八九十年、，。：；和在开展组织做好"
)


@dataclass(frozen=True)
class Source:
    """A file's lines, and what a reader should know was left out of them.

    `levels` are those of the lines that Word calls headings, by line number, and 0 for
    those that it calls titles.
    """

    lines: list[str]
    notes: tuple[str, ...] = ()
    levels: dict[int, int] = field(default_factory=dict)


def read(data):
    """The lines of a plan file. Raises Refused with a sentence that says what to do."""
    return source_of(data).lines


def source_of(data):
    """Lines and notes of a .txt (any usual encoding) or .docx file, given as bytes."""
    if len(data) > MOST_FILE:
        raise Refused(_too_big(data))
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        raise Refused(EMPTY)
    if data.startswith(b"PK"):
        found = paragraphs(data)
        lines = _lines("\n".join(found.lines))
        source = Source(lines, found.notes, _levels(found))
    else:
        _refuse_foreign(data)
        source = Source(_lines(_text(data)))
    if not any(line.strip() for line in source.lines):
        raise Refused(EMPTY)
    return source


def _levels(found):
    """Levels by line number: what stands for one line in Word may be several."""
    levels, number = {}, 1
    for place, line in enumerate(found.lines):
        count = len(_BREAK.findall(line)) + 1
        if (level := found.levels.get(place)) is not None:
            levels |= dict.fromkeys(range(number, number + count), level)
        number += count
    return levels


def _too_big(data):
    return TOO_BIG.format(len(data) / 1024 / 1024, LONGEST_LINE // 10_000)


def _refuse_foreign(data):
    """What is neither text nor .docx gets a sentence of its own."""
    if data.startswith(_OLE):
        locked = "EncryptedPackage".encode("utf-16-le") in data[: 1 << 20]
        raise Refused(LOCKED if locked else OLD_WORD)
    if b"%PDF-" in data[:1024]:
        raise Refused(PDF)
    for magic, sentence in _KINDS:
        if data.startswith(magic) and (sentence or b"\x00" in data[:64]):
            raise Refused(sentence or PICTURE)
    if data[4:8] == b"ftyp":
        raise Refused(PICTURE)
    if len(data) > MOST_TEXT:
        raise Refused(_too_big(data))


def _text(data):
    """Decoded text: marks first, then what the bytes themselves tell."""
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if data.startswith(mark):
            return _checked(_decoded(data, encoding))
    text = None if b"\x00" in data else _decoded(data, "utf-8")
    if text is None:
        tries = ["utf-16-le", "utf-16-be"]
        tries = [*tries, "gb18030"] if b"\x00" not in data else tries
        texts = [_decoded(data, encoding) for encoding in tries]
        text = max(filter(None, texts), key=_usual, default=None)
        if text is not None and _usual(text) < 0.02:
            text = None
    if text is None:
        raise Refused(UNKNOWN if _is_texty(data[:4096]) else BINARY)
    return _checked(text)


def _is_texty(head):
    """Text in an unknown encoding has hardly any control characters."""
    control = sum(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in head)
    return control * 100 <= len(head)


def _decoded(data, encoding):
    """The text, or None; up to three bytes torn off at the end are forgiven."""
    for cut in range(4):
        try:
            return data[: len(data) - cut].decode(encoding)
        except UnicodeDecodeError as error:
            if error.start < len(data) - 4:
                return None
    return None


def _usual(text):
    """The share of characters that every plan is full of."""
    sample = text[:20_000]
    return sum(letter in _USUAL for letter in sample) / max(len(sample), 1)


def _checked(text):
    if text is None:
        raise Refused(UNKNOWN)
    if len(_CONTROL.findall(text[:100_000])) * 100 > len(text[:100_000]):
        raise Refused(BINARY)
    return text


def _lines(text):
    lines = [_UNSEEN.sub("", line) for line in _BREAK.split(text)]
    while len(lines) > 1 and not lines[-1].strip():
        lines.pop()
    if len(lines) > MOST_LINES:
        raise Refused(TOO_MANY.format(len(lines), MOST_LINES))
    for number, line in enumerate(lines, start=1):
        if len(line) > LONGEST_LINE:
            longest = LONGEST_LINE // 10_000
            raise Refused(TOO_LONG.format(number, len(line) // 10_000, longest))
    return lines
