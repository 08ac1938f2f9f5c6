"""会籍: what the database refuses, what each deed leaves behind, the first periods."""

import datetime
import importlib

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from members.models import AuditEntry, Member, Membership
from members.services import memberships as services
from tests import make_members as make
from tests.members.test_memberships import FIRST, day, deed
from unionoffice.states import StateError


@pytest.mark.parametrize(
    "values",
    [
        {"ended_on": day(1), "ended_by": "left"},
        {"kept_on": day(1), "kept_for": "retired"},
        {"kept_on": day(5)},
        {"kept_for": "other"},
        {"ended_on": day(5), "ended_by": ""},
        {"ended_by": "dead"},
        {
            "kept_on": day(9),
            "kept_for": "other",
            "ended_on": day(8),
            "ended_by": "left",
        },
    ],
)
def test_the_database_refuses_what_cannot_be(db, values):
    member = make.member(joined_union_on=None)

    with pytest.raises(IntegrityError), transaction.atomic():
        make.membership(member, day(3), **values)


@pytest.mark.parametrize("joined", [day(0), day(9)])
def test_nobody_has_two_running_or_two_on_a_day(db, joined):
    member = make.member(joined_union_on=day(0))

    with pytest.raises(IntegrityError), transaction.atomic():
        make.membership(member, joined)
    with pytest.raises(IntegrityError), transaction.atomic():
        make.membership(member, day(0), day(9))


def test_each_deed_leaves_a_line_in_the_trail(db, chair):
    member = make.member(joined_union_on=None)
    period = services.membership_begin(
        member, by=chair, joined_on=day(0), begun_by="joined", document="委员会"
    )
    services.membership_keep(period, by=chair, kept_on=day(5), kept_for="retired")
    services.membership_end(period, by=chair, ended_on=day(9), ended_by="dead")

    told = AuditEntry.objects.filter(object_id=member.pk).order_by("pk")
    assert list(told.values_list("action", flat=True)) == [
        "membership.begun",
        "membership.kept",
        "membership.ended",
    ]
    assert told.first().details["how"] == "入会"
    member.refresh_from_db()
    assert (member.joined_union_on, member.left_union_on) == (day(0), day(9))


def test_papers_are_added_to_papers(db):
    period = make.membership(make.member(joined_union_on=None), day(0), document="甲")

    services.membership_end(
        period, by=None, ended_on=day(9), ended_by="left", document="乙"
    )

    period.refresh_from_db()
    assert period.document == "甲；乙"


def test_the_second_of_two_at_once_is_told(db):
    period = make.membership(make.member(joined_union_on=None), day(0))
    same = Membership.objects.get(pk=period.pk)
    services.membership_end(period, by=None, ended_on=day(9), ended_by="left")

    with pytest.raises(StateError, match="刚才已经有人登记过了"):
        services.membership_end(same, by=None, ended_on=day(8), ended_by="dead")


@pytest.mark.skipif(
    not connection.features.has_select_for_update, reason="SQLite writes one at a time"
)
@pytest.mark.parametrize("what", ["begin", "keep", "end"])
def test_every_deed_holds_the_member(db, what):
    member = make.member(joined_union_on=None if what == "begin" else FIRST)

    with CaptureQueriesContext(connection) as asked:
        assert deed(member, what, 5)

    held = [q["sql"] for q in asked if "FOR UPDATE" in q["sql"]]
    assert ["members_member" in sql for sql in held] == [True]


def test_a_keeping_that_never_came_is_taken_back(db):
    period = make.membership(
        make.member(joined_union_on=None), day(0), kept_on=day(9), kept_for="retired"
    )

    services.membership_end(period, by=None, ended_on=day(5), ended_by="dead")

    period.refresh_from_db()
    assert (period.kept_on, period.kept_for) == (None, "")


@pytest.mark.parametrize(
    ("status", "retired", "left", "told"),
    [
        ("working", None, None, (None, "", None, "")),
        ("retired", day(3), None, (day(3), "retired", None, "")),
        ("retired", None, None, (day(15), "retired", None, "")),
        ("retired", FIRST - datetime.timedelta(9), None, (day(0), "retired", None, "")),
        ("left", None, day(9), (None, "", day(9), "moved")),
        ("dead", None, day(9), (None, "", day(9), "dead")),
        ("working", None, day(9), (None, "", day(9), "left")),
        ("retired_cadre", day(12), day(9), (None, "", day(9), "left")),
    ],
)
def test_a_record_tells_the_first_membership(status, retired, left, told):
    member = Member(
        joined_union_on=day(0),
        left_union_on=left,
        work_status=status,
        retired_on=retired,
    )

    period = Membership.told_by(member, day(15))

    assert (period.kept_on, period.kept_for, period.ended_on, period.ended_by) == told
    assert (period.joined_on, period.begun_by) == (day(0), "joined")


def test_the_migration_tells_it_as_the_record_does(db):
    people = [
        make.member(joined_union_on=None),
        make.member(joined_union_on=day(0), work_status="retired"),
        make.member(joined_union_on=day(0), work_status="retired", retired_on=day(9)),
        make.member(
            joined_union_on=day(0), left_union_on=day(5), work_status="retired_cadre"
        ),
        *(
            make.member(
                joined_union_on=day(0), left_union_on=day(5), work_status=status
            )
            for status in ("working", "left", "dead")
        ),
    ]
    columns = ("member", "joined_on", "begun_by", "kept_on", "kept_for")
    rows = Membership.objects.filter(member__in=people).order_by("member")
    rows = rows.values_list(*columns, "ended_on", "ended_by")
    before = list(rows)
    Membership.objects.all().delete()

    migration = importlib.import_module("members.migrations.0004_first_memberships")
    migration.begin(apps, None)
    migration.begin(apps, None)  # again: nothing twice

    assert list(rows.all()) == before
    assert len(before) == 6
