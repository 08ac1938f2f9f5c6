"""How the pages of proposals stand fifty times as many; prints ratios.

    python -m tests.benchmarks.proposals [MANY]

The list, the committee's table, the report of the session and the similar ones, as the
committee opens them: the same number of queries and at most 1.5 × the time with 5,000
proposals as with 100; similar ones within 300 ms. Half of them wait for a decision, half
are answered and rated. OFFICE_TEST_DATABASE=postgresql asks the other database.
"""

import os
import random
import sys

from tests import environment  # noqa: F401
from tests.benchmarks.pages import opened

FEW, MANY = 100, 5_000
WHAT = "增设更换改善规范统一开放修缮安装调整增加"
WHERE = "南校门图书馆食堂操场教学楼会议室停车场办公室实验室走廊"
THING = "充电棚空调饮水机音响窗帘桌椅照明网络绿化监控打印机储物柜"


def say(*cells):
    name, *rest = cells
    sys.stdout.write(f"{name:<20}" + "".join(f"{cell:>20}" for cell in rest) + "\n")
    sys.stdout.flush()


def fill(session, first, last):
    """Proposals with these numbers: the even ones wait, the odd ones are rated."""
    from congress.models import Proposal, Round, Seconding
    from tests import make_congress as make
    from tests import make_members as people

    rng = random.Random(first)  # noqa: S311
    author = people.member(name="提案人")
    by = people.member(name="审查人")
    seconders = [people.member(name="附议甲"), people.member(name="附议乙")]
    kinds = [make.category(f"类别{n}") for n in range(12)]
    place = people.department(f"部门{first}")
    rows = []
    for number in range(first, last):
        state = "accepted" if number % 2 else "submitted"
        row = make.bare(state, session, number, author, by, rng.choice(kinds))
        if state == "submitted":
            row.decision, row.decided_at, row.decided_by = "", None, None
        row.title = said(rng)
        row.reason = "。".join(said(rng) for _ in range(20))
        rows.append(row)
    rows = Proposal.objects.bulk_create(rows, batch_size=500)
    Seconding.objects.bulk_create(
        (
            Seconding(
                proposal=row,
                member=member,
                state="confirmed",
                invited_at=row.submitted_at,
                answered_at=row.submitted_at,
            )
            for row in rows
            for member in seconders
        ),
        batch_size=1000,
    )
    decided = [row for row in rows if row.decision]
    Round.objects.bulk_create(
        [make.bare_round(row, "solved", "satisfied", place) for row in decided],
        batch_size=500,
    )
    keys = Proposal.objects.filter(session=session, decision="accepted")
    keys.update(state="rated")


def said(rng):
    cut = rng.randrange(0, len(WHAT), 2)
    place = rng.randrange(0, len(WHERE) - 3)
    thing = rng.randrange(0, len(THING) - 3)
    return f"{WHAT[cut : cut + 2]}{WHERE[place : place + 3]}{THING[thing : thing + 3]}"


def addresses(session):
    return {
        "proposal_list": "/congress/proposals/",
        "review_table": "/congress/proposals/review/",
        "report": f"/congress/sessions/{session.pk}/report/",
    }


def similar(user):
    """Milliseconds of the slowest of several questions."""
    import time

    from congress import reporting

    slowest = 0
    for number in range(10):
        typed = said(random.Random(number)) + "。" + said(random.Random(99))  # noqa: S311
        started = time.perf_counter()
        reporting.similar_to(typed, user)
        slowest = max(slowest, 1000 * (time.perf_counter() - started))
    return slowest


def measure(many):
    from django.db import connection
    from django.test import Client

    from tests import make_congress as make
    from tests import make_members as people
    from tests.conftest import BACKEND

    client, user = Client(), people.user("committee", "member")
    client.force_login(user, backend=BACKEND)
    session = make.session(term=5, ordinal=4)
    fill(session, 1, FEW + 1)
    few = {name: opened(client, path) for name, path in addresses(session).items()}
    fill(session, FEW + 1, many + 1)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    say("", f"{FEW}", f"{many}", "ratio (goal 1.5)")
    for name, path in addresses(session).items():
        queries, spent = opened(client, path)
        assert queries == few[name][0], (name, queries, few[name][0])
        ratio = spent / few[name][1]
        say(name, f"{few[name][1]:.1f} ms", f"{spent:.1f} ms", f"{ratio:.2f}")
    say("similar, slowest", "", f"{similar(user):.0f} ms", "(goal 300 ms)")


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
        measure(int(sys.argv[1]) if len(sys.argv) > 1 else MANY)
    finally:
        connection.close()
        connection.creation.destroy_test_db("", verbosity=0)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "unionoffice.settings")
    main()
