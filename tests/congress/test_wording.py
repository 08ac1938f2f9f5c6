"""Pasted text is made plain."""

import pytest

from congress.wording import in_one_line, tidy


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("一\r\n二\r三", "一\n二\n三"),
        ("一\v二\u2028三", "一\n二\n三"),
        ("软\xad连\u200b字\ufeff符\x00", "软连字符"),
        ("甲" + "\n" * 10_000 + "乙", "甲\n\n乙"),
        ("  两头空白 \t\n", "两头空白"),
        ("“弯引号”——破折号", "“弯引号”——破折号"),
        ("\u202e反写", "反写"),
    ],
)
def test_junk_goes_and_words_stay(pasted, kept):
    assert tidy(pasted) == kept


def test_a_title_is_one_line():
    assert in_one_line("在南校门\n增设  充电棚") == "在南校门 增设 充电棚"
