"""Every list of the site: its export holds the columns and the rows of the page."""

import io

import pytest
from django.http import HttpRequest, QueryDict
from django.urls import reverse
from openpyxl import load_workbook

from members.models import AuditEntry
from tests import make_congress, make_members, make_plans, make_welfare
from tests.test_access import addresses
from unionoffice.lists import Table

# Where the name of the export does not follow from the name of the list.
OTHERWISE = {
    "welfare:health_round_list": "welfare:health_round_list_export",
    "welfare:health_round_detail": "welfare:health_round_export",
}
# Django's and allauth's own.
NOT_OURS = {"usersessions_list"}


def lists():
    """(name of a list, name of its export) of every list in the map of addresses."""
    found = {name for name in addresses() if name.endswith("_list")} - NOT_OURS
    found |= OTHERWISE.keys()
    return sorted(
        (name, OTHERWISE.get(name, name.removesuffix("_list") + "_export"))
        for name in found
    )


@pytest.fixture
def full(db, chair):
    """Two rows or more in every list; the arguments of the addresses that need some."""
    people = [
        make_members.member(group=make_members.group(leader=chair.member)),
        make_members.member(work_status="retired", birth_date="1950-03-05"),
        make_members.member(birth_date="1966-06-10", sex="男"),
        make_members.member(birth_date="1966-05-10", sex="男"),
    ]
    session = make_congress.session()
    for n, person in enumerate(people[:2]):
        make_plans.activity(state="held", lead=person)
        make_plans.plan(title=f"计划{n}")
        make_congress.proposal("submitted", session=session, author=person)
        make_welfare.visit(person, by=chair)
    checked = make_welfare.health_round(people=people)
    return {"welfare:health_round_detail": {"pk": checked.pk}}


def sheet_of(answer):
    """Headings, and rows without the totals, of an export."""
    rows = load_workbook(io.BytesIO(answer.content)).active.iter_rows(values_only=True)
    table = [row for row in rows if len(row) < 2 or any(row[1:])]
    table = [row for row in table if "合计" not in str(row[0])]
    return table[0], table[1:]


@pytest.mark.parametrize(("name", "export"), lists())
def test_an_export_holds_what_the_page_shows(as_chair, full, name, export):
    kwargs = full.get(name)
    page = as_chair.get(reverse(name, kwargs=kwargs))
    table = page.context["table"]

    heads, rows = sheet_of(as_chair.get(reverse(export, kwargs=kwargs)))

    assert list(heads) == [head.column.heading for head in table.heads]
    assert len(rows) == table.count > 0
    first = next(n for n, head in enumerate(table.heads) if head.column.is_head)
    told = [str(line.head) for line in table.lines]
    assert [str(row[first]) for row in rows] == told
    entry = AuditEntry.objects.first()
    assert entry.action.endswith(".exported")
    assert entry.details["rows"] == len(rows)
    assert f"{reverse(export, kwargs=kwargs)}" in page.content.decode()


@pytest.mark.parametrize("name", [name for name, _ in lists()])
def test_every_heading_sorts_both_ways(as_chair, chair, full, name):
    shown = as_chair.get(reverse(name, kwargs=full.get(name))).context["table"]
    every = "&".join(f"columns={column.name}" for column in shown.possible)
    sortable = [column.name for column in shown.possible if column.order]
    asked = HttpRequest()
    asked.user = chair

    for key in (sign + column for column in sortable for sign in ("", "-")):
        asked.GET = QueryDict(f"{every}&order={key}")
        table = Table(asked, shown.name, shown.possible, rows=shown.rows)
        sorted_by = [head for head in table.heads if head.sorted]
        assert (table.order, len(sorted_by), len(table.lines)) == (key, 1, shown.count)


def test_no_list_offers_a_sealed_column(as_chair, full):
    for name, _ in lists():
        table = as_chair.get(reverse(name, kwargs=full.get(name))).context["table"]
        headings = " ".join(column.heading for column in table.possible)
        assert not {"身份证号", "备注"} & set(headings.split())
