"""The fields in which anybody is named."""

import pytest
from django import forms

from members.forms import MemberField, MembersField
from tests import make_members as make


class Naming(forms.Form):
    one = MemberField(required=False)
    several = MembersField(required=False)


def cleaned(**typed):
    form = Naming(typed)
    assert form.is_valid(), form.errors
    return form.cleaned_data


def test_one_and_several_are_found_with_their_group(db):
    group = make.group("一年级组")
    first = make.member(name="曾小敏", group=group)
    second = make.member(name="钱二")

    data = cleaned(one="zxm", several="1. 曾小敏\n2. 钱二")

    assert data == {"one": first, "several": [first, second]}
    assert data["one"].group == group


def test_namesakes_are_told_apart(db):
    group = make.group("一年级组")
    make.member(name="王芳", staff_no="A1", group=group)
    make.member(name="王芳", staff_no="A2")

    errors = Naming({"one": "王芳", "several": "王芳"}).errors

    said = "有几位叫「王芳」：王芳（A1，一年级组）、王芳（A2）。请写上工号。"
    assert errors == {"one": [said], "several": [said]}


@pytest.mark.parametrize("field", ["one", "several"])
def test_only_those_who_are_named_are_read_whole(db, django_assert_num_queries, field):
    for _ in range(30):
        make.member()
    make.member(name="曾小敏")

    with django_assert_num_queries(3) as asked:
        cleaned(**{field: "曾小敏"})

    assert "remarks" not in asked.captured_queries[0]["sql"]
