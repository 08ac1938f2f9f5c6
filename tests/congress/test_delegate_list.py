"""The delegates of a congress: narrowed, printed, exported; votes for the office."""

import datetime

import pytest

from congress import reporting
from members.reporting import lives
from tests import make_congress as make
from tests import make_members as people


def names(client, congress, **asked):
    path = f"/congress/congresses/{congress.pk}/delegates/"
    return [
        line.row.member.name for line in client.get(path, asked).context["table"].lines
    ]


@pytest.fixture
def congress(db):
    made = make.congress()
    unit = make.constituency("数学组", congress=made, order=1)
    other = make.constituency("语文组", congress=made, order=0)
    place = make.delegation()
    make.delegate(people.member(name="方梅"), constituency=unit)
    make.delegate(people.member(name="曾敏"), constituency=other, delegation=place)
    make.delegate(people.member(name="贾婷"), kind="invited")
    gone = people.member(name="郝离", work_status="left")
    make.delegate(gone, constituency=unit)
    ended = {"ended_on": make.days(-5), "end_reason": "recalled"}
    make.delegate(people.member(name="尤换"), constituency=unit, **ended)
    return made


def test_the_list_goes_unit_by_unit(as_member, congress):
    assert names(as_member, congress)[0] == "曾敏"
    assert names(as_member, congress)[-1] == "贾婷"


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"words": "zm"}, ["曾敏"]),
        ({"kind": "invited"}, ["贾婷"]),
        ({"stands": "ended"}, ["尤换"]),
        ({"stands": "gone"}, ["郝离"]),
        ({"stands": "now", "kind": "full"}, ["曾敏", "方梅", "郝离"]),
    ],
)
def test_the_list_is_narrowed(as_member, congress, asked, found):
    assert names(as_member, congress, **asked) == found


def test_another_congress_has_its_own_units_only(as_member, congress):
    other = make.constituency(congress=make.congress(6))

    assert len(names(as_member, congress, unit=other.pk)) == 5


def test_the_votes_are_the_offices(as_member, as_committee, congress):
    def shown(client):
        path = f"/congress/congresses/{congress.pk}/delegates/"
        table = client.get(path, {"columns": ["name", "votes", "note"]}).context[
            "table"
        ]
        return [head.column.name for head in table.heads]

    assert shown(as_member) == ["name"]
    assert shown(as_committee) == ["name", "note", "votes"]


def test_the_roster_is_printed_with_the_figures(as_member, congress):
    page = as_member.get(f"/congress/congresses/{congress.pk}/delegates/print/")

    text = page.content.decode()
    assert "第五届教职工代表大会代表名册" in text
    assert "代表资格审查小组" in text
    assert "尤换" not in text


def test_a_seat_stands_in_the_life_of_its_holder(congress, chair):
    member = congress.delegates.get(member__name="尤换").member

    found = [moment.title for moment in lives.moments(member, chair)]

    assert "当选第五届教职工代表大会正式代表" in found
    assert "不再是第五届教职工代表大会正式代表（原选举单位撤换）" in found


def test_the_year_lists_who_was_a_delegate_on_any_of_its_days(congress):
    row = congress.delegates.get(member__name="尤换")
    row.elected_on, row.ended_on = datetime.date(2020, 1, 1), datetime.date(2021, 5, 1)
    row.save()

    def listed(year):
        (sheet,) = [s for s in reporting.year_sheets(year) if s.title == "教代会代表"]
        return [line[3] for line in sheet.rows]

    assert [listed(year) for year in (2019, 2020, 2021, 2022)] == [
        [],
        ["尤换"],
        ["尤换"],
        [],
    ]


@pytest.mark.parametrize("count", [1, 12])
def test_the_list_costs_the_same_for_one_and_for_many(
    as_committee, django_assert_num_queries, count
):
    made = make.congress()
    for number in range(count):
        unit = make.constituency(f"{number}组", congress=made)
        make.delegate(people.member(), constituency=unit)

    with django_assert_num_queries(9):
        as_committee.get(f"/congress/congresses/{made.pk}/delegates/")


def test_attendance_stands_in_the_row_for_the_office(as_committee, as_member, congress):
    seat = congress.delegates.get(member__name="方梅")
    for state, signed in (("closed", True), ("closed", False), ("open", True)):
        sitting = make.sitting(state)
        make.entry(seat.member, sitting=sitting, delegate=seat, signed=signed)

    path = f"/congress/congresses/{congress.pk}/delegates/"
    text = as_committee.get(path, {"words": "方梅"}).content.decode()

    assert "1 / 2" in text
    assert "出勤" not in as_member.get(path).content.decode()


def test_age_and_people_may_be_shown_to_the_office(as_committee, as_member, congress):
    seat = congress.delegates.get(member__name="方梅")
    born = make.days(0).replace(year=make.days(0).year - 30, day=1)
    type(seat.member).objects.filter(pk=seat.member_id).update(
        birth_date=born, ethnicity="回族"
    )
    path = f"/congress/congresses/{congress.pk}/delegates/"
    asked = {"words": "方梅", "columns": ["name", "age", "ethnicity"]}

    rows = [
        [cell.value for cell in line.cells]
        for line in as_committee.get(path, asked).context["table"].lines
    ]

    assert rows == [["方梅", 30, "回族"]]
    assert "民族" not in as_member.get(path, asked).content.decode()
