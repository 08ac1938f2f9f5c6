"""What pages tell of standing duties."""

import datetime
from dataclasses import dataclass

from django.urls import reverse

from members import roles
from members.reporting import Todo, last_day
from plans.duties import next_turn, of_user, open_turns
from plans.models import Duty, DutyDone
from plans.reporting.history import history
from plans.rules import duties as rules
from unionoffice import xlsx


def todo(user, today):
    """Turns that are told today; each duty once, with its earliest."""
    duties = of_user(user, is_office=user.has_role(*roles.OFFICE))
    seen, found = set(), []
    for turn in open_turns(duties, today):
        if turn.duty.pk not in seen:
            seen.add(turn.duty.pk)
            found.append(_todo(turn))
    return found


def _todo(turn):
    url = reverse("plans:duty_do", args=[turn.duty.pk]) + f"?period={turn.value}"
    who = turn.duty.lead or turn.duty.who
    return Todo(
        f"{turn.duty}（{turn.period.month}月）", 1, url, turn.due_on, str(who or "")
    )


@dataclass(frozen=True)
class DutyLine:
    """A duty with its next turn, if it has one, and when it was done last."""

    duty: Duty
    next_turn: object
    last_on: datetime.date | None
    is_late: bool

    @property
    def state(self):
        """逾期 or 已停用; of what goes its way nothing is said."""
        if not self.duty.is_active:
            return "已停用"
        return "逾期" if self.is_late else ""


def duty_lines(today):
    """A DutyLine for every duty, what is stopped last."""
    rows = list(Duty.objects.with_names().order_by("-is_active", "title"))
    done = {}
    kept = DutyDone.objects.filter(duty__in=rows).order_by("period", "pk")
    for record in kept:
        done.setdefault(record.duty_id, {})[record.period] = record
    return [_line(duty, done.get(duty.pk, {}), today) for duty in rows]


def _line(duty, done, today):
    turn = next_turn(duty, done, today) if duty.is_active else None
    last = next(reversed(done.values()), None)
    late = turn is not None and turn.due_on < today
    return DutyLine(duty, turn, last and last.done_on, late)


def duty_page(duty, user, today):
    records = list(duty.records.select_related("done_by__member"))
    done = {record.period for record in records}
    may = rules.duty_write(user)
    return {
        "duty": duty,
        "today": today,
        "next": next_turn(duty, done, today) if duty.is_active else None,
        "records": records,
        "may": {"edit": may, "do": rules.duty_do(user, duty), "reopen": may},
        "history": history(duty) if may else [],
    }


def year_sheet(year, today):
    """常规工作: each turn of a year up to today, when it was done and how."""
    first, last = datetime.date(year, 1, 1), last_day(year, today)
    duties = list(Duty.objects.with_names())
    records = DutyDone.objects.filter(period__year=year)
    done = {(record.duty_id, record.period): record for record in records}
    rows = []
    for duty in duties:
        turns = {turn.period: turn.due_on for turn in duty.turns(first, last)}
        periods = {period for pk, period in done if pk == duty.pk} | turns.keys()
        rows += [
            _turn(duty, period, turns.get(period), done.get((duty.pk, period)))
            for period in sorted(periods)
        ]
    count = sum(1 for row in rows if row[4])
    return xlsx.Sheet(
        title="常规工作",
        columns=COLUMNS,
        rows=rows,
        totals=("合计", f"{len(rows)} 次", "", None, None, f"办好 {count} 次"),
    )


COLUMNS = (
    xlsx.Column("常规工作", "text", 28),
    xlsx.Column("哪一次", "text", 12),
    xlsx.Column("谁来办", "text", 18),
    xlsx.Column("期限", "day", 17),
    xlsx.Column("办理日期", "day", 17),
    xlsx.Column("办理情况", "text", 36),
)


def _turn(duty, period, due_on, record):
    return (
        duty.title,
        f"{period.month}月",
        str(duty.lead or duty.who),
        due_on,
        record.done_on if record else None,
        record.remark if record else "没有登记",
    )
