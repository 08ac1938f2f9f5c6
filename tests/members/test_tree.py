"""Rows under each other: their order, and what lies below one."""

from types import SimpleNamespace

import pytest

from members import tree


def rows(*pairs):
    return [SimpleNamespace(pk=pk, parent_id=parent) for pk, parent in pairs]


def test_what_lies_under_a_row_stands_right_behind_it():
    found = tree.flatten(rows((1, None), (2, None), (3, 1), (4, 3), (5, 1)))

    assert [(depth, row.pk) for depth, row in found] == [
        (0, 1),
        (1, 3),
        (2, 4),
        (1, 5),
        (0, 2),
    ]


def test_what_lies_under_a_row_not_listed_stands_on_top():
    assert [(d, r.pk) for d, r in tree.flatten(rows((3, 9)))] == [(0, 3)]


def test_a_row_counts_what_lies_under_it_too():
    found = rows((1, None), (2, 1), (3, 2), (4, None))
    for row in found:
        row.count = row.pk

    assert [tree.totals(found)[pk] for pk in (1, 2, 3, 4)] == [6, 5, 3, 4]


@pytest.mark.parametrize(
    ("pk", "found"), [(1, {1, 2, 3}), (2, {2, 3}), (3, {3}), (4, {4})]
)
def test_everything_below_a_row_is_found(pk, found):
    assert tree.below({1: None, 2: 1, 3: 2, 4: None}, pk) == found
