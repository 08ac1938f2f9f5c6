"""Rows that lie under each other: their order on a page, and what lies below one."""

from collections import defaultdict


def flatten(rows):
    """(depth, row) of each, what lies under a row right behind it.

    `rows` have pk and parent_id and keep their order among themselves; what lies under
    a row that is not among them stands at depth 0.
    """
    rows = list(rows)
    known = {row.pk for row in rows}
    below = defaultdict(list)
    for row in rows:
        below[row.parent_id if row.parent_id in known else None].append(row)
    found, waiting = [], [(0, row) for row in reversed(below[None])]
    while waiting:
        depth, row = waiting.pop()
        found.append((depth, row))
        waiting += [(depth + 1, part) for part in reversed(below[row.pk])]
    return found


def below(parents, pk):
    """The keys of `pk` and of everything under it; `parents` is {key: parent's key}."""
    found, grown = {pk}, True
    while grown:
        more = {key for key, parent in parents.items() if parent in found}
        grown = not more <= found
        found |= more
    return found


def totals(rows):
    """{key: the `count` of the row and of everything under it together}.

    `rows` stand as `flatten` puts them: what lies under a row behind it.
    """
    found = defaultdict(int)
    for row in reversed(list(rows)):
        found[row.pk] += row.count
        found[row.parent_id] += found[row.pk]
    return found
