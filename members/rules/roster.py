"""Who may look at and change the roster."""

from members import roles
from members.rules.ruling import (
    ALLOWED,
    office_only,
    only,
    refused,
)


def member_list(user):
    """The roster is a page of the office, of group leaders, of the sysadmin."""
    return only(user, *roles.STAFF, roles.GROUP_LEADER)


def member_write(user):
    """Enter and change records of the roster."""
    return office_only(user)


def member_reveal(user, member):
    """See the full ID number and phone of one person, with a reason."""
    if user.member_id == member.pk:
        return ALLOWED
    return office_only(user)


def member_identify(user):
    """Find a person by the whole ID number."""
    return office_only(user)


def member_log(user, member):
    """See who changed a record and who looked into it."""
    if user.member_id == member.pk:
        return ALLOWED
    return office_only(user)


def member_private(user, member):
    """See birthday, phone (masked) and the like: not a matter of the sysadmin."""
    if user.member_id == member.pk or user.has_role(*roles.OFFICE):
        return ALLOWED
    if (
        user.has_role(roles.GROUP_LEADER)
        and member.group_id
        and member.group.leader_id == user.member_id
    ):
        return ALLOWED
    return refused("这些资料由工会主席、工会委员和本组小组长查看。")


def roster_private(user):
    """Have such columns in an export at all, of those whose data one may see."""
    return only(user, *roles.OFFICE, roles.GROUP_LEADER)


def roster_by_age(user):
    """Order the roster by the day of birth: the years show in the order."""
    return office_only(user)


def retirement_list(user):
    """Who retires when: it tells ages."""
    return office_only(user)


def member_suggest(user):
    """Be offered names, 工号 and groups while typing: everybody with an account."""
    return ALLOWED
