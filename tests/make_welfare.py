"""Rows of the welfare app: valid by default, one plain function per model."""

import datetime
from decimal import Decimal

from tests import make_members
from welfare.models import FundSource, HealthCheck, HealthRound, Occasion, Visit

DAY = datetime.date(2026, 3, 5)


def visit(member=None, *, occasion="生病住院", source="工会经费", by=None, **values):
    """A visit paid on 5 March 2026, unless told otherwise."""
    values.setdefault("visited_on", DAY)
    values.setdefault("occurred_on", values["visited_on"] or DAY)
    values.setdefault("state", "visited" if values["visited_on"] else "planned")
    values.setdefault("amount", Decimal(300))
    return Visit.objects.create(
        member=member or make_members.member(),
        occasion=Occasion.objects.get(name=occasion),
        source=FundSource.objects.get(name=source),
        entered_by=by or make_members.user("committee", name="登记人"),
        **values,
    )


def health_round(title="体检", people=(), **values):
    values.setdefault("starts_on", datetime.date(2026, 11, 1))
    values.setdefault("ends_on", datetime.date(2026, 12, 1))
    made = HealthRound.objects.create(title=title, **values)
    for person in people:
        HealthCheck.objects.create(round=made, member=person)
    return made
