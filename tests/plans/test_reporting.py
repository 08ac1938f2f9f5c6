"""What the workbench, the year and the quick find are told."""

import datetime
from decimal import Decimal

import pytest

from plans import reporting
from tests import make_members
from tests import make_plans as make

TODAY = datetime.date(2026, 11, 24)
NOVEMBER = datetime.date(2026, 11, 1)


def year_of_activities():
    plan = make.plan(state="approved")
    closed = make.activity(plan=plan, state="closed", cost=Decimal("100"))
    make.attendance(activity=closed)
    make.activity(plan=plan, state="dropped")
    make.activity(state="held", cost=Decimal("20.5"))
    make.activity(plan=make.plan(title="草稿"))
    return plan


@pytest.mark.django_db
def test_figures_count_the_year(chair):
    year_of_activities()

    found = {f.label: f.value for f in reporting.figures(2026, chair)}

    assert found == {
        "计划活动": 2,
        "已举办": 2,
        "计划外": 1,
        "参加人次": 1,
        "活动支出": Decimal("120.5"),
    }


def test_each_figure_opens_exactly_what_it_counts(as_chair, chair):
    year_of_activities()

    for figure in reporting.figures(2026, chair):
        page = as_chair.get(figure.url).context
        sums = page["table"].totals
        counts = {
            "项": page["page"].paginator.count,
            "人次": sums["present"],
            "元": sums["cost"],
        }
        assert (figure.label, counts[figure.unit]) == (figure.label, figure.value)


def test_members_are_told_no_costs(member_user):
    labels = [f.label for f in reporting.figures(2026, member_user)]

    assert labels == ["计划活动", "已举办", "计划外", "参加人次"]


def test_the_office_is_told_what_waits(as_chair, chair, committee):
    make.activity(title="逾期")
    make.activity(title="待写", state="held")
    make.activity(title="这个月", first_month=NOVEMBER)
    make.plan(title="新计划", state="review", drafted_by=committee)

    found = reporting.todo(chair, TODAY)

    assert [(t.title, t.count) for t in found] == [
        ("逾期的活动", 1),
        ("待写活动记录", 1),
        ("审批：新计划", 1),
    ]


def test_nobody_is_asked_to_approve_the_own_plan(committee):
    make.plan(state="review", drafted_by=committee)

    assert reporting.todo(committee, TODAY) == []


def test_a_lead_is_told_of_the_own_activities(member_user):
    make.activity(title="别人的")
    mine = make.activity(title="我的", lead=member_user.member)

    found = reporting.todo(member_user, TODAY)

    assert [(t.title, t.url) for t in found] == [
        ("登记活动情况：我的", mine.get_absolute_url())
    ]


@pytest.mark.django_db
def test_the_month_holds_what_is_planned_for_it():
    make.activity(title="十月")
    spanning = make.activity(
        first_month=datetime.date(2026, 10, 1), last_month=NOVEMBER
    )

    assert list(reporting.month_of(TODAY)) == [spanning]


@pytest.mark.parametrize(
    ("values", "is_late"),
    [
        ({"first_month": NOVEMBER}, False),
        ({"first_month": datetime.date(2026, 10, 1)}, True),
        ({"first_month": NOVEMBER, "starts_on": TODAY}, False),
        ({"first_month": NOVEMBER, "starts_on": datetime.date(2026, 11, 23)}, True),
        (
            {
                "first_month": NOVEMBER,
                "starts_on": datetime.date(2026, 11, 20),
                "ends_on": TODAY,
            },
            False,
        ),
        ({"state": "postponed"}, True),
        ({"state": "dropped"}, False),
        ({"state": "closed"}, False),
    ],
)
@pytest.mark.django_db
def test_the_list_and_the_card_agree_on_what_is_late(values, is_late):
    activity = make.activity(**values)

    late = type(activity).objects.late(TODAY)

    assert (activity.is_late_on(TODAY), late.exists()) == (is_late, is_late)


def test_a_members_timeline_holds_what_they_attended(chair):
    member = make_members.member()
    activity = make.activity(state="closed")
    make.attendance(activity=activity, member=member)
    make.activity(state="closed")

    found = reporting.timeline(member, chair)

    assert [(m.on, m.title) for m in found] == [
        (activity.held_on, "参加活动：教职工健步走")
    ]


def test_quick_find_knows_activities_and_plans(chair, member_user):
    make.plan(title="健步计划")
    make.activity(title="健步走")

    def told(user):
        return [(hit.kind, hit.label) for hit in reporting.search("健步", user)]

    assert told(chair) == [("计划", "健步计划"), ("活动", "健步走")]
    assert told(member_user) == [("活动", "健步走")]


@pytest.mark.django_db
def test_the_year_sheets_agree_with_the_figures(chair):
    year_of_activities()

    by_month, by_category, records, *_ = reporting.year_sheets(2026)

    assert by_month.rows[2] == ("3月", 2, 2, 1, 0, 1, 1, 1)
    assert by_month.totals == ("合计", 2, 2, 1, 0, 1, 1, 1)
    assert by_category.rows == [("未分类", 2, 2, 1, 0, 1, 1, 1)]
    assert (len(records.rows), records.totals[6], records.totals[8]) == (
        3,
        1,
        Decimal("120.5"),
    )
    assert len(by_month.charts) == 1


@pytest.mark.django_db
def test_sheets_of_an_empty_year_are_empty():
    by_month, by_category, records, *_ = reporting.year_sheets(2031)

    assert (len(by_month.rows), by_category.rows, records.rows) == (12, [], [])


@pytest.mark.django_db
def test_an_item_without_a_month_is_counted_apart():
    make.activity(plan=make.plan(state="approved"), first_month=None, last_month=None)

    by_month, *_ = reporting.year_sheets(2026)

    assert by_month.rows[-1][:2] == ("未定月份", 1)
