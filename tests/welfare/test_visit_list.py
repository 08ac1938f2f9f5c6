"""The list of visits: who sees which, totals, export, cost."""

import datetime
import io
from decimal import Decimal

import openpyxl
import pytest

from members.models import AuditEntry
from tests import make_members
from tests import make_welfare as make
from welfare import reporting


def people(answer):
    return sorted(visit.member.name for visit in answer.context["page"])


@pytest.fixture
def three(db):
    by = make_members.user("committee", name="登记人")
    a, b = make_members.member(name="赵一"), make_members.member(name="钱二")
    make.visit(a, by=by, amount=Decimal("300.50"))
    make.visit(b, by=by, occasion="结婚", amount=Decimal(500))
    make.visit(b, by=by, occasion="生育", visited_on=datetime.date(2025, 1, 2))


def test_the_office_and_the_auditor_see_all_with_totals(as_auditor, three):
    answer = as_auditor.get("/welfare/visits/", {"year": "2026"})

    assert people(answer) == sorted(["赵一", "钱二"])
    assert answer.context["table"].totals == {"count": 2, "amount": Decimal("800.50")}


def test_voided_and_due_visits_are_not_summed(as_committee, three):
    make.visit(state="void", void_reason="重复", amount=Decimal(99))
    make.visit(visited_on=None, occurred_on=make.DAY, amount=Decimal(77))

    answer = as_committee.get("/welfare/visits/", {"year": "2026"})

    assert answer.context["table"].totals == {"count": 2, "amount": Decimal("800.50")}


def test_a_group_leader_sees_the_own_group_without_amounts(
    as_group_leader, group_leader
):
    own = make_members.group(leader=group_leader.member)
    make.visit(make_members.member(name="组员", group=own), amount=Decimal("431.70"))
    make.visit(make_members.member(name="外人"))

    answer = as_group_leader.get("/welfare/visits/")

    assert people(answer) == ["组员"]
    assert "431.70" not in answer.content.decode()


def test_the_export_has_the_rows_of_the_screen(as_committee, three):
    answer = as_committee.get("/welfare/visits/export/", {"q": "钱二", "year": "2026"})

    page = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    rows = list(page.iter_rows(min_row=3, values_only=True))
    assert [(row[0], row[1], row[5]) for row in rows[:-1]] == [("钱二", "结婚", 500)]
    assert AuditEntry.objects.get(action="visit.exported").details["rows"] == 1


def test_the_figures_open_lists_that_count_the_same(as_committee, committee, three):
    figures = {f.label: f for f in reporting.figures(2026, committee)}

    answer = as_committee.get(figures["慰问"].url)

    assert answer.context["page"].paginator.count == figures["慰问"].value == 2
    assert figures["慰问金额"].value == Decimal("800.50")


@pytest.mark.parametrize("count", [1, 40])
def test_the_list_costs_the_same_for_one_and_for_many(
    as_committee, committee, django_assert_num_queries, count
):
    for _ in range(count):
        visit = make.visit(by=committee)
        visit.visitors.add(committee.member)
    as_committee.get("/welfare/visits/")

    with django_assert_num_queries(12):
        as_committee.get("/welfare/visits/")


def test_a_year_that_is_none_gives_an_empty_list(as_committee, three):
    answer = as_committee.get("/welfare/visits/", {"year": "99999999999"})

    assert people(answer) == []


def test_a_phone_asks_for_the_name_first(as_committee):
    found = as_committee.get("/welfare/visits/").context["table"].filter

    assert next(iter(found.form.fields)) == "q"


def test_the_register_has_the_words_of_the_page(as_committee):
    visit = make.visit()
    heads = [column.heading for column in reporting.visit_register([]).columns]
    page = as_committee.get(visit.get_absolute_url()).content.decode()

    words = ["走访人", "资金来源", "签收人", "形式", "当事人"]
    assert [word for word in words if word not in heads] == []
    assert [word for word in words[:4] if f"<dt>{word}</dt>" not in page] == []
