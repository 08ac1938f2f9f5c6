"""Who may make and change accounts, and the office's own data."""

from members import roles
from members.rules.ruling import (
    CHAIR,
    only,
    refused,
)


def office_edit(user):
    """School and union names, terms: the chair and the sysadmin."""
    return only(user, roles.CHAIR, roles.SYSADMIN)


def account_list(user):
    return only(user, roles.CHAIR, roles.SYSADMIN)


def account_make(user):
    return only(user, roles.CHAIR, roles.SYSADMIN)


def account_reset(user, account):
    """A new initial password for somebody else; whoever holds the slip can sign in."""
    if account.pk == user.pk:
        return refused("自己的密码请到「修改密码」里改。")
    if account.has_union_role and not user.has_role(roles.CHAIR):
        return refused(f"这个账号有工会的身份，密码由{CHAIR}重置。")
    return only(user, roles.CHAIR, roles.SYSADMIN)


def account_link(user, account):
    """Say whose account it is, once: the first chair's has no record behind it."""
    if account.member_id:
        return refused("这个账号已经有对应的会员。")
    return only(user, roles.CHAIR)


def account_close(user, account):
    if account.pk == user.pk:
        return refused("不能停用自己的账号。")
    return only(user, roles.CHAIR, roles.SYSADMIN)


def account_open(user, account):
    return only(user, roles.CHAIR, roles.SYSADMIN)


def roles_to_give(user):
    """The codes of the roles that this person gives and takes."""
    if user.has_role(roles.CHAIR):
        return frozenset(roles.ROLES)
    return frozenset(roles.TECHNICAL if user.has_role(roles.SYSADMIN) else ())


def account_roles(user, account, wanted=None):
    """Give and take roles; `wanted` is the set of codes, once it is known.

    Nobody decides on the own roles, and no sysadmin on the union's (trust.md 4.2);
    an office keeps at least one chair (asked by the service).
    """
    if account.pk == user.pk:
        return refused("自己的身份要由另一位主席或管理员来改。")
    touched = set() if wanted is None else wanted ^ account.role_codes
    allowed = only(user, roles.CHAIR, roles.SYSADMIN)
    if allowed and touched - roles_to_give(user):
        return refused(f"工会的身份由{CHAIR}给和取消。")
    return allowed
