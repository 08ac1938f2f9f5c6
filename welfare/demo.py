"""The demo school's welfare work: visits through two years, two rounds of checks."""

import datetime
from decimal import Decimal

from django.utils import timezone

from members import roles
from members.models import Member, User
from welfare import birthdays, services
from welfare.models import FundSource, HealthCheck, HealthRound, Occasion, Visit

GOODS = {
    "生病住院": ("水果和牛奶", 300),
    "结婚": ("床上用品", 500),
    "生育": ("婴儿用品", 500),
    "亲属去世": ("慰问金", 800),
    "退休": ("纪念品", 600),
    "重大困难": ("慰问金", 2000),
    "节日慰问": ("米和油", 200),
    "祝寿": ("蛋糕和围巾", 260),
    "送清凉": ("绿豆、毛巾", 80),
}
PERSONAL = ("生病住院", "生病住院", "生病住院", "结婚", "生育", "亲属去世", "重大困难")


def seed(rng):
    """About ninety visits and two rounds; entered by the committee's account."""
    today = timezone.localdate()
    by = User.objects.with_role(roles.COMMITTEE).first()
    crew = list(Member.objects.filter(user__groups__name=roles.COMMITTEE))
    for year in (today.year - 1, today.year):
        _personal(rng, year, today, by, crew)
        _festivals(rng, year, today, by, crew)
        _round_birthdays(year, today, by, crew)
    _loose_ends(rng, today, by, crew)
    _health(rng, today, by)


def _visit(person, occasion, day, today, by, crew, *, source="工会经费", visited=None):
    goods, amount = GOODS[occasion]
    visit = Visit(
        member=person,
        occasion=Occasion.objects.get(name=occasion),
        occurred_on=day,
        learnt_on=day,
        visited_on=visited,
        kind="money" if goods == "慰问金" else "goods",
        goods=goods,
        amount=Decimal(amount),
        source=FundSource.objects.get(name=source),
        received_by=person.name if visited else "",
    )
    if not visited:
        visit.due_on = day + datetime.timedelta(days=7)
    visitors = [c for c in crew if visited and c != person]
    return services.visit_new(visit, by=by, visitors=visitors)


def _personal(rng, year, today, by, crew):
    """Illness, weddings, births, deaths: two to three a month, more in winter."""
    staff = list(Member.objects.on_roll(today).working())
    for month in range(1, 13):
        for _ in range(3 if month in (1, 12) else 2):
            day = datetime.date(year, month, rng.randint(1, 25))
            visited = day + datetime.timedelta(days=rng.randint(1, 6))
            if visited < today:
                _visit(
                    rng.choice(staff),
                    rng.choice(PERSONAL),
                    day,
                    today,
                    by,
                    crew,
                    visited=visited,
                )


def _festivals(rng, year, today, by, crew):
    """春节 and the hot season: the sick and some of the retired."""
    retired = list(Member.objects.retired())
    for occasion, month, day, count in (("节日慰问", 1, 20, 8), ("送清凉", 7, 12, 5)):
        visited = datetime.date(year, month, day)
        if visited < today:
            for person in rng.sample(retired, count):
                _visit(
                    person,
                    occasion,
                    visited,
                    today,
                    by,
                    crew,
                    source="离退休经费",
                    visited=visited,
                )


def _round_birthdays(year, today, by, crew):
    for person in Member.objects.retired():
        day = birthdays.birthday_in(year, person.birth_date)
        if birthdays.round_age(year, person.birth_date) and day < today:
            _visit(
                person,
                "祝寿",
                day,
                today,
                by,
                crew,
                source="离退休经费",
                visited=day,
            )


def _loose_ends(rng, today, by, crew):
    """Three still to be paid, and one entered by mistake."""
    staff = list(Member.objects.on_roll(today).working().order_by("staff_no"))
    for days, occasion in ((5, "生病住院"), (9, "生育"), (2, "亲属去世")):
        day = today - datetime.timedelta(days=days)
        _visit(rng.choice(staff), occasion, day, today, by, crew)
    day = today - datetime.timedelta(days=30)
    mistaken = _visit(staff[3], "结婚", day, today, by, crew, visited=day)
    services.visit_void(mistaken, by=by, reason="重复登记")


def _health(rng, today, by):
    """Last year's round complete, this year's half way."""
    for year, share in ((today.year - 1, 1.0), (today.year, 0.55)):
        ends = datetime.date(year, 12, 18)
        health_round = services.health_round_new(
            HealthRound(
                title=f"{year}年教职工体检",
                starts_on=datetime.date(year, 11, 2),
                ends_on=ends,
                place="市第二人民医院体检中心",
                package="教职工常规套餐",
            ),
            by=by,
            day=min(today, ends),
        )
        people = [c.member for c in health_round.checks.select_related("member")]
        rng.shuffle(people)
        cut = int(len(people) * share)
        groups = (
            (people[: cut - 3], HealthCheck.State.DONE),
            (people[cut - 3 : cut], HealthCheck.State.EXCUSED),
        )
        for members, state in groups:
            services.health_check_mark(
                health_round,
                by=by,
                members=members,
                state=state,
                day=datetime.date(year, 11, 14),
            )
