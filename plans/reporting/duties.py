"""What pages tell of standing duties."""

import datetime
from dataclasses import dataclass

from django.urls import reverse

from members import roles
from members.reporting import Todo
from plans.duties import next_turn, of_user, open_turns
from plans.models import Duty, DutyDone
from plans.reporting.history import history
from plans.rules import duties as rules


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
