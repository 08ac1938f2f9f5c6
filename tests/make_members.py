"""Rows of the members app: valid by default, one plain function per model."""

import datetime
import itertools

from django.utils import timezone

from members.models import (
    Application,
    Body,
    Correction,
    Department,
    Leading,
    Member,
    Membership,
    Placement,
    Seat,
    Term,
    UnionGroup,
    User,
)
from members.proposable import FIELDS
from members.services import memberships, placements, places

numbers = itertools.count(1)


def department(name=None, **values):
    return _place(Department, name=name or f"部门{next(numbers)}", **values)


def group(name=None, **values):
    return _place(UnionGroup, name=name or f"第{next(numbers)}小组", **values)


def _place(model, **values):
    if not values.get("is_active", True):
        values.setdefault("closed_on", datetime.date(2020, 1, 1))
    place = model.objects.create(**values)
    places.leadings_begin([place])
    return place


def member(name="周明", **values):
    values.setdefault("staff_no", f"T{next(numbers):04d}")
    values.setdefault("sex", "女")
    values.setdefault("birth_date", datetime.date(1985, 5, 20))
    values.setdefault("joined_union_on", datetime.date(2010, 9, 1))
    person = Member.objects.create(name=name, **values)
    memberships.memberships_begin([person])
    placements.placements_begin([person])
    return person


def membership(member, joined_on, ended_on=None, **values):
    """One more time of membership."""
    if ended_on:
        values.setdefault("ended_by", "left")
    period = Membership.objects.create(
        member=member, joined_on=joined_on, ended_on=ended_on, **values
    )
    memberships.settle(member)
    return period


def user(*roles, name="周明", member_values=None, **values):
    """An account with a member."""
    return account(member(name=name, **(member_values or {})), *roles, **values)


def account(person, *roles, **values):
    """An account of somebody on the roster."""
    values.setdefault("must_change_password", False)
    account = User(username=person.staff_no, member=person, **values)
    account.password = "nobody knows"  # no hashing in tests: log in by force
    account.save()
    account.give_roles(*roles)
    return account


def placement(member, place, began_on=None, ended_on=None):
    """A time of somebody at a department or a group."""
    return Placement.objects.create(
        member=member, began_on=began_on, ended_on=ended_on, **{place.COLUMN: place}
    )


def leading(member, place, began_on=None, ended_on=None):
    """A time of somebody leading it."""
    return Leading.objects.create(
        member=member, began_on=began_on, ended_on=ended_on, **{place.COLUMN: place}
    )


def body(name=None, **values):
    return Body.objects.create(name=name or f"机构{next(numbers)}", **values)


def term(body=None, elected_on=datetime.date(2024, 3, 1), **values):
    """A term of five years, open unless told."""
    values.setdefault("number", next(numbers))
    values.setdefault("ends_on", elected_on.replace(year=elected_on.year + 5))
    owner = body or Body.objects.create(name=f"机构{next(numbers)}")
    return Term.objects.create(body=owner, elected_on=elected_on, **values)


def seat(within=None, person=None, **values):
    """An office in the body of a term, held from the election on."""
    within = within or term()
    values = {"began_on": within.elected_on, "body": within.body, **values}
    return Seat.objects.create(term=within, member=person or member(), **values)


def application(state="filed", *, applicant=None, kind="join", by=None, **values):
    """One that has come as far as `state`; `by` advised and decided on it."""
    joined = None if kind == "join" else datetime.date(2010, 9, 1)
    applicant = applicant or member(name="陈新", joined_union_on=joined)
    by = by or user("committee", "member", name="别的委员")
    values = {"words": "我自愿提出申请，请工会批准。", **values}
    row = Application(member=applicant, kind=kind, filed_by=by, **values)
    row.filed_on = values.get("filed_on", timezone.localdate())
    row.signed_as = "" if row.is_paper else applicant.name
    row.state = state
    if state in ("advised", "approved", "refused"):
        row.advice, row.advised_at, row.advised_by = "agree", timezone.now(), by.member
    if row.is_decided:
        row.decided_on, row.decided_at = row.filed_on, timezone.now()
        row.decided_by, row.reason = by.member, "条件还不够"
    if state == "approved":
        row.reason, row.period = "", applicant.memberships.first()
        row.period = row.period or membership(applicant, row.filed_on)
    row.save()
    return row


def correction(person=None, field="title", new="高级教师", **values):
    """A proposal that waits for an answer."""
    person = person or member()
    old = FIELDS[field].text(getattr(person, field))
    return Correction.objects.create(
        member=person, field=field, old=old, new=new, **values
    )
