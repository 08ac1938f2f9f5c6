"""The demo school's standing duties, and a group's plan that waits for approval."""

import datetime

from members import roles
from members.models import UnionGroup, User
from plans import services
from plans.models import Duty, DutyDone, Plan, PlanSection
from plans.services import duties

REMARKS = ("按时办好。", "材料已交，底稿存工会档案。", "办好，已在群里告知。", "")
GROUP_TITLES = (
    (3, "组内师徒结对互听一堂课"),
    (4, "春季登山"),
    (6, "期末互助：分担监考与阅卷"),
    (9, "新学期小组茶话会"),
    (10, "看望本组退休老师"),
    (12, "小组总结和推荐先进"),
)
BEFORE = "一年办六次活动，人人参加。"
AFTER = (
    "一年办六次活动，每位组员至少参加四次；每次由两位组员牵头，会后三天内交活动记录。"
)
RETURNED = "目标写具体些：每人至少参加几次，谁来牵头。"


def seed(rng, today):
    """Duties since January, done until today; one group's plan under review."""
    chair = _account(roles.CHAIR)
    _duties(rng, today, chair)
    leader = _account(roles.GROUP_LEADER)
    group = leader and UnionGroup.objects.filter(leader=leader.member).first()
    if group and not Plan.objects.filter(owner=group).exists():
        _group_plan(group, today.year + (today.month > 10), leader, chair)


def _account(role):
    return User.objects.filter(groups__name=role).order_by("pk").first()


def _duties(rng, today, by):
    first = datetime.date(today.year, 1, 1)
    duties.duty_fill(by=by, since=first)
    if DutyDone.objects.exists():
        return
    for duty in Duty.objects.order_by("pk"):
        for turn in duty.turns(first, today):
            early = datetime.timedelta(days=rng.randint(0, 6))
            duties.duty_do(
                duty,
                by=by,
                period=turn.period,
                done_on=max(turn.due_on - early, first),
                remark=rng.choice(REMARKS),
            )


def _group_plan(group, year, leader, chair):
    """Handed in, sent back with a comment, bettered, handed in again."""
    draft = {
        "sections": [
            {
                "heading": "一、小组情况",
                "text": "小组成员年龄相差大，活动要人人能参加。",
            },
            {"heading": "二、今年打算", "text": BEFORE},
        ],
        "activities": [
            {"title": title, "months": [month], "year_offset": 0, "line": None}
            for month, title in GROUP_TITLES
        ],
    }
    title = f"{year}年{group.name}工会活动计划"
    plan = services.plan_import(
        draft, by=leader, title=title, year=year, start_month=1, owner=group
    )
    services.plan_submit(plan, by=leader)
    services.plan_return(plan, by=chair, why=RETURNED)
    section = PlanSection.objects.get(plan=plan, text=BEFORE)
    section.text = AFTER
    services.section_edit(section, by=leader, expected=1, columns=["text"])
    services.plan_submit(plan, by=leader)
    _spread(plan)


def _spread(plan):
    """Tell its versions an hour apart, as if it had taken a morning."""
    kept = [
        *Plan.history.filter(id=plan.pk),
        *PlanSection.history.filter(plan_id=plan.pk),
    ]
    kept.sort(key=lambda row: row.history_date)
    step = datetime.timedelta(hours=1)
    steps, state = 0, "draft"
    for row in kept:
        steps += getattr(row, "state", state) != state
        state = getattr(row, "state", state)
        row.history_date -= step * (3 - steps)
        row.save(update_fields=["history_date"])
