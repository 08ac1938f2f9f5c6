"""The demo school's plans: last year's archived, this year's under way."""

import calendar
import datetime

from django.utils import timezone

from members import roles
from members.models import Member, User
from plans import demosignups, demotexts, demoyear, festivals, services
from plans.models import Activity, Plan, SchoolPeriod

LOCAL = timezone.get_default_timezone()
HELD = Activity.State.HELD
CLOSED = Activity.State.CLOSED


def seed(rng):
    """Two plans and what became of them until today."""
    today = timezone.localdate()
    cast = Cast(rng, today)
    old = cast.approved(today.year - 1, demotexts.LAST_YEAR)
    cast.live_through(old, demotexts.OUTSIDE_LAST_YEAR)
    services.plan_archive(old, by=cast.chair)
    Plan.objects.filter(pk=old.pk).update(archived_on=datetime.date(today.year, 1, 12))
    new = cast.approved(today.year, demotexts.THIS_YEAR)
    for year in (today.year - 1, today.year):
        _school_year(year, cast.committee)
    cast.live_through(new, demotexts.OUTSIDE_THIS_YEAR)
    demosignups.seed(cast)
    demoyear.seed(rng, today)


def _school_year(year, by):
    """The school's calendar around the turn of a calendar year."""
    for kind, name, first, last in demotexts.SCHOOL_DAYS:
        days = (
            datetime.date(year + turn, month, day) for turn, month, day in (first, last)
        )
        starts_on, ends_on = days
        period = SchoolPeriod(
            kind=kind, name=name, starts_on=starts_on, ends_on=ends_on
        )
        services.period_add(period, by=by)


class Cast:
    """The people who do the deeds, the dice, and the day."""

    def __init__(self, rng, today):
        self.rng, self.today = rng, today
        self.chair = _account(roles.CHAIR)
        self.committee = _account(roles.COMMITTEE)
        self.people = list(Member.objects.working().order_by("pk"))
        self.retired = list(Member.objects.retired().order_by("pk"))

    def approved(self, year, items):
        """The plan of a year, drafted, submitted and approved as deeds."""
        draft = {
            "sections": demotexts.SECTIONS,
            "measures": demotexts.MEASURES,
            "activities": [_draft(item) for item in items],
        }
        plan = services.plan_import(
            draft,
            by=self.committee,
            title=f"{year}年学校工会工作计划",
            year=year,
            start_month=1,
        )
        services.plan_submit(plan, by=self.committee)
        services.plan_approve(plan, by=self.chair)
        Plan.objects.filter(pk=plan.pk).update(
            drafted_at=datetime.datetime(year, 1, 5, 9, tzinfo=LOCAL),
            submitted_on=datetime.date(year, 1, 6),
            approved_on=datetime.date(year, 1, 9),
        )
        self._dress(plan, items)
        return plan

    def _dress(self, plan, items):
        """Give each item its lead, place and budget."""
        leads = self.people[: min(12, len(self.people))]
        for row, item in zip(plan.activities.order_by("pk"), items, strict=True):
            row.lead = self.rng.choice(leads)
            row.place = item.place
            row.budget = item.cost or None
            row.save(update_fields=["lead", "place", "budget"])

    def live_through(self, plan, outside):
        """What happened to each item until today."""
        for activity in list(plan.activities.order_by("pk")):
            self._live(activity, demotexts.FATES.get(activity.title, ""))
        for item in outside:
            month = datetime.date(plan.year, item.first, 1)
            if month <= self.today:
                self._live(self._added(item, month), "")

    def _added(self, item, month):
        activity = Activity(
            title=item.title,
            first_month=month,
            last_month=month,
            place=item.place,
            lead=self.rng.choice(self.people[:12]),
        )
        return services.activity_add(activity, by=self.committee)

    def _live(self, activity, fate):
        is_this_year = activity.first_month.year == self.today.year
        fate, _, why = (fate if is_this_year else "").partition("：")
        if fate == "取消":
            services.activity_drop(activity, by=self.chair, why=why)
        elif fate == "推迟":
            services.activity_postpone(activity, by=self.chair, why=why)
        elif activity.last_month >= self.today.replace(day=1):
            self._arrange(activity)
        elif fate != "逾期":
            self._close(activity, HELD if fate == "待写" else CLOSED)

    def _arrange(self, activity):
        """Not over yet: under way this month, with a day where it is near."""
        if activity.first_month > self.today:
            return
        if activity.first_month.month == self.today.month and self.rng.random() < 0.5:
            last = calendar.monthrange(self.today.year, self.today.month)[1]
            day = min(self.today.day + self.rng.randint(1, 5), last)
            activity.starts_on = self.today.replace(day=day)
            activity.save(update_fields=["starts_on"])
        else:
            services.activity_start(activity, by=self.committee)

    def _close(self, activity, state):
        day = _weekday(activity.first_month, self.rng.randint(3, 26))
        day = _near_its_festival(activity, day)
        record = {
            "held_on": day,
            "held_until": None,
            "report": self._report(activity) if state == CLOSED else "",
            "cost": self._cost(activity),
            "guests": self.rng.choice([0, 0, 0, 2, 6, 12]),
        }
        services.activity_close(
            activity,
            by=self.committee,
            to=state,
            record=record,
            attendees=self._present(activity),
        )

    def _present(self, activity):
        crowd = (
            self.retired if "退休" in activity.title and self.retired else self.people
        )
        count = self.rng.randint(min(8, len(crowd)), min(60, len(crowd)))
        return self.rng.sample(crowd, count)

    def _cost(self, activity):
        if not activity.budget:
            return None
        return round(float(activity.budget) * self.rng.uniform(0.7, 1.02), 1)

    def _report(self, activity):
        name = activity.category.name if activity.category_id else ""
        return self.rng.choice(demotexts.REPORTS.get(name, demotexts.REPORTS[""]))


def _account(role):
    return User.objects.filter(groups__name=role).order_by("pk").first()


def _draft(item):
    months = list(range(item.first, (item.last or item.first) + 1))
    return {
        "title": item.title,
        "months": months,
        "year_offset": 0,
        "theme": "",
        "line": None,
    }


# Words of a title, and the festival it is held for.
FEASTS = {
    "元宵": "元宵节",
    "三八": "妇女节",
    "五一": "劳动节",
    "端午": "端午节",
    "六一": "儿童节",
    "教师节": "教师节",
    "重阳": "重阳节",
}


def _near_its_festival(activity, day):
    """The working day before the festival of the title, or the first after it where
    that lies in another month; `day` where the festival is in none."""
    month = activity.first_month
    names = {name for word, name in FEASTS.items() if word in activity.title}
    feast = next((f.day for f in festivals.of_month(month) if f.name in names), None)
    if feast is None:
        return day
    found = _back_to_work(feast - datetime.timedelta(days=1))
    if found.month != month.month:
        return _weekday(month, feast.day + 7)
    return found


def _weekday(month, day):
    """A working day near the `day` of that month."""
    return _back_to_work(month.replace(day=day))


def _back_to_work(day):
    """That day, or the Friday before its weekend."""
    return day - datetime.timedelta(days=max(0, day.weekday() - 4))
