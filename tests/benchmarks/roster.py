"""How the import of a large roster compares with its bare parts; prints ratios.

    python -m tests.benchmarks.roster [ROWS]

Parse + validate + preview against python-calamine alone (at most 5), apply against a
bare bulk_create of the same members, memberships and placements (at most 3), how long other
writers wait meanwhile, and the memory of the child.
"""

import datetime
import io
import os
import resource
import sys
import time
from contextlib import contextmanager

import openpyxl

from tests import environment  # noqa: F401

HEADS = (
    "序号 工号 姓名 性别 民族 出生年月 身份证号 手机 部门 工会小组 职务 职称 学历 政治面貌 用工形式"
    " 人员状态 参加工作时间 来校时间 入会时间 备注"
)
ROWS = 30_000
TITLE = "某校会员名册"


def person(number, idnumber):
    born = datetime.date(1965, 1, 1) + datetime.timedelta(days=number % 9_000)
    base = f"990101{born:%Y%m%d}{number // 9_000 * 2 + number % 2:03d}"
    total = sum(int(d) * w for d, w in zip(base, idnumber.WEIGHTS, strict=True))
    told = base + idnumber.CHECKS[total % 11]
    name = (
        "赵钱孙李周吴郑王"[number % 8]
        + "一二三四五六"[number % 6]
        + "明华丽芳"[number % 4]
    )
    started = datetime.date(2010, 8, 1)
    return (
        number + 1,
        f"T{number:05d}",
        name,
        idnumber.sex(told),
        "汉族",
        born,
        told,
        f"138{number:08d}",
        f"第{number % 40}教研组",
        f"第{number % 60}小组",
        *("教师", "一级教师", "本科", "群众", "在编", "在职"),
        *(started, started, started, None),
    )


def written(rows):
    from members import idnumber

    book = openpyxl.Workbook(write_only=True)
    page = book.create_sheet("名册")
    page.append([TITLE])
    page.append(HEADS.split())
    for number in range(rows):
        page.append(person(number, idnumber))
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def spent():
    """Processor time of this process and its children: others may be at work.

    PostgreSQL is such another: there the clock, on a machine that does nothing else.
    """
    from django.db import connection

    if connection.vendor == "postgresql":
        return time.perf_counter()
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


@contextmanager
def timed(times, name):
    started = spent()
    yield
    times[name] = spent() - started
    sys.stdout.write(f"{name:<28}{times[name]:8.2f} s\n")
    sys.stdout.flush()


def read_alone(data):
    from python_calamine import CalamineWorkbook

    return (
        CalamineWorkbook.from_filelike(io.BytesIO(data))
        .get_sheet_by_index(0)
        .to_python()
    )


def measure(rows):
    from members import importing
    from members.services import imports

    data, times = written(rows), {}
    with timed(times, "calamine alone"):
        read_alone(data)
    with timed(times, "parse in the child"):
        table = imports.read_file(data, name="a.xlsx")
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    with timed(times, "validate, compare"):
        found = importing.preview(table, make_places=True)
    assert found.counts["new"] == rows, found.counts
    staged = stage(table)
    with timed(times, "apply, previewed again"), held(times):
        imports.apply_now(staged, by=None, seen=found.digest, ticked=True)
    undone(times, staged)
    bare(times, found)
    change(times, table)
    return times, child


def stage(table):
    """The upload as its preview leaves it."""
    import json

    from members.models import HeadMapping, MemberImport

    assert not HeadMapping.objects.exists()
    return MemberImport.objects.create(
        name="a.xlsx", make_places=True, table=json.dumps(table)
    )


@contextmanager
def held(times):
    """How long the transaction keeps other writers out, by the clock."""
    from members.services import imports

    write = imports._write

    def watched(*arguments):
        started = time.perf_counter()
        write(*arguments)
        times["others wait (clock)"] = time.perf_counter() - started

    imports._write = watched
    try:
        yield
    finally:
        imports._write = write


def undone(times, staged):
    from members.services import importundo

    with timed(times, "undo"):
        importundo.member_import_undo(staged, by=None)


def bare(times, found):
    """The same members, memberships and placements by bulk_create and nothing else."""
    from django.db import transaction
    from django.utils import timezone

    from members.models import Member, Membership, Placement
    from members.services.importwriting import Writing

    writing = Writing(found)
    for place in writing.missing:
        place.save()
    today = timezone.localdate()
    with timed(times, "bulk_create alone"), transaction.atomic():
        Member.objects.bulk_create(writing.fresh, batch_size=500)
        periods = [Membership.told_by(member, today) for member in writing.fresh]
        Membership.objects.bulk_create(periods, batch_size=500)
        stays = [
            Placement(member=member, **{column: getattr(member, column)})
            for member in writing.fresh
            for column in ("department", "group")
        ]
        Placement.objects.bulk_create(stays, batch_size=500)


def change(times, table):
    """Everybody gets another title and post: the changed rows of a second import."""
    from members import importing
    from members.services import imports

    (sheet,) = table["sheets"]
    for _, cells in sheet["rows"][2:]:
        cells[10], cells[11] = "班主任", "高级教师"
    staged = stage(table)
    found = importing.preview(table, make_places=True)
    assert found.counts["changed"] == len(found.rows), found.counts
    with timed(times, "apply changed rows"):
        imports.apply_now(staged, by=None, seen=found.digest, ticked=True)


def main():
    import django

    django.setup()
    from django.db import connection

    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    connection.creation.create_test_db(verbosity=0)
    sys.stdout.write(f"{connection.vendor}, {rows:,} rows of 20 columns\n")
    try:
        times, child = measure(rows)
    finally:
        connection.creation.destroy_test_db("", verbosity=0)
    preview = times["parse in the child"] + times["validate, compare"]
    say("preview / calamine", preview / times["calamine alone"], 5)
    alone = times["bulk_create alone"]
    say("apply / bulk_create", times["apply, previewed again"] / alone, 3)
    say("changed rows / bulk_create", times["apply changed rows"] / alone, 3)
    say("others wait (clock), s", times["others wait (clock)"], 20)
    say("memory of the child, MB", child, 300)


def say(name, figure, most):
    sys.stdout.write(f"{name:<28}{figure:8.1f}   (at most {most})\n")


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "unionoffice.settings")
    main()
