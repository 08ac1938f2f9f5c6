"""Rows of the members app: valid by default, one plain function per model."""

import datetime
import itertools

from members.models import Department, Member, Membership, UnionGroup, User
from members.services import memberships

numbers = itertools.count(1)


def department(name=None, **values):
    return Department.objects.create(name=name or f"部门{next(numbers)}", **values)


def group(name=None, **values):
    return UnionGroup.objects.create(name=name or f"第{next(numbers)}小组", **values)


def member(name="周明", **values):
    values.setdefault("staff_no", f"T{next(numbers):04d}")
    values.setdefault("sex", "女")
    values.setdefault("birth_date", datetime.date(1985, 5, 20))
    values.setdefault("joined_union_on", datetime.date(2010, 9, 1))
    person = Member.objects.create(name=name, **values)
    memberships.memberships_begin([person])
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
    person = member(name=name, **(member_values or {}))
    values.setdefault("must_change_password", False)
    account = User(username=person.staff_no, member=person, **values)
    account.password = "nobody knows"  # no hashing in tests: log in by force
    account.save()
    account.give_roles(*roles)
    return account
