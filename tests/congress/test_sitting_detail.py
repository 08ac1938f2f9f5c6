"""A sitting: its roll is frozen, the quorum exact, who came and who told."""

import datetime

import pytest

from congress import reporting
from congress.models import Delegate, Sitting
from congress.services import sittings as services
from members.models import AuditEntry
from members.reporting import lives
from tests import make_congress as make
from tests import make_members as people
from unionoffice.states import StateError


@pytest.fixture
def sitting(db):
    return make.sitting()


def delegates(sitting, count, **values):
    congress = sitting.session.congress
    return [make.delegate(congress=congress, **values) for _ in range(count)]


def test_the_office_arranges_a_sitting(as_committee):
    session = make.session(held_on=make.days(3), place="阶梯教室")
    path = f"/congress/sessions/{session.pk}/sittings/new/"
    form = as_committee.get(path).context["form"]

    values = {"name": "预备会议", "held_on": "2026-12-1", "begins_at": "14:00"}
    as_committee.post(path, values | {"place": form["place"].value()})

    made = Sitting.objects.get()
    assert (made.place, made.begins_at) == ("阶梯教室", datetime.time(14, 0))
    assert "预备会议" in as_committee.get(session.get_absolute_url()).content.decode()


def test_the_roll_is_frozen_at_the_opening(as_committee, committee, sitting):
    first, _ = delegates(sitting, 2)
    delegates(sitting, 1, kind="invited")

    answer = as_committee.post(f"/congress/sittings/{sitting.pk}/open/")
    Delegate.objects.filter(pk=first.pk).update(
        ended_on=make.days(0), end_reason="moved"
    )
    delegates(sitting, 1)

    assert answer.url == f"/congress/sittings/{sitting.pk}/desk/"
    assert reporting.sitting_figures(sitting).expected == 2
    assert sitting.roll.count() == 3
    assert AuditEntry.objects.get(action="sitting.opened").details == {"expected": 2}


def test_without_delegates_nothing_opens(as_committee, sitting):
    answer = as_committee.post(f"/congress/sittings/{sitting.pk}/open/")

    sitting.refresh_from_db()
    assert (answer.status_code, sitting.state) == (403, "preparing")
    assert "请先登记代表" in answer.content.decode()


def test_a_meeting_of_all_expects_the_staff(committee):
    session = make.session(congress=make.congress(7, form="all_staff"))
    sitting = make.sitting(session=session)

    services.sitting_open(sitting, by=committee)

    count = session.congress.staff(sitting.held_on).count()
    assert reporting.sitting_figures(sitting).expected == count


@pytest.mark.parametrize(
    ("expected", "present", "is_met"),
    [(3, 2, True), (3, 1, False), (4, 2, False), (4, 3, True), (6, 4, True)],
)
def test_two_thirds_are_exact(sitting, expected, present, is_met):
    for number in range(expected):
        make.entry(sitting=sitting, signed=number < present)
    make.entry(sitting=sitting, kind="nonvoting", signed=True)

    told = reporting.sitting_figures(sitting)

    assert (told.expected, told.present, told.guests) == (expected, present, 1)
    assert told.is_met == is_met


def test_leave_and_absence_are_apart(sitting):
    make.entry(sitting=sitting, has_leave=True)
    make.entry(sitting=sitting, has_leave=True, signed=True)
    make.entry(sitting=sitting)

    told = reporting.sitting_figures(sitting)

    assert (told.present, told.leave, told.absent) == (1, 1, 1)


def test_a_delegate_asks_for_leave_before_the_roll_is_frozen(
    as_member, member_user, committee, sitting
):
    make.delegate(member_user.member, congress=sitting.session.congress)
    delegates(sitting, 1)
    path = f"/congress/sittings/{sitting.pk}/leave/"

    as_member.post(path, {"reason": "外出培训"})
    again = as_member.get(path)
    services.sitting_open(sitting, by=committee)

    told = reporting.sitting_figures(sitting)
    assert (told.expected, told.leave) == (2, 1)
    assert again.status_code == 403


def test_who_asked_for_leave_before_counts_as_they_are_at_the_opening(
    committee, sitting
):
    seat, _ = delegates(sitting, 2)
    services.leave_ask(sitting, seat.member, by=committee, reason="外出培训")
    Delegate.objects.filter(pk=seat.pk).update(kind="nonvoting")

    services.sitting_open(sitting, by=committee)

    told = reporting.sitting_figures(sitting)
    assert (told.expected, told.leave) == (1, 0)
    assert sitting.roll.get(member=seat.member).has_leave


def test_who_comes_after_all_takes_the_leave_back(as_member, member_user):
    sitting = make.sitting("open")
    entry = make.entry(member_user.member, sitting=sitting, has_leave=True)

    as_member.post(f"/congress/sittings/{sitting.pk}/leave/withdraw/")

    entry.refresh_from_db()
    assert (entry.has_leave, entry.leave_reason) == (False, "")


def test_the_office_writes_down_who_told_them(as_committee, sitting):
    (seat,) = delegates(sitting, 1)
    people.member(name="路人甲")
    path = f"/congress/sittings/{sitting.pk}/leave/enter/"

    as_committee.post(path, {"member": seat.member.name, "reason": ""})
    wrong = as_committee.post(path, {"member": "路人甲", "reason": ""})

    assert sitting.roll.get().has_leave
    (told,) = wrong.context["form"].errors["member"]
    assert "不在这次会议的应到名册里" in told


def test_who_is_absent_is_told_to_the_office_only(as_committee, as_member):
    sitting = make.sitting("open")
    make.entry(people.member(name="郝未到"), sitting=sitting)

    office = as_committee.get(sitting.get_absolute_url()).content.decode()
    member = as_member.get(sitting.get_absolute_url()).content.decode()

    assert "郝未到" in office
    assert "郝未到" not in member


def test_the_screen_names_nobody_and_stops_at_the_end(as_committee, committee):
    sitting = make.sitting("open")
    make.entry(people.member(name="郝未到"), sitting=sitting)
    path = f"/congress/sittings/{sitting.pk}/screen/"

    running = as_committee.get(path).content.decode()
    services.sitting_close(sitting, by=committee)
    ended = as_committee.get(path).content.decode()

    assert "郝未到" not in running
    assert 'hx-trigger="every 4s"' in running
    assert "every 4s" not in ended


def test_the_sheet_is_printed_before_and_after(as_committee, committee, sitting):
    (seat,) = delegates(sitting, 1)
    path = f"/congress/sittings/{sitting.pk}/print/"

    before = as_committee.get(path).content.decode()
    services.sitting_open(sitting, by=committee)
    services.entry_sign(sitting.roll.get(), by=committee, way="desk")
    after = as_committee.get(path).content.decode()

    assert str(seat.member) in before
    assert "签到台" not in before
    assert "签到台" in after


def test_a_sitting_stands_in_the_life_and_in_the_year(chair):
    sitting = make.sitting("closed", held_on=datetime.date(2025, 3, 8))
    came = make.entry(sitting=sitting, signed=True)
    make.entry(sitting=sitting, has_leave=True)
    make.sitting(session=sitting.session, held_on=datetime.date(2025, 3, 9))

    (sheet,) = [
        one for one in reporting.year_sheets(2025) if one.title == "教代会出席情况"
    ]

    assert [line[2:] for line in sheet.rows] == [(2, 1, 0, 1, 0, 0, 0.5)]
    titles = [one.title for one in lives.moments(came.member, chair)]
    assert f"出席{sitting}" in titles


def test_the_sheet_is_taken_out_and_recorded(as_committee):
    sitting = make.sitting("open")
    make.entry(people.member(name="曾敏"), sitting=sitting, signed=True)

    answer = as_committee.get(f"/congress/sittings/{sitting.pk}/export/")

    assert answer["Content-Disposition"].startswith("attachment")
    rows = list(reporting.roll_sheet(sitting).rows)
    assert rows[0][1] == "曾敏"
    assert AuditEntry.objects.filter(action="sitting.exported").count() == 1


def test_of_two_who_open_at_once_one_wins(chair, committee, sitting):
    delegates(sitting, 1)
    same = Sitting.objects.get(pk=sitting.pk)
    services.sitting_open(sitting, by=chair)

    with pytest.raises(StateError):
        services.sitting_open(same, by=committee)


@pytest.mark.parametrize("count", [2, 40])
def test_the_page_costs_the_same_for_few_and_for_many(
    as_committee, django_assert_num_queries, count
):
    sitting = make.sitting("open")
    for number in range(count):
        make.entry(sitting=sitting, signed=number % 2, delegation=f"{number % 3}团")

    with django_assert_num_queries(11):
        as_committee.get(sitting.get_absolute_url())


def test_the_office_takes_back_a_leave(as_committee, as_member, member_user):
    entry = make.entry(member_user.member, has_leave=True, leave_reason="出差")
    path = f"/congress/sittings/{entry.sitting_id}/leave/{entry.pk}/drop/"

    refused = as_member.post(path)
    as_committee.post(path)

    entry.refresh_from_db()
    assert refused.status_code == 403
    assert (entry.has_leave, entry.leave_reason) == (False, "")
