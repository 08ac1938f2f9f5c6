"""What several rules of activities ask."""

from members import roles
from members.rules import ALLOWED, refused
from plans.models import Activity, Plan


def plan_is_open(plan):
    if plan and plan.state == Plan.State.ARCHIVED:
        return refused("计划已归档，只能查看。")
    return ALLOWED


def leads(user, activity):
    return user.member_id is not None and activity.lead_id == user.member_id


def leads_group_of(user, plan):
    """Whether it is the plan of the group whose leader asks."""
    return bool(
        user.has_role(roles.GROUP_LEADER)
        and user.member_id
        and plan
        and plan.owner_id
        and plan.owner.leader_id == user.member_id
    )


def is_own_group_activity(user, activity):
    return leads_group_of(user, activity.plan) or (
        user.has_role(roles.GROUP_LEADER)
        and activity.level == Activity.Level.GROUP
        and leads(user, activity)
    )


def may_become(activity, to, deed):
    if not (ruling := plan_is_open(activity.plan)):
        return ruling
    if activity.plan and not activity.plan.approved_on and to in Activity.HAPPENED:
        return refused("计划还没有批准，批准后才能登记记录。")
    if activity.state == to == Activity.State.CLOSED:
        return refused("记录已完成；要改，请工会主席重新打开记录。")
    if not activity.can_become(to):
        return refused(f"活动{activity.get_state_display()}，不能{deed}。", late=True)
    return ALLOWED
