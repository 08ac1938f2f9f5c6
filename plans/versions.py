"""The versions of a plan: which there are, and what each of them says."""

import datetime
from dataclasses import dataclass
from itertools import groupby

from django.db.models import F

from members.models import UnionGroup
from plans import months
from plans.comparing import pair
from plans.models import Measure, Plan, PlanSection

PAUSE = datetime.timedelta(minutes=30)  # who edits on within it writes one version
STEPS = {
    ("draft", "review"): "送审",
    ("review", "approved"): "批准",
    ("review", "draft"): "退回",
    ("approved", "archived"): "归档",
}


@dataclass(frozen=True)
class Version:
    """A stand of the plan: up to the moment `at`, when `by` ended it."""

    number: int
    at: datetime.datetime
    by: object
    words: str
    is_last: bool = False

    def __str__(self):
        return f"第 {self.number} 版"


@dataclass(frozen=True)
class Snapshot:
    """What a version says: the plan's row, its parts, its months as text."""

    plan: object
    sections: dict
    measures: dict
    month_table: str


@dataclass
class Archive:
    """All rows that were kept of one plan, the oldest first."""

    plan: Plan
    rows: dict

    @classmethod
    def of(cls, plan):
        kept = {
            Plan: Plan.history.filter(id=plan.pk),
            PlanSection: PlanSection.history.filter(plan_id=plan.pk),
            Measure: Measure.history.filter(plan_id=plan.pk),
        }
        return cls(
            plan,
            {
                model: list(
                    rows.select_related("history_user__member").order_by(
                        "history_date", "history_id"
                    )
                )
                for model, rows in kept.items()
            },
        )

    def versions(self):
        """The versions, the oldest first."""
        groups = list(_grouped(self._events()))
        return [
            Version(
                number=number,
                at=group[-1][0],
                by=group[-1][1].history_user,
                words=_words(group, number),
                is_last=number == len(groups),
            )
            for number, group in enumerate(groups, 1)
        ]

    def _events(self):
        """(moment, kept row, name of the step it took or "") in order."""
        steps, state = {}, None
        for row in self.rows[Plan]:
            steps[row.history_id] = STEPS.get((state, row.state), "")
            state = row.state
        events = [
            (row.history_date, row, steps[row.history_id] if model is Plan else "")
            for model, rows in self.rows.items()
            for row in rows
        ]
        return sorted(events, key=lambda event: event[0])

    def snapshot(self, version):
        """What stood in the plan at the end of a version."""
        at = version.at
        plans = [row for row in self.rows[Plan] if row.history_date <= at]
        told = [row.month_table for row in plans if row.month_table]
        return Snapshot(
            plan=plans[-1] if plans else self.rows[Plan][0],
            sections=_standing(self.rows[PlanSection], at),
            measures=_standing(self.rows[Measure], at),
            month_table=month_table(self.plan)
            if version.is_last
            else (told[-1] if told else ""),
        )


def _grouped(events):
    """Lists of events: one person's edits without a long pause, ended by a step."""
    group = []
    for event in events:
        moment, row, _ = event
        if group and (
            group[-1][2]
            or group[-1][1].history_user_id != row.history_user_id
            or moment - group[-1][0] > PAUSE
        ):
            yield group
            group = []
        group.append(event)
    if group:
        yield group


def _words(group, number):
    step = group[-1][2]
    return step or ("起草" if number == 1 else "修改")


def _standing(rows, at):
    """{id: kept row} of what was there at a moment."""
    last = {}
    for row in rows:
        if row.history_date <= at:
            last[row.id] = row
    return {key: row for key, row in last.items() if row.history_type != "-"}


def month_table(plan):
    """The plan's items as text, a line a month: 3月：甲；乙."""
    rows = plan.activities.exclude(state="dropped")
    rows = rows.order_by(F("first_month").asc(nulls_last=True), "last_month", "pk")
    return "\n".join(
        f"{span}：{'；'.join(row.title for row in found)}"
        for span, found in groupby(rows, key=lambda row: row.span)
    )


def chosen(versions, asked):
    """The two versions asked for by number, else the last and the one before."""
    last = len(versions)
    numbers = [
        int(text) if str(text).isdecimal() and 1 <= int(text) <= last else default
        for text, default in (
            (asked.get("old"), max(last - 1, 1)),
            (asked.get("new"), last),
        )
    ]
    return versions[numbers[0] - 1], versions[numbers[1] - 1]


def compared(old, new, *, with_months=True):
    """Pairs of two snapshots: the head, the sections, the measures, the months."""
    pairs = [pair("标题和起止", _head(old.plan), _head(new.plan))]
    pairs += _parts(old.sections, new.sections, _section_heading, _section_text)
    pairs += _parts(old.measures, new.measures, lambda _: "措施", _measure_text)
    if with_months:
        pairs.append(pair("各月安排", old.month_table, new.month_table))
    return [one for one in pairs if one.left or one.right]


def _parts(old, new, heading, text):
    """Parts in the order of the new version, those that went at their old place."""
    order = list(_ordered(new))
    for place, key in enumerate(_ordered(old)):
        if key not in new:
            order.insert(min(place, len(order)), key)
    return [
        pair(
            heading(new.get(key) or old[key]),
            text(old[key]) if key in old else None,
            text(new[key]) if key in new else None,
        )
        for key in order
    ]


def _ordered(rows):
    return sorted(rows, key=lambda key: (getattr(rows[key], "order", 0), key))


def _head(plan):
    window = months.run(datetime.date(plan.year, plan.start_month, 1), plan.months)
    group = UnionGroup.objects.filter(pk=plan.owner_id).first()
    span = months.span(window[0], window[-1])
    return f"{plan.title}\n{span}，{group or '全校工会'}"


def _section_heading(section):
    return section.heading


def _section_text(section):
    return f"{section.heading}\n{section.text}"


def _measure_text(measure):
    when = Measure(months=measure.months).when
    due = f"{measure.due_on:%Y-%m-%d}前" if measure.due_on else when
    told = [measure.text, f"时限：{due}" if due else "", measure.responsible]
    return "\n".join(filter(None, told))
