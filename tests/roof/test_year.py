"""The year: the same figures on the page, in the workbook and in the database."""

import datetime
import io
from decimal import Decimal

import openpyxl
import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from members.models import AuditEntry
from tests import make_members, make_welfare
from unionoffice.pages import reporting


@pytest.fixture
def records(db):
    by = make_members.user("committee", name="登记人")
    make_welfare.visit(by=by, amount=Decimal("300.50"))
    make_welfare.visit(by=by, amount=Decimal(200), occasion="结婚")
    make_welfare.visit(by=by, visited_on=datetime.date(2025, 3, 1))


def covered(book):
    """{label: this year's value} of the cover."""
    rows = book["封面"].iter_rows(min_row=5, values_only=True)
    return {row[1]: row[2] for row in rows}


def test_the_workbook_tells_the_figures_of_the_page(as_chair, chair, records):
    answer = as_chair.get("/year/2026/export/")

    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    told = covered(book)
    figures = {
        f.label: f.value for _, found in reporting.figures(2026, chair) for f in found
    }
    assert told == {label: pytest.approx(float(v)) for label, v in figures.items()}
    assert (told["慰问"], told["慰问金额"]) == (2, 500.5)


def test_every_figure_opens_a_page(as_chair, chair, records):
    addresses = [f.url for _, found in reporting.figures(2026, chair) for f in found]

    assert len(addresses) > 5
    assert [a for a in addresses if as_chair.get(a).status_code != 200] == []


def test_last_year_stands_beside_this_year_and_opens(as_chair, records):
    answer = as_chair.get("/year/2026/")
    page = answer.context["page"]

    pairs = {f.label: earlier for _, found in page.chapters for f, earlier in found}
    assert pairs["慰问"].value == 1
    assert as_chair.get(pairs["慰问"].url).context["table"].totals["count"] == 1
    assert 'href="/welfare/visits/?year=2025&amp;state=visited"' in (
        answer.content.decode()
    )


@pytest.mark.parametrize("label", ["离退休教职工", "退休教职工"])
@pytest.mark.parametrize(("year", "count"), [(2023, 0), (2024, 1), (2025, 2)])
def test_the_retired_are_those_of_the_end_of_the_year(
    as_chair, chair, label, year, count
):
    for day in (datetime.date(2024, 9, 1), datetime.date(2025, 9, 1), None):
        make_members.member(work_status="retired", retired_on=day)

    told = {f.label: f for _, found in reporting.figures(year, chair) for f in found}

    listed = as_chair.get(told[label].url).context["page"].paginator.count
    assert (told[label].value, listed) == (count, count)


def test_who_retired_without_a_date_is_retired_now(as_chair, chair):
    make_members.member(work_status="retired")
    today = timezone.localdate()

    told = {
        f.label: f for _, found in reporting.figures(today.year, chair) for f in found
    }

    listed = as_chair.get(told["离退休教职工"].url).context["page"].paginator.count
    assert (told["离退休教职工"].value, listed) == (1, 1)


def test_the_leader_reads_figures_and_may_not_export(as_leader, records):
    page = as_leader.get("/year/2026/")
    refused = as_leader.get("/year/2026/export/")

    assert page.status_code == 200
    assert (
        "导出年终工作簿由工会主席、工会委员、经审委员办理。" in refused.content.decode()
    )


def test_an_export_is_recorded(as_auditor, auditor):
    as_auditor.get("/year/2026/export/")

    entry = AuditEntry.objects.get(action="year.exported")
    assert (entry.by, entry.details) == (auditor, {"year": 2026})


def test_the_command_writes_the_same_workbook(records, tmp_path, capsys):
    target = tmp_path / "年终.xlsx"

    call_command("export_yearend", "2026", "-o", str(target))

    book = openpyxl.load_workbook(target)
    assert covered(book)["慰问金额"] == 500.5
    assert "已写好" in capsys.readouterr().out


def test_a_year_that_is_none_and_a_folder_that_is_none_are_said(db, tmp_path):
    with pytest.raises(CommandError, match="不是一个年份"):
        call_command("export_yearend", "0", "-o", str(tmp_path / "a.xlsx"))
    with pytest.raises(CommandError, match="文件夹"):
        call_command(
            "export_yearend", "2026", "-o", str(tmp_path / "nowhere" / "a.xlsx")
        )


def test_every_sheet_can_be_printed_and_read(as_chair, records):
    book = openpyxl.load_workbook(
        io.BytesIO(as_chair.get("/year/2026/export/").content)
    )

    assert book.sheetnames[0] == "封面"
    assert len(book.sheetnames) == len(set(book.sheetnames)) > 8
    assert all(page.freeze_panes and page.print_title_rows for page in book)
    assert all(page.page_setup.paperSize == 9 for page in book)
    assert sum(len(page._charts) for page in book) >= 2


@pytest.mark.parametrize("address", ["/year/1900/", "/year/9999/", "/year/26/"])
def test_a_year_without_records_is_no_address(as_chair, address):
    assert as_chair.get(address).status_code == 404


def test_a_count_without_a_list_is_no_link(as_auditor):
    text = as_auditor.get("/year/").content.decode()

    assert "收到提案" in text
    assert 'href=""' not in text
