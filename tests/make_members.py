"""Rows of the members app: valid by default, one plain function per model."""

import datetime
import itertools

from members.models import Department, Member, UnionGroup, User

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
    return Member.objects.create(name=name, **values)


def user(*roles, name="周明", member_values=None, **values):
    """An account with a member."""
    person = member(name=name, **(member_values or {}))
    values.setdefault("must_change_password", False)
    account = User(username=person.staff_no, member=person, **values)
    account.password = "nobody knows"  # no hashing in tests: log in by force
    account.save()
    account.give_roles(*roles)
    return account
