"""A pasted list: taken apart, answered with what is unclear, mended by choosing."""

import pytest
from django import forms

from members import matching, pasting
from members.forms import MembersField
from tests import make_members as make

PATH = "/members/names/"


class Naming(forms.Form):
    people = MembersField(label="名单")


def found(text, *names):
    """What a list gives among members of these names."""
    people = [make.member(name=n, staff_no=f"A{i}") for i, n in enumerate(names, 1)]
    return matching.find(text, people)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("3. 张三 带1人", "带1人"),
        ("3、张三带1人", "带1人"),
        ("张三+2", "+2"),
        ("3. 张三，带两个孩子", "带两个孩子"),
        ("张三（带家属）", "带家属"),
        ("张三 素食", "素食"),
        ("1. 张三（A1）带1人", "带1人"),
        ("姓名\t家属人数\n张三\t3", "+3"),
    ],
)
def test_what_stands_behind_a_name_is_kept(db, text, said):
    list_of = found(text, "张三")

    assert [member.name for member in list_of.members] == ["张三"]
    assert [*list_of.remarks.values()] == [said]
    assert list_of.unknown == ()


@pytest.mark.parametrize(
    ("remark", "count"),
    [
        ("+1", 1),
        ("＋2人".replace("＋", "+"), 2),
        ("带1人", 1),
        ("带两个孩子", 2),
        ("带家属", 1),
        ("带爱人和孩子2人", 2),
        ("素食", 0),
        ("不吃午饭", 0),
        ("", 0),
    ],
)
def test_companions_are_counted(remark, count):
    assert pasting.companions(remark) == count


@pytest.mark.parametrize(
    "table",
    [
        "序号\t部门\t姓名\t性别\n1\t语文组\t贾婷\t女\n2\t数学组\t曾敏\t男",
        "1\t语文组\t贾婷\n2\t数学组\t曾敏",
        "工号\t备注\nA1\t\nA2\t",
        "贾婷\tA1\n曾敏\tA2",
        "工会小组\t教职工姓名\t工号\n一组\t贾 婷\tA1\n一组\t曾敏\tA2\n",
    ],
)
def test_the_column_of_the_names_is_found(db, table):
    people = [
        make.member(name=n, staff_no=no) for n, no in (("贾婷", "A1"), ("曾敏", "A2"))
    ]

    assert matching.find(table, people).members == tuple(people)


def test_a_number_beside_the_name_tells_namesakes_apart(db):
    people = [make.member(name="王芳", staff_no=number) for number in ("A1", "A2")]

    assert matching.find("姓名\t工号\n王芳\tA2", people).members == (people[1],)


def test_as_many_namesakes_as_there_are_mean_all_of_them(db):
    people = [make.member(name="王芳", staff_no=number) for number in ("A1", "A2")]

    assert matching.find("王芳、王芳", people).members == tuple(people)


def test_who_is_named_twice_is_told(db):
    assert [m.name for m in found("贾婷、曾敏\n贾婷", "贾婷", "曾敏").repeated] == [
        "贾婷"
    ]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("章敏", "张敏"),
        ("欧阳文宣", "欧阳文轩"),
        ("刘晓红", "刘小红"),
        ("贾停", "贾婷"),
    ],
)
def test_an_unknown_name_brings_those_who_sound_alike(db, typed, meant):
    near = found(typed, "张敏", "欧阳文轩", "刘小红", "贾婷", "马春霞").near

    assert [member.name for member in near[typed]] == [meant]


@pytest.fixture
def unclear(db):
    make.member(name="王芳", staff_no="A1", group=make.group("一组"))
    make.member(name="王芳", staff_no="A2")
    make.member(name="张敏", staff_no="A3")
    return {"people": "王芳、章敏、路人甲"}


def test_choosing_below_the_list_settles_it_and_keeps_the_text(unclear):
    asked = Naming(unclear)
    picks = {"people__王芳": "A2", "people__章敏": "A3", "people__路人甲": ""}

    settled = Naming(unclear | picks)

    page = asked.as_p()
    assert 'name="people__王芳" value="A1"' in page
    assert 'name="people__章敏" value="A3"' in page
    assert "王芳、章敏、路人甲</textarea>" in page
    assert settled.is_valid()
    assert [m.staff_no for m in settled.cleaned_data["people"]] == ["A2", "A3"]
    assert 'type="hidden" name="people__王芳" value="A2"' in settled.as_p()


def test_a_list_is_answered_while_it_is_typed(as_member, unclear):
    late = make.member(name="迟到")
    asked = {"names_field": "people", "names_expected": f"{late.pk},x,99999999999"}
    asked |= {"names_whom": "负责人里"}

    page = as_member.post(PATH, unclear | asked).content.decode()

    assert "找到 <strong>0</strong> 人" in page
    assert "负责人里还没写到：迟到" in page
    assert "名册里没有「路人甲」" in page


def test_a_list_of_nobody_is_answered_with_nothing(as_member):
    assert as_member.post(PATH, {"names_field": "x"}).content.decode().strip() == ""


def test_accounts_are_made_for_a_pasted_list(as_chair):
    make.member(name="贾婷", staff_no="A1")
    make.member(name="曾敏", staff_no="A2")
    address = "/members/accounts/make/"

    made = as_chair.post(address, {"names": "1. 贾婷"})
    refused = as_chair.post(address, {"names": "谁呀", "names__谁呀": ""})

    assert [slip.username for slip in made.context["slips"]] == ["A1"]
    assert refused.status_code == 400
    assert "谁呀</textarea>" in refused.content.decode()
