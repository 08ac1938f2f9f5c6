"""提案办理情况报告: nine real sets of figures (domain.md 2.6) come out as they were."""

import io

import pytest
from docx import Document
from openpyxl import load_workbook

from congress import reporting
from congress.models import Opinion, Proposal, Round
from members.models import Department
from tests import make_congress as make
from tests import make_members as people

pytestmark = pytest.mark.django_db


class Records:
    """Enters the proposals of a session, many at once."""

    def __init__(self, session):
        self.session = session
        self.author = people.member(name="提案人")
        self.by = people.member(name="审查人")
        self.number = 0

    def add(self, count, state, *, into=None, category=None, **values):
        """`count` proposals in this state, merged `into` one where it is told."""
        category = category or make.category("其他")
        rows = []
        for _ in range(count):
            self.number += 1
            row = make.bare(
                state, self.session, self.number, self.author, self.by, category
            )
            row.merged_into = into
            for name, value in values.items():
                setattr(row, name, value)
            rows.append(row)
        return Proposal.objects.bulk_create(rows)

    def merge(self, raw, after, state):
        """`raw` that became `after` in this state: the first took the others in."""
        leads = self.add(after, state)
        self.add(raw - after, "merged", into=leads[0])
        return leads

    def answer(self, rows, result, rating="", department="总务处"):
        known = Department.objects.filter(name=department).first()
        place = known or people.department(department)
        rounds = [make.bare_round(row, result, rating, place) for row in rows]
        Round.objects.bulk_create(rounds)
        state = "rated" if rating else "replied"
        keys = [row.pk for row in rows]
        Proposal.objects.filter(pk__in=keys).update(state=state)


@pytest.fixture
def records():
    return Records(make.session(term=5, ordinal=4))


def told(records):
    """The sentences, and the tables by name: {first cell: the rest}."""
    report = reporting.session_report(records.session)
    tables = {
        sheet.title: {row[0]: row[1:] for row in sheet.rows} for sheet in report.sheets
    }
    return " ".join(report.sentences), tables


def percents(cells):
    return [f"{cell:.1%}" for cell in cells if isinstance(cell, float)]


def test_53_received_20_accepted_29_advice_4_rejected(records):
    rows = records.add(20, "accepted")
    records.answer(rows[:17], "solved", "very")
    records.answer(rows[17:19], "solved", "satisfied")
    records.answer(rows[19:], "solved", "mostly")
    records.add(29, "advice")
    records.add(4, "rejected", reject_reason=make.reject_reason())

    words, tables = told(records)

    assert words.startswith(
        "共收到提案 53 件：立案 20 件（37.7%），转为意见建议 29 件（54.7%），"
        "不予立案 4 件（7.5%）。"
    )
    ratings = tables["提案满意度"]
    assert [(name, cells[0], f"{cells[1]:.0%}") for name, cells in ratings.items()] == [
        ("非常满意", 17, "85%"),
        ("满意", 2, "10%"),
        ("基本满意", 1, "5%"),
        ("不满意", 0, "0%"),
        ("满意率（不含不满意）", 20, "100%"),
    ]


def test_126_received_merge_into_64_proposals_and_31_advice(records):
    records.merge(80, 64, "accepted")
    records.merge(41, 31, "advice")
    records.add(5, "rejected", reject_reason=make.reject_reason())

    words, tables = told(records)

    assert (
        "共收到提案 126 件：立案 80 件（63.5%），并案后 64 件，"
        "转为意见建议 41 件（32.5%），并案后 31 件，不予立案 5 件（4%）。" in words
    )
    assert [row[0::2] for row in tables["提案统计"].values()][:3] == [
        (80, 64),
        (41, 31),
        (5, 5),
    ]


def test_47_received_6_into_3_and_8_into_4(records):
    records.merge(16, 13, "accepted")
    records.merge(31, 27, "advice")

    words, _ = told(records)

    assert "共收到提案 47 件：立案 16 件（34%），并案后 13 件" in words
    assert "转为意见建议 31 件（66%），并案后 27 件" in words


def test_74_by_category_and_52_accepted_of_which_50_remain(records):
    kinds = {"民生保障": 46, "教学科研": 16, "管理体制": 10, "教代会建设": 2}
    lead = records.add(50, "accepted", category=make.category("民生保障"))[0]
    # 2 of 46 were merged; the other kinds became advice
    records.add(2, "merged", into=lead, category=make.category("教代会建设"))
    records.add(16, "advice", category=make.category("教学科研"))
    records.add(6, "advice", category=make.category("管理体制"))
    moved = Proposal.objects.filter(category__name="民生保障").order_by("-number")[:4]
    keys = list(moved.values_list("pk", flat=True))
    Proposal.objects.filter(pk__in=keys).update(category=make.category("管理体制"))

    words, tables = told(records)

    assert "共收到提案 74 件：立案 52 件（70.3%），并案后 50 件" in words
    assert "转为意见建议 22 件（29.7%）" in words
    found = tables["提案类别统计"]
    assert {name: cells[0] for name, cells in found.items()} == kinds
    assert percents(c for cells in found.values() for c in cells) == [
        "62.2%",
        "21.6%",
        "13.5%",
        "2.7%",
    ]


def test_40_proposals_of_17_departments_24_done_is_60_percent(records):
    rows = records.add(40, "accepted")
    records.add(29, "advice")
    results = ["solved"] * 24 + ["started"] * 12 + ["declined"] * 4
    for place in range(17):
        for result in set(results):
            mine = [
                r
                for n, r in enumerate(rows)
                if n % 17 == place and results[n] == result
            ]
            records.answer(mine, result, department=f"部门{place:02d}")

    words, tables = told(records)

    assert "已落实 24 件（落实率 60%）" in words
    assert tables["提案办理率"]["立案的提案"] == (40, 40, 1.0, 0, 0.0, 24, 0.6)
    departments = tables["提案分部门统计"].values()
    assert len(departments) == 17
    done, doing, planned, never = (sum(r[n] for r in departments) for n in (3, 4, 5, 6))
    assert (done, doing + planned, never) == (24, 12, 4)


def test_64_accepted_of_72_57_solved_or_planned(records):
    rows = records.add(64, "accepted")
    records.add(8, "rejected", reject_reason=make.reject_reason())
    records.answer(rows[:30], "solved")
    records.answer(rows[30:57], "planned")
    records.answer(rows[57:], "not_yet")

    words, tables = told(records)

    assert "立案 64 件（88.9%）" in words
    results = tables["提案办理结果"]
    assert results["其中 已解决或列入计划（A–C）"][:2] == (57, 57 / 64)
    assert percents(results["其中 已解决或列入计划（A–C）"][:2]) == ["89.1%"]
    assert percents(results["留作参考（D，无法落实）"][:2]) == ["10.9%"]


def test_139_in_a_congress_of_several_sessions_and_its_opinions(records):
    congress = records.session.congress
    other = Records(make.session("closed", congress=congress, ordinal=3))
    content = records.add(60, "accepted")
    rest = other.add(46, "accepted")
    records.answer(content, "solved", "satisfied")
    other.answer(rest[:38], "solved", "satisfied")
    other.answer(rest[38:40], "solved", "unsatisfied")
    records.add(20, "advice")
    other.add(13, "rejected", reject_reason=make.reject_reason())
    heads = Opinion.objects.bulk_create(
        Opinion(session=records.session, text=f"意见{n}") for n in range(489)
    )
    Opinion.objects.bulk_create(
        Opinion(session=other.session, text="同上", merged_into=heads[n % 489])
        for n in range(1141 - 489)
    )

    words = " ".join(reporting.congress_report(congress).sentences)

    assert "共收到提案 139 件：立案 106 件（76.3%）" in words
    assert "转为意见建议 20 件" in words
    assert "不予立案 13 件" in words
    assert "（满意率 98%）" in words
    assert "分组讨论提出意见 1141 条，归并为 489 条。" in words


def test_67_of_which_2_accepted_and_37_for_one_department(records):
    rows = records.add(2, "accepted") + records.add(65, "advice")
    records.answer(rows[:37], "solved", department="后勤处")
    records.answer(rows[37:], "solved", department="教务处")

    words, tables = told(records)

    assert "立案 2 件（3%），转为意见建议 65 件（97%）" in words
    assert tables["提案分部门统计"]["后勤处"][:2] == (37, 37 / 67)
    assert percents(tables["提案分部门统计"]["后勤处"]) == ["55.2%"]


def test_all_answered_is_100_percent(records):
    records.answer(records.add(7, "accepted"), "started")

    words, _ = told(records)

    assert "已答复 7 件（答复率 100%），办结 0 件（办结率 0%）" in words


def test_page_workbook_and_paper_say_the_same(records, as_member):
    records.merge(5, 3, "accepted")
    path = f"/congress/sessions/{records.session.pk}/report/"
    sentence = "共收到提案 5 件：立案 5 件（100%），并案后 3 件。"

    page = as_member.get(path).content.decode()
    book = load_workbook(io.BytesIO(as_member.get(f"{path}export/").content))
    paper = Document(io.BytesIO(as_member.get(f"{path}export/word/").content))

    assert sentence in page
    assert sentence in [line.text for line in paper.paragraphs]
    assert book["提案统计"]["B4"].value == 5
    assert book["提案统计"]["D4"].value == 3
    assert paper.tables[0].rows[1].cells[3].text == "3"
    assert book["提案汇总"].max_row == 7


def test_an_empty_session_says_so(records, as_member):
    path = f"/congress/sessions/{records.session.pk}/report/"

    assert "还没有收到提案。" in as_member.get(path).content.decode()
    assert as_member.get(f"{path}export/").status_code == 200
    assert as_member.get(f"{path}export/word/").status_code == 200


def test_the_file_lists_only_what_its_reader_may_see(as_member, as_committee):
    session = make.session()
    make.proposal("submitted", session=session, title="还在审查的")
    path = f"/congress/sessions/{session.pk}/report/export/"

    def titles(client):
        book = load_workbook(io.BytesIO(client.get(path).content))
        return [cell.value for cell in book["提案汇总"]["B"]]

    assert "还在审查的" not in titles(as_member)
    assert "还在审查的" in titles(as_committee)


@pytest.mark.parametrize("count", [1, 40])
def test_it_costs_the_same_for_one_and_for_many(
    records, as_member, django_assert_num_queries, count
):
    records.answer(records.add(count, "accepted"), "solved", "very")
    path = f"/congress/sessions/{records.session.pk}/report/"
    as_member.get(path)

    with django_assert_num_queries(15):
        as_member.get(path)
