"""A typed or pasted list, and the people it names."""

import pytest
from django.core.exceptions import ValidationError

from members import matching, pasting
from members.forms import MembersField
from tests import make_members as make

CHAIN = """#接龙
冬季健步走报名，11月28日前
例：姓名 + 家属人数

1. 贾婷
2、王芳（T2）
3 曾敏+1
4. 阿依古丽•买买提 素食
5) 欧阳文轩 （不吃午饭）
"""


def test_a_chain_of_sign_ups_gives_its_names():
    assert matching.names_in(CHAIN) == [
        "贾婷",
        "王芳(T2)",
        "曾敏",
        "阿依古丽•买买提 素食",
        "欧阳文轩 (不吃午饭)",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "贾婷、曾敏",
        "贾婷\n曾敏\n",
        "1、贾婷\n2、曾敏",
        "姓名\n贾婷\n曾敏",
        "- 贾婷\n- 曾敏",
        "1 贾婷\n2 曾敏 +2人",
    ],
)
def test_names_stand_in_many_shapes(text):
    assert matching.names_in(text) == ["贾婷", "曾敏"]


def test_everybody_named_is_found(db):
    people = [
        make.member(name="贾婷"),
        make.member(name="王芳", staff_no="T2"),
        make.member(name="曾敏"),
        make.member(name="阿依古丽·买买提"),
        make.member(name="欧阳文轩"),
    ]
    make.member(name="王芳", staff_no="T3")

    assert MembersField().clean(CHAIN) == people


@pytest.mark.parametrize("typed", ["zengmin", "cm", "zm", "T9"])
def test_pinyin_initials_and_numbers_name_people_too(db, typed):
    member = make.member(name="曾敏", staff_no="T9")

    assert MembersField().clean(typed) == [member]


def test_namesakes_the_gone_and_the_unknown_are_each_told_apart(db):
    make.member(name="王芳", staff_no="T2", group=make.group("一组"))
    make.member(name="王芳", staff_no="T3")
    make.member(name="贾婷", work_status="left")

    with pytest.raises(ValidationError) as refusal:
        MembersField().clean("王芳、贾婷、路人甲、曾")

    assert refusal.value.messages == [
        "有几位叫「王芳」：王芳（T2，一组）、王芳（T3）。请写上工号。",
        "贾婷已调出，请删去。",
        "名册里没有 「路人甲」、「曾」。请改正或删去。",
    ]


@pytest.mark.parametrize(
    "typed",
    [
        "T14 吴海燕",
        "T14吴海燕",
        "吴海燕 T14",
        "吴海燕T14",
        "3. T14 吴海燕 +1",
        "吴海燕（T14）",
    ],
)
def test_a_number_before_or_behind_the_name_tells_who_is_meant(db, typed):
    member = make.member(name="吴海燕", staff_no="T14")
    make.member(name="吴海燕", staff_no="T15")

    assert MembersField().clean(typed) == [member]


def test_a_number_beside_another_name_is_asked_about(db):
    make.member(name="吴海燕", staff_no="T14")

    with pytest.raises(ValidationError, match="T14 赵一"):
        MembersField().clean("T14 赵一")


@pytest.mark.parametrize(
    ("remark", "count"),
    [
        ("家属1人", 1),
        ("孩子2名", 2),
        ("两个孩子", 2),
        ("带孩子1名", 1),
        ("素食", 0),
        ("家属在外地", 0),
    ],
)
def test_relatives_that_are_counted_come_along(remark, count):
    assert pasting.companions(remark) == count
