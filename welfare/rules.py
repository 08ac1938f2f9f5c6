"""Who may: visits, health checks, the list of retirees."""

from members import roles
from members.rules import ALLOWED, office_only, only, refused
from welfare.models import Visit


def visit_list(user):
    return only(user, *roles.OFFICE, roles.AUDITOR, roles.GROUP_LEADER)


def visit_new(user):
    """Log a visit: the office for all, a group leader for the own group."""
    return only(user, *roles.OFFICE, roles.GROUP_LEADER)


def visit_for(user, member):
    """Log a visit to this person."""
    if user.has_role(*roles.OFFICE):
        return ALLOWED
    led_by = member.group.leader_id if member.group_id else None
    if led_by is not None and led_by == user.member_id:
        return ALLOWED
    return refused(f"{member} 不在你的小组里，请由工会委员登记。")


def visit_amounts(user):
    """See and sum the amounts of other people's visits."""
    return only(user, *roles.OFFICE, roles.AUDITOR)


def visit_amount(user, visit):
    """See the amount and the receipts of one visit: also who logged or received it."""
    if visit.entered_by_id == user.pk or (
        user.member_id is not None and visit.member_id == user.member_id
    ):
        return ALLOWED
    return visit_amounts(user)


def visit_remarks(user):
    return office_only(user)


def visit_edit(user, visit):
    if visit.state == Visit.State.VOID:
        return refused("这条慰问已经作废。")
    if user.has_role(*roles.OFFICE) or visit.entered_by_id == user.pk:
        return ALLOWED
    return refused("慰问记录由工会委员或登记的人修改。")


def visit_void(user, visit):
    if not visit.can_become(Visit.State.VOID):
        return refused("这条慰问已经作废。")
    return office_only(user)


def health_list(user):
    return office_only(user)


def retiree_list(user):
    return office_only(user)
