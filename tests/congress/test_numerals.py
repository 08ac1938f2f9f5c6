"""How a congress counts."""

import pytest

from congress.numerals import chinese


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (1, "一"),
        (9, "九"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (45, "四十五"),
        (100, "100"),
    ],
)
def test_numbers_are_written_in_chinese(number, written):
    assert chinese(number) == written
