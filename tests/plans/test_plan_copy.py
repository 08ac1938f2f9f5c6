"""Next year's plan out of last year's, in one step."""

import datetime

import pytest

from members.models import AuditEntry
from plans.models import Activity, LeadRequest, Plan
from plans.renewal import renewal_of
from plans.services import renewals
from tests import make_members
from tests import make_plans as make

D = datetime.date


@pytest.fixture
def source(committee):
    return make.plan(
        title="2025年工会计划", year=2025, state="archived", drafted_by=committee
    )


def item(source, title, month, **values):
    return make.activity(
        plan=source, title=title, first_month=D(2025, month, 1), **values
    )


def row_of(source, title):
    return next(row for row in renewal_of(source).rows if row.old.title == title)


def sent(desk, **changes):
    """What the page sends when nothing was touched but `changes`."""
    data = {"title": desk.head["title"].value(), "form_key": "k"}
    data |= {
        name: [str(one.pk) for one, _, taken in parts if taken]
        for name, parts in (
            ("section", desk.sections),
            ("measure", desk.measures),
            ("duty", desk.duties),
        )
    }
    for row in desk.rows:
        values = {name: row[name].value() or "" for name in row.fields}
        values["take"] = "on" if values["take"] else ""
        data |= {f"{row.prefix}-{name}": value for name, value in values.items()}
    return {name: value for name, value in (data | changes).items() if value}


def test_looking_saves_nothing(as_committee, source):
    item(source, "重阳座谈", 9)

    page = as_committee.get(f"/plans/{source.pk}/copy/")

    assert "去年2025年9月" in page.content.decode()
    assert (Plan.objects.count(), Activity.objects.count()) == (1, 1)


def test_the_confirmed_plan_is_a_draft_with_everything(as_committee, committee, source):
    lead = make_members.member(name="周负责")
    item(source, "重阳座谈", 9, lead=lead, budget=300, place="礼堂")
    item(source, "不要的", 3)
    section = make.section(plan=source)
    make.measure(plan=source, section=section, due_on=D(2025, 3, 25))
    make.duty(title="半年报告", rhythm="half")
    address = f"/plans/{source.pk}/copy/"
    desk = as_committee.get(address).context["desk"]
    unwanted = next(r for r in desk.rows if r.proposal.old.title == "不要的")

    as_committee.post(address, sent(desk, **{f"{unwanted.prefix}-take": ""}))

    plan = Plan.objects.get(year=2026)
    assert (plan.title, plan.state, plan.drafted_by) == (
        "2026年工会计划",
        "draft",
        committee,
    )
    rows = plan.activities.order_by("first_month")
    assert [(row.title, row.first_month.month) for row in rows] == [
        ("半年报告", 6),
        ("重阳座谈", 10),
        ("半年报告", 12),
    ]
    copied = rows.get(title="重阳座谈")
    assert (copied.lead, copied.place, copied.budget, copied.state) == (
        lead,
        "礼堂",
        300,
        "planned",
    )
    measure = plan.measures.get()
    assert (measure.section.plan, measure.due_on) == (plan, D(2026, 3, 25))
    assert LeadRequest.objects.get().activity == copied
    assert AuditEntry.objects.filter(action="plan.copied").count() == 1


def test_a_month_and_a_lead_may_be_changed_before_saving(as_committee, source):
    old = item(source, "重阳座谈", 9)
    other = make_members.member(name="换成我")
    address = f"/plans/{source.pk}/copy/"
    desk = as_committee.get(address).context["desk"]
    changed = {f"row{old.pk}-first": "2026-11", f"row{old.pk}-lead": other.staff_no}

    as_committee.post(address, sent(desk, **changed))

    row = Activity.objects.get(plan__year=2026)
    assert (row.first_month, row.lead) == (D(2026, 11, 1), other)


def test_who_makes_the_plan_need_not_answer_themselves(as_committee, committee, source):
    item(source, "自己负责", 3, lead=committee.member)
    item(source, "别人负责", 4, lead=make_members.member())
    address = f"/plans/{source.pk}/copy/"

    as_committee.post(address, sent(as_committee.get(address).context["desk"]))

    states = LeadRequest.objects.order_by("pk").values_list("state", flat=True)
    assert list(states) == ["yes", "asked"]


def test_what_cannot_be_saved_comes_back_with_its_words(as_committee, source):
    old = item(source, "重阳座谈", 9)
    address = f"/plans/{source.pk}/copy/"
    desk = as_committee.get(address).context["desk"]

    page = as_committee.post(address, sent(desk, **{f"row{old.pk}-title": ""}))

    assert "活动名称不能空着" in page.content.decode()
    assert Plan.objects.count() == 1


def test_a_double_click_makes_one_plan(as_committee, source):
    item(source, "重阳座谈", 9)
    address = f"/plans/{source.pk}/copy/"
    desk = as_committee.get(address).context["desk"]

    urls = {as_committee.post(address, sent(desk)).url for _ in range(2)}

    assert (len(urls), Plan.objects.filter(year=2026).count()) == (1, 1)


def test_nothing_stays_when_the_copying_fails(source, committee, monkeypatch):
    old = item(source, "重阳座谈", 9)
    row = row_of(source, "重阳座谈")
    values = {"title": "重", "first_month": row.first, "last_month": row.last}

    def fail(activities, *, by):
        raise RuntimeError

    monkeypatch.setattr(renewals, "ask_leads", fail)
    with pytest.raises(RuntimeError):
        renewals.plan_copy(
            source,
            by=committee,
            title="新",
            year=2026,
            rows=[(old, values | {"lead": None})],
            sections=[],
            measures=[],
        )

    assert (Plan.objects.count(), Activity.objects.count()) == (1, 1)


def test_a_leader_renews_only_the_plan_of_the_own_group(
    as_group_leader, group_leader, source
):
    own = make.plan(
        owner=make_members.group(leader=group_leader.member), state="approved"
    )

    answers = [
        as_group_leader.get(f"/plans/{plan.pk}/copy/").status_code
        for plan in (own, source)
    ]

    assert answers == [200, 403]


def test_a_draft_is_no_last_year(as_committee):
    assert as_committee.get(f"/plans/{make.plan().pk}/copy/").status_code == 403
