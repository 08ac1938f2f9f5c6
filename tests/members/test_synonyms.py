"""Education and politics as rosters write them."""

import pytest

from members import synonyms
from members.synonyms import UNKNOWN, UNTOLD


@pytest.mark.parametrize(
    ("typed", "level"),
    [
        ("大学本科", "本科"),
        ("学士", "本科"),
        ("本科（函授）", "本科"),
        ("大学 本科", "本科"),
        ("研究生", "硕士研究生"),
        ("硕士研究生毕业", "硕士研究生"),
        ("研究生（博士）", "博士研究生"),
        ("大专", "大专"),
        ("中师", "中专"),
        ("高中", "高中及以下"),
        ("", UNTOLD),
        ("　", UNTOLD),
        ("电大", UNKNOWN),
        ("本科在读", UNKNOWN),
    ],
)
def test_education(typed, level):
    assert synonyms.education(typed) == level


@pytest.mark.parametrize(
    ("typed", "party"),
    [
        ("党员", "中共党员"),
        ("中国共产党党员", "中共党员"),
        ("预备党员", "中共预备党员"),
        ("团员", "共青团员"),
        ("民盟盟员", "民主党派"),
        ("民进会员", "民主党派"),
        ("九三学社社员", "民主党派"),
        ("农工党党员", "民主党派"),
        ("无党派人士", "无党派人士"),
        ("群众", "群众"),
        ("", UNTOLD),
        ("社员", UNKNOWN),
        ("进步青年", UNKNOWN),
    ],
)
def test_politics(typed, party):
    assert synonyms.politics(typed) == party


@pytest.mark.parametrize("groups", [synonyms.EDUCATION, synonyms.POLITICS])
def test_no_word_stands_in_two_groups(groups):
    words = [word for words in groups.values() for word in words.split()]

    assert len(words) == len({synonyms.plain(word) for word in words})
