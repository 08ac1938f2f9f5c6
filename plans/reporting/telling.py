"""What pages over all apps tell of plans and activities."""

from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone

from members import roles
from members.models import UnionGroup
from members.reporting import HITS, Figure, Hit, Moment, Todo
from plans import rules
from plans.models import Activity, Plan
from plans.reporting import duties, leads
from plans.reporting.sheets import year_rows
from plans.reporting.signups import draws_due, news_of


def link(**query):
    return f"{reverse('plans:activity_list')}?{urlencode(query)}"


def todo(user, today):
    """What waits: late items, records, plans, standing duties, questions to leads."""
    more = [*duties.todo(user, today), *leads.todo(user)]
    return [*of_plans(user, today), *more]


def of_plans(user, today):
    """Late items, records to write, plans to approve, news of sign-ups."""
    returned = [
        Todo(f"修改后再送审：{plan.title}", 1, plan.get_absolute_url())
        for plan in Plan.objects.returned_to(user)
    ]
    rows, news = Activity.objects.in_force(), news_of(user)
    if not user.has_role(*roles.OFFICE):
        own = _led(rows.led_by(user.member_id), today) if user.member_id else []
        return [*news, *returned, *own] if user.member_id else returned
    found = [
        *news,
        *draws_due(timezone.now()),
        Todo("逾期的活动", rows.late(today).count(), link(state="late")),
        Todo("待写活动记录", rows.waiting_for_record().count(), link(state="held")),
    ]
    found += returned
    found += [_waiting(plan) for plan in Plan.objects.waiting() if _may(user, plan)]
    return [item for item in found if item.count]


def _led(rows, today):
    """The lead's own: each by its name."""
    waiting = [("登记活动情况", row) for row in rows.late(today)[:5]]
    waiting += [("补写活动记录", row) for row in rows.waiting_for_record()[:5]]
    return [Todo(f"{deed}：{row}", 1, row.get_absolute_url()) for deed, row in waiting]


def _may(user, plan):
    return bool(rules.plan_approve(user, plan))


def _waiting(plan):
    return Todo(f"审批：{plan.title}", 1, plan.get_absolute_url())


def groups_without_plan(user, today):
    """(year, active groups that have no plan of this year) for the office."""
    if not user.has_role(*roles.OFFICE):
        return None
    year = today.year + (today.month >= 11)  # the year that is planned now
    written = Plan.objects.of_groups(year).values("owner")
    rows = UnionGroup.objects.filter(is_active=True).exclude(pk__in=written)
    return {"year": year, "groups": list(rows)}


def month_of(today):
    """The activities of this month, for the workbench."""
    rows = Activity.objects.in_force().in_month(today)
    return rows.exclude(plan__state=Plan.State.ARCHIVED).with_names().by_month()


def figures(year, user):
    rows = year_rows(year)
    sums = rows.happened().sums()
    happened = link(year=year, state="happened")
    found = [
        Figure(
            "计划活动", rows.planned().count(), link(year=year, kind="planned"), "项"
        ),
        Figure("已举办", rows.happened().count(), happened, "项"),
        Figure("计划外", rows.outside().count(), link(year=year, kind="outside"), "项"),
        Figure("参加人次", sums["present"], happened, "人次"),
    ]
    if rules.money_read(user):
        found.append(Figure("活动支出", sums["cost"] or 0, happened, "元"))
    return found


def timeline(member, user):
    """The activities this member attended, as far as `user` may know who came."""
    rows = Activity.objects.visible_to(user).names_open_to(user)
    rows = rows.attended_by(member).order_by("-held_on")
    return [
        Moment(row.held_on, f"参加活动：{row}", row.get_absolute_url(), "计划与活动")
        for row in rows
    ]


def search(words, user):
    """Plans by their title, activities by title or theme."""
    plans = Plan.objects.visible_to(user).search(words)[: HITS + 1]
    rows = Activity.objects.visible_to(user).search(words).newest_first()[: HITS + 1]
    return [
        *(Hit(f"{plan}", plan.get_absolute_url(), "计划") for plan in plans),
        *(Hit(f"{row}", row.get_absolute_url(), "活动", row.span) for row in rows),
    ]
