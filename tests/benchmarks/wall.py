"""How the wall and the list of activities compare with bare pages; prints ratios.

    python -m tests.benchmarks.wall

The wall with 200 items and the list with 5,000 activities against the barest page of
the site that shows the same rows (at most 2), measured in the same run; the numbers of
queries with few rows and with many; and the time of one move on the wall.
"""

import datetime
import sys
import time

from tests import environment  # noqa: F401

WALL, LIST, ROUNDS = 200, 5_000, 15
BARE = """{% extends "base.html" %}
{% block title %}行{% endblock %}
{% block main %}<ul>{% for row in rows %}<li><a href="{{ row.get_absolute_url }}">{{ row.title }}</a>
<span>{{ row.get_state_display }}</span> <span>{{ row.span }}</span> <span>{{ row.category }}</span>
<span>{{ row.lead }}</span></li>{% endfor %}</ul>{% endblock %}"""


def say(text):
    sys.stdout.write(text + "\n")


def spent(client, address):
    """Seconds of the fastest of some answers."""
    client.get(address)
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        answer = client.get(address)
        times.append(time.process_time() - start)
        assert answer.status_code == 200, address
    return min(times)


def queries(client, address):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    return len(asked)


def filled(plan, count):
    """So many activities over the year, each with a category and a lead."""
    from plans.models import Activity, Category
    from tests import make_members

    kinds = list(Category.objects.all())
    people = [make_members.member() for _ in range(20)]
    Activity.objects.bulk_create(
        Activity(
            plan=plan,
            title=f"第 {n} 项活动",
            category=kinds[n % len(kinds)],
            lead=people[n % 20],
            first_month=datetime.date(2026, n % 12 + 1, 1),
            last_month=datetime.date(2026, n % 12 + 1, 1),
        )
        for n in range(count)
    )


def bare(rows):
    """A page of the site that shows `rows` and nothing else."""
    from django.http import HttpResponse
    from django.template import engines
    from django.urls import path

    from unionoffice import urls

    template = engines["django"].from_string(BARE)

    def page(request):
        return HttpResponse(template.render({"rows": rows()}, request))

    urls.urlpatterns.insert(0, path("bare/", page))
    return "/bare/"


def measure():
    from django.test import Client

    from plans.models import Activity
    from tests import make_members, make_plans
    from tests.conftest import BACKEND

    client = Client()
    client.force_login(make_members.user("chair", "member"), backend=BACKEND)
    plan = make_plans.plan(state="approved")
    filled(plan, 1)
    few = queries(client, "/plans/"), queries(client, "/plans/activities/")
    filled(plan, WALL - 1)
    floor = bare(lambda: Activity.objects.filter(plan=plan).with_names()[:WALL])
    barest = spent(client, floor)
    wall = spent(client, "/plans/")
    say(f"bare page of {WALL} rows: {barest * 1000:.0f} ms")
    say(f"wall of {WALL} items: {wall * 1000:.0f} ms, x{wall / barest:.2f} (at most 2)")
    full = queries(client, "/plans/")
    _move(client)
    filled(plan, LIST - WALL)
    many = full, queries(client, "/plans/activities/")
    listed = spent(client, "/plans/activities/")
    floor = bare(lambda: Activity.objects.filter(plan=plan).with_names()[:50])
    barest = spent(client, floor)
    say(f"list of {LIST} activities: {listed * 1000:.0f} ms, x{listed / barest:.2f}")
    say(f"queries, few and many: wall {few[0]}/{many[0]}, list {few[1]}/{many[1]}")


def _move(client):
    from plans.models import Activity

    pk = Activity.objects.latest("pk").pk
    head = {
        "HTTP_HX_REQUEST": "true",
        "HTTP_HX_CURRENT_URL": "http://testserver/plans/",
    }
    times = []
    for month in ("2026-02", "2026-03", "2026-04", "2026-05", "2026-06"):
        start = time.process_time()
        client.post(f"/plans/activities/{pk}/move/", {"to": month}, **head)
        times.append(time.process_time() - start)
    say(f"one move and the new wall: {min(times) * 1000:.0f} ms (at most 200)")


def main():
    import django
    from django.conf import settings
    from django.test.runner import DiscoverRunner

    django.setup()
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "testserver"]
    runner = DiscoverRunner(verbosity=0, interactive=False)
    old = runner.setup_databases()
    try:
        plain_storage()
        measure()
    finally:
        runner.teardown_databases(old)


def plain_storage():
    from django.conf import settings

    plain = "django.contrib.staticfiles.storage.StaticFilesStorage"
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": plain}}


if __name__ == "__main__":
    import os

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "unionoffice.settings")
    main()
