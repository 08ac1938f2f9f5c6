"""Who answers for a work, where no label says so."""

import pytest

from tests.plans import plantexts


def _measures(text):
    return plantexts.plan(text).measures


@pytest.mark.parametrize(
    ("item", "who"),
    [
        ("办好书屋，由生活委员负责。", "生活委员"),
        ("办好书屋（生活委员负责）", "生活委员"),
        ("办好书屋。生活委员牵头", "生活委员"),
        ("办好书屋，由主席、生活委员共同负责；", "主席、生活委员"),
        ("办好书屋，具体工作由办公室负责组织实施。", "办公室"),
        ("办好书屋（陈某负责）。", "陈某"),
        ("办好书屋，责任人：陈某", "陈某"),
    ],
)
def test_who_answers_stands_at_the_end(item, who):
    first, second = _measures(f"主要工作\n1、家访。\n2、{item}")

    assert (first.text, first.responsible) == ("家访", "")
    assert (second.text, second.responsible) == ("办好书屋", who)


@pytest.mark.parametrize(
    "item",
    [
        "增强责任感，对学生负责",
        "提高认识，认真负责",
        "各项事务，由专人负责",
        "建章立制，做到事事有人负责",
    ],
)
def test_to_answer_for_something_names_nobody(item):
    (measure,) = _measures(f"主要工作\n1、{item}。")

    assert (measure.text, measure.responsible) == (item, "")


def test_words_after_the_name_are_kept():
    text = (
        "主要工作\n1、办歌会，由文体委员牵头，各组配合。\n2、登高（主席牵头，各组配合）"
    )

    assert [(one.text, one.responsible) for one in _measures(text)] == [
        ("办歌会，由文体委员牵头，各组配合", "文体委员"),
        ("登高（主席牵头，各组配合）", "主席"),
    ]


def test_a_bracket_may_name_the_time_as_well():
    text = "主要工作\n1、体检（由办公室牵头，6月底前完成）\n2、理档案。时限：4月，由秘书组负责。"

    assert [(m.text, m.months, m.due, m.responsible) for m in _measures(text)] == [
        ("体检", (6,), "06-30", "办公室"),
        ("理档案", (4,), None, "秘书组"),
    ]


def test_the_last_paragraph_of_a_measure_may_name_who_answers():
    (measure,) = _measures("主要工作\n1、慰问病号。\n及时上门，由组长负责。")

    assert (measure.text, measure.responsible) == ("慰问病号。\n及时上门", "组长")
