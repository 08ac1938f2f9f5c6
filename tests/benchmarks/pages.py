"""How the pages of the roster stand a hundredfold of people; prints ratios.

    python -m tests.benchmarks.pages [MANY]

Member list, search by initials of pinyin and member page, each as the chair opens
them: the same number of queries and at most 1.5 × the time with 30,000 as with 300.
One person is spelt like nobody else, so that the search finds as many in both; under
the initials of T00100 it finds more among more people, whose rows cost time as well.
OFFICE_TEST_DATABASE=postgresql asks the other database.
"""

import datetime
import os
import statistics
import sys
import time

from tests import environment  # noqa: F401

FEW, MANY = 300, 30_000
ROUNDS = 41
RARE = "oyxw"
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻"
GIVEN = "明华丽芳伟军敏静磊洋艳勇娟涛超秀霞平刚桂英玉兰红梅建国志强晓东海燕文辉"


def people(first, last):
    from members.models import Department, Member, Membership, UnionGroup

    departments = list(Department.objects.all())
    groups = list(UnionGroup.objects.all())
    joined = datetime.date(2010, 9, 1)
    rows = []
    for n in range(first, last):
        name = SURNAMES[n % 36] + GIVEN[n // 36 % 35] + GIVEN[n // 1260 % 35]
        born = datetime.date(1965, 1, 1) + datetime.timedelta(days=n % 12_000)
        row = Member(staff_no=f"T{n:05d}", name=name, birth_date=born)
        row.sex, row.phone = "男女"[n % 2], f"138{n:08d}"
        row.department, row.group = departments[n % 40], groups[n % 60]
        row.joined_union_on = joined
        row.derive()
        rows.append(row)
    Member.objects.bulk_create(rows, batch_size=500)
    periods = [Membership(member=row, joined_on=joined) for row in rows]
    Membership.objects.bulk_create(periods, batch_size=500)


def places():
    from members.models import Department, UnionGroup

    Department.objects.bulk_create(Department(name=f"第{n}组") for n in range(40))
    UnionGroup.objects.bulk_create(UnionGroup(name=f"第{n}小组") for n in range(60))


def opened(client, address):
    """(queries, milliseconds in the middle of several rounds) of one page."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.get(address)
    with CaptureQueriesContext(connection) as seen:
        answer = client.get(address)
        queries = len(seen)
    assert answer.status_code == 200, address
    spent = []
    for _ in range(ROUNDS):
        started = time.process_time() if on_sqlite() else time.perf_counter()
        client.get(address)
        ended = time.process_time() if on_sqlite() else time.perf_counter()
        spent.append(1000 * (ended - started))
    return queries, statistics.median(spent)


def on_sqlite():
    """SQLite works in this process: its time is counted without other processes'."""
    from django.db import connection

    return connection.vendor == "sqlite"


def addresses():
    from members.models import Member

    one = Member.objects.get(staff_no="T00100")
    shared = f"{one.spelling.split()[1]}"
    return {
        "member list": "/members/",
        "list on roll": "/members/?roll=in",
        f"search {RARE}": f"/members/?q={RARE}",
        f"search {shared}": f"/members/?q={shared}",
        "search 工号": "/members/?q=T00100",
        "suggestions": f"/members/suggest/?q={RARE}",
        "member page": f"/members/{one.pk}/",
    }


def measure(many):
    from django.test import Client

    from members import roles
    from members.models import Member
    from tests import make_members as make

    places()
    people(0, FEW)
    Member(staff_no="Z1", name="欧阳晓文").save()
    client = Client()
    chair = make.user(roles.MEMBER, roles.CHAIR, name="沈主席")
    backend = "allauth.account.auth_backends.AuthenticationBackend"
    client.force_login(chair, backend=backend)
    asked = addresses()
    few = {name: opened(client, address) for name, address in asked.items()}
    people(FEW, many)
    analyse()
    return few, {name: opened(client, address) for name, address in asked.items()}


def analyse():
    """What the databases do by themselves over night."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def main():
    import django

    django.setup()
    from django.conf import settings
    from django.db import connection

    settings.ALLOWED_HOSTS = ["testserver"]
    settings.STORAGES["staticfiles"] = {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
    }
    many = int(sys.argv[1]) if len(sys.argv) > 1 else MANY
    connection.creation.create_test_db(verbosity=0)
    try:
        few, lots = measure(many)
    finally:
        connection.creation.destroy_test_db("", verbosity=0)
    sys.stdout.write(f"{connection.vendor}: {FEW:,} and {many:,} members\n")
    for name, (queries, spent) in few.items():
        then_queries, then_spent = lots[name]
        sys.stdout.write(
            f"{name:<16} queries {queries:3} {then_queries:3}"
            f"   ms {spent:7.1f} {then_spent:7.1f}   × {then_spent / spent:4.2f}\n"
        )


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "unionoffice.settings")
    main()
