"""The lists of applications and corrections, on the page and as a workbook."""

import io

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from members.models import AuditEntry
from tests import make_members as make

APPLICATIONS, CORRECTIONS = "/members/applications/", "/members/corrections/"


def names(answer):
    return sorted(row.member.name for row in answer.context["page"])


@pytest.fixture
def three(db, group_leader):
    """One in the leader's group, one advised, one to leave."""
    group = make.group("一年级小组", leader=group_leader.member)
    applicant = make.member(name="陈新", joined_union_on=None, group=group)
    make.application(applicant=applicant)
    other = make.member(name="李来", joined_union_on=None, group=make.group())
    make.application("advised", applicant=other)
    make.application("refused", applicant=make.member(name="王走"), kind="move")
    return group


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["李来", "王走", "陈新"]),
        ("?state=advised", ["李来"]),
        ("?kind=move", ["王走"]),
        ("?q=cx", ["陈新"]),
        ("?waiting=decide", ["李来"]),
        ("?waiting=advise", []),
        ("?state=withdrawn", []),
    ],
)
def test_the_office_narrows_them(as_committee, three, query, found):
    assert names(as_committee.get(APPLICATIONS + query)) == found


def test_a_leader_sees_the_own_group(as_group_leader, three):
    assert names(as_group_leader.get(APPLICATIONS)) == ["陈新"]
    assert names(as_group_leader.get(APPLICATIONS + "?waiting=advise")) == ["陈新"]


def test_the_workbook_has_the_rows_of_the_page(as_committee, three):
    answer = as_committee.get(f"{APPLICATIONS}export/?group={three.pk}")

    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    told = [row[:4] for row in sheet.iter_rows(values_only=True) if row[0] == "陈新"]
    assert [row[1:] for row in told] == [("入会申请", "待小组意见", "一年级小组")]
    entry = AuditEntry.objects.get(action="application.exported")
    assert entry.details["query"] == f"group={three.pk}"
    assert entry.details["rows"] == 1


def test_the_first_time_it_says_what_to_do(as_chair):
    assert "还没有人申请。" in as_chair.get(APPLICATIONS).content.decode()
    assert "还没有人提出更正。" in as_chair.get(CORRECTIONS).content.decode()


def test_corrections_are_narrowed_by_field_and_state(as_committee):
    make.correction(make.member(name="赵一"))
    make.correction(make.member(name="钱二"), "phone", "19900005678")

    assert names(as_committee.get(CORRECTIONS + "?field=phone")) == ["钱二"]
    assert names(as_committee.get(CORRECTIONS + "?state=open&q=zy")) == ["赵一"]
    assert names(as_committee.get(CORRECTIONS + "?state=accepted")) == []


def test_the_workbook_of_corrections_tells_no_values(as_committee):
    make.correction(make.member(name="赵一"), "phone", "19900005678")

    answer = as_committee.get(f"{CORRECTIONS}export/?state=open")

    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    told = [row for row in sheet.iter_rows(values_only=True) if row[0] == "赵一"]
    assert [row[1:3] for row in told] == [("手机", "待核对")]
    assert "5678" not in str(told)
    entry = AuditEntry.objects.get(action="correction.exported")
    assert entry.details["query"] == "state=open"


def more(member):
    """Another of each, and of what my page and a review tell."""
    group = make.group(leader=make.member())
    make.application(applicant=make.member(joined_union_on=None, group=group))
    make.application("refused", kind="move")
    make.correction(make.member(group=group))
    for field, new in (("title", "甲"), ("post", "乙"), ("education", "丙")):
        if not member.corrections.filter(field=field).exists():
            make.correction(member, field, new)
            break


@pytest.mark.parametrize(
    "address",
    [
        APPLICATIONS,
        f"{APPLICATIONS}export/",
        CORRECTIONS,
        f"{CORRECTIONS}export/",
        "/me/",
        "review",
    ],
)
def test_a_page_asks_as_often_for_many_as_for_one(as_chair, chair, address):
    address = address.replace("review", f"/members/{chair.member_id}/corrections/")
    counts = []
    for _ in range(3):
        more(chair.member)
        with CaptureQueriesContext(connection) as taken:
            assert as_chair.get(address).status_code == 200
        counts.append(len(taken))

    assert counts[1] == counts[2]
