"""Every list of the site: its export holds the columns and the rows of the page."""

import io

import pytest
from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from members.lists import LISTS
from members.models import AuditEntry, MemberImport
from tests import make_congress, make_members, make_plans, make_welfare
from tests.test_access import addresses
from unionoffice.lists import Table

NOW = timezone.now()
# Where the name of the export does not follow from the name of the list.
OTHERWISE = {
    "members:list_detail": "members:list_export",
    "welfare:health_round_list": "welfare:health_round_list_export",
    "welfare:health_round_detail": "welfare:health_round_export",
}
# Pages that are called lists and are none, each with its reason.
NO_LISTS = {
    "usersessions_list": "allauth's own page of one's sessions",
    "members:place_list": "two trees in their own order; the export holds them so",
    "plans:sheet_list": "what one may sign up for today; every sheet has its export",
    "plans:feed_list": "one's own two addresses, each with what may be done with it",
    "plans:lead_list": "questions put to this very person, each with its answers",
}
CODES = {"members:list_detail": list(LISTS)}  # one address, several lists


def lists():
    """(name of a list, name of its export, code) of every list in the map of
    addresses."""
    found = {name for name in addresses() if name.endswith("_list")} | OTHERWISE.keys()
    return [
        (name, OTHERWISE.get(name, name.removesuffix("_list") + "_export"), code)
        for name in sorted(found - NO_LISTS.keys())
        for code in CODES.get(name, [None])
    ]


@pytest.fixture
def full(db, chair):
    """Two rows or more in every list; a function: the arguments of its address."""
    today = timezone.localdate()
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
        make_plans.duty(title=f"工作{n}")
        make_plans.period(name=f"第{n}学期")
        make_congress.proposal("submitted", session=session, author=person)
        make_congress.delegate(person, congress=session.congress)
        make_congress.congress(50 + n)
        make_welfare.visit(person, by=chair)
        make_members.application("refused", kind="move", by=chair)
        make_members.correction(person)
        make_members.seat(person=person)
        since = today.replace(year=today.year - 30, day=1 + n)
        born = since.replace(year=1970)
        make_members.member(teaching_since=since, birth_date=born)
        MemberImport.objects.create(name=f"{n}.xlsx", state="applied", applied_at=NOW)
    checked = make_welfare.health_round(people=people)
    known = {
        "welfare:health_round_detail": {"pk": checked.pk},
        "congress:delegate_list": {"pk": session.congress_id},
    }
    return lambda name, code: {"code": code} if code else known.get(name)


def taken(client, address):
    """The answer of an export; one with personal columns asks what for first."""
    answer = client.get(address)
    if "form" not in (answer.context or {}):
        return answer
    return client.post(address, {"purpose": "核对名单", "recipient": "办公室"})


def sheet_of(answer):
    """Headings, and rows without the totals, of an export."""
    rows = load_workbook(io.BytesIO(answer.content)).active.iter_rows(values_only=True)
    table = [row for row in rows if len(row) < 2 or any(row[1:])]
    table = [row for row in table if "合计" not in str(row[0])]
    return table[0], table[1:]


@pytest.mark.parametrize(("name", "export", "code"), lists())
def test_an_export_holds_what_the_page_shows(as_chair, full, name, export, code):
    kwargs = full(name, code)
    page = as_chair.get(reverse(name, kwargs=kwargs))
    table = page.context["table"]

    heads, rows = sheet_of(taken(as_chair, reverse(export, kwargs=kwargs)))

    assert list(heads) == [head.column.heading for head in table.heads]
    assert len(rows) == table.count > 0
    first = next(n for n, head in enumerate(table.heads) if head.column.is_head)
    told = [str(line.head) for line in table.lines]
    assert [str(row[first]) for row in rows] == told
    entry = AuditEntry.objects.first()
    assert entry.action.endswith(".exported")
    assert entry.details["rows"] == len(rows)
    assert ("purpose" in entry.details) is bool(table.private)
    assert f"{reverse(export, kwargs=kwargs)}" in page.content.decode()


@pytest.mark.parametrize(("name", "export", "code"), lists())
def test_every_heading_sorts_both_ways(as_chair, chair, full, name, export, code):
    page = as_chair.get(reverse(name, kwargs=full(name, code)))
    shown = page.context["table"]
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
    for name, _, code in lists():
        page = as_chair.get(reverse(name, kwargs=full(name, code)))
        headings = {column.heading for column in page.context["table"].possible}
        assert not {"身份证号", "备注"} & headings


def test_what_is_no_list_is_still_there():
    assert set(addresses()) >= NO_LISTS.keys()
