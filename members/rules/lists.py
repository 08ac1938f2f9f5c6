"""Who may have which list of people."""

from members import roles
from members.models import Member
from members.rules.ruling import ALLOWED, office_only, only, refused


def list_index(user):
    """The page that gathers the lists; each has a rule of its own."""
    return only(user, *roles.OFFICE, roles.GROUP_LEADER)


def women_list(user):
    """女职工档案: it tells ages, education and politics."""
    return office_only(user)


def birthday_list(user):
    """Month and day, of those whose data one may see."""
    return only(user, *roles.OFFICE, roles.GROUP_LEADER)


def teaching_list(user):
    return office_only(user)


def archive_check(user):
    return office_only(user)


def quality_list(user):
    """资料检查: what is missing or doubtful in the roster."""
    return office_only(user)


def finding_settle(user):
    return office_only(user)


def member_merge(user, kept=None, gone=None):
    """Make one record of two; of two accounts one is closed, which only some may."""
    ruling = office_only(user)
    if not ruling or kept is None:
        return ruling
    if kept.pk == gone.pk:
        return refused("要选两条不同的记录。")
    both = Member.objects.with_account().among([kept, gone]).count() == 2
    if both and not user.has_role(roles.CHAIR):
        return refused("两条记录各有一个账号，合并要停用其中一个，由工会主席办理。")
    return ALLOWED


def statistics(user):
    """Counts of people: the office, and leaders of their own group."""
    return only(user, *roles.OFFICE, roles.GROUP_LEADER)


def statistics_whole(user):
    """With politics, and the figures of the whole union."""
    return office_only(user)
