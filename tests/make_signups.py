"""Rows of sign-ups: valid by default, one plain function per model."""

import datetime

from django.utils import timezone

from members.models import Member, Membership
from plans import services
from plans.models import Question, SignupSheet
from tests import make_members, make_plans

HOUR = datetime.timedelta(hours=1)


def coming(**values):
    """An activity of next week."""
    day = timezone.localdate() + datetime.timedelta(days=7)
    month = day.replace(day=1)
    values = {"title": "周六健步走", "starts_on": day, "first_month": month} | values
    return make_plans.activity(**values)


def sheet(**values):
    """Open since an hour, for another hour; two places, for everybody who works."""
    now = timezone.now()
    groups = values.pop("groups", ())
    values.setdefault("activity", values.get("activity") or coming())
    values = {"places": 2, "opens_at": now - HOUR, "closes_at": now + HOUR} | values
    made = SignupSheet.objects.create(**values)
    made.groups.set(groups)
    return made


def crowd(number):
    """Many members of the union at once, in few statements."""
    rows = Member.objects.bulk_create(
        Member(staff_no=f"K{n:04d}", name=f"会员{n}", sex="女") for n in range(number)
    )
    Membership.objects.bulk_create(
        Membership(member=member, joined_on="2015-09-01") for member in rows
    )
    return rows


def closed(made):
    """Let its time run out."""
    made.opens_at, made.closes_at = made.opens_at - 2 * HOUR, timezone.now() - HOUR
    made.save(update_fields=["opens_at", "closes_at"])
    return made


def question(**values):
    values.setdefault("sheet", values.get("sheet") or sheet())
    return Question.objects.create(**{"words": "上车地点", "kind": "text"} | values)


def signup(to=None, member=None, **values):
    """Through the service, so that places are counted."""
    to = to or sheet()
    member = member or make_members.member()
    return services.signup_add(to, member, by=values.pop("by", None), **values)
