"""Calendars for phones: secret addresses, strict form, nothing personal."""

import datetime

import pytest
from django.utils import timezone

from members.models import AuditEntry
from plans.models import FeedAddress
from plans.services import feeds as services
from tests import make_members
from tests import make_plans as make
from tests.plans import icalendars


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def fetch(anonymous):
    """A function: the events of a calendar, fetched without signing in."""

    def fetched(user, kind="all"):
        secret = services.feed_renew(by=user, kind=kind)
        answer = anonymous.get(f"/plans/feeds/{secret}/union.ics")
        assert answer.status_code == 200
        return icalendars.read(answer.content)[1]

    return fetched


def on(today, **values):
    return make.activity(first_month=today.replace(day=1), **values)


def test_a_day_a_span_and_a_month_are_told_in_whole_days(fetch, member_user, today):
    on(today, title="健步走", starts_on=today, place="滨江；步道")
    until = today + datetime.timedelta(days=2)
    on(today, title="疗休养", starts_on=today, ends_on=until)
    on(today, title="没定日子")

    events = {icalendars.text(event["SUMMARY"]): event for event in fetch(member_user)}

    days = {
        title: (icalendars.day(e["DTSTART"]), icalendars.day(e["DTEND"]))
        for title, e in events.items()
    }
    next_day = datetime.timedelta(days=1)
    first = today.replace(day=1)
    label = f"（{today.year}年{today.month}月）没定日子"
    assert days == {
        "健步走": (today, today + next_day),
        "疗休养": (today, until + next_day),
        label: (first, first + next_day),
    }
    assert icalendars.text(events["健步走"]["LOCATION"]) == "滨江；步道"


def test_long_titles_are_folded_and_come_back_whole(fetch, member_user, today):
    title = "教职工健步走；人人参加，自带水杯\\" * 6

    on(today, title=title, starts_on=today)

    assert icalendars.text(fetch(member_user)[0]["SUMMARY"]) == title


def test_an_event_keeps_its_uid_and_counts_its_changes(fetch, member_user, today):
    activity = on(today, starts_on=today)
    (before,) = fetch(member_user)
    activity.version = 7
    activity.save()

    (after,) = fetch(member_user)

    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"][1] == "7"


def test_dropped_and_postponed_say_so(fetch, member_user, today):
    on(today, state="dropped")
    on(today, state="postponed")

    states = [event["STATUS"][1] for event in fetch(member_user)]

    assert sorted(states) == ["CANCELLED", "TENTATIVE"]


def test_what_is_not_approved_yet_does_not_go_out(fetch, member_user, today):
    on(today, plan=make.plan(state="review"))
    on(today, plan=make.plan())

    assert fetch(member_user) == []


def test_no_name_and_no_sum_goes_out(anonymous, member_user, today):
    lead = make_members.member(name="欧阳保密")
    on(today, lead=lead, budget=98765, notes="内部说明")
    secret = services.feed_renew(by=member_user, kind="all")

    text = anonymous.get(f"/plans/feeds/{secret}/union.ics").content.decode()

    for word in ("欧阳保密", "98765", "内部说明", "林老师"):
        assert word not in text


def test_the_own_calendar_has_what_is_ones_own(fetch, member_user, today):
    me = member_user.member
    on(today, title="别人的")
    on(today, title="我负责的", lead=me)
    on(today, title="我协助的").helpers.add(me)
    make.attendance(
        activity=on(today, title="我参加的", state="held", held_on=today), member=me
    )
    make.duty(title="我办的", lead=me, rhythm="monthly", since=today)

    told = [icalendars.text(event["SUMMARY"]) for event in fetch(member_user, "mine")]

    found = {"别人的", "我负责的", "我协助的", "我参加的", "我办的"}
    assert {w for w in found if any(w in one for one in told)} == found - {"别人的"}


def test_a_new_address_ends_the_old_one(anonymous, member_user):
    old = services.feed_renew(by=member_user, kind="all")
    new = services.feed_renew(by=member_user, kind="all")

    answers = [
        anonymous.get(f"/plans/feeds/{secret}/union.ics").status_code
        for secret in (old, new, "x", "%00")
    ]

    assert answers == [404, 200, 404, 404]


def test_a_closed_account_has_no_calendar(anonymous, member_user):
    secret = services.feed_renew(by=member_user, kind="all")
    member_user.is_active = False
    member_user.save()

    assert anonymous.get(f"/plans/feeds/{secret}/union.ics").status_code == 404


def test_the_secret_is_long_and_stored_nowhere(member_user):
    secret = services.feed_renew(by=member_user, kind="all")

    assert len(secret) >= 32
    kept = [str(row) for row in FeedAddress.objects.values()]
    kept += [str(row) for row in AuditEntry.objects.values()]
    assert not any(secret in row for row in kept)


def test_the_page_shows_an_address_once_and_revokes_it(as_member, anonymous):
    page = as_member.post("/plans/feeds/mine/renew/")
    address = page.context["made"]

    assert anonymous.get(address).headers["Content-Type"].startswith("text/calendar")
    assert address not in as_member.get("/plans/feeds/").content.decode()
    as_member.post("/plans/feeds/mine/revoke/")
    assert anonymous.get(address).status_code == 404


def test_my_page_leads_there(as_member):
    assert "/plans/feeds/" in as_member.get("/me/").content.decode()


def test_many_events_take_no_more_queries(
    anonymous, member_user, today, django_assert_max_num_queries
):
    secret = services.feed_renew(by=member_user, kind="all")
    for _ in range(5):
        on(today, lead=make_members.member())

    with django_assert_max_num_queries(3):
        anonymous.get(f"/plans/feeds/{secret}/union.ics")
