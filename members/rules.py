"""Who may: each rule answers with a Ruling, and a refusal says why."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied

from members import roles
from members.models import Member


@dataclass(frozen=True)
class Ruling:
    """Yes, or no with a sentence that a person understands."""

    allowed: bool
    reason: str = ""
    # The person might have, but the row has moved on meanwhile.
    is_late: bool = False

    def __bool__(self):
        return self.allowed


ALLOWED = Ruling(True)
CHAIR = roles.ROLES[roles.CHAIR].name


def refused(reason, *, late=False):
    return Ruling(False, reason, late)


def require(ruling):
    """Raise PermissionDenied with the reason unless the ruling allows."""
    if not ruling:
        raise PermissionDenied(ruling.reason)


def in_time(request, ruling):
    """Whether a form goes on. What was typed too late is shown again, not thrown
    away: False then; otherwise raises PermissionDenied like `require`."""
    if request.method == "POST" and ruling.is_late:
        return False
    require(ruling)
    return True


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


def group_list(user):
    return only(user, *roles.STAFF, roles.GROUP_LEADER)


def group_members(user, group):
    """Open the list of a group's members: a leader only the own one."""
    own = group.leader_id is not None and group.leader_id == user.member_id
    if own or user.has_role(*roles.STAFF):
        return ALLOWED
    return refused("组长只能查看本组会员。")


# Who may: 会籍


def membership_begin(user, member):
    ruling = office_only(user)
    if ruling and member.running_membership is not None:
        return refused("已有一段会籍没有结束。", late=True)
    if ruling and member.work_status == Member.WorkStatus.DEAD:
        return refused("已经去世，不能登记入会。")
    return ruling


def membership_keep(user, member):
    """Keep a membership (保留会籍) that is not kept yet."""
    ruling, period = office_only(user), member.running_membership
    if ruling and period is None:
        return refused("现在不是会员。", late=True)
    if ruling and period.kept_on:
        return refused("已经登记了保留会籍。", late=True)
    return ruling


def membership_end(user, member):
    ruling = office_only(user)
    if ruling and member.running_membership is None:
        return refused("现在不是会员。", late=True)
    return ruling


def membership_correct(user):
    """Mend what was entered wrongly; the trail keeps what stood there."""
    return office_only(user)


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
