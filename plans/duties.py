"""What standing duties ask for: open turns, and items of a plan."""

import datetime

from plans import months, rhythms
from plans.models import Activity, Duty, DutyDone

LOOK_BACK = datetime.timedelta(days=366)  # what was missed earlier stays missed


def open_turns(duties, today, ahead=None):
    """The turns of some duties that are told today and not done, by due day.

    `ahead` (days) looks further than each duty's own reminder.
    """
    duties = list(duties)
    done = set(
        DutyDone.objects.filter(
            duty__in=duties, period__gte=(today - LOOK_BACK).replace(day=1)
        ).values_list("duty_id", "period")
    )
    found = [
        turn
        for duty in duties
        for turn in duty.turns(
            today - LOOK_BACK,
            today
            + datetime.timedelta(days=duty.ahead_days if ahead is None else ahead),
        )
        if (duty.pk, turn.period) not in done
    ]
    return sorted(found, key=lambda turn: (turn.due_on, turn.duty.title))


def next_turn(duty, done, today):
    """The first turn that is not done, up to a year ahead, or None."""
    end = today + LOOK_BACK
    turns = duty.turns(today - LOOK_BACK, end)
    return next((turn for turn in turns if turn.period not in done), None)


def items_for(duty, plan, taken=()):
    """Unsaved items of a plan: one over all months for a monthly duty, else one a
    turn. None where the plan says the same already."""
    if any(is_named_by(duty.title, title) for title in taken):
        return []
    due = rhythms.months_of(duty.rhythm, duty.months, duty.times)
    window = plan.window
    if len(due) == 12:
        spans = [(window[0], window[-1])]
    else:
        spans = [(month, month) for month in window if month.month in due]
    return [_item(duty, plan, first, last) for first, last in spans]


def is_named_by(duty, title):
    """Whether an item says the same: 女职工档案春季更新 names 女职工档案更新."""
    letters = iter(title)
    return title in duty or all(letter in letters for letter in duty)


def _item(duty, plan, first, last):
    return Activity(
        plan=plan,
        title=duty.title,
        category=duty.category,
        first_month=first,
        last_month=last,
        lead=duty.lead,
        notes=duty.notes,
    )


def spans_of(duty, window):
    """The months of a plan in which the duty comes up, in words."""
    due = rhythms.months_of(duty.rhythm, duty.months, duty.times)
    found = [
        months.name(month, window[0].year) for month in window if month.month in due
    ]
    return "每月" if len(due) == 12 else "、".join(found)


def of_user(user, *, is_office):
    """The duties that wait for a person: the office's all, else the own."""
    rows = Duty.objects.active().with_names()
    return rows if is_office else rows.led_by(user.member_id)
