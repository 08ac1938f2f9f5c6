"""What pages tell of who came, for how long, and how they liked it."""

from dataclasses import dataclass
from decimal import Decimal

from plans import rules
from plans.models import Attendance, Rating, Signup
from plans.reporting.signups import sheet_of


@dataclass(frozen=True)
class Part:
    """How often somebody took part in a year, and for how many hours."""

    year: int
    times: int
    hours: Decimal


def part_in(member_id, year):
    """What one member did in the calendar year."""
    found = Attendance.objects.of(member_id).counted().in_year(year).sums()
    return Part(year, found["times"], found["hours"] or Decimal(0))


def to_rate(member_id, year):
    """The year's activities that one took part in and has not rated yet."""
    rows = Attendance.objects.of(member_id).counted().in_year(year).unrated()
    return rows.with_activity().order_by("-activity__held_on")[:5]


def own(activity, user):
    """The person's own attendance, or None."""
    return activity.attendances.of(user.member_id).first()


def desk_page(activity):
    """Everybody expected or present: (member, attendance or None, companions)."""
    present = {
        one.member_id: one for one in activity.attendances.with_people().order_by("-pk")
    }
    sheet = sheet_of(activity)
    placed = Signup.objects.of_sheets([sheet] if sheet else []).placed().with_people()
    expected = [(s.member, present.get(s.member_id), s.companions) for s in placed]
    known = {member.pk for member, _, _ in expected}
    others = [(a.member, a, 0) for pk, a in present.items() if pk not in known]
    return {
        "activity": activity,
        "rows": [*others, *expected] if not sheet else [*expected, *others],
        "present": len(present),
        "expected": len(expected),
        "missing": sum(one is None for _, one, _ in expected),
    }


def ratings_of(activity, user):
    """How it was liked; the words only once there are enough of them."""
    count, mean = Rating.objects.filter(activity=activity).told()
    attendance = own(activity, user)
    told = activity.ratings.with_words() if mean is not None else ()
    return {
        "count": count,
        "mean": mean,
        "words": [rating.words for rating in told],
        "own": attendance,
        "give": rules.rating_give(user, activity, attendance),
    }
