"""member_import_undo: within a day, all of it, unless something was built on it."""

import datetime
import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from members.models import AuditEntry, Department, Member, MemberImport, Membership
from members.services import imports, importundo, memberships
from tests import make_members as make
from tests.members.imports import rosters
from unionoffice.states import StateError

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("read_here")]
HEADS = ("工号", "姓名", "身份证号", "职称", "部门", "入会时间")
NEW = ("A1", "赵一", rosters.WOMAN, "一级教师", "语文组", "2010-9-1")
KNOWN = ("B1", "钱二", None, "高级教师", "语文组", "2012-9-1")


@pytest.fixture
def known():
    return make.member(
        name="钱二", staff_no="B1", title="二级教师", phone="13800138000"
    )


def applied(client, *rows):
    data = rosters.roster(*rows, heads=HEADS)
    rosters.apply(client, rosters.stage(client, data, make_places="on"))
    return rosters.newest()


def undo(client, row):
    return client.post(f"/members/import/{row.pk}/undo/", follow=True)


def as_it_was(member):
    """Everything about somebody but the version."""
    rows = Member.objects.filter(pk=member.pk).values()
    periods = member.memberships.values("joined_on", "ended_on", "kept_on")
    return [{**row, "version": 0, "id_number": ""} for row in rows], list(periods)


def test_an_undone_import_leaves_the_roster_as_it_was(as_chair, known):
    before = as_it_was(known)
    row = applied(as_chair, NEW, KNOWN)
    assert as_it_was(known) != before

    answer = undo(as_chair, row)

    assert "1 人移出名册，1 人恢复原来的资料" in answer.content.decode()
    assert as_it_was(known) == before
    assert not Member.objects.filter(staff_no="A1").exists()
    assert Membership.objects.filter(member__staff_no="A1").count() == 0
    assert not Department.objects.filter(name="语文组").exists()
    assert not Member.objects.out_of_step().exists()
    row.refresh_from_db()
    assert (row.state, row.undo) == ("undone", "")
    entry = AuditEntry.objects.get(action="member_import.undone")
    assert entry.details == {"removed": 1, "restored": 1}


def test_an_id_number_that_was_replaced_comes_back(as_chair):
    member = make.member(name="赵一", staff_no="A1", id_number=rosters.MAN)
    row = applied(as_chair, ("A1", "赵一", rosters.WOMAN))

    undo(as_chair, row)

    member.refresh_from_db()
    assert member.id_number == rosters.MAN
    assert Member.objects.get(id_index=member.id_index) == member


def edited(member):
    Member.objects.filter(pk=member.pk).update(remarks="x", version=member.version + 1)


def ended(member):
    memberships.membership_end(
        member.memberships.get(),
        by=None,
        ended_on=datetime.date(2020, 1, 1),
        ended_by="left",
    )


def enrolled(member):
    make.user("member").__class__.objects.create(username="a1", member=member)


@pytest.mark.parametrize(
    ("build", "why"),
    [(edited, "资料后来改过"), (ended, "会籍后来改过"), (enrolled, "已有")],
)
def test_what_was_built_on_it_is_named_and_nothing_undone(as_chair, build, why):
    row = applied(as_chair, NEW, ("A2", "孙三", None, None, None, None))
    build(Member.objects.get(staff_no="A1"))

    answer = undo(as_chair, row)

    assert answer.status_code == 409
    (person, told) = answer.context["found"][0]
    assert (person, len(answer.context["found"])) == ("赵一（A1）", 1)
    assert why in told
    assert Member.objects.filter(staff_no__in=["A1", "A2"]).count() == 2
    assert MemberImport.objects.get(pk=row.pk).state == "applied"


def test_a_changed_person_who_was_changed_again_is_named(as_chair, known):
    row = applied(as_chair, KNOWN)
    known.refresh_from_db()
    edited(known)

    assert undo(as_chair, row).context["found"] == [("钱二（B1）", "资料后来改过")]


def test_a_department_that_others_use_by_now_stays(as_chair):
    row = applied(as_chair, NEW)
    make.member(department=Department.objects.get(name="语文组"))

    undo(as_chair, row)

    assert not Member.objects.filter(staff_no="A1").exists()
    assert Department.objects.filter(name="语文组").exists()


def test_after_a_day_it_stays_and_what_undoing_needs_is_gone(as_chair, chair):
    row = applied(as_chair, NEW)
    day_ago = timezone.now() - datetime.timedelta(hours=24, minutes=1)
    MemberImport.objects.update(applied_at=day_ago)

    imports.empty_old_stages()

    row.refresh_from_db()
    assert row.undo == ""
    with pytest.raises(StateError, match="24 小时"):
        importundo.member_import_undo(row, by=chair)
    assert undo(as_chair, row).status_code == 403


def test_it_is_undone_once_and_by_another_of_the_office(as_chair, as_committee):
    row = applied(as_chair, NEW)

    first, second = undo(as_committee, row), undo(as_chair, row)

    assert (first.status_code, second.status_code) == (200, 403)
    assert "顾委员" in first.content.decode()


def test_an_import_by_the_command_is_listed_and_can_be_undone(as_chair):
    table = {"name": "a.xlsx", "sha256": "", "make_places": True, "asked": None}
    data = imports.read_file(rosters.roster(NEW, heads=HEADS), name="a.xlsx")
    imports.roster_apply(data, **table, ticked=True)

    listed = as_chair.get("/members/import/list/").content.decode()
    undo(as_chair, rosters.newest())

    assert "命令 import_members" in listed
    assert "撤销导入</button>" in listed
    assert not Member.objects.filter(staff_no="A1").exists()


def test_the_list_asks_the_database_equally_for_one_and_for_many(as_chair):
    counts = []
    for number in (1, 3):
        for _ in range(number):
            by = make.user("committee", name="顾委员")
            MemberImport.objects.create(
                name="a.xlsx",
                added_by=by,
                undone_by=by,
                state="undone",
                applied_at=timezone.now(),
                undone_at=timezone.now(),
            )
        with CaptureQueriesContext(connection) as seen:
            as_chair.get("/members/import/list/")
        counts.append(len(seen))

    assert counts[0] == counts[1]


def test_what_undoing_needs_lies_sealed(as_chair, known):
    row = applied(as_chair, NEW, ("B1", "钱二", rosters.MAN, None, None, None))
    (stored,) = MemberImport.objects.filter(pk=row.pk).values_list("undo", flat=True)

    assert json.loads(row.undo)["made"]["members.member"]
    assert rosters.MAN not in str(stored)
