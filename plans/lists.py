"""The columns of the lists of plans and activities."""

from django.urls import reverse

from members import pinyin
from plans import rules
from plans.models import Activity, Plan, SchoolPeriod
from plans.querysets import when
from unionoffice.lists import Column, in_order_of, state_column
from unionoffice.states import tone_of

PLANS = (
    Column(
        "title",
        "计划",
        "title",
        width=36,
        is_head=True,
        url=Plan.get_absolute_url,
    ),
    Column("year", "年份", "year", "text", order=("year",), width=8, is_shown=False),
    Column("span", "起止", "span", width=24),
    Column("owner", "属于", lambda plan: plan.owner or "全校工会"),
    Column(
        "drafter",
        "起草人",
        "drafted_by",
        order=("drafted_by__member__spelling",),
        width=12,
        on_phone=False,
    ),
    state_column(Plan),
    Column("total", "活动", "total", "number", order=("total",)),
    Column("done", "已举办", "done", "number", order=("done",)),
)


def activity_columns(user, today):
    """Of the activities; money only for those who may read it."""
    money = MONEY if rules.money_read(user) else ()
    return [*PLANNED, _state(today), *RECORDED, *money]


def _day(activity):
    """The day it was held or is planned for, else the months in words."""
    return activity.held_on or activity.starts_on or activity.span


def _held(name):
    """A number of the record, of what has happened."""
    return lambda row: getattr(row, name) if row.has_happened else None


PLANNED = (
    Column(
        "title",
        "活动",
        "title",
        width=40,
        is_head=True,
        url=Activity.get_absolute_url,
    ),
    Column(
        "outside",
        "计划外",
        lambda row: "" if row.is_planned else "计划外",
        tone=lambda row: "draft",
        width=9,
    ),
    Column("day", "时间", _day, "day", order=(when(),), width=17),
    Column("place", "地点", "place", is_shown=False),
    Column(
        "category",
        "类别",
        "category",
        order=("category__order", "category__name"),
        width=12,
        on_phone=False,
    ),
    Column(
        "level",
        "级别",
        "get_level_display",
        order=(in_order_of("level", Activity.Level),),
        width=8,
        is_shown=False,
    ),
    Column("plan", "计划", "plan", width=30, is_shown=False),
    Column("lead", "负责人", "lead", order=("lead__spelling",), width=10),
    Column(
        "helpers",
        "协助人员",
        lambda row: "、".join(member.name for member in row.helpers.all()),
        width=24,
        is_shown=False,
        fetch=lambda rows: rows.prefetch_related("helpers"),
    ),
)
RECORDED = (
    Column("reason", "推迟或取消的原因", "reason", width=24, is_shown=False),
    Column(
        "present",
        "参加",
        _held("present"),
        "number",
        order=("present",),
        width=10,
    ),
    Column(
        "guests",
        "其他人员",
        _held("guests"),
        "number",
        order=("guests",),
        width=10,
        on_phone=False,
    ),
)
MONEY = (
    Column("budget", "预算", "budget", "money", order=("budget",), is_shown=False),
    Column("cost", "支出", "cost", "money", order=("cost",)),
)


def _state(today):
    def said(row):
        return "逾期" if row.is_late_on(today) else row.get_state_display()

    def tone(row):
        return "late" if row.is_late_on(today) else tone_of(row)

    order = (in_order_of("state", Activity.State),)
    return Column("state", "状态", said, order=order, tone=tone, width=12)


def period_columns(*, linked):
    """Of the school's calendar; names lead to the form where they are `linked`."""

    def url(period):
        return reverse("plans:period_edit", args=[period.pk])

    return (
        Column(
            "name",
            "名称",
            "name",
            order=("name",),
            width=14,
            is_head=True,
            url=url if linked else None,
        ),
        Column(
            "kind",
            "种类",
            "get_kind_display",
            order=(in_order_of("kind", SchoolPeriod.Kind),),
            width=8,
        ),
        Column("starts", "从", "starts_on", "day", order=("starts_on",)),
        Column("ends", "到", "ends_on", "day", order=("ends_on",)),
    )


def _who(line):
    return line.duty.lead or line.duty.who


DUTIES = (
    Column(
        "title",
        "常规工作",
        "duty.title",
        order=lambda line: pinyin.keys(line.duty.title),
        width=30,
        is_head=True,
        url=lambda line: line.duty.get_absolute_url(),
    ),
    Column("when", "多久一次", "duty.when", width=18),
    Column("who", "谁来办", _who, width=16),
    Column(
        "next",
        "下一次",
        "next_turn.due_on",
        "day",
        order=lambda line: line.next_turn and line.next_turn.due_on,
    ),
    Column(
        "state",
        "状态",
        "state",
        tone=lambda line: "late" if line.is_late else "dropped",
        width=9,
    ),
    Column(
        "last",
        "上次办理",
        "last_on",
        "day",
        order=lambda line: line.last_on,
    ),
    Column("category", "类别", "duty.category", width=12, is_shown=False),
    Column("source", "依据", "duty.source", width=30, is_shown=False),
)
