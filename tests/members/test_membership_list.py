"""会籍 where people are counted and listed: filter, figures, import, demo school."""

import datetime
import random

import pytest
from django.utils import timezone

from members import demo, importing, reporting
from members.models import Member, Membership, Placement, UnionGroup
from members.services import memberships
from tests import make_members as make
from tests.members.test_member_import import apply, stage, told, workbook
from tests.members.test_member_list import names

HEADS = ("工号", "姓名", "入会日期")


def on(year, month=1, day=1):
    return datetime.date(year, month, day)


@pytest.fixture
def people(db):
    """One of each kind; 回 left in 2012 and came back in 2020."""
    retired = {"work_status": "retired", "retired_on": on(2018)}
    make.member(name="在", joined_union_on=on(2010))
    make.member(name="退", joined_union_on=on(2010), sex="男", **retired)
    make.member(name="走", joined_union_on=on(2010), left_union_on=on(2019))
    make.member(name="外", joined_union_on=None)
    back = make.member(name="回", joined_union_on=on(2010), left_union_on=on(2012))
    make.membership(back, on(2020), begun_by="rejoined")


@pytest.mark.parametrize(
    ("roll", "day", "found"),
    [
        ("in", on(2011), "在退走回"),
        ("in", on(2015), "在退走"),
        ("in", on(2021), "在退回"),
        ("voting", on(2017), "在退走"),
        ("voting", on(2021), "在回"),
        ("kept", on(2017), ""),
        ("kept", on(2018), "退"),
        ("out", on(2015), "外回"),
        ("out", on(2021), "走外"),
    ],
)
def test_the_list_is_that_of_the_day(as_chair, people, roll, day, found):
    answer = as_chair.get("/members/", {"roll": roll, "day": f"{day}"})

    assert sorted(set(names(answer)) - {"沈主席"}) == sorted(found)


@pytest.mark.parametrize("year", [2009, 2010, 2011, 2012, 2018, 2019, 2020, 2026])
def test_every_figure_counts_the_people_of_its_list(as_chair, chair, people, year):
    figures = reporting.figures(year, chair)

    listed = [as_chair.get(f.url).context["page"].paginator.count for f in figures]

    assert [f.value for f in figures] == listed
    assert {f.label: f.value for f in figures}["本年入会"] == {2010: 5, 2020: 1}.get(
        year, 0
    )


def test_changes_that_nobody_entered_are_asked_for(as_chair, chair, people):
    dead = make.member(name="逝")
    Member.objects.filter(pk=dead.pk).update(work_status="dead")
    make.member(name="调", work_status="left", left_union_on=on(2020))
    make.member(name="离", work_status="retired", left_union_on=on(2020))
    retired = make.member(name="新")
    assert memberships_todo(chair) == ["1 人退休、调出或去世"]
    Member.objects.filter(pk=retired.pk).update(work_status="retired")

    assert memberships_todo(chair) == ["2 人退休、调出或去世"]
    assert sorted(names(as_chair.get("/members/?roll=due"))) == ["新", "逝"]


def memberships_todo(user):
    found = reporting.todo(user, timezone.localdate())
    return [todo.detail for todo in found if todo.url == "/members/?roll=due"]


def test_the_sheet_of_the_year_holds_the_members_on_roll(people):
    statistics, *_, roster, _ = reporting.year_sheets(2015)

    assert statistics.totals[1] == len(roster.rows) == 3
    assert sorted(row[0] for row in roster.rows) == sorted("在退走")


def test_an_import_begins_the_membership_of_new_people(as_chair):
    heads = (*HEADS, "人员状态")
    rows = [
        ("A1", "赵一", "2010-9-1", "在职"),
        ("A2", "钱二", None, "在职"),
        ("A3", "孙三", "2001-9-1", "退休"),
    ]
    stage(as_chair, workbook(*rows, heads=heads))

    apply(as_chair)

    periods = Membership.objects.filter(member__staff_no__startswith="A")
    assert list(periods.values_list("member__name", "joined_on", "kept_on")) == [
        ("孙三", on(2001, 9), timezone.localdate()),
        ("赵一", on(2010, 9), None),
    ]
    assert not Member.objects.out_of_step().exists()


@pytest.mark.parametrize("known", [on(2010), None])
def test_an_import_corrects_the_beginning_of_known_people(as_chair, known):
    member = make.member(name="赵一", staff_no="A1", joined_union_on=known)
    stage(as_chair, workbook(("A1", "赵一", "2012-9-1"), heads=HEADS))

    apply(as_chair)

    period = member.memberships.get()
    assert (period.joined_on, period.begun_by) == (on(2012, 9), "joined")
    assert not Member.objects.out_of_step().exists()


@pytest.mark.parametrize(
    ("kept", "day", "said"),
    [
        ("left", "2011-1-1", "与 2010-01-01 至 2012-01-01 的会籍重叠，请核对日期。"),
        ("retired", "2019-1-1", "保留会籍的日期不能早于入会日期。"),
        ("gone", "2013-1-1", "晚于名册里的离会日期 2012年1月1日，请核对。"),
    ],
)
def test_an_import_says_what_the_history_refuses(as_chair, kept, day, said):
    left = None if kept == "retired" else on(2012)
    member = make.member(
        name="赵一",
        staff_no="A1",
        joined_union_on=on(2010),
        left_union_on=left,
        work_status="retired" if kept == "retired" else "working",
        retired_on=on(2018) if kept == "retired" else None,
    )
    if kept == "left":
        make.membership(member, on(2020))

    preview = stage(as_chair, workbook(("A1", "赵一", day), heads=HEADS))

    assert told(preview, "error") == [(2, "赵一", [("入会日期", said)])]


@pytest.mark.parametrize("year", [2010, 2012])
def test_an_end_that_comes_during_an_import_stays(as_chair, monkeypatch, year):
    member = make.member(name="赵一", staff_no="A1", title="一级教师")
    row = ("A1", "赵一", f"{year}-9-1", "高级教师")
    stage(as_chair, workbook(row, heads=(*HEADS, "职称")))
    compare = importing.preview

    def then_somebody_leaves(*args, **kwargs):
        found = compare(*args, **kwargs)
        period = member.memberships.get()
        if period.is_running:
            memberships.membership_end(
                period, by=None, ended_on=on(2020), ended_by="left"
            )
        return found

    monkeypatch.setattr(importing, "preview", then_somebody_leaves)
    apply(as_chair)  # is refused: the roster is no longer what was compared
    apply(as_chair)

    member.refresh_from_db()
    assert (member.joined_union_on, member.left_union_on) == (on(year, 9), on(2020))
    assert member.title == "高级教师"
    assert not Member.objects.out_of_step().exists()


def test_the_demo_school_has_histories(db):
    demo.seed(random.Random(1))  # noqa: S311  a demo is no secret

    today = timezone.localdate()
    back = Member.objects.on_roll(today).filter(memberships__ended_on__lt=today)
    assert back.count() == 1
    assert Member.objects.kept_on(today).count() == 26
    assert not Membership.objects.filter(ended_by="expelled").exists()
    assert not Member.objects.out_of_step().exists()
    assert not Member.objects.misplaced().exists()
    assert not UnionGroup.objects.out_of_step().exists()
    assert Placement.objects.filter(ended_on__lt=today).count() == 3
