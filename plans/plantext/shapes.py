"""The look of a line: decoration, number in front, end of a sentence."""

import html
import re
from dataclasses import dataclass, replace
from functools import lru_cache

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_LOOKALIKES = {
    "\u3000": " ", "\u00a0": " ", "﹒": ".", "。": "。", "∶": ":", "︰": ":", "﹕": ":",
    "﹔": ";", "﹐": ",", "【": "(", "】": ")", "〔": "(", "〕": ")", "［": "(", "］": ")",
    "[": "(", "]": ")", "〖": "(", "〗": ")", "—": "-", "–": "-", "―": "-", "─": "-",
    "━": "-", "‐": "-", "‑": "-", "−": "-", "﹣": "-", "－": "-", "～": "-", "~": "-",
    "〜": "-", "○": "〇", "◯": "〇", "｜": "|", "│": "|", "┃": "|",
    "‘": "“", "’": "”", "「": "“", "」": "”", "『": "“", "』": "”",
}  # fmt: skip
# Traditional characters of the words that headings and categories are known by.
_TRADITIONAL = dict(
    zip(
        "導標點體動內時間責負學計畫劃總結會節項業個開參區組織週題發書範實後號專"
        "職務領單門備註習慶慰問務員幹選舉舉議療養險檢與續無論們來應該為從將歲積極"
        "過見證訂審誌隊運場競賽獎勵慮園幼齡關懷訪關屆於當據則兩東場聯歡溫暖樂優補"
        "師壇講誦讀龍鍛娛婦幫難涼陽壽國離團檔協評換強",
        "导标点体动内时间责负学计划划总结会节项业个开参区组织周题发书范实后号专"
        "职务领单门备注习庆慰问务员干选举举议疗养险检与续无论们来应该为从将岁积极"
        "过见证订审志队运场竞赛奖励虑园幼龄关怀访关届于当据则两东场联欢温暖乐优补"
        "师坛讲诵读龙锻娱妇帮难凉阳寿国离团档协评换强",
        strict=True,
    )
)
_FOLD = str.maketrans(_LOOKALIKES | _TRADITIONAL) | _FULL_WIDTH
_FOLD |= {ord("［"): "(", ord("］"): ")", ord("～"): "-", ord("－"): "-"}
_FOLD |= {ord("｜"): "|"}

_NEW_LINE = re.compile(r"<br\s*/?>", re.IGNORECASE)
# Tags that only lay a text out; <script> and the like are kept as the text they are.
_TAG = re.compile(
    r"</?(?:p|div|span|font|b|strong|i|em|u|s|small|big|sup|sub|center|h[1-6]|ul|ol|li|dl|dt|dd"
    r"|table|thead|tbody|tfoot|tr|t[dh]|caption|hr|br|a|section|article|blockquote|pre"
    r"|o:p|st1:\w+)(?:\s[^<>]{0,200})?/?>",
    re.IGNORECASE,
)
_BULLET = re.compile(
    r"(?:[>#*+=•●◆◇■□▪▫▲△►▶★☆◎○※❖➢➤✓✔·‧∙\ue000-\uf8ff]+\s*|-{1,2}\s+)+"
)
_ESCAPED = re.compile(r"\\([.\-*#_()\[\]])")
_BOLD = re.compile(r"(?<!\*)\*\*(?!\*)")
_ORNAMENTS = "*#=★☆◆◇●"
_ORNAMENT = tuple(_ORNAMENTS)
_WORDS = re.compile(r"[^\W_]")


@dataclass(frozen=True)
class Line:
    """A source line, or one part of it when it holds several month headings."""

    number: int
    text: str
    shape: str
    bullet: bool = False
    depth: int = 0
    lead: int = 0  # tabs in front: empty cells of a table
    tail: int = 0  # tabs behind
    is_title: bool = False  # Word says so

    def part(self, start, end=None):
        """The words from `start` to `end`, still known by their source line."""
        text = self.text[start:end]
        lead = len(text) - len(text.lstrip())
        text = text.strip()
        shape = self.shape[start:end][lead : lead + len(text)]
        return Line(self.number, text, shape)


def fold(text):
    """The same text, character for character, in one width and one script."""
    return text.translate(_FOLD)


def line_from(number, raw):
    """A source line without bullets, emphasis, markup and outer blanks."""
    text = raw
    if "<" in text:
        text = _TAG.sub(" ", _NEW_LINE.sub("  ", text))
    if "&" in text:
        text = html.unescape(text)
    text = _BOLD.sub("", _ESCAPED.sub(r"\1", text)).strip()
    bullet = _BULLET.match(text)
    depth = 0
    if bullet:
        depth = bullet.group().count("#")
        text = text[bullet.end() :]
    text = text.rstrip(_ORNAMENTS + " ") if text.endswith(_ORNAMENT) else text
    lead = len(raw) - len(raw.lstrip("\t"))
    tail = len(raw) - len(raw.rstrip("\t"))
    is_bullet = bool(bullet) and not depth
    return Line(number, text, fold(text), is_bullet, depth, lead, tail)


_LONGEST_HEADING = 60


def as_heading(line, level, highest):
    """A line that Word calls a heading; 1、… is one only at the highest level, and a
    level of 0 is that of a title."""
    if level == 0:
        return replace(line, is_title=True)
    mark = mark_of(line.shape)
    counted = mark and mark.style not in ("chinese", "bracket chinese")
    if len(line.text) > _LONGEST_HEADING or (counted and level > highest):
        return line
    return replace(line, depth=level)


def says_something(text):
    """False for blank lines, rules and rows of dashes."""
    return _WORDS.search(text) is not None


_CLOSERS = "”’\"')》>"


def is_finished(shape):
    """Does the line end like a sentence (so that the next one does not go on)?"""
    return shape.rstrip(_CLOSERS + " ").endswith(("。", ";", "!", "?", ":", ".", "…"))


_DIGITS = {digit: value for value, digit in enumerate("一二三四五六七八九", start=1)}


def chinese_number(text):
    """一 to 九十九; None when the characters are no number (三八)."""
    tens, ten, ones = text.partition("十")
    if not ten:
        return _DIGITS.get(text)
    if (tens and tens not in _DIGITS) or (ones and ones not in _DIGITS):
        return None
    return 10 * _DIGITS.get(tens, 1) + _DIGITS.get(ones, 0)


@dataclass(frozen=True)
class Mark:
    """The number in front of an item: how it is written, its value, where words begin."""

    style: str
    value: int
    end: int


_MARKS = (
    ("arabic", re.compile(r"(\d{1,3})\s*(?:[、。□■]|:(?!\d)|[.,](?!\d))\s*")),
    ("arabic", re.compile(r"(\d{1,2})[.,](?=\d{4}年|20[xX]|\d{1,2}月)")),
    # 1.3-5年级…, 1.3.8节…: a number before a number
    ("arabic", re.compile(r"(\d{1,2})[.,](?=\d{1,2}(?:-+\d{1,2}(?!\d)|[.·]\d{1,2}(?!\d)|年级|班|人|名|周年|周?岁))")),
    ("arabic", re.compile(r"([⒈-⒛])\s*")),
    ("chinese", re.compile(r"([一二三四五六七八九十]{1,3})\s*[、.,:]\s*")),
    ("chinese", re.compile(r"([Ⅰ-Ⅻ])(?:\s*[、.,:]\s*|\s+)")),
    ("bracket chinese", re.compile(r"\(\s*([Ⅰ-Ⅻ])\s*\)\s*[、.,:]?\s*")),
    ("chinese", re.compile(r"(I{1,3}|IV|VI{0,3}|IX|XI{0,2})[、.]\s*(?![A-Za-z.])")),
    ("bracket chinese", re.compile(r"\(?\s*([一二三四五六七八九十]{1,3})\s*\)\s*[、.,:]?\s*")),
    ("bracket", re.compile(r"\(\s*(\d{1,2})\s*\)\s*[、.,:]?\s*")),
    ("bracket", re.compile(r"([⑴-⒇])\s*")),
    ("half", re.compile(r"(\d{1,2})\s*\)\s*[、.]?\s*")),
    ("circled", re.compile(r"\(?([①-⑳])\s*[、.)]?\s*")),
    ("letter", re.compile(r"\(?([a-zA-Z])\s*[).、]\s*")),
    ("arabic", re.compile(r"(\d{1,2})\s+(?=[^\W\d_])(?![月年日名人个次号届])")),
    ("lost", re.compile(r"(、)\s*")),
)  # fmt: skip


@lru_cache(maxsize=8192)
def mark_of(shape):
    """The number that a line begins with, or None."""
    if not shape or not (shape[0] in _MARK_FIRST or shape[0].isascii()):
        return None
    for style, pattern in _MARKS:
        found = pattern.match(shape)
        value = number_value(found.group(1)) if found else None
        if value is not None:
            return Mark(style, value, found.end())
    return None


_MARK_FIRST = frozenset("一二三四五六七八九十、") | {
    chr(code) for code in (*range(0x2160, 0x216C), *range(0x2460, 0x249C))
}


_ROMAN = {
    sign: value
    for value, sign in enumerate(
        ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"],
        start=1,
    )
}


def number_value(written):
    """The value of 3, 三, ③, Ⅲ, c or 、 as the number of an item; None for 三八."""
    if written in _ROMAN:
        return _ROMAN[written]
    if "Ⅰ" <= written <= "Ⅻ":
        return ord(written) - ord("Ⅰ") + 1
    if written.isascii() and written.isdigit():
        return int(written)
    if written.isascii():
        return ord(written.lower()) - ord("a") + 1
    if written == "、":
        return 0
    if 0x2460 <= ord(written[0]) <= 0x249B:
        return (ord(written[0]) - 0x2460) % 20 + 1
    return chinese_number(written)


_OPEN = {"“": "”", "《": "》", "(": ")", "<": ">"}


def shelter(shape):
    """For each place: is it inside quotes or brackets that do close again?"""
    inside = [False] * len(shape)
    waiting = []
    for place, letter in enumerate(shape):
        if letter in _OPEN:
            waiting.append((place, _OPEN[letter]))
        elif waiting and letter == waiting[-1][1]:
            start, _ = waiting.pop()
            if place - start <= 80:
                inside[start : place + 1] = [True] * (place + 1 - start)
        if len(waiting) > 4:
            waiting.pop(0)
    return inside


_TAIL = " \t。;,、.:!；，：！·"


def title_from(text):
    """An item's words without its closing punctuation."""
    return text.strip().rstrip(_TAIL + "．｡\u3000").lstrip("、，,。；; \u3000")
