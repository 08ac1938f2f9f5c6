"""Who may change a membership (会籍)."""

from members.models import Member
from members.rules.ruling import office_only, refused


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
