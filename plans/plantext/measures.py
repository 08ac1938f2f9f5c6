"""Measures: the numbered works of a plan, with who answers for them and by when.

A measure is a numbered item (1、 1. (1) ① …) of the prose, or a （一） or 一、 item with
no smaller numbers beneath it, unless it stands under an aim (指导思想, 工作目标, 不足 …).
Lines that carry 措施, 时限 or 责任人 make measures anywhere. A 时限 belongs to the measure
before it; a 责任人 in a line of its own to all measures of the section that have none
yet, at the end of a measure (also as …，由某人负责) to that one. Unnumbered lines after
a measure go on with it. The section's text keeps all of it as well.
"""

import re
from dataclasses import dataclass, field

from plans.plantext.deadlines import is_deadline, read_deadline
from plans.plantext.draft import Measure
from plans.plantext.headings import AIM, CALENDAR
from plans.plantext.items import prose_units
from plans.plantext.months import read_when
from plans.plantext.persons import who_within
from plans.plantext.shapes import fold, is_finished, title_from

_WHO = (
    r"责任人|负责人|责任部门|责任单位|责任科室|责任处室|牵头部门|牵头单位|牵头人|主要负责|具体负责人?"
    r"|分管领导|责任领导|牵头|承办部门|承办单位|承办|主办|负责"
)
_WHEN = r"完成时限|时限要求|时限|完成时间|时间安排|时间节点|时间"
_LABEL = re.compile(
    rf"(?:(?<=[,。;(\s、!”)])|^)(?:(?P<who>{_WHO})|(?P<when>{_WHEN})|(?P<aim>工作目标|目标)"
    r"|(?P<how>具体措施|工作措施|措施))\s*(?::\s*|$)"
)
_LEADING = re.compile(r"(?:拟|计划|将)?(?:于|在)?")
_BRACKET = re.compile(r"\(([^()]{1,24})\)[。;,.\s]*$")
_OPENED = re.compile(r"\(([^()]{0,24})$")
_ORDER = (
    "arabic",
    "half",
    "bracket",
    "circled",
    "letter",
    "bracket chinese",
    "chinese",
)


@dataclass
class _Open:
    """A measure that may still grow."""

    texts: list[list[str]]
    number: int
    lines: list[int]
    months: tuple[int, ...] = ()
    due: str | None = None
    responsible: str = ""

    def grow(self, text, line):
        last = self.texts[-1][-1]
        if len(last) >= 25 and not is_finished(fold(last)):
            self.texts[-1].append(text)
        else:
            self.texts.append([text])
        self.lines.append(line)


@dataclass
class Found:
    """The measures of one section and the lines that they were read from."""

    measures: list[Measure] = field(default_factory=list)
    lines: set[int] = field(default_factory=set)


def measures_of(part):
    """The measures in one section of the prose."""
    labelled = any(_LABEL.match(line.shape) for line in part.lines)
    if part.kind in (AIM, CALENDAR) and not labelled:
        return Found()
    units = list(prose_units(part.lines))
    reader = _Reader(_style(units), labelled)
    for unit in units:
        reader.take(unit)
    return reader.found()


def _style(units):
    """The number that the works of this section carry: the first of the usual ones."""
    styles = {unit.mark.style for unit in units if unit.mark}
    return next((style for style in _ORDER if style in styles), None)


def _until_comma(text):
    """三月底前学完: the words that may hold a deadline, not those that follow."""
    return re.split(r"[，,。；;：:（(]", text[:40])[0][:14]


def _trimmed(text):
    return title_from(text.rstrip(" ）)。；;，,"))


class _Reader:
    def __init__(self, style, labelled):
        self.style, self.labelled = style, labelled
        self.done, self.unanswered = [], []
        self.leaf = None
        self.slot = ""
        self.used = set()

    @property
    def last(self):
        return self.done[-1] if self.done else None

    def take(self, unit):
        label = _LABEL.match(unit.line.shape)
        if label:
            self._label(unit.line, label)
        elif self.slot in ("when", "who") and unit.mark is None:
            self._fill(self.slot, unit.line.text, unit.line.number)
        elif self.labelled and self.last and is_deadline(unit.line.shape):
            self._fill("when", unit.line.text, unit.line.number)
        else:
            self._words(unit)

    def _label(self, line, label):
        self.slot = label.lastgroup
        rest = line.part(label.end())
        if rest.text and self.slot == "how":
            self._begin(rest.text, line.number)
        elif rest.text and self.slot != "aim":
            self._fill(self.slot, rest.text, line.number)

    def _words(self, unit):
        mark, line = unit.mark, unit.line
        if mark is None:
            self._unnumbered(line)
        elif mark.style in (self.style, "lost"):
            self.leaf = None
            self._begin(line.text, line.number)
        elif mark.style in ("bracket chinese", "chinese"):
            self._close_leaf()
            self.leaf = _Open([[line.text]], line.number, [line.number])
        elif self.last:
            self.last.grow(unit.numbered, line.number)

    def _unnumbered(self, line):
        if self.leaf:
            self.leaf.grow(line.text, line.number)
        elif self.slot == "how" and self.style is None:
            self._begin(line.text, line.number)
        elif self.last and self.slot != "aim":
            self.last.grow(line.text, line.number)

    def _close_leaf(self):
        if self.leaf:
            self._add(self.leaf)
        self.leaf = None

    def _begin(self, text, number):
        self._add(_Open([[text]], number, [number]))

    def _add(self, measure):
        self.slot = "how" if self.slot else ""
        self.done.append(measure)
        self.unanswered.append(measure)
        self._labels_within(measure)

    def _labels_within(self, measure):
        """…。时限：3月、11月，责任人：… in one line; （六月份） at its end."""
        text = measure.texts[0][0]
        found = list(_LABEL.finditer(fold(text)))
        if found and found[0].start() > 0:
            ends = [label.start() for label in found[1:]] + [len(text)]
            before = text[: found[0].start()].rstrip(" ，,；;、")
            measure.texts[0][0] = self._without_bracket(measure, before)
            for label, end in zip(found, ends, strict=True):
                self._own(measure, label.lastgroup, text[label.end() : end])
            if not measure.responsible:
                self._person_within(measure, 0)
            return
        self._person_within(measure, 0)
        self._time_within(measure, measure.texts[0][0])

    def _own(self, measure, slot, text):
        """A label within the line of a measure speaks of that one only."""
        if slot == "when":
            text, who, _ = who_within(text)
            self._answer(measure, who)
        words = _trimmed(text) if slot == "who" else ""
        self._answer(measure, words)
        if not words:
            self._fill(slot, text, measure.number)

    def _answer(self, measure, who):
        if who:
            measure.responsible = who
            self.unanswered = [one for one in self.unanswered if one is not measure]

    def _person_within(self, measure, place):
        """…，由生活委员负责 and （6月底前，宣传委员负责） at the end of a paragraph."""
        text, who, when = who_within("".join(measure.texts[place]))
        if not who:
            return
        measure.texts[place] = [text]
        self._answer(measure, who)
        if when and not measure.months:
            measure.months, measure.due = read_deadline(when)

    def _without_bracket(self, measure, text):
        """…（3月，责任人：…）: the bracket that the label cuts may hold the time."""
        opened = _OPENED.search(fold(text[-40:]))
        if not opened:
            return text
        measure.months, measure.due = read_deadline(opened.group(1))
        is_time = is_deadline(opened.group(1)) or not opened.group(1)
        return text[: opened.start() - min(len(text), 40)] if is_time else text

    def _time_within(self, measure, text):
        """三月底前… and …（六月份）."""
        leading = _LEADING.match(fold(text[:40]))
        if leading and read_when(fold(text[:40]), leading.end()):
            measure.months, measure.due = read_deadline(_until_comma(text))
            return
        bracket = _BRACKET.search(fold(text[-40:]))
        if bracket and is_deadline(bracket.group(1)):
            measure.months, measure.due = read_deadline(bracket.group(1))
            measure.texts[0][0] = text[: bracket.start() - min(len(text), 40)]

    def _fill(self, slot, text, number):
        words = _trimmed(text)
        self.used.add(number)
        if slot == "when" and self.last:
            months, due = read_deadline(text)
            self.last.months = tuple(dict.fromkeys((*self.last.months, *months)))
            self.last.due = due
        elif slot == "who":
            for measure in self.unanswered:
                measure.responsible = words
            self.unanswered = []
        self.slot = "" if words else slot

    def found(self):
        self._close_leaf()
        found = Found(lines=set(self.used))
        for measure in self.done:
            if not measure.responsible:
                self._person_within(measure, -1)
            paragraphs = filter(None, map("".join, measure.texts))
            text = title_from("\n".join(paragraphs))
            if text:
                found.lines |= set(measure.lines)
                found.measures.append(
                    Measure(text, measure.months, measure.due, measure.responsible)
                )
        return found
