"""Rows of the members app: valid by default, one plain function per model."""

import datetime
import itertools

from members.models import (
    Department,
    Leading,
    Member,
    Membership,
    Placement,
    UnionGroup,
    User,
)
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
