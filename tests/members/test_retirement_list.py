"""Who retires when: the list, its years, its export."""

import datetime
import io

import openpyxl
import pytest
from django.utils import timezone

from members.models import AuditEntry
from tests import make_members as make

ADDRESS = "/members/retirements/"


@pytest.fixture
def today(monkeypatch):
    """A day in the spring of 2026."""
    day = datetime.date(2026, 3, 20)
    monkeypatch.setattr(timezone, "localdate", lambda *args: day)
    return day


def born(year, month, **values):
    return make.member(
        birth_date=datetime.date(year, month, 10), **{"sex": "男", **values}
    )


def told(answer):
    return [(o.member.name, f"{o.on}", o.age) for o in answer.context["page"]]


def test_this_year_and_the_next_stand_in_order(as_committee, today):
    born(1966, 6, name="明年")  # 60 and 5 months: 2026-11
    born(1965, 12, name="今年")  # 60 and 3 months: 2026-03
    born(1968, 1, name="以后")  # 60 and 10 months: 2028-11
    born(1965, 12, name="已退", work_status="retired")
    born(1965, 12, name="返聘", employment="rehired")
    born(1965, 12, name="不知", sex="")

    answer = as_committee.get(ADDRESS)

    assert told(answer) == [
        ("今年", "2026-03-10", "60岁3个月"),
        ("明年", "2026-11-10", "60岁5个月"),
    ]


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ({"year": "2028"}, ["以后"]),
        ({"year": "past"}, ["早该", "刚到"]),
        ({"year": "nonsense"}, ["刚到"]),
        ({"year": "2028", "post_kind": "worker"}, []),
    ],
)
def test_a_year_narrows_and_who_is_past_it_is_found(as_chair, today, asked, names):
    born(1968, 1, name="以后", post_kind="teacher")
    born(1965, 12, name="刚到")
    born(1960, 1, name="早该")

    assert [name for name, _, _ in told(as_chair.get(ADDRESS, asked))] == names


def test_the_export_holds_what_the_page_shows_and_is_recorded(as_chair, today):
    born(1965, 12, name="今年", staff_no="A1", post_kind="manager")

    told = {"purpose": "安排荣退", "recipient": "本办公室"}
    asked = as_chair.get(f"{ADDRESS}export/?year=2026")
    answer = as_chair.post(f"{ADDRESS}export/?year=2026", told)

    page = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    rows = [row for row in page.iter_rows(values_only=True) if row[1] == "A1"]
    assert [(row[0], row[6], row[3]) for row in rows] == [("今年", "管理", "60岁3个月")]
    details = AuditEntry.objects.get(action="retirement.exported").details
    assert asked.headers["Content-Type"].startswith("text/html")
    del details["columns"]
    assert details == {"query": "year=2026", "rows": 1, **told}


def test_nobody_due_is_said(as_chair, today):
    assert "没有人到退休年龄" in as_chair.get(ADDRESS).content.decode()


@pytest.mark.parametrize("count", [1, 60])
def test_the_list_costs_the_same_for_one_and_for_many(
    as_chair, today, django_assert_num_queries, count
):
    group, department = make.group(), make.department()
    for _ in range(count):
        born(1965, 12, group=group, department=department)
    as_chair.get(ADDRESS)

    with django_assert_num_queries(9):
        answer = as_chair.get(ADDRESS)

    assert len(told(answer)) == min(count, 50)


@pytest.mark.parametrize(("role", "seen"), [("committee", True), ("sysadmin", False)])
def test_the_record_tells_the_day_to_the_office_only(db, sign_in, role, seen):
    member = born(1985, 5)

    page = sign_in(make.user(role)).get(member.get_absolute_url()).content.decode()

    assert ("<dt>到龄退休</dt><dd>2048年5月10日<span" in page) == seen


def test_those_past_the_age_are_told_above_the_list(as_chair, today):
    born(1960, 6, name="早该")

    page = as_chair.get(ADDRESS).content.decode()

    assert "另有 1 人已经到龄" in page
