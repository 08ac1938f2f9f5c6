"""The demo school signs up: a hike with a waiting list, a draw, a rated record."""

import datetime
from decimal import Decimal
from itertools import zip_longest

from django.utils import timezone

from plans import services
from plans.models import AccountHeading, Activity, Prize, Question, SignupSheet

EVENING = datetime.time(20, 0)
WORDS = (
    "安排得很好，下次还来。",
    "时间再早一点更好。",
    "裁判很公道。",
    "人多，分两批会更从容。",
)


def seed(cast):
    """Around `cast.today`, by `cast.committee`, out of `cast.people`."""
    saturday = cast.today + datetime.timedelta(days=(5 - cast.today.weekday()) % 7 or 7)
    hike = _sheet(
        _activity(cast, "周六滨江健步走", saturday, "滨江步道东门", hours="2.5"),
        places=30,
        companions_most=1,
        closes_at=_evening(saturday - datetime.timedelta(days=1)),
        by=cast.committee,
        note="八点在东门集合，走完全程约六公里，雨天顺延一周。",
    )
    stop = _question(hike, "上车地点", "choice", "学校东门\n地铁二号线口\n自己去")
    lunch = _question(hike, "是否一起用午餐", "yesno")
    _fill(cast, hike, 31, {stop: stop.choices, lunch: lunch.choices})
    show = _sheet(
        _activity(
            cast, "话剧专场观摩", saturday + datetime.timedelta(days=14), "市大剧院"
        ),
        allocation=SignupSheet.Allocation.DRAW,
        places=20,
        closes_at=_evening(cast.today + datetime.timedelta(days=3)),
        by=cast.committee,
        people=SignupSheet.People.BOTH,
    )
    _fill(cast, show, 42, {})
    _remember(cast)


def _activity(cast, title, day, place, hours=None):
    month = day.replace(day=1)
    activity = Activity(
        title=title,
        first_month=month,
        last_month=month,
        starts_on=day,
        place=place,
        lead=cast.people[3],
        hours=hours and Decimal(hours),
    )
    return services.activity_add(activity, by=cast.committee)


def _sheet(activity, *, by, **terms):
    opened = timezone.now() - datetime.timedelta(days=2)
    return services.sheet_add(
        SignupSheet(activity=activity, opens_at=opened, **terms), by=by
    )


def _evening(day):
    return timezone.make_aware(datetime.datetime.combine(day, EVENING))


def _question(sheet, words, kind, options=""):
    question = Question(sheet=sheet, words=words, kind=kind, options=options)
    services.question_add(question, by=sheet.made_by)
    return question


def _fill(cast, sheet, number, questions):
    """Some sign up by themselves, each with answers; the demo accounts look on."""
    crowd = [person for person in cast.people if not hasattr(person, "user")]
    for member in cast.rng.sample(crowd, min(number, len(crowd))):
        answers = {q: cast.rng.choice(choices) for q, choices in questions.items()}
        few = sheet.companions_most and cast.rng.random() < 0.2
        services.signup_add(
            sheet, member, by=None, companions=int(bool(few)), answers=answers
        )


def _remember(cast):
    """The latest complete record gets its lines, and those who came rate it."""
    done = Activity.objects.filter(state=Activity.State.CLOSED, cost__gt=100)
    games = done.filter(category__name="文体")
    activity = (games if games else done).order_by("-held_on", "pk").first()
    if activity is None:
        return
    first = (activity.cost / 3).quantize(Decimal("0.1"))
    heading = AccountHeading.objects.order_by("order").first()
    for purpose, amount in (("材料", first), ("场地和讲师", activity.cost - first)):
        activity.costs.create(purpose=purpose, amount=amount, heading=heading)
    Prize.objects.create(activity=activity, name="一等奖", winner="第一小组", people=6)
    activity.lessons = "先发一份小问卷了解需要，再定时间，来的人明显多。"
    activity.hours = Decimal("1.5")
    activity.save(update_fields=["lessons", "hours"])
    came = activity.attendances.select_related("activity")[:9]
    for attendance, words in zip_longest(came, WORDS, fillvalue=""):
        if attendance:
            stars = cast.rng.choice([4, 5, 5])
            services.rating_give(attendance, stars=stars, words=words)
