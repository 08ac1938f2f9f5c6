"""Many press the button at once: every place is given once, and nobody is lost."""

import threading

import pytest
from django.db import connection
from django.db.models import Sum

from plans import services
from plans.models import Signup
from tests import make_signups as make

PEOPLE, PLACES = 40, 10


def press(jobs):
    """All of them at once, each on a connection of its own."""
    gate = threading.Barrier(len(jobs))

    def run(job):
        gate.wait()
        try:
            job()
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(job,)) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_each_place_is_given_once_and_the_others_wait_in_order(lifted_triggers):
    sheet, people = make.sheet(places=PLACES), make.crowd(PEOPLE)

    press([lambda m=m: services.signup_add(sheet, m, by=None) for m in people])

    sheet.refresh_from_db()
    rows = list(Signup.objects.order_by("number"))
    assert [row.number for row in rows] == list(range(1, PEOPLE + 1))
    assert [row.state for row in rows[:PLACES]] == ["placed"] * PLACES
    assert {row.state for row in rows[PLACES:]} == {"waiting"}
    assert {row.member_id for row in rows} == {member.pk for member in people}
    assert sheet.taken == PLACES


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_one_person_pressing_often_beside_others_stepping_back(lifted_triggers):
    sheet, people = make.sheet(places=3), make.crowd(8)
    first = [services.signup_add(sheet, m, by=None, companions=1) for m in people[:4]]
    back = [lambda s=s: services.signup_withdraw(s, by=None) for s in first[:2]]
    again = [lambda: services.signup_add(sheet, people[4], by=None)] * 4

    press(back + again)

    sheet.refresh_from_db()
    placed = Signup.objects.placed()
    assert Signup.objects.filter(member=people[4]).count() == 1
    assert sheet.taken == placed.aggregate(n=Sum("seats"))["n"] == 2
    assert sheet.signups.waiting().first().seats > sheet.left
