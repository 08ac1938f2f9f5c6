"""Who may do what with plans, and why not."""

from members.rules import ALLOWED, office_only, refused
from plans.models import Activity, Plan


def plan_new(user):
    return office_only(user)


def plan_import(user):
    return office_only(user)


def plan_edit(user, plan):
    """Title, sections and measures change in the draft only."""
    if not (ruling := office_only(user)):
        return ruling
    if plan.state == Plan.State.REVIEW:
        return refused("计划正在审批，退回后才能修改。")
    if not plan.is_draft:
        return refused(f"计划{plan.get_state_display()}，正文不再改动。")
    return ALLOWED


def plan_submit(user, plan):
    if not (ruling := office_only(user)):
        return ruling
    if not plan.can_become(Plan.State.REVIEW):
        return refused(f"计划{plan.get_state_display()}，不用再送审。")
    if not (plan.activities.exists() or plan.sections.exists()):
        return refused("计划还没有内容，请先写章节或排活动。")
    return ALLOWED


def plan_approve(user, plan):
    if not (ruling := office_only(user)):
        return ruling
    if not plan.can_become(Plan.State.APPROVED):
        return refused("计划送审以后才能批准。")
    if plan.drafted_by_id == user.pk:
        return refused("计划由你起草，要由另一位主席或委员批准。")
    return ALLOWED


def plan_return(user, plan):
    if not (ruling := office_only(user)):
        return ruling
    if plan.state != Plan.State.REVIEW:
        return refused("只有待审批的计划可以退回。")
    return ALLOWED


def plan_archive(user, plan):
    if not (ruling := office_only(user)):
        return ruling
    if not plan.can_become(Plan.State.ARCHIVED):
        return refused("计划批准以后才能归档。")
    return ALLOWED


def plan_discard(user, plan):
    """A draft that never was a plan may go; what was approved stays."""
    if not (ruling := office_only(user)):
        return ruling
    if not plan.is_draft:
        return refused("只有草稿能删去。")
    if plan.activities.exclude(state__in=Activity.OPEN).exists():
        return refused("里面已有办过或取消的活动，不能删去。")
    return ALLOWED


def of_plan(user, plan):
    """Every ruling that the plan's page asks for."""
    return {
        "edit": plan_edit(user, plan),
        "submit": plan_submit(user, plan),
        "approve": plan_approve(user, plan),
        "return": plan_return(user, plan),
        "archive": plan_archive(user, plan),
        "discard": plan_discard(user, plan),
        "history": office_only(user),
    }
