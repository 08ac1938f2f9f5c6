"""任职 on a chosen day: the page, the body, the member's page, what the office is told."""

import datetime
import io

import openpyxl
import pytest
from django.utils import timezone

from members import reporting
from members.models import AuditEntry, Body, BodyRule
from tests import make_members as make
from tests.roof.test_query_counts import asked

PAGE = "/members/seats/"


@pytest.fixture
def committee_body(db):
    return Body.objects.get(name="工会委员会")


def sitting(answer, name):
    return next(one for one in answer.context["sittings"] if one.body.name == name)


def test_a_past_day_shows_who_sat_then(as_member, committee_body):
    old = make.term(committee_body, datetime.date(2019, 3, 1), number=1)
    old.closed_on = datetime.date(2024, 3, 1)
    old.save()
    make.seat(old, make.member(name="旧人"), ended_on=old.closed_on, ended_by="term")
    new = make.term(committee_body, datetime.date(2024, 3, 1), number=2)
    make.seat(new, make.member(name="新人"), post="chair")

    found = {
        day: sitting(as_member.get(PAGE, {"day": day}), "工会委员会")
        for day in ("", "2024-3-1", "2024-2-29", "2018-1-1")
    }

    told = [
        (one.term and one.term.number, *map(str, one.seats)) for one in found.values()
    ]
    assert told == [
        (2, "工会委员会主席 新人"),
        (2, "工会委员会主席 新人"),
        (1, "工会委员会委员 旧人"),
        (None,),
    ]


def test_a_day_that_is_none_is_told(as_member):
    answer = as_member.get(PAGE, {"day": "2026-2-30"})

    assert answer.context["day"] == timezone.localdate()
    assert "没有 2026-2-30 这一天" in answer.content.decode()


def test_group_leaders_are_taken_from_the_groups(as_member):
    group = make.group("一年级组")
    make.leading(make.member(name="旧人"), group, None, "2025-9-1")
    make.leading(make.member(name="新人"), group, "2025-9-1")

    days = ("2025-8-31", "2025-9-1")
    tables = [as_member.get(PAGE, {"day": day}).context["table"] for day in days]

    told = [[(one.title, str(one.member)) for one in table.rows] for table in tables]
    assert told == [[("一年级组组长", "旧人")], [("一年级组组长", "新人")]]


def test_what_does_not_fit_is_told_to_the_office_only(as_chair, as_member):
    audit_body = Body.objects.get(name="经费审查委员会")
    chair = make.member(name="赵一")
    make.seat(make.term(Body.objects.get(name="工会委员会")), chair, post="chair")
    make.seat(make.term(audit_body), chair)

    pages = [
        client.get(audit_body.get_absolute_url()).content.decode()
        for client in (as_chair, as_member)
    ]

    said = "赵一兼任工会委员会主席，不符合规定。"
    assert [said in page for page in pages] == [True, False]


def test_a_member_page_tells_the_offices_and_the_way_there(as_chair):
    member = make.member(name="赵一")
    make.seat(make.term(make.body("女职工委员会二")), member, portfolio="女工")
    group = make.group("一年级组")
    make.leading(member, group, "2024-9-1", "2025-9-1")
    make.placement(member, group, "2023-9-1")

    answer = as_chair.get(member.get_absolute_url())

    assert "女职工委员会二</a>委员（女工）" in answer.content.decode()
    told = {str(m.on): m.title for m in answer.context["moments"]}
    assert told["2024-03-01"] == "任女职工委员会二委员"
    assert told["2025-09-01"] == "卸任一年级组组长"
    assert told["2023-09-01"] == "到一年级组"


def test_the_list_of_a_day_goes_out_as_a_sheet(as_committee):
    seat = make.seat(make.term(make.body("委员会二")), make.member(name="赵一"))

    sheets = [
        as_committee.get(f"{PAGE}export/", {"day": day}).content
        for day in ("2024-3-1", "2024-2-29")
    ]

    books = [openpyxl.load_workbook(io.BytesIO(data)).active for data in sheets]
    told = [[row[2] for row in b.iter_rows(values_only=True)] for b in books]
    assert [seat.member.name in names for names in told] == [True, False]
    entry = AuditEntry.objects.filter(action="seat.exported").first()
    assert (entry.details["query"], entry.details["rows"]) == ("day=2024-2-29", 0)


def test_the_workbook_lists_who_is_in_office(db):
    make.seat(make.term(make.body("委员会二")), make.member(name="赵一"), post="chair")
    make.leading(make.member(name="钱二"), make.group("一年级组"), "2025-1-1")

    sheet = next(s for s in reporting.year_sheets(2026) if s.title == "任职名单")

    assert [row[:3] for row in sheet.rows] == [
        ("委员会二", "主任", "赵一"),
        ("工会小组", "一年级组组长", "钱二"),
    ]


@pytest.mark.parametrize("page", ["list", "body", "member"])
def test_many_offices_are_asked_for_as_often_as_one(as_chair, page):
    term, member = make.term(), make.member()
    pages = {"list": PAGE, "body": term.body.get_absolute_url()}
    address = pages.get(page) or member.get_absolute_url()

    def more():
        make.seat(term)
        make.seat(person=member, ended_on=term.elected_on, ended_by="moved")
        make.seat(term, ended_on=term.elected_on, ended_by="moved")
        group = make.group()
        make.leading(member, group, "2024-1-1")
        make.placement(member, group, "2024-1-1", "2025-1-1")
        rule = {"body": term.body, "kind": "size", "least": 1, "source": "甲"}
        BodyRule.objects.create(**rule)

    more()
    asked(as_chair, address)
    before = asked(as_chair, address)
    more()
    more()

    assert asked(as_chair, address) == before
