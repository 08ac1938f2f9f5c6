"""Deeds on accounts: made from the roster, reset, closed, given roles."""

from dataclasses import dataclass

from allauth.usersessions.models import UserSession
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group
from django.db import transaction

from members import audit, passwords, roles
from members.models import Member, Office, User
from unionoffice.states import StateError


@dataclass(frozen=True)
class Slip:
    """What one printed slip tells; the password exists nowhere else."""

    name: str
    username: str
    password: str
    group: str = ""


@transaction.atomic
def account_make(*, by, day, group=None):
    """Accounts for everybody on roll without one (of `group`); returns the slips."""
    people = Member.objects.without_account(day).with_places()
    if group is not None:
        people = people.in_group(group)
    people = list(people)
    slips = [
        Slip(m.name, m.staff_no, passwords.initial(), str(m.group or ""))
        for m in people
    ]
    users = User.objects.bulk_create(
        User(username=m.staff_no, member=m, password=make_password(slip.password))
        for m, slip in zip(people, slips, strict=True)
    )
    Group.objects.get(name=roles.MEMBER).user_set.add(*users)
    audit.record(
        by, "account.made", Office.load(), count=len(users), group=str(group or "全部")
    )
    return slips


@transaction.atomic
def account_reset(account, *, by):
    """A new initial password; every session of the account ends."""
    slip = _fresh_password(account)
    end_sessions(account)
    audit.record(by, "account.reset", account)
    return slip


def _fresh_password(account):
    password = passwords.initial()
    account.set_password(password)
    account.must_change_password = True
    account.save(update_fields=["password", "must_change_password"])
    group = str(account.member.group or "") if account.member_id else ""
    return Slip(str(account), account.username, password, group)


def end_sessions(account):
    """Sign the account out everywhere."""
    for session in UserSession.objects.filter(user=account):
        session.end()


@transaction.atomic
def account_close(account, *, by):
    """Sign out and keep out; raises StateError for the last chair."""
    if roles.CHAIR in account.role_codes:
        _leave_a_chair(account)
    account.is_active = False
    account.save(update_fields=["is_active"])
    end_sessions(account)
    audit.record(by, "account.closed", account)


@transaction.atomic
def account_open(account, *, by):
    account.is_active = True
    account.save(update_fields=["is_active"])
    audit.record(by, "account.opened", account)


@transaction.atomic
def account_roles(account, *, by, wanted):
    """Set the roles to `wanted` (codes); raises StateError for the last chair."""
    before = set(account.role_codes)
    if roles.CHAIR in before and roles.CHAIR not in wanted:
        _leave_a_chair(account)
    account.give_roles(*wanted)
    audit.record(
        by,
        "account.roles",
        account,
        given=sorted(set(wanted) - before),
        taken=sorted(before - set(wanted)),
    )


def _leave_a_chair(account):
    """Two chairs may be on their way out at once: the second waits and is told."""
    chairs = Group.objects.select_for_update().get(name=roles.CHAIR)
    if not chairs.user_set.filter(is_active=True).exclude(pk=account.pk).exists():
        raise StateError("至少要留一位工会主席。先把主席身份给接任的人，再动这一位。")


@transaction.atomic
def account_password(account, password):
    """The person's own password, which ends the duty to change the initial one."""
    account.set_password(password)
    account.must_change_password = False
    account.save(update_fields=["password", "must_change_password"])
    audit.record(account, "account.password_changed", account)


@transaction.atomic
def account_entered(account):
    """Record a login that is complete, second factor and all."""
    audit.record(account, "account.logged_in", account)


@transaction.atomic
def account_refused(username, **details):
    """Record a login that failed.

    A name that is nobody's is not kept: it may be a password in the wrong box.
    """
    account = User.objects.named(username) or User(username="没有这个账号")
    audit.record(None, "account.login_failed", account, **details)


@transaction.atomic
def account_kept_out(account, *, view, address, reason):
    """Record that a page or a deed was refused; the deed itself is rolled back."""
    audit.record(
        account, "account.refused", account, view=view, address=address, reason=reason
    )
