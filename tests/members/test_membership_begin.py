"""Somebody joins, is transferred in, or comes back."""

import pytest

from members.models import AuditEntry
from tests.members.histories import TODAY, address, make_left, periods, text


def test_somebody_joins(as_committee, outsider):
    form = as_committee.get(address(outsider, "begin")).context["form"]
    answer = as_committee.post(
        address(outsider, "begin"),
        {"joined_on": "2026-3-1", "begun_by": "transferred", "document": "委员会"},
    )

    assert form["joined_on"].value() == TODAY
    assert "autofocus" in str(form["joined_on"])
    assert form["begun_by"].value() == "joined"
    assert answer.url == outsider.get_absolute_url()
    assert periods(outsider) == [("2026-03-01", "transferred", "", "", "", "")]
    assert AuditEntry.objects.filter(action="membership.begun").count() == 1


def test_who_left_joins_again(as_committee, person):
    make_left(person)

    form = as_committee.get(address(person, "begin")).context["form"]
    as_committee.post(
        address(person, "begin"), {"joined_on": "2022-1-1", "begun_by": "rejoined"}
    )

    assert form["begun_by"].value() == "rejoined"
    assert periods(person) == [
        ("2010-09-01", "joined", "", "", "2020-01-01", "left"),
        ("2022-01-01", "rejoined", "", "", "", ""),
    ]


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2019-1-1", "与 2010-09-01 至 2020-01-01 的会籍重叠，请核对日期。"),
        ("2026-3-21", "入会日期还没有到，请核对。"),
        ("", "请填写这一项。"),
    ],
)
def test_a_beginning_that_cannot_be_is_told_at_its_field(as_chair, person, day, said):
    make_left(person)

    answer = as_chair.post(
        address(person, "begin"), {"joined_on": day, "begun_by": "rejoined"}
    )

    assert answer.context["form"].errors == {"joined_on": [said]}
    assert len(periods(person)) == 1


def test_nobody_joins_before_birth(as_chair, outsider):
    answer = as_chair.post(
        address(outsider, "begin"), {"joined_on": "1985-5-20", "begun_by": "joined"}
    )

    assert answer.context["form"].errors == {
        "joined_on": ["入会日期要晚于出生日期，请核对。"]
    }


def test_the_dead_join_no_more(as_chair, outsider):
    outsider.work_status = "dead"
    outsider.save()

    assert as_chair.get(address(outsider, "begin")).status_code == 403
    assert address(outsider, "begin") not in text(as_chair, outsider)
