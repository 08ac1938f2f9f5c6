"""A table of two dimensions, with the sums of its rows and columns."""

from collections import Counter
from dataclasses import dataclass

from members import synonyms
from members.synonyms import UNKNOWN
from unionoffice import xlsx


@dataclass(frozen=True)
class Cross:
    """`rows` are (name, counts in the order of `heads`, sum)."""

    down: object
    across: object
    heads: list
    rows: list
    totals: list
    total: int

    def sheet(self, title, notes=()):
        """The same as a sheet, with a native chart of the sums."""
        columns = [xlsx.Column(self.down.title, width=18)]
        columns += [xlsx.Column(head, "number", 11) for head in self.heads]
        columns.append(xlsx.Column("合计", "number", 9))
        last = len(columns) - 1
        return xlsx.Sheet(
            title=title,
            columns=columns,
            rows=[(name, *counts, total) for name, counts, total in self.rows],
            totals=("合计", *self.totals, self.total),
            notes=notes,
            charts=(xlsx.Chart(f"按{self.down.title}", 0, (last,)),),
        )


def cross(people, down, across):
    """The Cross of Counted people by two Dimensions; names nobody bears are left out."""
    cells = Counter((down.of(p), across.of(p)) for p in people)
    names = _used(down, people)
    heads = _used(across, people)
    rows = []
    for name in names:
        counts = [cells[name, head] for head in heads]
        rows.append((name, counts, sum(counts)))
    totals = [sum(cells[name, head] for name in names) for head in heads]
    return Cross(down, across, heads, rows, totals, len(people))


def _used(dimension, people):
    """The names that somebody bears: in their order, groups in that of the office."""
    found = {dimension.of(person) for person in people}
    if not dimension.names:
        order = {dimension.of(p): p.group_order for p in people}
        return sorted(found, key=lambda n: (order[n] is None, order[n] or 0, n))
    return [name for name in dimension.names if name in found]


def unknown_words(people):
    """[(学历 or 政治面貌, the word, how many)] of what statistics could not sort."""
    told = Counter()
    for person in people:
        if synonyms.education(person.education) == UNKNOWN:
            told["学历", person.education] += 1
        if synonyms.politics(person.politics) == UNKNOWN:
            told["政治面貌", person.politics] += 1
    return [(what, word, count) for (what, word), count in sorted(told.items())]
