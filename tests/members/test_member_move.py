"""People are moved between groups and departments; records and files move them too."""

import datetime

import pytest
from django.utils import timezone

from members import importing, workbook
from members.models import AuditEntry, Member
from members.services import imports
from tests import make_members as make
from tests.members.imports import rosters


def move(client, here, target, **told):
    told = {"place": target.pk, "moved_on": "2026-3-1", **told}
    return client.post(f"{here.get_absolute_url()}move/", told)


def stays(member):
    rows = member.placements.order_by("pk")
    return [(str(s.place), str(s.began_on or ""), str(s.ended_on or "")) for s in rows]


def test_ticked_and_pasted_people_go_together(as_committee):
    here, target = make.group("甲组"), make.group("乙组")
    ticked = make.member(name="赵一", group=here)
    pasted = make.member(name="钱二", group=make.group("丙组"))

    answer = move(as_committee, here, target, ticked=[ticked.pk], names="1. 钱二")

    assert answer.url == here.get_absolute_url()
    assert {*Member.objects.in_group(target)} == {ticked, pasted}
    assert stays(ticked) == [("甲组", "", "2026-03-01"), ("乙组", "2026-03-01", "")]
    told = AuditEntry.objects.get(action="member.moved", object_id=ticked.pk).details
    assert (told["from"], told["to"]) == ("甲组", "乙组")
    assert "以前在这里的人" in as_committee.get(answer.url).content.decode()


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({}, "请勾选几个人，或者粘贴名单。"),
        ({"names": "没有人"}, "名册里没有 「没有人」"),
        ({"names": "赵一", "moved_on": "2099-1-1"}, "还没有到"),
        ({"names": "赵一", "moved_on": "2026-1-1"}, "以后已经变动过"),
        ({"names": "赵一", "place": ""}, "请选择一项"),
    ],
)
def test_what_cannot_be_is_told_and_what_was_typed_is_still_there(as_chair, told, said):
    here = make.group("甲组")
    member = make.member(name="赵一", group=make.group())
    move(as_chair, here, here, names="赵一", moved_on="2026-2-1")
    before = stays(member)

    answer = move(as_chair, here, make.group("乙组"), **told)

    page = answer.content.decode()
    assert said in page
    assert told.get("names", "") in page
    assert stays(member) == before


def test_departments_move_likewise(as_chair):
    here, target = make.department("语文组"), make.department("教务处")
    member = make.member(department=here)

    move(as_chair, here, target, ticked=[member.pk])

    assert stays(member)[-1] == ("教务处", "2026-03-01", "")


def test_the_record_moves_a_person_from_today(as_committee):
    member, target = make.member(group=make.group("甲组")), make.group("乙组")
    today = str(timezone.localdate())
    values = {"staff_no": member.staff_no, "name": "赵一", "work_status": "working"}

    as_committee.post(
        f"/members/{member.pk}/edit/", {**values, "group": target.pk, "version": 1}
    )

    assert stays(member) == [("甲组", "", today), ("乙组", today, "")]


def test_a_new_record_is_where_it_says(as_committee):
    group = make.group("甲组")
    values = {"staff_no": "A1", "name": "赵一", "work_status": "working"}

    as_committee.post("/members/new/", {**values, "group": group.pk, "version": 1})

    assert stays(Member.objects.get(staff_no="A1")) == [("甲组", "", "")]


def test_the_shared_admin_moves_a_person_too(as_chair):
    member, target = make.member(group=make.group("甲组")), make.group("乙组")
    page = f"/admin/members/member/{member.pk}/change/"
    form = as_chair.get(page).context["adminform"].form
    values = {name: form[name].value() or "" for name in form.fields}

    as_chair.post(page, {**values, "group": target.pk})

    assert stays(member)[-1][0] == "乙组"
    assert not Member.objects.misplaced().exists()


def test_a_roster_moves_people_too(db):
    member = make.member(name="赵一", staff_no="A1", group=make.group("甲组"))
    rows = [("A1", "赵一", "乙组"), ("A2", "钱二", "乙组")]
    data = rosters.roster(*rows, heads=("工号", "姓名", "工会小组"))
    named = {"name": "a.xlsx", "sha256": "", "make_places": True}

    imports.roster_apply(
        workbook.read(data), **named, asked=importing.Asked(), ticked=False
    )

    today = str(timezone.localdate())
    assert stays(member) == [("甲组", "", today), ("乙组", today, "")]
    assert stays(Member.objects.get(staff_no="A2")) == [("乙组", "", "")]
    assert not Member.objects.misplaced().exists()


def test_the_past_of_a_group_is_on_its_page(as_chair):
    here = make.group("甲组")
    make.placement(make.member(name="旧人"), here, None, datetime.date(2020, 9, 1))

    page = as_chair.get(here.get_absolute_url()).content.decode()

    assert "旧人：到" in page
    assert "2020年9月1日" in page
