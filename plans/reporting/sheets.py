"""Activities of a year in the workbook."""

from django.utils import timezone

from plans.models import Activity, Category
from plans.models.records import ENOUGH
from plans.reporting import duties, outcomes
from unionoffice import xlsx


def year_rows(year):
    """The activities that count for a calendar year."""
    return Activity.objects.in_force().in_year(year)


def month_in(row, year):
    """The month of `year` under which a row is counted; 0 where none is known."""
    for day in (row.first_month, row.held_on):
        if day and day.year == year:
            return day.month
    return 0


def year_sheets(year):
    found = year_rows(year).with_names().with_present().with_outcome().by_month()
    rows = list(found.defer("report", "notes", "lessons"))
    standing = duties.year_sheet(year, timezone.localdate())
    return [
        by_month(rows, year),
        by_category(rows, year),
        records(rows, year),
        outcomes.costs(year_rows(year)),
        outcomes.prizes(year_rows(year)),
        *([standing] if standing.rows else []),
    ]


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
    xlsx.Column("每人计时", "text", 10),
    xlsx.Column("得奖人数", "number", 10),
    xlsx.Column("评价（3人起）", "text", 12),
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
            "",
            sum(row.prized or 0 for row in happened),
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
        f"{row.hours} 小时" if row.hours else "",
        row.prized,
        _liked(row),
    )


def _liked(row):
    """4.5 分（12 人）; nothing while few have rated."""
    if row.rated is None or row.rated < ENOUGH:
        return ""
    return f"{row.mean_stars:.1f} 分（{row.rated} 人）"
