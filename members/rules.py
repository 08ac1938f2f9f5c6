"""Who may: each rule answers with a Ruling, and a refusal says why."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied

from members import roles


@dataclass(frozen=True)
class Ruling:
    """Yes, or no with a sentence that a person understands."""

    allowed: bool
    reason: str = ""

    def __bool__(self):
        return self.allowed


ALLOWED = Ruling(True)


def refused(reason):
    return Ruling(False, reason)


def require(ruling):
    """Raise PermissionDenied with the reason unless the ruling allows."""
    if not ruling:
        raise PermissionDenied(ruling.reason)


def only(user, *codes, deed="这件事由{}办理。"):
    """Allowed for holders of one of these roles; `deed` says so to the others."""
    if user.has_role(*codes):
        return ALLOWED
    names = "、".join(roles.ROLES[code].name for code in codes)
    return refused(deed.format(names))


def office_only(user):
    return only(user, *roles.OFFICE)


# Who may: the roster


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


def member_suggest(user):
    """Be offered names while typing: whoever works for the union or the school."""
    return ALLOWED


def group_list(user):
    return only(user, *roles.STAFF, roles.GROUP_LEADER)


def group_members(user, group):
    """Open the list of a group's members: a leader only the own one."""
    own = group.leader_id is not None and group.leader_id == user.member_id
    if own or user.has_role(*roles.STAFF):
        return ALLOWED
    return refused("组长只能查看本组会员。")


# Who may: the office's own data


def office_edit(user):
    """School and union names, terms: the chair and the sysadmin."""
    return only(user, roles.CHAIR, roles.SYSADMIN)


# Who may: accounts


def account_list(user):
    return only(user, roles.CHAIR, roles.SYSADMIN)


def account_make(user):
    return only(user, roles.CHAIR, roles.SYSADMIN)


def account_reset(user, account):
    """A new initial password for somebody else."""
    if account.pk == user.pk:
        return refused("自己的密码请到「修改密码」里改。")
    return only(user, roles.CHAIR, roles.SYSADMIN)


def account_close(user, account):
    if account.pk == user.pk:
        return refused("不能停用自己的账号。")
    return only(user, roles.CHAIR, roles.SYSADMIN)


def account_open(user, account):
    return only(user, roles.CHAIR, roles.SYSADMIN)


def account_roles(user, account, wanted=None):
    """Give and take roles; `wanted` is the set of codes, once it is known.

    Nobody decides on the own roles, so no sysadmin becomes chair alone
    (trust.md 4.2); an office keeps at least one chair (asked by the service).
    """
    if account.pk == user.pk:
        return refused("自己的身份要由另一位主席或管理员来改。")
    return only(user, roles.CHAIR, roles.SYSADMIN)
