"""会籍: who is on roll and who votes, on any day of any history."""

import datetime
import importlib
import re
from itertools import pairwise

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st

from members.models import AuditEntry, Member, Membership
from members.services import memberships as services
from tests import make_members as make
from tests.test_house import sources
from unionoffice.states import StateError

FIRST = datetime.date(2020, 2, 20)  # the days go over the end of a leap February
DAYS = range(20)
quick = settings(max_examples=60, deadline=None)


def day(number):
    return FIRST + datetime.timedelta(days=number)


class Plain:
    """The rules of domain.md 4.1 over a row of days: none, full or kept on each."""

    def __init__(self):
        self.days = ["none"] * len(DAYS)
        self.begun, self.ended, self.kept = None, 0, False

    @property
    def is_running(self):
        return self.begun is not None and self.ended is None

    def fill(self, number, state):
        self.days[number:] = [state] * (len(DAYS) - number)

    def begin(self, number):
        """Not while one runs, nor before the last one's end, nor on its first day."""
        if self.is_running or number < self.ended or number == self.begun:
            return False
        self.begun, self.ended, self.kept = number, None, False
        self.fill(number, "full")
        return True

    def keep(self, number):
        if not self.is_running or self.kept or number < self.begun:
            return False
        self.kept = True
        self.fill(number, "kept")
        return True

    def end(self, number):
        if not self.is_running or number < self.begun:
            return False
        self.ended = number
        self.fill(number, "none")
        return True


def deed(member, what, number):
    """Whether the services let it happen."""
    period = member.memberships.newest_first().first()
    try:
        with transaction.atomic():
            if what == "begin":
                services.membership_begin(
                    member, by=None, joined_on=day(number), begun_by="joined"
                )
            elif period is None:
                return False
            elif what == "keep":
                services.membership_keep(
                    period, by=None, kept_on=day(number), kept_for="retired"
                )
            else:
                services.membership_end(
                    period, by=None, ended_on=day(number), ended_by="left"
                )
    except (StateError, IntegrityError):
        return False
    return True


deeds = st.tuples(st.sampled_from(["begin", "keep", "end"]), st.sampled_from(DAYS))


@pytest.mark.django_db
@quick
@given(st.lists(deeds, max_size=9))
def test_every_day_of_every_history_is_as_the_rules_say(history):
    member = make.member(joined_union_on=None, birth_date=None)
    plain = Plain()

    for what, number in history:
        assert deed(member, what, number) == getattr(plain, what)(number)

    rows = Member.objects.filter(pk=member.pk)
    for number, state in enumerate(plain.days):
        told = (
            rows.on_roll(day(number)).exists(),
            rows.voting_on(day(number)).exists(),
            rows.kept_on(day(number)).exists(),
        )
        assert told == (state != "none", state == "full", state == "kept")
    assert not rows.out_of_step().exists()


@pytest.mark.django_db
@quick
@given(st.lists(deeds, min_size=3, max_size=9), st.sampled_from(DAYS))
def test_a_beginning_is_corrected_only_where_it_can_be(history, number):
    """What the import may write: never an overlap, never columns out of step."""
    member = make.member(joined_union_on=None, birth_date=None)
    for what, when in history:
        deed(member, what, when)
    member = Member.objects.with_memberships().get(pk=member.pk)
    wrong = Membership.begun_anew(member, day(number))
    if member.has_left_by(day(number) - datetime.timedelta(days=1)):
        wrong = ["离会日期不能早于入会日期。"]

    if not wrong:
        member.joined_union_on = day(number)
        services.membership_joined_on(member, day(number))

    periods = list(member.memberships.order_by("joined_on"))
    pairs = pairwise(periods)
    assert all(one.ended_on <= other.joined_on for one, other in pairs)
    assert not Member.objects.filter(pk=member.pk).out_of_step().exists()


def test_out_of_step_is_found(db):
    member = make.member()
    never = make.member(joined_union_on=None)
    assert not Member.objects.out_of_step().exists()

    Member.objects.filter(pk=member.pk).update(joined_union_on=None)
    Member.objects.filter(pk=never.pk).update(left_union_on=None, joined_union_on=FIRST)

    assert set(Member.objects.out_of_step()) == {member, never}


def test_only_services_write_the_days_of_the_latest_membership():
    written = re.compile(r"\.(joined|left)_union_on = |update\(.*_union_on=")

    places = {place for place, text in sources() if written.search(text)}

    assert places - {"members/demo.py"} == {  # the demo's rows are not saved yet
        "members/services/memberships.py",
        "members/services/roster.py",
    }


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
