"""The steps of the usual procedure, each with its day, until they are ticked off."""

import datetime

import pytest

from congress import reporting, workdays
from congress.models import ProcedureStep, Session, Task
from tests import make_congress as make


def path(session):
    return f"/congress/sessions/{session.pk}/tasks/"


@pytest.mark.parametrize(
    ("day", "number", "then"),
    [
        ("2026-11-27", 7, "2026-12-08"),  # two week-ends
        ("2026-09-29", 1, "2026-09-30"),
        ("2026-09-30", 1, "2026-10-08"),  # the national holiday
        ("2026-10-09", 1, "2026-10-10"),  # a Saturday worked instead
        ("2030-01-04", 1, "2030-01-07"),  # a year nobody has announced yet
    ],
)
def test_working_days_follow_the_calendar_of_the_state(day, number, then):
    told = workdays.after(datetime.date.fromisoformat(day), number)

    assert told == datetime.date.fromisoformat(then)


def test_a_new_session_has_the_steps_in_use(as_chair):
    ProcedureStep.objects.filter(name="会议材料归档").update(is_active=False)

    as_chair.post(
        "/congress/sessions/new/",
        {
            "congress": make.congress(5).pk,
            "ordinal": "4",
            "proposers": "members",
            "seconders": "delegates",
            "seconds_wanted": "2",
            "scale": "four",
            "papers_days": "7",
        },
    )

    names = list(Session.objects.get().tasks.values_list("name", flat=True))
    assert len(names) == ProcedureStep.objects.in_use().count()
    assert names[0] == "成立筹备组（秘书、资格审查、提案、会务）"
    assert "会议材料归档" not in names


def test_days_count_from_the_day_of_the_session(as_committee):
    session = make.session(held_on=make.days(5))
    make.task(session=session, name="过了日子的", days=-6)
    make.task(session=session, name="还有几天的", days=-1)

    (_, steps), *_ = as_committee.get(path(session)).context["phases"]

    assert [(step.row.name, step.due, step.is_late) for step in steps] == [
        ("过了日子的", make.days(-1), True),
        ("还有几天的", make.days(4), False),
    ]


def test_the_report_to_the_higher_union_is_due_seven_working_days_after(committee):
    session = make.session("closed", closed_on=make.days(0))
    row = make.task(session=session, days=7, by_workdays=True, phase="after")

    assert row.due_on == workdays.after(make.days(0), 7)
    session.closed_on = None
    assert Task(session=session, days=7, by_workdays=True).due_on is None


def test_closing_the_session_sets_that_day(as_chair):
    session = make.session()

    as_chair.post(f"/congress/sessions/{session.pk}/close/")

    session.refresh_from_db()
    assert session.closed_on == make.days(0)


def test_a_step_is_ticked_and_unticked(as_committee, committee):
    row = make.task()

    for _ in range(2):  # a double click
        as_committee.post(f"/congress/tasks/{row.pk}/tick/", {"done": "1"})
    row.refresh_from_db()
    assert (row.done_on, row.done_by) == (make.days(0), committee)

    as_committee.post(f"/congress/tasks/{row.pk}/tick/", {"done": "0"})
    row.refresh_from_db()
    assert (row.done_on, row.done_by) == (None, None)


def test_the_office_adds_a_step_of_its_own_once(as_committee):
    session = make.session()
    values = {"name": "布置会场", "phase": "prepare", "days": "-1"}

    as_committee.post(path(session), values)
    as_committee.post(path(session), values)

    assert [(t.name, t.days) for t in session.tasks.all()] == [("布置会场", -1)]


def test_what_is_late_is_a_to_do_of_the_office(committee, member_user):
    session = make.session(term=5, ordinal=4, held_on=make.days(0))
    make.task(session=session, days=-3)
    make.task(session=session, name="二", days=-3)
    make.task(session=session, name="三", days=3)

    item = reporting.todo(committee, make.days(0))[-1]

    assert (item.title, item.count) == ("第五届第四次会议的筹备和会后事项", 2)
    assert item.url == path(session)
    assert reporting.todo(member_user, make.days(0)) == []


def test_a_session_long_over_reminds_nobody(committee):
    session = make.session("closed", held_on=make.days(-300), closed_on=make.days(-300))
    make.task(session=session, days=-3)

    assert reporting.todo(committee, make.days(0)) == []


@pytest.mark.parametrize("count", [1, 8])
def test_the_page_costs_the_same_for_one_and_for_many(
    as_committee, committee, django_assert_num_queries, count
):
    session = make.session(held_on=make.days(3))
    for n in range(count):
        make.task(session=session, name=f"事项{n}", days=-n)
        make.task(
            session=session,
            name=f"办好{n}",
            done_on=make.days(0),
            done_by=committee,
        )
    as_committee.get(path(session))

    with django_assert_num_queries(9):
        as_committee.get(path(session))
