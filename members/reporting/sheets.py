"""The chapter of the year-end workbook: statistics by group, and the roster."""

from collections import Counter

from django.utils import timezone

from members.models import Member
from members.reporting.bodies import seats_sheet
from members.reporting.kinds import last_day
from members.reporting.rosters import roster_sheet
from members.reporting.statistics import year_statistics
from unionoffice import xlsx

BANDS = ((30, "30岁及以下"), (40, "31–40岁"), (50, "41–50岁"), (200, "51岁及以上"))
NO_BIRTHDAY = "年龄未登记"
RETIRED = "退休"


def band(member, day):
    """The age band of a member on `day`."""
    if member.is_retired:
        return RETIRED
    age = member.age_on(day)
    if age is None:
        return NO_BIRTHDAY
    return next(name for limit, name in BANDS if age <= limit)


def year_sheets(year):
    """Members by group, sex and age band, the statistics year; the roster; who holds
    which office."""
    today = timezone.localdate()
    day = last_day(year, today)
    people = list(Member.objects.on_roll(day).with_places().in_roster_order())
    return [
        _statistics(people, day),
        *year_statistics(year, day, today),
        roster_sheet(people, "会员名册"),
        seats_sheet(day),
    ]


def _statistics(people, day):
    bands = [*(name for _, name in BANDS), RETIRED, NO_BIRTHDAY]
    groups = Counter(str(m.group or "未分小组") for m in people)
    by_sex = Counter((str(m.group or "未分小组"), m.sex) for m in people)
    by_band = Counter((str(m.group or "未分小组"), band(m, day)) for m in people)
    order = {str(m.group): m.group.order for m in people if m.group_id}
    rows = [
        (
            group,
            groups[group],
            by_sex[group, "男"],
            by_sex[group, "女"],
            *(by_band[group, name] for name in bands),
        )
        for group in sorted(groups, key=lambda name: (order.get(name, 999), name))
    ]
    totals = ("合计", *(sum(row[i] for row in rows) for i in range(1, 4 + len(bands))))
    heads = ("人数", "男", "女", *bands)
    return xlsx.Sheet(
        title="会员统计",
        columns=(
            xlsx.Column("工会小组", width=18),
            *(xlsx.Column(head, "number", 11) for head in heads),
        ),
        rows=rows,
        totals=totals,
        notes=(f"截至 {day.year}年{day.month}月{day.day}日的在册会员",),
        charts=(xlsx.Chart("各小组会员人数", 0, (1,)),),
    )
