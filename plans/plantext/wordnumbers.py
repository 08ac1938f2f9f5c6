"""Word's automatic list numbers as the text that Word shows: 一、 （二） 3. ④"""

import re

_CHINESE = "零一二三四五六七八九"
_HEAVENLY = "甲乙丙丁戊己庚辛壬癸"
_DEEPEST = 9


def _chinese(value):
    if value > 99:
        return str(value)
    tens, ones = divmod(value, 10)
    lead = "" if tens < 2 else _CHINESE[tens]
    return f"{lead}十{_CHINESE[ones] if ones else ''}" if tens else _CHINESE[ones]


def _circled(value):
    return chr(0x245F + value) if 1 <= value <= 20 else str(value)


def _letter(value):
    return chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)


def _roman(value):
    text = ""
    for size, sign in zip(
        (100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    ):
        text += sign * (value // size)
        value %= size
    return text


_FORMATS = {
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "japaneseCounting": _chinese,
    "taiwaneseCounting": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "ideographDigital": _chinese,
    "ideographTraditional": lambda value: _HEAVENLY[(value - 1) % 10],
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalZero": lambda value: f"{value:02}",
    "lowerLetter": _letter,
    "upperLetter": lambda value: _letter(value).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda value: _roman(value).upper(),
}


def value_of(element, name, default=None):
    """The w:val of a child, e.g. <w:numId w:val="3"/>."""
    child = element.find(f"{{*}}{name}") if element is not None else None
    return attribute(child, "val", default) if child is not None else default


def attribute(element, name, default=None):
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return value
    return default


class Numbers:
    """Counts the lists of one document as its paragraphs pass by."""

    def __init__(self, numbering, styles):
        self.levels, self.abstract, self.starts = {}, {}, {}
        self.counts, self.begun = {}, set()
        self.styled = _styled(styles)
        if numbering is not None:
            self._read(numbering)

    def _read(self, numbering):
        for abstract in numbering.iter("{*}abstractNum"):
            key = attribute(abstract, "abstractNumId")
            self.levels[key] = _levels(abstract)
        for num in numbering.iter("{*}num"):
            number = attribute(num, "numId")
            self.abstract[number] = value_of(num, "abstractNumId")
            for override in num.iter("{*}lvlOverride"):
                start = value_of(override, "startOverride")
                if start and start.isdigit():
                    level = int(attribute(override, "ilvl", "0"))
                    self.starts[number, level] = int(start)

    def text_before(self, paragraph):
        """The number in front of a paragraph, as Word shows it, or ''."""
        number, level = self._list_of(paragraph)
        levels = self.levels.get(self.abstract.get(number))
        if not levels or level not in levels:
            return ""
        counts = self._count(number, level, levels)
        kind, pattern, _ = levels[level]
        if kind == "none" or not pattern:
            return ""
        if kind == "bullet":
            return "• "
        text = re.sub(r"%(\d)", lambda found: _shown(found, counts, levels), pattern)
        return text if text.endswith(("、", "）", "，")) else text + " "

    def _list_of(self, paragraph):
        properties = paragraph.find("{*}pPr")
        style = self.styled.get(value_of(properties, "pStyle"), (None, 0))
        own = properties.find("{*}numPr") if properties is not None else None
        if own is None:
            return style
        number = value_of(own, "numId", style[0])
        level = value_of(own, "ilvl", str(style[1]))
        return number, min(int(level) if level.isdigit() else 0, _DEEPEST)

    def _count(self, number, level, levels):
        counts = self.counts.setdefault(self.abstract[number], {})
        if (number, level) in self.starts and (number, level) not in self.begun:
            counts[level] = self.starts[number, level]
        elif level in counts:
            counts[level] += 1
        else:
            counts[level] = levels[level][2]
        self.begun.add((number, level))
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        return counts


def _shown(found, counts, levels):
    level = int(found.group(1)) - 1
    kind, _, start = levels.get(level, ("decimal", "", 1))
    return _FORMATS.get(kind, str)(counts.get(level, start))


def _levels(abstract):
    levels = {}
    for level in abstract.iter("{*}lvl"):
        start = value_of(level, "start", "1")
        levels[int(attribute(level, "ilvl", "0"))] = (
            value_of(level, "numFmt", "decimal"),
            value_of(level, "lvlText", ""),
            int(start) if start.isdigit() else 1,
        )
    return levels


def _styled(styles):
    """{style: (list, level)} of paragraph styles that number, their heirs too."""
    own, based = {}, {}
    for style in styles.iter("{*}style") if styles is not None else ():
        key = attribute(style, "styleId")
        numbers = style.find("{*}pPr/{*}numPr")
        based[key] = value_of(style, "basedOn")
        if numbers is not None and value_of(numbers, "numId"):
            level = value_of(numbers, "ilvl", "0")
            own[key] = value_of(numbers, "numId"), int(level) if level.isdigit() else 0
    for key in based:
        parent, steps = key, 0
        while parent and parent not in own and steps < 20:
            parent, steps = based.get(parent), steps + 1
        if parent in own:
            own.setdefault(key, own[parent])
    return own
