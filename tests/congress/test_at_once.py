"""Two deeds at the same moment: one wins, and the other is told."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from congress import services
from congress.models import Proposal
from tests import make_congress as make
from tests import make_members as people

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def race(*deeds):
    """Do all at one moment; "done" or "refused" of each."""
    start, told = threading.Barrier(len(deeds)), {}

    def run(place, deed):
        start.wait()
        try:
            deed()
            told[place] = "done"
        except PermissionDenied:
            told[place] = "refused"
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(deeds)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [told[place] for place in range(len(deeds))]


def fresh(row):
    return Proposal.objects.get(pk=row.pk)


@pytest.mark.parametrize("attempt", range(3))
def test_support_withdrawn_while_handing_in_is_counted_or_refused(
    lifted_triggers, attempt
):
    author = people.user("member")
    seconder = people.user("member")
    row = make.proposal("seconding", author=author.member)
    make.seconding(row, people.member(), "confirmed")
    own = make.seconding(row, seconder.member, "confirmed")

    told = race(
        lambda: services.proposal_submit(fresh(row), by=author),
        lambda: services.proposal_unsecond(fresh(row), by=seconder),
    )

    own.refresh_from_db()
    row.refresh_from_db()
    assert sorted(told) == ["done", "refused"]
    assert (row.state, own.state) in [
        ("submitted", "confirmed"),
        ("seconding", "declined"),
    ]


def test_deciding_and_merging_have_one_winner(lifted_triggers):
    by = people.user("committee", "member")
    lead = make.proposal("submitted")
    row = make.proposal("submitted", session=lead.session)

    told = race(
        lambda: services.proposal_decide(fresh(row), by=by, outcome="accepted"),
        lambda: services.proposal_merge(fresh(row), by=by, into=fresh(lead)),
    )

    row.refresh_from_db()
    assert sorted(told) == ["done", "refused"]
    assert row.state in ("accepted", "merged")


def test_two_that_merge_each_other_leave_no_circle(lifted_triggers):
    by = people.user("committee", "member")
    one = make.proposal("submitted")
    two = make.proposal("submitted", session=one.session)

    told = race(
        lambda: services.proposal_merge(fresh(one), by=by, into=fresh(two)),
        lambda: services.proposal_merge(fresh(two), by=by, into=fresh(one)),
    )

    assert sorted(told) == ["done", "refused"]
    states = Proposal.objects.order_by("state").values_list("state", flat=True)
    assert list(states) == ["merged", "submitted"]


def test_the_leaders_yes_and_no_have_one_winner(lifted_triggers):
    leader = people.user("leader", "member")
    row = make.proposal("checking")
    row.rounds.update(leader=leader.member)

    told = race(
        lambda: services.proposal_approve(fresh(row), by=leader),
        lambda: services.proposal_send_back(fresh(row), by=leader, note="再改改"),
    )

    row.refresh_from_db()
    assert sorted(told) == ["done", "refused"]
    last = row.rounds.get()
    assert (row.state, last.replied_at is None, last.check_note) in [
        ("replied", False, ""),
        ("assigned", True, "再改改"),
    ]


def test_a_hundred_at_once_get_numbers_without_gap_or_double(lifted_triggers):
    session = make.session(seconds_wanted=0)
    author = people.user("member")
    rows = [
        make.proposal("draft", session=session, author=author.member)
        for _ in range(100)
    ]

    def submit(row):
        try:
            services.proposal_submit(fresh(row), by=author)
        finally:
            connection.close()

    with ThreadPoolExecutor(20) as pool:
        list(pool.map(submit, rows))

    numbers = session.proposals.order_by("number").values_list("number", flat=True)
    assert list(numbers) == list(range(1, 101))
