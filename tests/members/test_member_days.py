"""A life has an order: what cannot be is refused by form, import and database."""

import datetime

import pytest
from django.db import IntegrityError, transaction

from members.models import Member
from tests import make_members as make
from tests.members.test_member_edit import values
from tests.members.test_member_import import stage, told, workbook

BORN = datetime.date(1985, 5, 20)
SAID = "参加工作、教龄起算、来校、入会和退休的日期要晚于出生日期，请核对。"
TOLD = "1980年9月1日 不晚于出生日期 1985年5月20日，请核对是哪一个写错了。"
DAYS = ["teaching_since", "joined_school_on", "joined_union_on", "retired_on"]


@pytest.mark.parametrize("name", DAYS)
def test_nothing_comes_before_the_birth(as_committee, name):
    answer = as_committee.post("/members/new/", values(**{name: "1985-5-20"}))

    assert list(answer.context["form"].errors.values()) == [[SAID]]


@pytest.mark.parametrize("name", DAYS)
def test_the_database_refuses_it_too(db, name):
    member = make.member(birth_date=BORN)

    with pytest.raises(IntegrityError), transaction.atomic():
        Member.objects.filter(pk=member.pk).update(**{name: BORN})


def test_days_without_a_birthday_stand(db):
    assert make.member(birth_date=None, retired_on=BORN).pk


@pytest.mark.parametrize(
    ("kept", "row", "said"),
    [
        ({}, ("A1", "赵一", "1985-5-20", "1980-9-1"), TOLD),
        ({"birth_date": BORN}, ("A1", "赵一", None, "1980-9-1"), TOLD),
        (
            {"left_union_on": datetime.date(2020, 1, 1)},
            ("A1", "赵一", None, "2021-9-1"),
            "晚于名册里的离会日期 2020年1月1日，请核对。",
        ),
    ],
)
def test_an_import_says_it_of_the_row(as_chair, kept, row, said):
    if kept:
        make.member(name="赵一", staff_no="A1", **{"birth_date": None} | kept)

    preview = stage(
        as_chair, workbook(row, heads=("工号", "姓名", "出生日期", "入会日期"))
    )

    assert told(preview, "error") == [(2, "赵一", [("入会日期", said)])]
