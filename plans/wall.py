"""The wall: which plan stands on it, and its months with festivals and cards."""

import datetime
from dataclasses import dataclass, field, replace

from django.urls import reverse

from members.models import Office
from plans import festivals, months
from plans.models import Activity, Category, Plan, SchoolPeriod

SHOWN_IN_EACH = 3  # an item of more months stands once, above the months
STARTS = {"calendar": 1, "school": 9, "spring": 3, "february": 2}


@dataclass(frozen=True)
class Choice:
    """The plan and the months on the wall, and what else could be."""

    year: int
    plan: Plan | None
    plans: list
    months: list

    @property
    def first(self):
        return self.months[0]

    @property
    def last(self):
        return self.months[-1]


@dataclass(frozen=True)
class Card:
    """An activity in one month of the wall."""

    activity: object
    word: str  # its state, or that it is late
    hue: str
    url: str
    move_url: str = ""  # where the person may move it to another month
    continues: bool = False

    @property
    def day(self):
        """When it was held, or is to be."""
        return self.activity.held_on or self.activity.starts_on

    @property
    def tone(self):
        """The colour of its category, as a class."""
        category = self.activity.category
        return f" cat-{category.colour}" if category else ""

    @property
    def is_movable(self):
        return bool(self.move_url) and not self.continues

    @property
    def start(self):
        """Its month as the address writes it: 2026-03, or nothing."""
        first = self.activity.first_month
        return first.isoformat()[:7] if first else ""


@dataclass
class Month:
    """One month of the wall."""

    number: int
    first: datetime.date
    label: str
    festivals: list
    periods: list
    is_now: bool
    is_past: bool
    is_open: bool = False
    cards: list = field(default_factory=list)

    @property
    def value(self):
        return self.first.isoformat()[:7]


@dataclass(frozen=True)
class Wall:
    months: list
    long: list
    loose: list
    count: int

    @property
    def density(self):
        """How full it is: paper writes a full wall smaller."""
        return "packed" if self.count > 120 else "dense" if self.count > 60 else "airy"

    @property
    def has_periods(self):
        """Whether terms or holidays of these months are registered."""
        return any(month.periods for month in self.months)


def choose(user, today, plan=None, year=None):
    """The wall asked for, or the one of today.

    A plan that runs today comes first; without any plan the months follow the
    office's kind of year. Raises Plan.DoesNotExist for a plan nobody here sees.
    """
    plans = list(Plan.objects.visible_to(user).with_people())
    chosen = next((one for one in plans if str(one.pk) == plan), None)
    if chosen is None and str(plan).isdecimal():
        raise Plan.DoesNotExist
    wanted = int(year) if str(year).isdecimal() and 1901 <= int(year) <= 2099 else None
    if chosen is None and wanted is None:
        chosen = _running(plans, today)
    if chosen is None:
        wanted = wanted or today.year
        chosen = next((one for one in _best_first(plans) if one.year == wanted), None)
    return Choice(
        year=chosen.year if chosen else wanted,
        plan=chosen,
        plans=plans,
        months=chosen.window if chosen else _empty_year(wanted),
    )


def _best_first(plans):
    """The whole union's before a group's, in force before a draft, newest first."""
    order = ("approved", "review", "draft", "archived")
    return sorted(plans, key=lambda p: (p.owner_id is not None, order.index(p.state)))


def _running(plans, today):
    month = today.replace(day=1)
    return next((one for one in _best_first(plans) if month in one.window), None)


def _empty_year(year):
    start = STARTS[Office.load().year_kind]
    return months.run(datetime.date(year, start, 1), 12)


def years(choice, today):
    """The years to switch to: those of plans, and the ones around today."""
    found = {plan.year for plan in choice.plans} | {today.year, choice.year}
    return sorted(found)


def plans_of_year(choice):
    return [plan for plan in choice.plans if plan.year == choice.year]


def before(choice):
    """Last year's plan of the whole union, to make this year's out of, or None."""
    return next(
        (
            plan
            for plan in choice.plans
            if plan.year == choice.year - 1
            and plan.owner_id is None
            and plan.state in (Plan.State.APPROVED, Plan.State.ARCHIVED)
        ),
        None,
    )


def legend():
    """The categories with their colours."""
    return Category.objects.all()


def lay_out(choice, activities, today, opened=None, *, movable):
    """Put the activities into the months; what fits none of them is not lost.

    `movable` says of an activity whether it may be moved to another month.
    """
    ends = months.plus(choice.last, 1) - datetime.timedelta(days=1)
    periods = list(SchoolPeriod.objects.touching(choice.first, ends))
    columns = [
        _month(number, first, choice, today, periods)
        for number, first in enumerate(choice.months, 1)
    ]
    opened = months.read(opened)
    _open_one(columns, opened)
    by_first = {column.first: column for column in columns}
    cards = Cards(today, movable)
    long, loose, count = [], [], 0
    for activity in activities:
        count += 1
        card = cards.of(activity)
        span = _span(activity)
        places = [by_first[m] for m in span if m in by_first]
        if len(span) > SHOWN_IN_EACH and places:
            long.append(card)
        elif not places:
            loose.append(card)
        for column in places if len(span) <= SHOWN_IN_EACH else ():
            continues = column.first != activity.first_month
            column.cards.append(replace(card, continues=continues))
    for column in columns:
        column.cards.sort(key=_when)
    return Wall(columns, long, loose, count)


def _when(card):
    """First what has a day, in their order; the rest as the plan has it."""
    return (card.day is None, card.day or datetime.date.min)


class Cards:
    """Makes the cards of one wall; addresses and words are worked out once."""

    def __init__(self, today, movable):
        self.today, self.movable = today, movable
        self.to_read, self.to_move = _way("activity_detail"), _way("activity_move")
        self.words = dict(Activity.State.choices)

    def of(self, activity):
        pk, state = activity.pk, activity.state
        late = activity.is_late_on(self.today)
        return Card(
            activity,
            word="逾期" if late else self.words[state],
            hue="late" if late else Activity.CHIPS[state],
            url=self.to_read % pk,
            move_url=self.to_move % pk if self.movable(activity) else "",
        )


def _way(name):
    """The address of a page of an activity, with a place for its key."""
    return reverse(f"plans:{name}", args=[0]).replace("/0/", "/%d/")


def _month(number, first, choice, today, periods):
    this_month = today.replace(day=1)
    return Month(
        number=number,
        first=first,
        label=months.name(first, choice.year),
        festivals=festivals.of_month(first),
        periods=[told for period in periods if (told := period.told_in(first))],
        is_now=first == this_month,
        is_past=first < this_month,
    )


def _open_one(columns, opened):
    """The month a phone shows first: the one asked for, this one, or the first."""
    wanted = [c for c in columns if c.first == opened]
    wanted += [c for c in columns if c.is_now]
    (wanted or columns)[0].is_open = True


def _span(activity):
    if activity.first_month is None:
        return []
    count = months.between(activity.first_month, activity.last_month) + 1
    return months.run(activity.first_month, min(count, 24))
