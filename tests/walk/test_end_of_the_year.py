"""The fourth job: the chair exports the year, and its figures are the database's."""

import re

import pytest
from openpyxl import load_workbook

from tests.walk.steps import enter, follow, heading

pytestmark = pytest.mark.browser

NOW = "__import__('django.utils.timezone').utils.timezone.localdate().year"
GIVEN = "Visit.objects.filter(state='visited', visited_on__year={y})"
HANDED_IN = "Proposal.objects.filter(submitted_at__year={y})"
COUNTS = {
    ("送温暖", "慰问"): f"{GIVEN}.count()",
    ("送温暖", "慰问金额"): f"sum(v.amount for v in {GIVEN})",
    ("教代会", "收到提案"): f"{HANDED_IN}.count()",
    ("教代会", "立案"): f"{HANDED_IN}.filter(decision='accepted').count()",
    ("计划与活动", "已举办"): (
        "Activity.objects.filter(held_on__year={y}, state__in=['held', 'closed']).count()"
    ),
    ("会员", "在册会员"): (
        "Member.objects.filter(left_union_on=None, joined_union_on__isnull=False)"
        ".exclude(work_status__in=['left', 'dead']).count()"
    ),
}


@pytest.fixture
def workbook(page_as, tmp_path):
    """The workbook as the chair gets it, and the figures of the page it came from."""
    page = page_as("chair")
    enter(page, "年终")
    heading(page, "年年终统计")
    shown = figures_of(page)
    with page.expect_download() as download:
        follow(page, "导出年终工作簿")
    target = tmp_path / "year.xlsx"
    download.value.save_as(target)
    assert re.fullmatch(
        r"\d{4}年度工会工作统计_\S+\.xlsx", download.value.suggested_filename
    )
    return load_workbook(target), shown


def figures_of(page):
    """(chapter, item) -> number, as a person reads them off the page."""
    found = {}
    for section in page.locator("main section").all():
        chapter = section.get_by_role("heading", level=2).inner_text()
        for row in section.locator("tbody tr").all():
            item = row.locator("th").inner_text().split("（")[0]
            number = row.locator("td").first.inner_text()
            found[chapter, item] = float(re.sub(r"[¥,]", "", number))
    return found


def cover_of(book):
    """(chapter, item) -> this year's number on the cover."""
    rows = book["封面"].iter_rows(values_only=True)
    return {row[:2]: float(row[2]) for row in rows if isinstance(row[2], int | float)}


def test_the_workbook_says_what_the_page_and_the_database_say(workbook, office):
    book, shown = workbook
    cover = cover_of(book)
    code = ", ".join(f"float({one.format(y=NOW)})" for one in COUNTS.values())

    counted = dict(zip(COUNTS, office.ask(f"[{code}]"), strict=True))

    assert {key: cover[key] for key in COUNTS} == counted
    assert cover == shown


def test_the_chapters_of_the_workbook_add_up_to_its_cover(workbook):
    book, _ = workbook
    cover = cover_of(book)

    def total(sheet, column):
        rows = list(book[sheet].iter_rows(values_only=True))
        heads = next(row for row in rows if column in row)
        last = next(row for row in reversed(rows) if row[0] == "合计")
        return float(last[heads.index(column)])

    assert total("慰问统计", "人次") == cover["送温暖", "慰问"]
    assert total("慰问统计", "金额") == cover["送温暖", "慰问金额"]
    assert total("慰问台账", "金额") == cover["送温暖", "慰问金额"]
    assert total("提案统计", "收到件数") == cover["教代会", "收到提案"]
    assert total("会员统计", "人数") == cover["会员", "在册会员"]
    assert total("计划完成情况", "已举办") == cover["计划与活动", "已举办"]
    assert total("计划完成情况", "参加人次") == cover["计划与活动", "参加人次"]


def counted_by(page, address):
    """How many records the list at an address says it has; None if it does not say."""
    page.goto(address)
    said = page.locator(".list-head")
    if not said.count():
        return None
    return int(re.search(r"共 ([\d,]+)", said.inner_text())[1].replace(",", ""))


def test_every_count_opens_the_records_it_counts(page_as):
    page = page_as("chair")
    enter(page, "年终")
    heading(page, "年年终统计")
    counts = {
        row.locator("th").inner_text(): (
            int(row.locator("td a").first.inner_text().replace(",", "")),
            row.locator("td a").first.get_attribute("href"),
        )
        for row in page.locator("main tbody tr:has(td a)").all()
        if not re.search("参加人次|金额|支出", row.inner_text())
    }

    listed = {item: counted_by(page, url) for item, (_, url) in counts.items()}

    assert len(counts) > 10
    shown = {item: number for item, (number, _) in counts.items() if number}
    assert {item: listed[item] for item in shown} == shown
