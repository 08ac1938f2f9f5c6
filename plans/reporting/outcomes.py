"""What the year's activities cost line by line, and what was won: two sheets."""

from plans.models import CostEntry, Prize
from unionoffice import xlsx

COSTS = (
    xlsx.Column("日期", "day"),
    xlsx.Column("活动", width=36),
    xlsx.Column("用途", width=24),
    xlsx.Column("科目", width=16),
    xlsx.Column("金额", "money"),
)
PRIZES = (
    xlsx.Column("日期", "day"),
    xlsx.Column("活动", width=36),
    xlsx.Column("奖项或名次", width=18),
    xlsx.Column("得奖的人或队", width=28),
    xlsx.Column("得奖人数", "number"),
)


def costs(activities):
    """活动支出明细 of some activities, in the order of their days."""
    lines = _lines(CostEntry.objects.select_related("activity", "heading"), activities)
    return xlsx.Sheet(
        title="活动支出明细",
        columns=COSTS,
        rows=[
            (
                line.activity.held_on,
                line.activity.title,
                line.purpose,
                line.heading.name if line.heading else "未定",
                line.amount,
            )
            for line in lines
        ],
        totals=("合计", "", "", "", sum((line.amount for line in lines), 0)),
    )


def prizes(activities):
    lines = _lines(Prize.objects.select_related("activity"), activities)
    return xlsx.Sheet(
        title="活动得奖",
        columns=PRIZES,
        rows=[
            (
                line.activity.held_on,
                line.activity.title,
                line.name,
                line.winner,
                line.people,
            )
            for line in lines
        ],
        totals=("合计", "", f"{len(lines)} 项", "", sum(one.people for one in lines)),
    )


def _lines(rows, activities):
    happened = activities.happened().values("pk")
    found = rows.filter(activity__in=happened)
    return list(found.order_by("activity__held_on", "activity", "pk"))
