"""What pages tell of standing duties."""

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


def list_page(user, today):
    """Every duty with its next turn, what is stopped last."""
    rows = list(Duty.objects.with_names().order_by("-is_active", "title"))
    done = {}
    kept = DutyDone.objects.filter(duty__in=rows).order_by("period", "pk")
    for record in kept:
        done.setdefault(record.duty_id, {})[record.period] = record
    return {
        "today": today,
        "rows": [
            (
                duty,
                next_turn(duty, done.get(duty.pk, {}), today)
                if duty.is_active
                else None,
                list(done.get(duty.pk, {}).values())[-1:],
            )
            for duty in rows
        ],
        "may": rules.duty_write(user),
    }


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
