"""The list of activities and its export: one filter, the same rows."""

import datetime
import io
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from members.models import AuditEntry
from tests import make_members
from tests import make_plans as make


def titles(client, **asked):
    return [
        row.title for row in client.get("/plans/activities/", asked).context["page"]
    ]


def test_the_year_is_the_one_it_was_held_in(as_chair):
    make.activity(
        title="跨年办的",
        first_month=datetime.date(2025, 12, 1),
        state="held",
        held_on=datetime.date(2026, 1, 4),
    )
    make.activity(title="去年计划", first_month=datetime.date(2025, 12, 1))
    plan = make.plan(state="approved")
    make.activity(title="未定月份", plan=plan, first_month=None, last_month=None)

    assert titles(as_chair, year=2026) == ["跨年办的", "未定月份"]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"kind": "planned"}, ["计划内"]),
        ({"kind": "outside"}, ["计划外"]),
        ({"state": "happened"}, ["计划外"]),
        ({"q": "内"}, ["计划内"]),
        ({"level": "区"}, ["计划内"]),
        ({"person": "fm"}, ["计划外"]),
        ({"year": "0"}, []),
    ],
)
def test_the_list_is_filtered(as_chair, asked, expected):
    make.activity(title="计划内", plan=make.plan(state="approved"), level="区")
    outside = make.activity(title="计划外", state="held")
    outside.helpers.add(make_members.member(name="方梅"))

    assert titles(as_chair, **asked) == expected


def test_items_of_a_draft_are_not_activities_yet(as_chair):
    make.activity(plan=make.plan())

    assert titles(as_chair) == []


def test_the_totals_count_what_was_held(as_chair):
    first = make.activity(state="closed", cost=Decimal("10.50"), guests=2)
    make.attendance(activity=first)
    make.attendance(activity=first, member=make_members.member(name="方梅"))
    make.attendance(activity=make.activity(state="held", cost=Decimal("1")))
    make.activity()

    sums = as_chair.get("/plans/activities/").context["table"].totals

    assert sums == {"present": 3, "guests": 2, "cost": Decimal("11.50")}


def test_the_export_carries_the_rows_of_the_page(as_chair):
    make.activity(title="=计划内", plan=make.plan(state="approved"))
    held = make.activity(title="计划外", state="closed", cost=Decimal("10.50"))
    make.attendance(activity=held)

    answer = as_chair.get("/plans/activities/export/?kind=outside")

    book = load_workbook(io.BytesIO(answer.content))
    rows = list(book["活动记录"].iter_rows(min_row=3, values_only=True))
    assert rows[0][:2] == ("计划外", "计划外")
    assert rows[0][5:] == ("已完成", 1, 0, 10.5)
    assert (rows[1][0], *rows[1][6:]) == ("合计（已举办的）", 1, 0, 10.5)


def test_an_export_is_recorded(as_auditor, auditor):
    make.activity(title="计划外", state="closed")

    as_auditor.get("/plans/activities/export/?kind=outside")

    entry = AuditEntry.objects.get(action="activity.exported")
    assert entry.by == auditor
    assert (entry.details["query"], entry.details["rows"]) == ("kind=outside", 1)


def test_members_export_what_they_see_without_money(as_member):
    make.activity(state="closed", cost=Decimal("10.50"))
    asked = {"columns": ["title", "cost", "budget"]}

    answer = as_member.get("/plans/activities/export/", asked)

    page = load_workbook(io.BytesIO(answer.content)).active
    assert [cell.value for cell in page[2]] == ["活动"]


@pytest.mark.parametrize("many", [1, 9])
def test_the_list_asks_the_same_questions_for_one_row_and_for_many(
    as_chair, many, django_assert_num_queries
):
    for number in range(many):
        make.activity(
            category=make.category(f"类{number}"),
            lead=make_members.member(),
            plan=make.plan(state="approved"),
        )
    as_chair.get("/plans/activities/")

    with django_assert_num_queries(LIST_QUERIES):
        as_chair.get("/plans/activities/")


LIST_QUERIES = 10


def test_the_filter_names_no_plan_in_drafting(as_member):
    make.plan(title="明年的打算")
    make.plan(title="今年的计划", state="approved")

    offered = (
        as_member.get("/plans/activities/").context["table"].filter.form.fields["plan"]
    )

    assert [str(plan) for plan in offered.queryset] == ["今年的计划"]
