"""核对过，没有问题: a finding stays away until the data change."""

import io

import openpyxl
import pytest
from django.utils import timezone

from members import quality
from members.models import AuditEntry, SettledFinding
from tests import make_members as make
from tests.members.test_quality_list import number, person

ADDRESS = "/members/lists/quality/settle/"


def open_findings():
    return quality.findings(timezone.localdate())


def only_finding(kind):
    return next(one for one in open_findings() if one.kind.code == kind)


def test_it_is_dated_and_says_by_whom(as_committee, committee):
    member = person(id_number=number(serial="001"))
    finding = only_finding("id_sex")

    answer = as_committee.post(
        ADDRESS, {"digest": finding.digest, "back": "/members/lists/quality/?q=1"}
    )

    assert answer.url == "/members/lists/quality/?q=1"
    row = SettledFinding.objects.get()
    assert (row.member, row.settled_by) == (member, committee)
    assert row.settled_on == timezone.localdate()
    entry = AuditEntry.objects.get(action="finding.settled")
    assert entry.details == {"kind": "性别与身份证号不符"}


def test_it_comes_back_when_the_data_change(as_chair):
    member = person(id_number=number(serial="001"))
    as_chair.post(ADDRESS, {"digest": only_finding("id_sex").digest})
    assert "id_sex" not in [one.kind.code for one in open_findings()]

    member.phone = "13900000000"
    member.save()
    assert "id_sex" not in [one.kind.code for one in open_findings()]

    member.id_number = number(serial="003")
    member.save()
    assert "id_sex" in [one.kind.code for one in open_findings()]


def test_a_pair_that_is_two_people_stays_away(as_chair):
    person(id_number=number())
    second = person()
    as_chair.post(ADDRESS, {"digest": only_finding("double").digest})
    assert "double" not in [one.kind.code for one in open_findings()]

    third = person()

    pairs = [(o.member, o.other) for o in open_findings() if o.kind.code == "double"]
    assert (second.pk, third.pk) in pairs
    assert len(pairs) == 2


def test_settled_ones_are_shown_and_go_out_with_their_day(as_chair):
    person(phone="", staff_no="A1")
    as_chair.post(ADDRESS, {"digest": only_finding("no_phone").digest})

    asked = {"state": "settled"}
    page = as_chair.get("/members/lists/quality/", asked)
    sheet = as_chair.get("/members/lists/quality/export/", asked)

    assert [one.staff_no for one in page.context["page"]] == ["A1"]
    rows = openpyxl.load_workbook(io.BytesIO(sheet.content)).active.iter_rows(
        values_only=True
    )
    found = next(row for row in rows if row[1] == "A1")
    assert found[2:4] == ("没有手机", "没有登记手机。")
    assert found[4].date() == timezone.localdate()
    assert AuditEntry.objects.get(action="finding.exported").details["rows"] == 1


def test_settled_twice_is_one_row(as_chair, committee, sign_in):
    person(phone="")
    digest = only_finding("no_phone").digest

    as_chair.post(ADDRESS, {"digest": digest})
    again = sign_in(committee).post(ADDRESS, {"digest": digest})

    assert again.status_code == 404
    assert SettledFinding.objects.count() == 1


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example/", ""])
def test_the_way_back_stays_in_the_house(as_chair, back):
    make.member(phone="")

    answer = as_chair.post(
        ADDRESS, {"digest": only_finding("no_phone").digest, "back": back}
    )

    assert answer.url == "/members/lists/quality/"
