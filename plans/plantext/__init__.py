"""Plan text in: any existing plan as sections, measures and month-by-month activities."""

from collections import Counter
from dataclasses import replace

from plans.plantext.asides import arabic, with_asides
from plans.plantext.assembly import plans_of
from plans.plantext.cutting import pieces_of, segments_of
from plans.plantext.draft import TITLE, Doubt, Draft, PlanDraft
from plans.plantext.reading import read
from plans.plantext.shapes import as_heading, line_from, says_something
from plans.plantext.spans import span_in

NOTHING = "没有找到计划的内容"

__all__ = ["draft_of", "parse", "read"]


def draft_of(lines, notes=(), levels=None):
    """The Draft of a text given as lines (line 1 comes first).

    `notes` say what the reading of the file left out; the first plan carries them.
    `levels` are those of the lines that are headings for sure, by line number; 0 is
    that of a title.
    """
    cleaned, levels = [], levels or {}
    counted = Counter(filter(None, levels.values()))
    span = span_in(lines)
    highest = min((level for level in counted if counted[level] > 1), default=0)
    for number, raw in enumerate(lines, start=1):
        is_read = says_something(raw) and not (span and number == span.number)
        line = line_from(number, arabic(raw) if is_read else "")
        if number in levels:
            line = as_heading(line, levels[number], highest)
        cleaned += segments_of(line)
    made = [plan for piece in pieces_of(cleaned) for plan in plans_of(piece, span)]
    fate = {number: word for _, words in made for number, word in words.items()}
    plans = [with_asides(plan, lines) for plan, _ in made] or [
        PlanDraft("", warnings=(Doubt(1, NOTHING),))
    ]
    if span:
        fate[span.number] = TITLE
    left_out = tuple(Doubt(1, note) for note in notes)
    warnings = (*left_out, *plans[0].warnings)
    plans[0] = replace(plans[0], warnings=warnings, span=span)
    return Draft(tuple(plans), dict(sorted(fate.items())))


def parse(lines):
    """The JSON that `import_plan --json` prints, of a text given as lines."""
    return draft_of(lines).to_json()
