"""Who may mark who was there, sign in by code, and rate."""

from members.rules import refused
from plans.models import Activity
from plans.rules.ground import plan_is_open
from plans.rules.signups import sheet_read


def attendance_mark(user, activity):
    """At the desk: the office, the lead and the helpers, until the record is done."""
    if not sheet_read(user, activity):
        return refused("签到由工会办公室、活动负责人和协助人员登记。")
    return _is_going_on(activity)


def attendance_scan(user, activity, today):
    """Sign oneself in by the code in the hall."""
    if user.member_id is None:
        return refused("这个账号没有对应的会员，不能签到。")
    first, last = activity.starts_on, activity.ends_on or activity.starts_on
    if first and not first <= today <= last:
        return refused("今天不是活动的日子，不能扫码签到。")
    return _is_going_on(activity)


def rating_give(user, activity, attendance):
    """`attendance` is the person's own, or None."""
    if attendance is None:
        return refused("参加了这项活动的人才能评价。")
    if not activity.has_happened:
        return refused("活动办完以后再评价。")
    if attendance.has_rated:
        return refused("你已经评价过这项活动。", late=True)
    return plan_is_open(activity.plan)


def _is_going_on(activity):
    if activity.state in (Activity.State.CLOSED, Activity.State.DROPPED):
        told = activity.get_state_display()
        return refused(f"活动{told}，签到不再改动。", late=True)
    return plan_is_open(activity.plan)
