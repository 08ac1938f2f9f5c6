"""What pages and the year's end tell of plans and activities."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone

from members import roles
from members.models import UnionGroup
from members.reporting import Figure, Moment, Todo
from plans import rules
from plans.models import Activity, Category, Plan
from plans.reporting import duties, leads
from plans.reporting.trail import history
from unionoffice import xlsx


@dataclass(frozen=True)
class Progress:
    """How far a plan (or a year) has come."""

    total: int
    held: int
    dropped: int
    late: int

    @property
    def share(self):
        """Held per hundred of what was not dropped."""
        kept = self.total - self.dropped
        return round(100 * self.held / kept) if kept else 0


def link(**query):
    return f"{reverse('plans:activity_list')}?{urlencode(query)}"


def todo(user, today):
    """What waits: late items, records, plans, standing duties, questions to leads."""
    more = [*duties.todo(user, today), *leads.todo(user)]
    return [*of_plans(user, today), *more]


def of_plans(user, today):
    """Late items, records to write, plans to approve."""
    returned = [
        Todo(f"修改后再送审：{plan.title}", 1, plan.get_absolute_url())
        for plan in Plan.objects.returned_to(user)
    ]
    rows = Activity.objects.in_force()
    if not user.has_role(*roles.OFFICE):
        own = _led(rows.led_by(user.member_id), today) if user.member_id else []
        return returned + own
    found = [
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


def year_rows(year):
    """The activities that count for a calendar year."""
    return Activity.objects.in_force().in_year(year)


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


def progress(activities, today):
    """The counts of a queryset of activities."""
    return Progress(
        total=activities.count(),
        held=activities.happened().count(),
        dropped=activities.filter(state=Activity.State.DROPPED).count(),
        late=activities.late(today).count(),
    )


def timeline(member, user):
    """The activities this member attended."""
    rows = Activity.objects.visible_to(user).attended_by(member).order_by("-held_on")
    return [
        Moment(row.held_on, f"参加活动：{row}", row.get_absolute_url(), "计划与活动")
        for row in rows
    ]


def search(words, user):
    plans = Plan.objects.visible_to(user).search(words)[:3]
    rows = Activity.objects.visible_to(user).search(words).order_by("-pk")[:8]
    found = [(f"计划：{plan}", plan.get_absolute_url()) for plan in plans]
    return [*found, *((f"活动：{row}", row.get_absolute_url()) for row in rows)][:8]


def days_of(plan):
    """The day that a plan itself gives for the last of each of these deeds."""
    drafted = timezone.localdate(plan.drafted_at)
    return {
        "plan.added": drafted,
        "plan.imported": drafted,
        "plan.submitted": plan.submitted_on,
        "plan.approved": plan.approved_on,
        "plan.archived": plan.archived_on,
    }


def plan_page(plan, user, today):
    """What the page of a plan shows."""
    activities = Activity.objects.of_plan(plan)
    may = rules.of_plan(user, plan)
    return {
        "plan": plan,
        "today": today,
        "sections": plan.sections.all(),
        "measures": plan.measures.all(),
        "activities": activities.with_names(),
        "progress": progress(activities, today),
        "history": history(plan, days_of(plan)) if may["history"] else [],
        "asked": leads.counts(plan) if may["history"] else {},
        "may": may,
    }


def activity_page(activity, user, today):
    """What the page of an activity shows."""
    attendees = list(activity.attendees.all())
    may = rules.of_activity(user, activity, attendees)
    return {
        "activity": activity,
        "attendees": attendees,
        "helpers": activity.helpers.all(),
        "files": [
            (f, rules.activity_file(user, f, attendees)) for f in activity.files.all()
        ],
        "is_late": activity.is_late_on(today),
        "history": history(activity) if may["history"] else [],
        "may": may,
    }


def month_in(row, year):
    """The month of `year` under which a row is counted; 0 where none is known."""
    for day in (row.first_month, row.held_on):
        if day and day.year == year:
            return day.month
    return 0


def year_sheets(year):
    rows = list(
        year_rows(year).with_names().with_present().by_month().defer("report", "notes")
    )
    standing = duties.year_sheet(year, timezone.localdate())
    sheets = [by_month(rows, year), by_category(rows, year), records(rows, year)]
    return [*sheets, standing] if standing.rows else sheets


COUNTS = (
    ("计划", lambda row: row.is_planned),
    ("已举办", lambda row: row.has_happened),
    ("其中已完成记录", lambda row: row.state == Activity.State.CLOSED),
    ("推迟", lambda row: row.state == Activity.State.POSTPONED),
    ("取消", lambda row: row.state == Activity.State.DROPPED),
    ("计划外", lambda row: not row.is_planned),
    ("参加人次", lambda row: row.present if row.has_happened else 0),
)


def counted(rows):
    """The numbers of COUNTS over some rows."""
    return [sum(int(count(row)) for row in rows) for _, count in COUNTS]


def by_month(rows, year):
    """计划完成情况: month by month, with a chart of planned and held."""
    table = [
        (f"{month}月" if month else "未定月份", counted_rows)
        for month in (*range(1, 13), 0)
        if (counted_rows := [r for r in rows if month_in(r, year) == month]) or month
    ]
    return xlsx.Sheet(
        title="计划完成情况",
        columns=(xlsx.Column("月份", width=12), *_count_columns()),
        rows=[(label, *counted(found)) for label, found in table],
        totals=("合计", *counted(rows)),
        charts=(xlsx.Chart(f"{year}年各月计划与举办", 0, (1, 2)),),
    )


def by_category(rows, year):
    names = [category.name for category in Category.objects.all()]
    table = [
        (name, [r for r in rows if r.category and r.category.name == name])
        for name in names
    ]
    table.append(("未分类", [r for r in rows if not r.category]))
    return xlsx.Sheet(
        title="各类活动情况",
        columns=(xlsx.Column("类别", width=14), *_count_columns()),
        rows=[(name, *counted(found)) for name, found in table if found],
        totals=("合计", *counted(rows)),
        charts=(xlsx.Chart(f"{year}年各类活动", 0, (1, 2)),),
    )


def _count_columns():
    return [xlsx.Column(heading, "number", 11) for heading, _ in COUNTS]


RECORD_COLUMNS = (
    xlsx.Column("月", "text", 6),
    xlsx.Column("活动", "text", 40),
    xlsx.Column("类别", "text", 12),
    xlsx.Column("时间", "day", 17),
    xlsx.Column("地点", "text", 16),
    xlsx.Column("负责人", "text", 10),
    xlsx.Column("参加人数", "number", 10),
    xlsx.Column("其他人员", "number", 10),
    xlsx.Column("经费", "money", 14),
    xlsx.Column("完成情况", "text", 20),
)


def records(rows, year=None, title="活动记录"):
    """活动记录: one line an activity."""
    happened = [row for row in rows if row.has_happened]
    return xlsx.Sheet(
        title=title,
        columns=RECORD_COLUMNS,
        rows=[_record(row, year) for row in rows],
        totals=(
            "合计",
            f"{len(rows)} 项",
            "",
            None,
            "",
            "",
            sum(row.present for row in happened),
            sum(row.guests for row in happened),
            sum((row.cost or 0 for row in happened), 0),
            "",
        ),
    )


def _record(row, year):
    month = month_in(row, year) if year else (row.first_month and row.first_month.month)
    done = row.get_state_display() + (f"：{row.reason}" if row.reason else "")
    return (
        f"{month}月" if month else "未定",
        row.title,
        row.category.name if row.category else "",
        row.held_on or row.starts_on,
        row.place,
        row.lead.name if row.lead else "",
        row.present if row.has_happened else None,
        row.guests if row.has_happened else None,
        row.cost,
        done if row.is_planned else f"{done}（计划外）",
    )
