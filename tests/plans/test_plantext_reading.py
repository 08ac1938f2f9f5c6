"""Text files in the usual encodings, told by content."""

import codecs

import pytest

from plans.plantext.reading import read
from plans.plantext.sandboxed import parse_bytes

TEXT = "某校工会工作计划\n\n三月：\n1、插花课；\n四月：\n1、“读书”会\n"
LINES = ["某校工会工作计划", "", "三月：", "1、插花课；", "四月：", "1、“读书”会"]


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("gb18030"),
        TEXT.encode("gbk"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
        TEXT.replace("月", "月\u200b").encode(),
    ],
    ids=[
        "utf-8", "utf-8 with mark", "utf-16", "utf-16 big", "utf-16 little bare",
        "utf-16 big bare", "gb18030", "gbk", "windows", "old mac", "unseen characters",
    ],
)  # fmt: skip
def test_the_same_lines_come_out_of_every_encoding(data):
    assert read(data) == LINES


def test_a_character_torn_off_at_the_end_is_forgiven():
    assert read(TEXT.strip().encode()[:-1]) == [*LINES[:-1], "1、“读书”"]


def test_one_line_of_a_megabyte_is_read():
    line = "三月：" + "插花课；" * 80_000 + "四月：踏青"

    assert len(read(line.encode())) == 1


def test_the_child_process_gets_lines_and_fates_besides():
    answer = parse_bytes(TEXT.encode())

    assert answer["lines"] == LINES
    assert answer["fate"] == {
        1: "title",
        3: "month",
        4: "activity",
        5: "month",
        6: "activity",
    }
    assert [one["title"] for one in answer["plans"][0]["activities"]] == [
        "插花课",
        "“读书”会",
    ]
