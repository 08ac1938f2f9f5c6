"""Who may open a sign-up, sign up, step back, and why not."""

from members import roles
from members.rules import ALLOWED, refused
from plans.models import Activity
from plans.rules.ground import leads, plan_is_open
from plans.rules.records import activity_record

TOO_LATE = "报名已经截止。"
PUT_OFF = "活动推迟，暂停报名；定了时间再开。"


def sheet_arrange(user, activity):
    """Who may open and change the sign-up, whatever the activity's state."""
    return activity_record(user, activity, "开设和调整报名")


def sheet_new(user, activity):
    if not (ruling := _to_come(user, activity)):
        return ruling
    if activity.plan and not activity.plan.approved_on:
        return refused("计划批准以后才能开设报名。")
    if has_sheet(activity):
        return refused("这项活动已经有报名表。", late=True)
    return ALLOWED


def sheet_edit(user, sheet, now):
    """Not between closing and draw: the seed is known then."""
    if not (ruling := _to_come(user, sheet.activity)):
        return ruling
    if sheet.waits_for_draw and sheet.has_closed(now):
        return refused("报名已截止，种子已公布，抽签以后再改。", late=True)
    return ALLOWED


def sheet_close(user, sheet, now):
    if not (ruling := _to_come(user, sheet.activity)):
        return ruling
    return refused(TOO_LATE) if sheet.has_closed(now) else ALLOWED


def sheet_draw(user, sheet, now):
    if not (ruling := _to_come(user, sheet.activity)):
        return ruling
    if not sheet.is_draw:
        return refused("这次先到先得，不用抽签。")
    if sheet.drawn_at:
        return refused("已经抽过签，结果不再改动。")
    if not sheet.has_closed(now):
        return refused("报名截止以后才能抽签。")
    return ALLOWED


def sheet_read(user, activity):
    """Names and answers: the office, the lead, and who helps."""
    if user.has_role(*roles.OFFICE) or leads(user, activity):
        return ALLOWED
    if user.member_id and user.member_id in {one.pk for one in activity.helpers.all()}:
        return ALLOWED
    return refused("报名名单只有工会办公室、活动负责人和协助人员能看。")


def draw_read(sheet, now):
    """The seed is told to everybody, but only once nobody can sign up any more."""
    if not sheet.is_draw:
        return refused("这次先到先得，没有抽签。")
    return ALLOWED if sheet.has_closed(now) else refused("报名截止以后才公布种子。")


def signup_add(user, sheet, signup, now):
    """Sign oneself up; `signup` is the own one, or None."""
    if user.member_id is None:
        return refused("这个账号没有对应的会员，不能报名。")
    if not (ruling := _takes_people(sheet.activity)):
        return ruling
    if signup and signup.is_in:
        return refused("你已经报名。", late=True)
    if not sheet.has_opened(now):
        return refused("报名还没有开始。")
    if sheet.has_closed(now):
        return refused(TOO_LATE, late=True)
    reasons = sheet.refusals(user.member)
    return refused("".join(reasons)) if reasons else ALLOWED


def signup_change(user, signup, now):
    """Change one's own companions and answers while sign-up is open."""
    if not (ruling := _own_or_office(user, signup)):
        return ruling
    if not signup.is_in:
        return refused("已经退出，不能再改。", late=True)
    office = activity_record(user, signup.sheet.activity)
    if not office and signup.sheet.has_closed(now):
        return refused(TOO_LATE, late=True)
    if signup.sheet.is_draw and signup.sheet.has_closed(now):
        return refused("报名已经截止，抽签以后不再改动。", late=True)
    return _is_to_come(signup.sheet.activity)


def signup_withdraw(user, signup, now):
    if not (ruling := _own_or_office(user, signup)):
        return ruling
    if not signup.is_in:
        return refused("已经退出。", late=True)
    office = activity_record(user, signup.sheet.activity)
    if not office and signup.sheet.last_way_back <= now:
        return refused("退出的时间已过，来不了请告诉活动负责人。")
    return _is_to_come(signup.sheet.activity)


def signup_acknowledge(user, signup):
    own = user.member_id is not None and user.member_id == signup.member_id
    return ALLOWED if own else refused("这是别人的报名。")


def signup_enter(user, sheet, now):
    """Sign up others: the office and the lead always, a group leader while open."""
    if not (ruling := _takes_people(sheet.activity)):
        return ruling
    if sheet.waits_for_draw and sheet.has_closed(now):
        return refused("报名已经截止，抽签以后再补报。")
    if activity_record(user, sheet.activity):
        return ALLOWED
    if not user.has_role(roles.GROUP_LEADER):
        return refused("代人报名由工会办公室、活动负责人和小组长办理。")
    return ALLOWED if sheet.is_open(now) else refused("报名时间以外由工会办公室补报。")


def signup_name(user, activity, members):
    """Whom one may sign up: a group leader only the own group."""
    if activity_record(user, activity):
        return ALLOWED
    strangers = [
        member.name
        for member in members
        if not member.group_id or member.group.leader_id != user.member_id
    ]
    if strangers:
        return refused(f"小组长只能代本组的人报名：{'、'.join(strangers)} 不在本组。")
    return ALLOWED


def has_sheet(activity):
    return hasattr(activity, "sheet")


def _to_come(user, activity):
    if not (ruling := sheet_arrange(user, activity)):
        return ruling
    return _is_to_come(activity)


def _takes_people(activity):
    if activity.state == Activity.State.POSTPONED:
        return refused(PUT_OFF, late=True)
    return _is_to_come(activity)


def _is_to_come(activity):
    if activity.has_happened or activity.state == Activity.State.DROPPED:
        return refused(f"活动{activity.get_state_display()}，报名不再改动。", late=True)
    return plan_is_open(activity.plan)


def _own_or_office(user, signup):
    if user.member_id is not None and user.member_id == signup.member_id:
        return ALLOWED
    return activity_record(user, signup.sheet.activity, "改别人的报名")
