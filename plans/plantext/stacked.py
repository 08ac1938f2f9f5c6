"""Tables that copying has undone: every cell in a line of its own."""

import itertools
import re

from plans.plantext.headings import is_table_head
from plans.plantext.months import read_when

_WHEN = re.compile(r"月\s*份|月度|时\s*间|日\s*期")
_WHAT = re.compile(r"内容|活动|工作|项目|名称|任务|安排")
_WIDEST = 6
_DEEPEST = 12  # lines in the cell of works


def stacked(lines, start):
    """(head, rows, stop), a row being the lines of each column; None if no table."""
    names = _names(lines, start)
    when = _place(names, _WHEN)
    what = _place(names, _WHAT, when)
    if when is None or what is None or not 2 < len(names) <= _WIDEST:
        return None
    said = _cells(lines, names[-1][0] + 1, len(names))
    firsts = [place - when for place, (_, line) in enumerate(said) if _is_when(line)]
    if len(firsts) < 2 or firsts[0] != 0:
        return None
    bounds = [*firsts, min(len(said), firsts[-1] + len(names))]
    rows = [
        _row([line for _, line in said[first:end]], what, len(names))
        for first, end in itertools.pairwise(bounds)
    ]
    stop = said[bounds[-1] - 1][0] + 1
    return ([line for _, line in names], rows, stop) if all(rows) else None


def names_over(lines, heads):
    """{place: name} of column names that stand over a month, their cells in disorder."""
    found = {}
    for place in heads:
        above = [p for p in range(max(0, place - 2 * _WIDEST), place) if lines[p].text]
        run = list(itertools.takewhile(lambda p: _is_name((p, lines[p])), above[::-1]))
        names = {p: lines[p].shape.replace(" ", "") for p in run}
        if len(run) > 1 and any(_WHEN.fullmatch(name) for name in names.values()):
            found |= names
    return found


def _said(lines, start):
    """Lines with words, without the bar that may stand behind them."""
    for place in range(start, len(lines)):
        line = lines[place]
        if line.shape.endswith("|"):
            line = line.part(0, len(line.shape.rstrip("| ")))
        if line.text:
            yield place, line


def _names(lines, start):
    """The heading cells: words of the trade, one a line."""
    near = itertools.islice(_said(lines, start), _WIDEST + 1)
    return list(itertools.takewhile(_is_name, near))


def _is_name(place_and_line):
    _, line = place_and_line
    bare = line.shape.replace(" ", "")
    return len(bare) <= 8 and is_table_head(bare + " 内容")


def _place(names, pattern, taken=None):
    for place, (_, line) in enumerate(names):
        if place != taken and pattern.search(line.shape):
            return place
    return None


def _cells(lines, start, width):
    """The lines that may be cells: on and on while a month comes soon."""
    cells, since = [], 0
    for place, line in _said(lines, start):
        since = 0 if _is_when(line) else since + 1
        again = _is_name((place, line)) and _WHEN.search(line.shape)
        if since > width + _DEEPEST or again:
            break
        cells.append((place, line))
    return cells


def _is_when(line):
    """三月, 3月上旬: nothing but the time."""
    found = read_when(line.shape)
    return found is not None and len(line.text) <= found[1] + 2


def _row(cells, what, width):
    """The lines of each column; surplus lines belong to the column of works."""
    surplus = len(cells) - width
    if not 0 <= surplus <= _DEEPEST:
        return None
    after = what + surplus + 1
    singles = [[line] for line in cells]
    return [*singles[:what], cells[what:after], *singles[after:]]
