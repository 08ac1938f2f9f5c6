"""Who may plan and move activities, and why not."""

from members import roles
from members.rules import ALLOWED, Ruling, office_only, refused
from plans.models import Activity
from plans.rules import attendance, records, signups
from plans.rules.ground import is_own_group_activity, may_become, plan_is_open


def activity_new(user, plan=None):
    """The office plans everything, a group leader the group's own."""
    if not user.has_role(*roles.OFFICE, roles.GROUP_LEADER):
        return refused("活动由工会主席、工会委员登记，小组活动由工会小组长登记。")
    return plan_is_open(plan)


def activity_arrange(user, activity):
    """Who may change what is planned, whatever its state."""
    if user.has_role(*roles.OFFICE) or is_own_group_activity(user, activity):
        return ALLOWED
    return refused("活动由工会主席、工会委员修改，小组活动由负责的小组长修改。")


def activity_edit(user, activity):
    if not (ruling := activity_arrange(user, activity)):
        return ruling
    if not (ruling := plan_is_open(activity.plan)):
        return ruling
    if activity.has_happened:
        return refused(f"活动{activity.get_state_display()}，安排不再改动。")
    if activity.state == Activity.State.DROPPED:
        return refused("活动已取消，恢复后才能修改。")
    return ALLOWED


def activity_move(user, activity):
    return activity_edit(user, activity)


def activity_repeat(user, activity):
    """Planned again in other months, also what was held already."""
    if not (ruling := activity_arrange(user, activity)):
        return ruling
    return plan_is_open(activity.plan)


def activity_split(user, activity):
    if not (ruling := activity_edit(user, activity)):
        return ruling
    first, last = activity.first_month, activity.last_month
    if first is None or first == last:
        return refused("这项活动只有一个月，不用拆分。", late=True)
    if activity.state != Activity.State.PLANNED:
        return refused("活动已经开始或推迟，不能再拆分。", late=True)
    return ALLOWED


def activity_start(user, activity):
    return records.step(user, activity, Activity.State.UNDERWAY, "开始")


def activity_postpone(user, activity):
    return _arranged(user, activity, Activity.State.POSTPONED, "推迟")


def activity_drop(user, activity):
    return _arranged(user, activity, Activity.State.DROPPED, "取消")


def activity_restore(user, activity):
    return _arranged(user, activity, Activity.State.PLANNED, "恢复")


def of_activity(user, activity, attendees):
    """Every ruling that the activity's page asks for."""
    return {
        "edit": activity_edit(user, activity),
        "move": activity_move(user, activity),
        "repeat": activity_repeat(user, activity),
        "split": activity_split(user, activity),
        "start": activity_start(user, activity),
        "close": records.activity_close(user, activity),
        "postpone": activity_postpone(user, activity),
        "drop": activity_drop(user, activity),
        "restore": activity_restore(user, activity),
        "reopen": records.activity_reopen(user, activity),
        "names": records.attendance_read(user, activity, attendees),
        "money": records.money_read(user),
        "history": office_only(user),
        "sign": signups.sheet_new(user, activity),
        "mark": attendance.attendance_mark(user, activity),
    }


def _arranged(user, activity, to, deed) -> Ruling:
    own = is_own_group_activity(user, activity)
    if not user.has_role(*roles.OFFICE) and not own:
        return refused(f"由工会主席、工会委员{deed}。")
    return may_become(activity, to, deed)
