"""The tree of groups and departments."""

import io
import re

import openpyxl
import pytest
from django.utils import timezone

from members.models import AuditEntry
from tests import make_members as make
from tests.roof.test_query_counts import asked

PAGE, EXPORT = "/members/places/", "/members/places/export/"


def told(answer, number):
    _, _, branches = answer.context["trees"][number]
    return [
        (b.depth, b.place.name, str(b.place.leader), b.place.count) for b in branches
    ]


def test_what_lies_under_a_place_stands_below_it_with_leader_and_count(as_chair, chair):
    top = make.group("小学部分工会", order=1)
    make.group("中学部分工会", order=2)
    low = make.group("一年级组", leader=chair.member, parent=top, order=9)
    make.member(group=low)
    make.member(group=low, left_union_on=timezone.localdate())

    answer = as_chair.get(PAGE)

    assert "连下面共 1" in answer.content.decode()
    assert told(answer, 0) == [
        (0, "小学部分工会", "None", 0),
        (1, "一年级组", "沈主席", 1),
        (0, "中学部分工会", "None", 0),
    ]


def test_departments_count_who_works_here_in_the_union_or_not(as_chair):
    place = make.department("语文组", kind="subject")
    make.member(department=place, joined_union_on=None)
    make.member(department=place, work_status="dead")

    answer = as_chair.get(PAGE)

    assert told(answer, 1) == [(0, "语文组", "None", 1)]
    assert "教研组" in answer.content.decode()


def test_a_leader_opens_the_own_group_only(as_group_leader, group_leader):
    own = make.group("一年级组", leader=group_leader.member)
    other = make.group("二年级组")

    page = as_group_leader.get(PAGE).content.decode()

    assert re.findall(r"/places/groups/(\d+)/", page) == [str(own.pk)]
    assert "二年级组" in page
    assert as_group_leader.get(own.get_absolute_url()).status_code == 200
    assert as_group_leader.get(other.get_absolute_url()).status_code == 404


def test_the_trees_go_out_as_one_sheet(as_group_leader):
    top = make.group("小学部分工会")
    low = make.group("一年级组", parent=top, leader=make.member(name="赵一"))
    make.member(group=low)
    make.department("语文组", kind="subject", is_active=False)

    answer = as_group_leader.get(EXPORT)

    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    rows = [row for row in sheet.iter_rows(values_only=True) if row[1]]
    assert rows[1:] == [
        ("小学部分工会", "工会小组", None, None, 0, 1),
        ("一年级组", "工会小组", "小学部分工会", "赵一", 1, 1),
        ("语文组", "教研组（已撤销）", None, None, 0, 0),
    ]
    entry = AuditEntry.objects.get(action="place.exported")
    assert entry.details["rows"] == 3


@pytest.mark.parametrize("address", [PAGE, EXPORT, "group", "department"])
def test_many_people_are_asked_for_as_often_as_one(as_chair, address):
    places = {"group": make.group(), "department": make.department()}
    if address in places:
        address = places[address].get_absolute_url()

    def more():
        for place in places.values():
            make.member(group=places["group"], department=places["department"])
            former = make.member()
            make.placement(former, place, "2020-1-1", "2021-1-1")
            make.leading(former, place, "2020-1-1", "2021-1-1")
            type(place).objects.create(name=f"下{former.pk}", parent=place)

    more()
    asked(as_chair, address)
    before = asked(as_chair, address)
    more()
    more()

    assert asked(as_chair, address) == before


def test_an_empty_tree_says_what_to_do_first(as_chair):
    assert "还没有工会小组" in as_chair.get(PAGE).content.decode()
