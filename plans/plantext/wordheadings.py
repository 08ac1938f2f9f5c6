"""Which paragraphs Word itself calls headings: by style (标题 1), or by outline level."""

import re

from plans.plantext.wordnumbers import attribute, value_of

_NAME = re.compile(r"\s*(?:heading|标题)\s*([1-9])\s*", re.IGNORECASE)
_TITLE = re.compile(r"\s*(?:title|标题)\s*", re.IGNORECASE)
_BODY = 9  # the outline level of plain text


class Headings:
    """Outline levels (1 to 9) of paragraphs, their styles looked up."""

    def __init__(self, styles):
        self.own, self.based, self.titles = {}, {}, set()
        for style in styles.iter("{*}style") if styles is not None else ():
            if key := attribute(style, "styleId"):
                self.based[key] = value_of(style, "basedOn")
                self.own[key] = _of_style(style)
                if _TITLE.fullmatch(value_of(style, "name", "")):
                    self.titles.add(key)

    def level_of(self, paragraph):
        """1 for 标题 1 and so on, 0 for a title, None for text."""
        properties = paragraph.find("{*}pPr")
        if value_of(properties, "pStyle") in self.titles:
            return 0
        return self._outline_of(properties) or None

    def _outline_of(self, properties):
        own = _outline(properties)
        style = value_of(properties, "pStyle")
        if own is not None or style is None:
            return own or 0
        if style not in self.own:
            named = _NAME.fullmatch(style)
            return int(named[1]) if named else 0
        steps = 0
        while style is not None and steps < 20:
            if (level := self.own.get(style)) is not None:
                return level
            style, steps = self.based.get(style), steps + 1
        return 0


def _of_style(style):
    level = _outline(style.find("{*}pPr"))
    named = _NAME.fullmatch(value_of(style, "name", ""))
    return int(named[1]) if level is None and named else level


def _outline(properties):
    """w:outlineLvl counts from 0; 9 says that it is text."""
    written = value_of(properties, "outlineLvl")
    if written is None or not written.isdigit():
        return None
    level = int(written)
    return level + 1 if level < _BODY else 0
