"""Who may tell and read what was held, and why not."""

from members import roles
from members.rules import ALLOWED, Ruling, refused
from plans.models import Activity
from plans.rules.ground import leads, leads_group_of, may_become, plan_is_open


def activity_record(user, activity, deed="登记记录"):
    """Who may tell what became of it, whatever its state."""
    if user.has_role(*roles.OFFICE) or leads(user, activity):
        return ALLOWED
    if leads_group_of(user, activity.plan):
        return ALLOWED
    return refused(f"由工会主席、工会委员或活动负责人{deed}。")


def activity_close(user, activity):
    return step(user, activity, Activity.State.CLOSED, "登记记录")


def step(user, activity, to, deed) -> Ruling:
    if not (ruling := activity_record(user, activity, deed)):
        return ruling
    return may_become(activity, to, deed)


def activity_reopen(user, activity):
    if not user.has_role(roles.CHAIR):
        return refused("已完成的记录由工会主席打开。")
    if activity.state != Activity.State.CLOSED:
        return refused("只有已完成的活动可以重新打开。")
    return plan_is_open(activity.plan)


def attendance_read(user, activity, attendees):
    """Names of those who came: the office, the lead, and whoever was there."""
    if user.has_role(*roles.OFFICE) or leads(user, activity):
        return ALLOWED
    if user.member_id and user.member_id in {member.pk for member in attendees}:
        return ALLOWED
    return refused("参加名单只有工会办公室、负责人和参加的人能看。")


def money_read(user):
    """Budgets and costs: the office, the auditors, the school's leaders."""
    if user.has_role(*roles.OFFICE, roles.AUDITOR, roles.LEADER):
        return ALLOWED
    return refused("经费只有工会办公室、经审委员和校领导能看。")


def activity_file(user, stored, attendees):
    """Photos are for everybody; papers may hold names and sums."""
    if stored.is_image or user.has_role(*roles.OFFICE, roles.AUDITOR):
        return ALLOWED
    return attendance_read(user, stored.activity, attendees)
