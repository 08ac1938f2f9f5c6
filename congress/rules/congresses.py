"""Who sets up a congress, its units and its delegates."""

from congress.models import Delegate
from members import roles
from members.rules import ALLOWED, office_only, only, refused

WHOLE = "这一届开教职工大会，人人参加，不选代表。"


def congress_new(user):
    return only(user, roles.CHAIR)


def congress_edit(user, congress):
    return only(user, roles.CHAIR)


def constituency_write(user, congress):
    """Set up the units and delegations of a congress by delegates."""
    if not (ruling := office_only(user)):
        return ruling
    return ALLOWED if congress.has_delegates else refused(WHOLE)


def constituency_remove(user, constituency):
    if not (ruling := constituency_write(user, constituency.congress)):
        return ruling
    if constituency.delegates.exists():
        return refused("这个选举单位已有代表，不能删去。")
    return ALLOWED


def delegate_add(user, congress):
    if not (ruling := constituency_write(user, congress)):
        return ruling
    if not congress.constituencies.exists():
        return refused("请先加选举单位，再登记选出的代表。")
    return ALLOWED


def delegate_edit(user, delegate):
    return office_only(user)


def delegate_end(user, delegate):
    if not (ruling := office_only(user)):
        return ruling
    if delegate.ended_on:
        return refused(f"{delegate}的代表资格已经结束。", late=True)
    return ALLOWED


def delegate_replace(user, delegate):
    """A by-election for the seat that this delegate left."""
    if not (ruling := office_only(user)):
        return ruling
    if delegate.kind != Delegate.Kind.FULL:
        return refused("只有正式代表的缺额要补选。")
    if delegate.ended_on is None:
        return refused("代表资格还没有结束，不用补选。")
    if Delegate.objects.filter(replaces=delegate).exists():
        return refused("这个缺额已经补选过了。", late=True)
    return ALLOWED


def votes_read(user):
    """The figures of an election and why a seat ended: the office."""
    return office_only(user)
