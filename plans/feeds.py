"""Calendars for phones: the events of the plan as iCalendar (RFC 5545).

Only what everybody who signs in may read goes out (class 1): no names, no sums.
"""

import datetime
import hashlib
import secrets

from django.utils import timezone
from icalendar import Calendar, Event

from plans.duties import of_user, open_turns
from plans.models import Activity, FeedAddress

SECRET_BYTES = 24  # 192 bits
MIME = "text/calendar; charset=utf-8"
KEPT = datetime.timedelta(days=400)  # what lies longer back is left out
AHEAD = 400  # days that standing duties are told ahead
STATUS = {"dropped": "CANCELLED", "postponed": "TENTATIVE"}


def new_secret():
    """The secret part of an address, and what is stored of it."""
    secret = secrets.token_urlsafe(SECRET_BYTES)
    return secret, digest(secret)


def digest(secret):
    """A random secret of 192 bits needs no salt and no slow hash."""
    return hashlib.sha256(secret.encode()).hexdigest()


def calendar_of(address, *, link, now=None):
    """The bytes of one calendar; `link(path)` makes a whole address of a path."""
    now = now or timezone.now()
    today = timezone.localdate(now)
    calendar = Calendar()
    calendar.add("prodid", "-//unionoffice//plan//ZH")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", address.get_kind_display())
    calendar.add("refresh-interval", datetime.timedelta(hours=12))
    calendar["refresh-interval"].params["VALUE"] = "DURATION"
    for activity in _activities(address, today):
        calendar.add_component(_event_of(activity, now, link))
    if address.kind == FeedAddress.Kind.MINE:
        duties = of_user(address.user, is_office=False)
        for turn in open_turns(duties, today, AHEAD):
            calendar.add_component(_event_of_turn(turn, now, link))
    return calendar.to_ical()


def _activities(address, today):
    """Items of approved plans and those outside of any; for a person the own ones."""
    rows = Activity.objects.in_force().since(today - KEPT).by_month()
    if address.kind == FeedAddress.Kind.ALL:
        return rows
    member = address.user.member_id
    return rows.of_person(member) if member else rows.none()


def _event_of(activity, now, link):
    first, last = days_of(activity)
    whole_month = not (activity.held_on or activity.starts_on)
    event = _event(f"activity-{activity.pk}", activity.entered_at, now)
    words = f"（{activity.span}）{activity.title}" if whole_month else activity.title
    event.add("summary", words)
    event.add("dtstart", first)
    event.add("dtend", last + datetime.timedelta(days=1))  # the day after, by RFC 5545
    event.add("status", STATUS.get(activity.state, "CONFIRMED"))
    event.add("transp", "TRANSPARENT")
    event.add("sequence", activity.version)
    if activity.place:
        event.add("location", activity.place)
    event.add("url", link(activity.get_absolute_url()))
    return event


def _event_of_turn(turn, now, link):
    name = f"duty-{turn.duty.pk}-{turn.value}"
    event = _event(name, None, now)
    event.add("summary", f"{turn.duty.title}（{turn.period.month}月）最后一天")
    event.add("dtstart", turn.due_on)
    event.add("dtend", turn.due_on + datetime.timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("url", link(turn.duty.get_absolute_url()))
    return event


def _event(name, made_at, now):
    """An event whose UID stays the same each time it is fetched."""
    event = Event()
    since = f"-{int(made_at.timestamp())}" if made_at else ""
    event.add("uid", f"{name}{since}@unionoffice")
    event.add("dtstamp", now)
    return event


def days_of(activity):
    """First and last day: held, planned, or the first day of its first month."""
    if activity.held_on:
        return activity.held_on, activity.held_until or activity.held_on
    if activity.starts_on:
        return activity.starts_on, activity.ends_on or activity.starts_on
    return activity.first_month, activity.first_month
