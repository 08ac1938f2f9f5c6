"""How many sign-ups a second, many at once, against bare inserts; prints both.

    python -m tests.benchmarks.signups [PEOPLE PLACES]

With OFFICE_TEST_DATABASE=postgresql on PostgreSQL. It also checks the outcome: every
place given once, the others waiting in order of arrival, nobody twice, nobody lost.
"""

import os
import sys
import threading
import time

from tests import environment  # noqa: F401

PEOPLE, PLACES = 200, 40
CONNECTIONS = 80  # PostgreSQL takes 100; waitress serves 8 at a time


def say(name, count, seconds):
    sys.stdout.write(f"{name:<34}{seconds:7.2f} s {count / seconds:9.0f} a second\n")
    sys.stdout.flush()


def at_once(jobs):
    """Seconds until all are done: a thread each, at most CONNECTIONS at the database."""
    from django.db import connection

    gate, seats = threading.Barrier(len(jobs) + 1), threading.Semaphore(CONNECTIONS)

    def run(job):
        gate.wait()
        with seats:
            try:
                job()
            finally:
                connection.close()

    threads = [threading.Thread(target=run, args=(job,)) for job in jobs]
    for thread in threads:
        thread.start()
    gate.wait()
    started = time.perf_counter()
    for thread in threads:
        thread.join()
    return time.perf_counter() - started


def check(sheet, people, places):
    """The outcome that the page promises; raises AssertionError."""
    from plans.models import Signup

    rows = list(Signup.objects.filter(sheet=sheet).order_by("number"))
    assert [row.number for row in rows] == list(range(1, len(people) + 1))
    assert [row.state for row in rows[:places]] == ["placed"] * places
    assert {row.state for row in rows[places:]} <= {"waiting"}
    assert {row.member_id for row in rows} == {member.pk for member in people}


def measure(number, places):
    from plans import services
    from plans.models import Answer, Question, Signup
    from tests import make_signups as make

    people = make.crowd(number)
    sheet, bare = make.sheet(places=places), make.sheet(places=None)
    jobs = [lambda m=m: services.signup_add(sheet, m, by=None) for m in people]
    say(f"{number} sign-ups at once", number, at_once(jobs))
    check(sheet, people, places)

    def insert(place, member):
        Signup.objects.create(
            sheet=bare, member=member, number=place, state=Signup.State.PLACED
        )

    jobs = [lambda p=p, m=m: insert(p, m) for p, m in enumerate(people, 1)]
    say(f"{number} bare inserts at once", number, at_once(jobs))
    question = Question.objects.create(sheet=bare, words="尺码")
    some = list(bare.signups.all())
    started = time.perf_counter()
    for signup in some:
        Answer.objects.create(signup=signup, question=question, text="L")
    say("bare inserts, one after another", number, time.perf_counter() - started)
    other = make.sheet(places=places)
    started = time.perf_counter()
    for member in people:
        services.signup_add(other, member, by=None)
    say("sign-ups, one after another", number, time.perf_counter() - started)


def main():
    import django

    django.setup()
    from django.db import connection

    given = [int(text) for text in sys.argv[1:3]]
    number, places = given if len(given) == 2 else (PEOPLE, PLACES)
    connection.creation.create_test_db(verbosity=0)
    try:
        sys.stdout.write(f"{connection.vendor}\n")
        measure(number, places)
    finally:
        connection.close()
        connection.creation.destroy_test_db("", verbosity=0)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "unionoffice.settings")
    main()
