"""Who may do what with plans and activities, and why not."""

from members import roles
from members.rules import ALLOWED, Ruling, office_only, refused
from plans.models import Activity, Plan

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
    if user.has_role(*roles.OFFICE) or _leads_group_of(user, plan):
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


def activity_new(user, plan=None):
    """The office plans everything, a group leader the group's own."""
    if not user.has_role(*roles.OFFICE, roles.GROUP_LEADER):
        return refused("活动由工会主席、工会委员登记，小组活动由工会小组长登记。")
    return _plan_is_open(plan)


def activity_arrange(user, activity):
    """Who may change what is planned, whatever its state."""
    if user.has_role(*roles.OFFICE) or _is_own_group_activity(user, activity):
        return ALLOWED
    return refused("活动由工会主席、工会委员修改，小组活动由负责的小组长修改。")


def activity_edit(user, activity):
    if not (ruling := activity_arrange(user, activity)):
        return ruling
    if not (ruling := _plan_is_open(activity.plan)):
        return ruling
    if activity.has_happened:
        return refused(f"活动{activity.get_state_display()}，安排不再改动。")
    if activity.state == Activity.State.DROPPED:
        return refused("活动已取消，恢复后才能修改。")
    return ALLOWED


def activity_move(user, activity):
    return activity_edit(user, activity)


def activity_start(user, activity):
    return _step(user, activity, Activity.State.UNDERWAY, "开始")


def activity_record(user, activity, deed="登记记录"):
    """Who may tell what became of it, whatever its state."""
    if user.has_role(*roles.OFFICE) or _leads(user, activity):
        return ALLOWED
    if _leads_group_of(user, activity.plan):
        return ALLOWED
    return refused(f"由工会主席、工会委员或活动负责人{deed}。")


def activity_close(user, activity):
    return _step(user, activity, Activity.State.CLOSED, "登记记录")


def activity_postpone(user, activity):
    return _arranged(user, activity, Activity.State.POSTPONED, "推迟")


def activity_drop(user, activity):
    return _arranged(user, activity, Activity.State.DROPPED, "取消")


def activity_restore(user, activity):
    return _arranged(user, activity, Activity.State.PLANNED, "恢复")


def activity_reopen(user, activity):
    if not user.has_role(roles.CHAIR):
        return refused("已完成的记录由工会主席打开。")
    if activity.state != Activity.State.CLOSED:
        return refused("只有已完成的活动可以重新打开。")
    return _plan_is_open(activity.plan)


def of_plan(user, plan):
    """Every ruling that the plan's page asks for."""
    return {
        "edit": plan_edit(user, plan),
        "submit": plan_submit(user, plan),
        "approve": plan_approve(user, plan),
        "return": plan_return(user, plan),
        "archive": plan_archive(user, plan),
        "discard": plan_discard(user, plan),
        "copy": plan_copy(user, plan),
        "history": plan_write(user, plan),
    }


def of_activity(user, activity, attendees):
    """Every ruling that the activity's page asks for."""
    return {
        "edit": activity_edit(user, activity),
        "move": activity_move(user, activity),
        "start": activity_start(user, activity),
        "close": activity_close(user, activity),
        "postpone": activity_postpone(user, activity),
        "drop": activity_drop(user, activity),
        "restore": activity_restore(user, activity),
        "reopen": activity_reopen(user, activity),
        "names": attendance_read(user, activity, attendees),
        "money": money_read(user),
        "history": office_only(user),
    }


def attendance_read(user, activity, attendees):
    """Names of those who came: the office, the lead, and whoever was there."""
    if user.has_role(*roles.OFFICE) or _leads(user, activity):
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


def activity_export(user):
    return office_or_reader(user)


def office_or_reader(user):
    if user.has_role(*roles.OFFICE, roles.AUDITOR, roles.LEADER):
        return ALLOWED
    return refused("导出由工会办公室、经审委员和校领导使用。")


def _step(user, activity, to, deed) -> Ruling:
    if not (ruling := activity_record(user, activity, deed)):
        return ruling
    return _may_become(activity, to, deed)


def _arranged(user, activity, to, deed) -> Ruling:
    own = _is_own_group_activity(user, activity)
    if not user.has_role(*roles.OFFICE) and not own:
        return refused(f"由工会主席、工会委员{deed}。")
    return _may_become(activity, to, deed)


def _may_become(activity, to, deed):
    if not (ruling := _plan_is_open(activity.plan)):
        return ruling
    if activity.plan and not activity.plan.approved_on and to in Activity.HAPPENED:
        return refused("计划还没有批准，批准后才能登记记录。")
    if activity.state == to == Activity.State.CLOSED:
        return refused("记录已完成；要改，请工会主席重新打开记录。")
    if not activity.can_become(to):
        return refused(f"活动{activity.get_state_display()}，不能{deed}。", late=True)
    return ALLOWED


def _plan_is_open(plan):
    if plan and plan.state == Plan.State.ARCHIVED:
        return refused("计划已归档，只能查看。")
    return ALLOWED


def _leads_group_of(user, plan):
    """Whether it is the plan of the group whose leader asks."""
    return bool(
        user.has_role(roles.GROUP_LEADER)
        and user.member_id
        and plan
        and plan.owner_id
        and plan.owner.leader_id == user.member_id
    )


def _leads(user, activity):
    return user.member_id is not None and activity.lead_id == user.member_id


def _is_own_group_activity(user, activity):
    return _leads_group_of(user, activity.plan) or (
        user.has_role(roles.GROUP_LEADER)
        and activity.level == Activity.Level.GROUP
        and _leads(user, activity)
    )
