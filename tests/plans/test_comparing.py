"""Two texts beside each other."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plans.comparing import MOST_WORDS, pair, sides

TEXTS = st.text("一二三四五ab12\n。", max_size=60)


def marked(runs):
    marks = {"same": "{}", "del": "[-{}-]", "ins": "[+{}+]"}
    return "".join(marks[run.kind].format(run.text) for run in runs)


@pytest.mark.parametrize(
    ("old", "new", "left", "right"),
    [
        ("三月办讲座", "四月办讲座", "[-三-]月办讲座", "[+四+]月办讲座"),
        ("预算300元", "预算1200元", "预算[-300-]元", "预算[+1200+]元"),
        ("同样", "同样", "同样", "同样"),
        ("一\n二\n三", "一\n三", "一\n[-二\n-]三", "一\n三"),
        ("", "新写的", "", "[+新写的+]"),
        ("甲乙丙丁", "子乙丑丁", "[-甲乙丙-]丁", "[+子乙丑+]丁"),
    ],
)
def test_what_changed_is_marked(old, new, left, right):
    assert tuple(map(marked, sides(old, new))) == (left, right)


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
def test_each_side_is_its_text_whole(old, new):
    left, right = sides(old, new)

    assert "".join(run.text for run in left) == old
    assert "".join(run.text for run in right) == new


def test_a_long_block_is_told_whole():
    old, new = "旧" * (MOST_WORDS + 1), "新" * 10

    left, right = sides(old, new)

    assert [run.kind for run in (*left, *right)] == ["del", "ins"]


def test_a_part_on_one_side_only():
    assert (pair("甲", None, "乙").fate, pair("甲", "乙", None).fate) == (
        "新增",
        "删去",
    )
