"""How long a sign-in at the desk takes, for 300 people one after another.

    python -m tests.benchmarks.desk [PEOPLE]

With OFFICE_TEST_DATABASE=postgresql on PostgreSQL. Each is a whole round: what was
typed, the redirect, and the page that tells it. Ten minutes are two seconds a person.
"""

import os
import sys
import time

from tests import environment  # noqa: F401

PEOPLE = 300


def say(name, value):
    sys.stdout.write(f"{name:<40}{value:>10}\n")
    sys.stdout.flush()


def measure(count):
    from django.db import connection
    from django.test import Client

    from tests import make_congress, make_members
    from tests.conftest import BACKEND

    client = Client()
    client.force_login(make_members.user("committee", "member"), backend=BACKEND)
    sitting = make_congress.sitting("open")
    for number in range(count):
        person = make_members.member(name=f"代表{number}", staff_no=f"N{number:04d}")
        make_congress.entry(person, sitting=sitting)
    path = f"/congress/sittings/{sitting.pk}/desk/"
    client.get(path)
    took = []
    for number in range(count):
        started = time.perf_counter()
        client.post(path, {"typed": f"N{number:04d}"}, follow=True)
        took.append(time.perf_counter() - started)
    assert sitting.roll.present().count() == count
    took.sort()
    say(f"{connection.vendor}, {count} sign-ins", f"{sum(took):.1f} s")
    say("each, median", f"{1000 * took[count // 2]:.0f} ms")
    say("each, slowest", f"{1000 * took[-1]:.0f} ms")


def main():
    import django

    django.setup()
    from django.db import connection
    from django.test.utils import setup_test_environment

    from tests.benchmarks.wall import plain_storage

    setup_test_environment()
    plain_storage()
    connection.creation.create_test_db(verbosity=0)
    try:
        measure(int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE)
    finally:
        connection.close()
        connection.creation.destroy_test_db("", verbosity=0)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "unionoffice.settings")
    main()
