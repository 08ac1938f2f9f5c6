"""R34–R37: an import is confirmed once, by one person, against what was seen."""

import datetime

import pytest
from django.db import DatabaseError, connection
from django.utils import timezone

from members.models import Member, MemberImport
from tests import make_members as make
from tests.members.imports import rosters

HEADS = ("工号", "姓名", "性别", "备注")


def test_r34_the_same_file_again_changes_nothing(as_chair):
    data = rosters.roster(
        ("A1", "赵一", "女", "1985.5", rosters.WOMAN, "一组", "2010.9")
    )
    rosters.apply(as_chair, rosters.stage(as_chair, data, make_places="on"))

    page = rosters.stage(as_chair, data)

    assert page.context["found"].counts == {
        "new": 0,
        "changed": 0,
        "unchanged": 1,
        "error": 0,
    }


def test_r34_the_preview_of_another_is_not_there(as_chair, as_committee):
    page = rosters.stage(as_chair, rosters.roster(("A1", "赵一")))
    address = page.request["PATH_INFO"]

    assert as_committee.get(address).status_code == 404
    assert as_committee.get(f"{address}return/").status_code == 404
    assert as_committee.post(f"{address}apply/").status_code == 404


def test_r34_a_stale_preview_gives_no_workbook(as_chair):
    page = rosters.stage(as_chair, rosters.roster(("A1", "赵一", "公")))
    MemberImport.objects.update(
        added_at=timezone.now() - datetime.timedelta(minutes=31)
    )

    answer = as_chair.get(f"{page.request['PATH_INFO']}return/", follow=True)

    assert "预览已超过 30 分钟" in answer.content.decode()


def test_r35_what_was_changed_meanwhile_is_shown_again(as_chair):
    make.member(name="赵一", staff_no="A1")
    page = rosters.stage(
        as_chair, rosters.roster(("A1", "赵一", "女", "新"), heads=HEADS)
    )
    Member.objects.filter(staff_no="A1").update(remarks="别人写的", version=2)

    answer = rosters.apply(as_chair, page)

    assert "预览以后名册又有变化" in answer.content.decode()
    assert Member.objects.get(staff_no="A1").remarks == "别人写的"


def test_r36_a_fault_while_writing_leaves_all_as_it_was(as_chair):
    rows = [(f"A{n}", "赵一") for n in range(3)]
    page = rosters.stage(as_chair, rosters.roster(*rows))

    def full(execute, sql, params, many, context):
        if sql.startswith("INSERT INTO") and "members_auditentry" in sql:
            raise DatabaseError("disk full")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(full), pytest.raises(DatabaseError):
        rosters.apply(as_chair, page)
    before = Member.objects.filter(staff_no__startswith="A").count()
    rosters.apply(as_chair, page)

    assert (before, Member.objects.filter(staff_no__startswith="A").count()) == (0, 3)


def test_r37_the_second_of_two_imports_is_told(as_chair, as_committee):
    first = rosters.stage(as_chair, rosters.roster(("A1", "赵一")))
    second = rosters.stage(as_committee, rosters.roster(("A1", "赵二")))

    rosters.apply(as_chair, first)
    answer = rosters.apply(as_committee, second)

    assert "预览以后名册又有变化" in answer.content.decode()
    assert Member.objects.get(staff_no="A1").name == "赵一"
