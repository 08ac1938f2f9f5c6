"""Next year's plan out of last year's: proposed, to be confirmed by a person."""

import datetime
import re
from dataclasses import dataclass, field

from members import retiring
from members.models import Member
from plans import months, rechecks
from plans.duties import is_named_by, spans_of
from plans.models import Activity, Duty, Plan
from plans.movable import AHEAD, bound_to, falls_on

YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
LONG = 3  # an item of more months has no month of its own


@dataclass
class Proposal:
    """An item of the old plan as the new one may have it."""

    old: Activity
    title: str
    first: datetime.date | None
    last: datetime.date | None
    take: bool = True
    moved: bool = False
    why: str = ""
    lead: Member | None = None
    lead_note: str = ""


@dataclass
class Renewal:
    """Everything that the page of a new year shows."""

    source: Plan
    title: str
    year: int
    window: list
    rows: list
    sections: list
    measures: list
    retirees: list
    duties: list
    notes: list = field(default_factory=list)

    @property
    def moved(self):
        return [row for row in self.rows if row.moved]

    @property
    def leadless(self):
        return [row for row in self.rows if row.lead_note]


def renewal_of(source):
    """Propose the plan a year after `source`."""
    year = source.year + 1
    window = [months.plus(month, 12) for month in source.window]
    retirees = _retirees(source, window)
    return Renewal(
        source=source,
        title=next_year(source.title),
        year=year,
        window=window,
        rows=_rows(source, window, {one.member.pk: one.on for one in retirees}),
        sections=[(one, _years_in(one.text)) for one in source.sections.all()],
        measures=_measures(source),
        retirees=retirees,
        duties=_duties(source, window),
        notes=_notes(source, year, window),
    )


def next_year(text):
    """2025年… becomes 2026年…, 2025–2026学年… 2026–2027学年…."""
    return YEAR.sub(lambda found: str(int(found[0]) + 1), text)


def _years_in(text):
    return "、".join(sorted(set(YEAR.findall(text))))


def _rows(source, window, retiring_on):
    """Proposals by their new month; what was dropped or unplanned is not ticked."""
    planned = source.activities.with_names().by_month()
    rows = [_proposal(one, window, retiring_on) for one in planned]
    if source.owner_id is None:
        outside = Activity.objects.on_wall_of(None, source.window[0], source.window[-1])
        rows += [
            _proposal(one, window, retiring_on)
            for one in outside.happened().with_names().by_month()
        ]
    return sorted(rows, key=lambda row: row.first or datetime.date.max)


def _proposal(old, window, retiring_on):
    first, last = old.first_month, old.last_month
    if first:
        first, last = months.plus(first, 12), months.plus(last, 12)
    row = Proposal(old, next_year(old.title), first, last)
    _move(row, window)
    _look_at_lead(row, retiring_on)
    if old.state == Activity.State.DROPPED:
        row.take, row.why = False, f"去年取消：{old.reason}"
    elif not old.is_planned:
        row.take, row.why = False, "去年计划外增加的，今年要办就打勾。"
    return row


def _move(row, window):
    """Into the month of its festival, which wanders from year to year."""
    bound = bound_to(row.title)
    if bound is None or (row.first and months.between(row.first, row.last) >= LONG):
        return
    name, before = bound
    day = falls_on(name, window, row.first or window[0])
    if day is None:
        row.why = f"这份计划的起止内没有{name}，请核对月份。"
        return
    month = (day - AHEAD if before else day).replace(day=1)
    month = max(month, window[0])
    told = f"{name}是{day.year}年{day.month}月{day.day}日"
    if row.first and row.first <= month <= row.last:
        row.why = told + "，月份不变。"
        return
    length = months.between(row.first, row.last) if row.first else 0
    row.first, row.last, row.moved = month, months.plus(month, length), True
    row.why = told + ("，节前两周开始准备。" if before else "。")


def _look_at_lead(row, retiring_on):
    """Who led it leads it again, unless gone or retired; then somebody else is asked."""
    lead = row.old.lead
    if lead is None:
        return
    if lead.work_status in Member.GONE:
        row.lead_note = f"{lead}{lead.get_work_status_display()}，请另定负责人。"
        return
    row.lead = lead
    if lead.pk in retiring_on:
        day = retiring_on[lead.pk]
        row.lead_note = f"{lead}{day.year}年{day.month}月到龄退休，请考虑另定。"


def _measures(source):
    """(measure, note on who answers for it) of each measure."""
    gone = Member.objects.filter(work_status__in=Member.GONE)
    names = [name for name in gone.values_list("name", flat=True) if len(name) > 1]
    return [
        (one, "、".join(name for name in names if name in one.responsible))
        for one in source.measures.all()
    ]


def _retirees(source, window):
    """Who reaches the age within the new plan: of the school, or of the group."""
    rows = Member.objects.working()
    if source.owner_id:
        rows = rows.filter(group=source.owner)
    end = months.plus(window[-1], 1) - datetime.timedelta(days=1)
    return retiring.retirements(rows, window[0], end)


def _duties(source, window):
    """(duty, its months in words) of those the old plan does not name already."""
    if source.owner_id:
        return []
    titles = list(source.activities.values_list("title", flat=True))
    return [
        (duty, spans_of(duty, window))
        for duty in Duty.objects.active()
        if not any(is_named_by(duty.title, title) for title in titles)
    ]


def _notes(source, year, window):
    """What a person should know before saving: sentences."""
    there = Plan.objects.filter(year=year, owner=source.owner)
    found = [
        f"已经有「{plan.title}」（{plan.get_state_display()}）。" for plan in there
    ]
    return [*found, *rechecks.due(window)]


def due_next_year(day):
    """A deadline a year later; 2月29日 becomes 2月28日."""
    if day is None:
        return None
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)
