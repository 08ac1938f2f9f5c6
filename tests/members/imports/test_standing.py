"""An import that says who retired, left or died: the membership goes with it."""

import datetime

import pytest
from django.utils import timezone

from members.models import Member, Membership
from members.services import imports, importundo
from tests import make_members as make
from tests.members.imports import rosters

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("read_here")]
HEADS = ("工号", "姓名", "人员状态", "退休时间")
DAY = datetime.timedelta(days=1)


@pytest.fixture
def somebody():
    return make.member(name="钱二", staff_no="B1")


def brought(client, *rows):
    page = rosters.stage(client, rosters.roster(*rows, heads=HEADS))
    rosters.apply(client, page, ticked="on")
    return page


def only(member):
    return member.memberships.get()


def test_who_retired_keeps_the_membership_from_that_day(as_chair, somebody):
    brought(as_chair, ("B1", "钱二", "退休", "2024-6-30"))

    period = only(somebody)
    assert (period.kept_on, period.kept_for) == (datetime.date(2024, 6, 30), "retired")
    assert period.is_running
    today = timezone.localdate()
    assert somebody in Member.objects.on_roll(today)
    assert somebody not in Member.objects.voting_on(today)
    assert somebody in Member.objects.voting_on(datetime.date(2024, 6, 29))


def test_without_a_day_of_retirement_it_is_kept_from_today(as_chair, somebody):
    brought(as_chair, ("B1", "钱二", "退休", None))

    assert only(somebody).kept_on == timezone.localdate()


@pytest.mark.parametrize(("word", "why"), [("去世", "dead"), ("调出", "moved")])
def test_who_died_or_left_is_no_member_from_today(as_chair, somebody, word, why):
    brought(as_chair, ("B1", "钱二", word, None))

    today = timezone.localdate()
    assert (only(somebody).ended_on, only(somebody).ended_by) == (today, why)
    assert somebody not in Member.objects.on_roll(today)
    assert somebody in Member.objects.on_roll(today - DAY)
    somebody.refresh_from_db()
    assert somebody.left_union_on == today
    assert not Member.objects.out_of_step().exists()


def test_the_preview_says_so(as_chair, somebody):
    data = rosters.roster(
        ("B1", "钱二", "去世", None), ("B2", "孙三", "退休", None), heads=HEADS
    )
    make.member(name="孙三", staff_no="B2")

    page = rosters.stage(as_chair, data).content.decode()

    assert "会籍从今天起结束" in page
    assert "没有退休日期，会籍从今天起保留" in page


def test_who_was_retired_before_stays_as_the_office_left_it(as_chair):
    known = make.member(name="钱二", staff_no="B1", work_status="retired")
    Membership.objects.filter(member=known).update(kept_on=None, kept_for="")

    brought(as_chair, ("B1", "钱二", "退休", "2024-6-30"))

    assert only(known).kept_on is None


def test_undoing_gives_the_membership_back(as_chair, chair, somebody):
    brought(as_chair, ("B1", "钱二", "去世", None))

    importundo.member_import_undo(rosters.newest(), by=chair)

    period = only(somebody)
    assert (period.ended_on, period.ended_by, period.kept_on) == (None, "", None)
    somebody.refresh_from_db()
    assert (somebody.work_status, somebody.left_union_on) == ("working", None)
    assert not Member.objects.out_of_step().exists()


def test_a_new_day_of_joining_and_a_death_in_one_row(as_chair, somebody):
    heads = ("工号", "姓名", "人员状态", "入会时间")
    data = rosters.roster(("B1", "钱二", "去世", "2011-9-1"), heads=heads)
    page = rosters.stage(as_chair, data)
    rosters.apply(as_chair, page, ticked="on")

    period = only(somebody)
    assert period.joined_on == datetime.date(2011, 9, 1)
    assert period.ended_on == timezone.localdate()
    undo = importundo.member_import_undo
    undo(rosters.newest(), by=None)
    assert only(somebody).joined_on == datetime.date(2010, 9, 1)
    assert only(somebody).is_running


def test_the_command_line_does_the_same(somebody):
    data = rosters.roster(("B1", "钱二", "去世", None), heads=HEADS)
    table = imports.read_file(data, name="a.xlsx")

    imports.roster_apply(
        table, name="a.xlsx", sha256="", make_places=True, asked=None, ticked=True
    )

    assert only(somebody).ended_by == "dead"
