"""Who may do what with plans, and why not."""

from members import roles
from members.rules import ALLOWED, office_only, refused
from plans.models import Activity, Plan
from plans.rules.ground import leads_group_of

WRITERS = "计划由工会主席、工会委员编写，小组计划由本组的工会小组长编写。"


def plan_new(user):
    """The office plans for the union, a group leader for the own group."""
    if user.has_role(*roles.OFFICE, roles.GROUP_LEADER):
        return ALLOWED
    return refused(WRITERS)


def plan_import(user):
    return plan_new(user)


def plan_write(user, plan):
    """Who writes this plan, whatever its state."""
    if user.has_role(*roles.OFFICE) or leads_group_of(user, plan):
        return ALLOWED
    return refused(WRITERS)


def plan_edit(user, plan):
    """Title, sections and measures change in the draft only."""
    if not (ruling := plan_write(user, plan)):
        return ruling
    if plan.state == Plan.State.REVIEW:
        return refused("计划正在审批，退回后才能修改。")
    if not plan.is_draft:
        return refused(f"计划{plan.get_state_display()}，正文不再改动。")
    return ALLOWED


def plan_submit(user, plan):
    if not (ruling := plan_write(user, plan)):
        return ruling
    if not plan.can_become(Plan.State.REVIEW):
        return refused(f"计划{plan.get_state_display()}，不用再送审。")
    if not (plan.activities.exists() or plan.sections.exists()):
        return refused("计划还没有内容，请先写章节或排活动。")
    return ALLOWED


def plan_approve(user, plan):
    if not (ruling := office_only(user)):
        return ruling
    if plan.state != Plan.State.REVIEW:
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


def plan_unarchive(user, plan):
    """What was archived too early comes back; the chair answers for it."""
    if not user.has_role(roles.CHAIR):
        return refused("归档的计划由工会主席恢复。")
    if plan.state != Plan.State.ARCHIVED:
        return refused("只有已归档的计划可以恢复。")
    return ALLOWED


def plan_discard(user, plan):
    """A draft that never was a plan may go; what was approved stays."""
    if not (ruling := plan_write(user, plan)):
        return ruling
    if not plan.is_draft:
        return refused("只有草稿能删去。")
    if plan.activities.exclude(state__in=Activity.OPEN).exists():
        return refused("里面已有办过或取消的活动，不能删去。")
    return ALLOWED


def plan_restore(user, plan):
    """An old version goes into a draft only."""
    return plan_edit(user, plan)


def plan_copy(user, plan):
    """Who wrote it may write the next one out of it."""
    if not (ruling := plan_write(user, plan)):
        return ruling
    if plan.is_draft:
        return refused("这份计划还是草稿，批准以后才能据它编制下一年。")
    return ALLOWED


def of_plan(user, plan):
    """Every ruling that the plan's page asks for."""
    return {
        "edit": plan_edit(user, plan),
        "submit": plan_submit(user, plan),
        "approve": plan_approve(user, plan),
        "return": plan_return(user, plan),
        "archive": plan_archive(user, plan),
        "unarchive": plan_unarchive(user, plan),
        "discard": plan_discard(user, plan),
        "copy": plan_copy(user, plan),
        "history": plan_write(user, plan),
    }
