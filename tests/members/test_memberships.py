"""会籍: who is on roll and who votes, on any day of any history."""

import datetime
import re
from itertools import pairwise

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from members.models import Member, Membership
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
        services.memberships_joined([member])
        member.save()

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
