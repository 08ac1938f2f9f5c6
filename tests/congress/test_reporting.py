"""What the congress tells the workbench, the year and the search."""

import datetime
import io

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from congress import reporting
from congress.models import Proposal
from members.models import User
from tests import make_congress as make
from tests import make_members as people
from unionoffice import xlsx

SHANGHAI = timezone.get_default_timezone()
pytestmark = pytest.mark.django_db


def told(user):
    """Title, count, detail of each to-do."""
    return [(t.title, t.count, t.detail) for t in reporting.todo(user, make.days(0))]


def test_a_member_is_told_of_seconding_finishing_and_rating(member_user):
    asked = make.proposal("seconding", title="更换音响")
    make.seconding(asked, member_user.member)
    make.proposal("draft", author=member_user.member, title="写了一半")
    make.proposal("returned", author=member_user.member, title="要补充的")
    make.proposal("replied", author=member_user.member, title="有答复的")

    assert told(member_user) == [
        ("请你附议", 1, "《更换音响》"),
        ("提交你的提案《写了一半》", 1, "附议人 0/2 位，还差 2 位确认"),
        ("提交你的提案《要补充的》", 1, "工会退回，请补充完善"),
        ("承办部门已答复，请你评价", 1, "《有答复的》"),
    ]


def test_a_complete_draft_may_go_in(member_user):
    session = make.session(seconds_wanted=0)
    make.proposal("draft", session=session, author=member_user.member, title="齐了的")

    assert told(member_user) == [("提交你的提案《齐了的》", 1, "条件已齐，可以提交")]


def test_the_committee_is_told_what_to_decide_and_assign(committee):
    for state in ("submitted", "submitted", "accepted", "advice", "unsatisfied"):
        make.proposal(state)
    make.proposal("submitted", author=committee.member)
    late = make.proposal("assigned", title="拖着的")
    late.rounds.update(due_on=make.days(-2))

    assert told(committee) == [
        ("审查提案", 2, ""),
        ("交办提案", 3, ""),
        ("催办逾期未答复的提案", 1, "《拖着的》"),
    ]


def test_each_to_do_opens_as_many_proposals_as_it_says(as_committee, committee):
    for state in ("submitted", "submitted", "accepted", "unsatisfied"):
        make.proposal(state)

    for item in reporting.todo(committee, make.days(0)):
        page = as_committee.get(item.url).context["page"]
        assert page.paginator.count == item.count


def test_a_handler_is_told_the_day(handler):
    place = people.department()
    handler.member.department = place
    handler.member.save()
    row = make.proposal("assigned", department=place, title="要答复的")
    make.proposal("assigned")

    item = reporting.todo(handler, make.days(0))[0]

    assert (item.title, item.due) == ("答复提案《要答复的》", make.days(7))
    assert item.url == f"/congress/proposals/{row.pk}/"
    assert len(reporting.todo(handler, make.days(0))) == 1


def test_nothing_waits_for_an_account_without_member():
    assert reporting.todo(User(username="nobody"), make.days(0)) == []


def moment(year):
    return datetime.datetime(year, 6, 1, 12, tzinfo=SHANGHAI)


@pytest.fixture
def year_of_proposals():
    """53 = 20 accepted + 29 advice + 4 rejected, as in domain §2.6."""
    session = make.session(term=5, ordinal=4)
    place = people.department("总务处")
    ratings = ["very"] * 17 + ["satisfied"] * 2 + ["mostly"]
    for rating in ratings:
        row = make.proposal("rated", session=session, department=place)
        row.rounds.update(rating=rating)
    for _ in range(29):
        make.proposal("advice", session=session)
    for _ in range(4):
        make.proposal("rejected", session=session)
    Proposal.objects.update(submitted_at=moment(2024))


def cells(sheet):
    """The sheet, drawn and opened again: rows of values."""
    target = io.BytesIO()
    xlsx.save([sheet], target)
    page = load_workbook(target).active
    return [[cell.value for cell in row] for row in page.iter_rows()]


def test_the_counts_add_up_as_the_trade_counts(year_of_proposals):
    _, results, _, rates, _, ratings, by_department, *_ = reporting.year_sheets(2024)

    assert list(results.rows) == [
        ("立案", 20, 20 / 53, 20),
        ("转为意见建议", 29, 29 / 53, 29),
        ("不予立案", 4, 4 / 53, 4),
        ("提案人撤回", 0, 0.0, 0),
        ("尚未审查", 0, 0.0, 0),
    ]
    assert results.totals == ("合计", 53, 1.0, 53)
    assert list(rates.rows) == [
        ("立案的提案", 20, 20, 1.0, 20, 1.0, 20, 1.0),
        ("意见建议", 29, 0, 0.0, 0, 0.0, 0, 0.0),
        ("合计", 49, 20, 20 / 49, 20, 20 / 49, 20, 20 / 49),
    ]
    assert [row[:3] for row in ratings.rows] == [
        ("非常满意", 17, 0.85),
        ("满意", 2, 0.1),
        ("基本满意", 1, 0.05),
        ("不满意", 0, 0.0),
        ("满意率（不含不满意）", 20, 1.0),
    ]
    assert list(by_department.rows) == [("总务处", 20, 1.0, 20, 20, 0, 0, 0, 0, 0)]


def test_the_sheets_are_drawn_with_their_chart(year_of_proposals):
    target = io.BytesIO()
    xlsx.save(reporting.year_sheets(2024), target)

    book = load_workbook(target)

    assert book.sheetnames == [
        "提案汇总",
        "提案统计",
        "提案类别统计",
        "提案办理率",
        "提案办理结果",
        "提案满意度",
        "提案分部门统计",
        "教代会代表",
        "教代会出席情况",
        "教代会决议",
        "代表询问",
    ]
    assert [len(page._charts) for page in book] == [0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0]
    assert book["提案汇总"].max_row == 55
    assert book["提案汇总"]["H3"].value.date() == datetime.date(2024, 6, 1)


def test_a_year_without_proposals_gives_empty_sheets():
    sheets = reporting.year_sheets(1999)

    assert cells(sheets[0])[0][0] == "提案汇总"
    assert list(sheets[0].rows) == []
    assert sheets[1].totals == ("合计", 0, None, 0)


def test_the_register_of_the_year_holds_what_was_decided(as_auditor):
    session = make.session()
    for state in ("submitted", "withdrawn", "accepted", "rejected"):
        make.proposal(state, session=session, title=f"提案{state}")

    sheet = reporting.year_sheets(timezone.localdate().year)[0]

    assert [row[1] for row in sheet.rows] == ["提案accepted", "提案rejected"]
    assert sheet.notes == ("还在审查和提案人撤回的 2 件只计数，不列在这里。",)


def test_an_earlier_answer_counts_while_another_round_runs():
    row = make.proposal("unsatisfied", department=people.department("总务处"))
    make.one_round(row, department=people.department("校长室"))
    Proposal.objects.update(state="assigned", submitted_at=moment(2024))

    _, _, _, rates, _, ratings, by_department, *_ = reporting.year_sheets(2024)

    assert rates.rows[0][:3] == ("立案的提案", 1, 1)
    assert ratings.rows[3][:2] == ("不满意", 1)
    assert [part[:4] for part in by_department.rows] == [("校长室", 1, 1.0, 1)]


def test_the_figures_of_a_year_open_their_proposals(
    as_member, member_user, as_committee, committee
):
    session = make.session()
    for state in ("submitted", "accepted", "rejected", "withdrawn", "rated"):
        make.proposal(state, session=session)
    old = make.proposal("rated", session=session)
    make.proposal("draft", author=member_user.member)
    Proposal.objects.filter(pk=old.pk).update(submitted_at=moment(2020))
    year = timezone.localdate().year

    figures = reporting.figures(year, member_user)

    assert {f.label: f.value for f in figures} == {
        "收到提案": 5,
        "立案": 2,
        "转为意见建议": 0,
        "不予立案": 1,
        "提案人撤回": 1,
        "已答复": 1,
        "已办结": 1,
    }
    assert [f.label for f in figures if not f.url] == ["收到提案", "提案人撤回"]
    for client, shown in (
        (as_member, [f for f in figures if f.url]),
        (as_committee, reporting.figures(year, committee)),
    ):
        counted = [client.get(f.url).context["page"].paginator.count for f in shown]
        assert counted == [f.value for f in shown]


def test_the_year_ends_at_midnight_of_the_school(member_user):
    row = make.proposal("submitted")
    late = datetime.datetime(2024, 12, 31, 23, 30, tzinfo=SHANGHAI)
    Proposal.objects.filter(pk=row.pk).update(submitted_at=late)

    counts = [reporting.figures(year, member_user)[0].value for year in (2024, 2025)]

    assert counts == [1, 0]


def test_the_timeline_tells_what_the_asker_may_see(member_user, chair):
    person = member_user.member
    own = make.proposal("accepted", author=person, title="我提的")
    other = make.proposal("accepted", title="我附议的")
    make.seconding(other, person, "confirmed")
    hidden = make.proposal("seconding", title="还没交的")
    make.seconding(hidden, person, "confirmed")

    def titles(user):
        return {moment.title for moment in reporting.timeline(person, user)}

    public = {"提交提案《我提的》", "附议提案《我附议的》"}
    assert titles(chair) == public
    assert titles(member_user) == public | {"附议提案《还没交的》"}
    assert reporting.timeline(person, chair)[0].url == own.get_absolute_url()


def test_answers_stand_in_the_timeline_of_who_gave_them(handler):
    row = make.proposal("replied", title="答复过的")
    row.rounds.update(replied_by=handler)

    moments = reporting.timeline(handler.member, handler)

    assert [moment.title for moment in moments] == ["答复提案《答复过的》"]


def test_search_finds_number_and_title_but_no_foreign_draft(member_user):
    session = make.session(term=5, ordinal=4)
    row = make.proposal("accepted", session=session, title="更换音响设备")
    make.proposal("draft", title="更换音响的草稿")
    own = make.proposal("draft", author=member_user.member, title="我的音响草稿")

    def told(words):
        return {hit[:2] for hit in reporting.search(words, member_user)}

    label = ("5-4-001 更换音响设备", row.get_absolute_url())
    assert told("5-4-001") == {label}
    assert told("音响") == {("草稿 我的音响草稿", own.get_absolute_url()), label}
    assert reporting.search("没有这样的", member_user) == []


def test_search_gives_eight_and_one_that_tells_of_more(member_user):
    session = make.session()
    for _ in range(10):
        make.proposal("accepted", session=session)

    assert len(reporting.search("充电棚", member_user)) == 9


def test_my_page_lists_own_proposals_newest_first(member_user):
    rows = [make.proposal("draft", author=member_user.member) for _ in range(2)]
    make.proposal("submitted")

    assert reporting.proposals_of(member_user.member) == rows[::-1]
