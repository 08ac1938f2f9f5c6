"""Deeds on accounts: made from the roster, reset, closed, given roles."""

from dataclasses import dataclass, replace

from allauth.usersessions.models import UserSession
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group
from django.db import transaction

from members import audit, passwords, roles
from members.models import Member, Office, User
from unionoffice.states import StateError

PIECE = 50


@dataclass(frozen=True)
class Slip:
    """What one printed slip tells; the password exists nowhere else."""

    name: str
    username: str
    password: str
    group: str = ""


@dataclass(frozen=True)
class Made:
    """The slips of new accounts; and members whose 工号 is another's username."""

    slips: list
    taken: list


def account_make(
    *, by, day, group=None, people=(), outsiders=False, again=False, key=""
):
    """Accounts for everybody on roll without one (of `group`, and of `people` only);
    with `outsiders` for staff who are no members yet, too.

    `again` gives new passwords to those too who never signed in; so does a second
    sending of the same rendering (`key`), whose first slips nobody has seen. Hashing
    takes its time: it is done in pieces, each before a short transaction of its own.
    """
    unused = User.objects.never_used()
    if not again:
        unused = unused.filter(made_with=key) if key else unused.none()
    renewed = set(unused.values_list("member_id", flat=True))
    waiting = Member.objects.waiting_for_slips(
        day, renewed, outsiders=outsiders
    ).with_places()
    waiting = waiting.among(people) if people else waiting
    people = list(waiting if group is None else waiting.in_group(group))
    taken = _taken([m for m in people if m.pk not in renewed])
    people = [m for m in people if m not in taken]
    slips = []
    for start in range(0, len(people), PIECE):
        piece = people[start : start + PIECE]
        slips += _make(piece, renewed, by=by, group=group, key=key)
    return Made(slips, taken)


def _taken(people):
    """Those whose 工号 is a username already, or another's but for its case."""
    names = User.objects.taken(m.staff_no for m in people)
    found = []
    for member in people:
        if member.staff_no.lower() in names:
            found.append(member)
        names.add(member.staff_no.lower())
    return found


def _make(people, renewed, *, by, group, key):
    """The slips of one piece: those whom nobody else served meanwhile."""
    slips = {
        m.pk: Slip(m.name, m.staff_no, passwords.initial(), str(m.group or ""))
        for m in people
    }
    hashed = {pk: make_password(slip.password) for pk, slip in slips.items()}
    with transaction.atomic():
        members = Group.objects.select_for_update().get(name=roles.MEMBER)
        known = {u.member_id: u for u in User.objects.filter(member__in=people)}
        fresh = [
            User(username=m.staff_no, member=m, password=hashed[m.pk], made_with=key)
            for m in people
            if m.pk not in known
        ]
        old = User.objects.never_used().filter(member__in=renewed & known.keys())
        again = list(old)
        for account in again:
            account.password, account.made_with = hashed[account.member_id], key
        members.user_set.add(*User.objects.bulk_create(fresh))
        User.objects.bulk_update(again, ["password", "made_with"])
        counts = {"count": len(fresh)} | ({"again": len(again)} if again else {})
        audit.record(
            by, "account.made", Office.load(), group=str(group or "全部"), **counts
        )
    names = {account.member_id: account.username for account in (*fresh, *again)}
    return [
        replace(slip, username=names[pk]) for pk, slip in slips.items() if pk in names
    ]


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


@transaction.atomic
def account_link(account, *, by, member):
    """Let the account be `member`'s; raises StateError where one of them has another."""
    taken = User.objects.filter(member=member).exists()
    unlinked = User.objects.filter(pk=account.pk, member__isnull=True)
    if taken or unlinked.update(member=member) != 1:
        raise StateError("刚才已经对应好了，请刷新页面再看。")
    account.member = member
    audit.record(by, "account.linked", account, member=member.staff_no)


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
