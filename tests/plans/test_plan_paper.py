"""The plan as a Word file, and back again: nothing of it is lost."""

import datetime
import io

import pytest
from docx import Document
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from plans import demo, demotexts, drafts, months, reading, services
from plans.paper import Item, Paper, due_of, paper_of, when_of
from plans.plantext.sandboxed import parse_bytes
from plans.wordpaper import MARK, written
from tests import make_members
from tests import make_plans as make

HEADINGS = st.sampled_from(
    ["指导思想", "工作目标", "主要工作", "三、工作重点", "队伍建设", "经费保障"]
)
SENTENCES = st.sampled_from(
    [
        "围绕学校中心工作，把教职工的事办好。",
        "1、会员参加活动人次比上年增加一成。",
        "（一）民主管理抓落实，会后逐件督办。",
        "3月8日前完成慰问，12月总结。",
        "“一本书的下午”读书会每学期两次，人均经费 50 元。",
    ]
)
TITLES = st.builds(
    "{}{}{}".format,
    st.sampled_from(["组织", "举办", "召开", "", "第3届"]),
    st.sampled_from(
        ["女教职工插花课", "教职工乒乓球赛", "教代会", "“三八”座谈", "送温暖"]
    ),
    st.sampled_from(["", "（分两批）", "、表彰先进", "暨荣退仪式", "：人人上场"]),
)
SPANS = st.tuples(st.integers(0, 11), st.sampled_from([0, 0, 0, 1, 2]))
WHO = st.sampled_from(["", "生活委员", "财务委员、经审委员", "沈主席"])
DUES = st.sampled_from(["", "3月25日前", "6、12月", "1–12月"])


@st.composite
def papers(draw):
    """A paper, and the first month of its plan."""
    year, start = 2026, draw(st.sampled_from([1, 2, 3, 9]))
    window = months.run(datetime.date(year, start, 1), 14)
    spans = draw(st.lists(st.tuples(SPANS, TITLES), min_size=3, max_size=12))
    spans = sorted((first, first + more, title) for (first, more), title in spans)
    paper = Paper(
        title=draw(st.sampled_from(["2026年学校工会工作计划", "教职工文体年历"])),
        span=f"2026年{start}月—{months.name(window[11], 0)}",
        sections=draw(
            st.lists(
                st.tuples(HEADINGS, st.lists(SENTENCES, min_size=1, max_size=3)),
                max_size=4,
                unique_by=lambda one: MARK.sub("", one[0]),
            ).map(lambda found: [(head, "\n".join(text)) for head, text in found])
        ),
        measures=draw(st.lists(st.tuples(TITLES, DUES, WHO), min_size=1, max_size=4)),
        items=[
            Item(when_of(window[first], window[last], year), "", title, draw(WHO))
            for first, last, title in spans
        ],
    )
    return paper, start


def told(paper):
    """What a paper says, as far as another reading must say it again."""
    return {
        "title": paper.title,
        "sections": [(MARK.sub("", head), text) for head, text in paper.sections],
        "measures": [(text.strip("。"), who) for text, _, who in paper.measures],
        "items": [(one.when, one.theme, one.title, one.lead) for one in paper.items],
    }


def read_again(data, year, start_month):
    """The same, as P2 reads it out of the file."""
    (found,) = parse_bytes(data)["plans"]
    plan = make.Plan(title=found["title"], year=year, start_month=start_month)
    unnamed = [
        {key: value for key, value in one.items() if key != "responsible"}
        for one in found["activities"]
    ]
    rows = drafts.activities({"activities": unnamed}, plan, [])
    return {
        "title": found["title"],
        "sections": [(one["heading"], one["text"]) for one in found["sections"]],
        "measures": [(one["text"], one["responsible"]) for one in found["measures"]],
        "items": [
            (
                when_of(row.first_month, row.last_month, year),
                row.theme,
                row.title,
                one.get("responsible", ""),
            )
            for row, one in zip(rows, found["activities"], strict=True)
        ],
    }


@settings(
    max_examples=8,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
)
@given(papers())
def test_what_is_written_is_read_again(drawn):
    paper, start = drawn

    assert read_again(written(paper), 2026, start) == told(paper)


@pytest.fixture
def plan(committee, chair):
    draft = {
        "sections": demotexts.SECTIONS,
        "measures": demotexts.MEASURES,
        "activities": [demo._draft(item) for item in demotexts.THIS_YEAR],
    }
    plan = services.plan_import(
        draft, by=committee, title="2026年学校工会工作计划", year=2026, start_month=1
    )
    services.plan_submit(plan, by=committee)
    services.plan_approve(plan, by=chair)
    return plan


def test_the_days_of_activities_come_back(plan):
    """One day, days of one month, and days over the end of a month."""
    day = datetime.date
    spans = [
        (day(2026, 3, 8), None),
        (day(2026, 9, 10), day(2026, 9, 12)),
        (day(2026, 9, 28), day(2026, 10, 3)),
    ]
    for number, (first, last) in enumerate(spans):
        made = {"starts_on": first, "ends_on": last, "title": f"有日子的{number}"}
        months = {"first_month": first.replace(day=1)}
        months["last_month"] = (last or first).replace(day=1)
        make.activity(plan=plan, **made, **months)

    (found,) = parse_bytes(written(paper_of(plan)))["plans"]

    rows = drafts.activities(found, plan, [])
    dated = [(r.title, r.starts_on, r.ends_on) for r in rows if "有日子" in r.title]
    assert dated == [
        (f"有日子的{number}", first, last) for number, (first, last) in enumerate(spans)
    ]


def test_a_plan_of_any_name_says_its_months_itself(plan):
    """Neither its title nor its first month tells that the year ends in January."""
    plan.title, plan.year, plan.start_month = "教职工的一年", 2027, 2
    plan.save()
    plan.activities.all().delete()
    for number, (year, month) in enumerate([(2027, 2), (2027, 12), (2028, 1)]):
        day = datetime.date(year, month, 1)
        make.activity(
            plan=plan, title=f"第{number}件事", first_month=day, last_month=day
        )

    (found,) = parse_bytes(written(paper_of(plan)))["plans"]

    assert (found["title"], found["span"]) == (plan.title, ["2027-02", "2028-01"])
    assert (reading.guess_year(found), reading.guess_start(found)) == (2027, 2)
    assert reading.guess_length(found) == 12
    assert [one["year_offset"] for one in found["activities"]] == [0, 0, 1]


def test_the_categories_that_somebody_chose_come_back(plan):
    cups, visits = make.category(name="球赛"), make.category(name="走访")
    chosen = dict(zip(("女工插花课", "教职工球赛"), (visits, None), strict=True))
    plan.activities.all().delete()
    for title, category in chosen.items():
        make.activity(plan=plan, title=title, category=category)

    (found,) = parse_bytes(written(paper_of(plan)))["plans"]

    rows = drafts.activities(found, plan, [cups, visits])
    assert {row.title: row.category for row in rows} == chosen


def test_words_without_a_heading_get_none(plan):
    plan.sections.all().delete()
    text = "这一年的工作围绕三件事展开。"
    plan.sections.create(order=1, heading="（无标题）", text=text)

    file = Document(io.BytesIO(written(paper_of(plan))))
    (found,) = parse_bytes(written(paper_of(plan)))["plans"]

    assert "无标题" not in "".join(one.text for one in file.paragraphs)
    assert found["sections"][0] == {"heading": "", "text": text}


def test_a_section_of_measures_is_not_headed_twice(plan):
    plan.sections.create(order=99, heading="主要措施", text="逐项落实。")

    headings = [
        one.text for one in Document(io.BytesIO(written(paper_of(plan)))).paragraphs
    ]

    assert sum("主要措施" in text for text in headings) == 1


def test_the_demo_plan_comes_back_whole(plan):
    make.activity(plan=plan, title="月份待定的座谈", first_month=None, last_month=None)
    make.activity(plan=plan, title="有主题的月份", theme="学雷锋月")
    paper = paper_of(plan)

    assert read_again(written(paper), 2026, 1) == told(paper)


def test_deadlines_come_back_with_their_months(plan):
    (found,) = parse_bytes(written(paper_of(plan)))["plans"]

    rows = drafts.measures(found, plan)
    assert [due_of(row) for row in rows] == [due_of(row) for row in plan.measures.all()]


def test_leads_come_back_as_members_where_the_name_is_clear(plan):
    known = make_members.member(name="周一人")
    for _ in range(2):
        make_members.member(name="王同名")
    twin = make_members.Member.objects.filter(name="王同名").first()
    rows = list(plan.activities.order_by("pk")[:2])
    for row, lead in zip(rows, (known, twin), strict=True):
        row.lead = lead
        row.save()
    (found,) = parse_bytes(written(paper_of(plan)))["plans"]

    again = {row.title: row for row in drafts.activities(found, plan, [])}

    assert again[rows[0].title].lead == known
    assert again[rows[1].title].lead is None
    assert "负责人：王同名" in again[rows[1].title].notes


def test_the_paper_has_its_form(plan):
    file = Document(io.BytesIO(written(paper_of(plan))))

    assert file.paragraphs[0].text == plan.title
    headings = [p.text for p in file.paragraphs if p.style.name == "Heading 1"]
    assert headings == [
        "一、指导思想",
        "二、工作目标",
        "三、主要工作",
        "四、主要措施",
        "五、各月安排",
    ]
    body = file.styles["Normal"].element.rPr.rFonts
    assert 'w:eastAsia="仿宋_GB2312"' in body.xml
    assert " PAGE " in file.sections[0].footer.paragraphs[0]._p.xml
    assert file.paragraphs[-2].text == "学校工会"


def test_a_months_cell_runs_down_over_its_items(plan):
    table = Document(io.BytesIO(written(paper_of(plan)))).tables[1]

    first, second = table.rows[1], table.rows[2]
    assert first.cells[0]._tc is second.cells[0]._tc
    assert first.cells[0].text == "1月"


def test_a_draft_is_not_signed(committee):
    plan = make.section().plan

    assert paper_of(plan).signer == ""


@pytest.mark.django_db
def test_a_long_title_is_written_whole():
    plan, whole = make.plan(), "走访" * 120
    draft = {"activities": [make.DRAFT["activities"][0] | {"title": whole}]}
    (row,) = drafts.activities(draft, plan, [])
    row.save()

    assert paper_of(plan).items[0].title == whole


def test_the_file_is_downloaded_and_the_trail_tells(plan, as_member):
    answer = as_member.get(f"/plans/{plan.pk}/export/")

    assert answer.headers["Content-Type"].endswith("wordprocessingml.document")
    assert "attachment" in answer.headers["Content-Disposition"]
    assert Document(io.BytesIO(answer.content)).paragraphs[0].text == plan.title


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ((2026, 3), (2026, 3), "3月"),
        ((2026, 7), (2026, 8), "7—8月"),
        ((2027, 1), (2027, 1), "2027年1月"),
        ((2026, 12), (2027, 1), "12月—2027年1月"),
    ],
)
def test_months_are_written_as_they_are_read(first, last, words):
    days = [datetime.date(*month, 1) for month in (first, last)]

    assert when_of(*days, 2026) == words
