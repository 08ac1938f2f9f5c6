"""核对完成: the women's archive is gone through in the months of the custom."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils import timezone

from members import reporting
from members.models import ArchiveCheck, AuditEntry, ListCustom
from tests import make_members as make

ADDRESS = "/members/lists/women/check/"
DAY = datetime.date


def checked(on, by):
    return ArchiveCheck.objects.create(checked_on=on, checked_by=by, people=1)


@pytest.mark.parametrize(
    ("today", "last", "due"),
    [
        (DAY(2026, 4, 1), DAY(2025, 10, 20), DAY(2026, 4, 1)),
        (DAY(2026, 3, 31), DAY(2025, 10, 20), None),
        (DAY(2026, 9, 30), DAY(2026, 4, 1), None),
        (DAY(2026, 10, 1), DAY(2026, 4, 1), DAY(2026, 10, 1)),
        (DAY(2026, 1, 15), DAY(2025, 9, 30), DAY(2025, 10, 1)),
    ],
)
def test_it_is_due_from_april_and_from_october(committee, today, last, due):
    checked(last, committee)

    assert reporting.archive_due(today) == due


def test_the_months_are_data(committee):
    ListCustom.objects.update_or_create(pk=1, defaults={"archive_months": "6"})
    checked(DAY(2026, 5, 1), committee)

    assert reporting.archive_due(DAY(2026, 5, 31)) is None
    assert reporting.archive_due(DAY(2026, 6, 1)) == DAY(2026, 6, 1)


@pytest.mark.parametrize("months", ["13", "4,10", "", "四月"])
def test_months_that_are_none_are_refused(db, months):
    with pytest.raises(ValidationError):
        ListCustom(pk=1, archive_months=months).full_clean()


def test_there_is_one_custom_only(db):
    with pytest.raises(IntegrityError):
        ListCustom.objects.create(pk=2)


def test_the_office_is_reminded_until_it_is_done(as_committee, committee):
    today = timezone.localdate()

    def titles():
        return [todo.title for todo in reporting.todo(committee, today)]

    assert "核对女职工档案" in titles()
    answer = as_committee.post(ADDRESS, {"checked_on": str(today), "note": "补了学历"})

    assert answer.url == "/members/lists/women/"
    assert "核对女职工档案" not in titles()
    row = ArchiveCheck.objects.get()
    assert (row.checked_by, row.people, row.note) == (committee, 1, "补了学历")
    assert AuditEntry.objects.get(action="archive.checked").details == {"people": 1}


def test_the_archive_tells_when_it_was_last_gone_through(as_chair, committee):
    make.member(sex="女")
    checked(DAY(2026, 4, 18), committee)

    page = as_chair.get("/members/lists/women/").content.decode()

    assert "2026年4月18日</time> 顾委员核对完成" in page


def test_a_day_to_come_is_refused(as_chair):
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)

    page = as_chair.post(ADDRESS, {"checked_on": str(tomorrow)}).content.decode()

    assert "核对日期还没有到" in page
    assert not ArchiveCheck.objects.exists()


@pytest.mark.parametrize("role", ["sysadmin", "group_leader", "member"])
def test_nobody_else_is_reminded(db, role):
    make.member(sex="女")

    assert reporting.list_todos(make.user(role), DAY(2026, 7, 1)) == []


def test_who_never_did_it_is_not_called_late(committee):
    told = reporting.list_todos(committee, DAY(2026, 7, 1))

    assert [(todo.count, todo.is_late) for todo in told] == [(1, False)]
