"""A person's life over all apps, for the record's page.

The record stands on the ground floor and may not look up: each app tells its part here
when it starts, as it tells the names of its deeds.
"""

import datetime
from dataclasses import dataclass
from decimal import Decimal

from members import deeds
from members.models import AuditEntry
from members.reporting.telling import timeline

TIMELINES = [timeline]
BENEFITS = []
NEWEST = 30


@dataclass(frozen=True)
class Benefit:
    """Something a member received; `amount` is None for who may not see sums."""

    on: datetime.date
    title: str
    amount: Decimal | None = None
    url: str = ""


@dataclass(frozen=True)
class Trace:
    """One line of the log of a record: who did what with it, and why."""

    at: datetime.datetime
    who: str
    deed: str
    reason: str


def sealed_words(member):
    """已登记 or 未登记 for each sealed column that has no mask of its own."""
    names = ("children", "address", "emergency_name", "emergency_phone")
    return {name: "已登记" if getattr(member, name) else "未登记" for name in names}


def tell(*, timeline=None, benefits=None):
    """Add what an app knows: functions of (member, user) giving Moments, Benefits."""
    TIMELINES.extend([timeline] if timeline else [])
    BENEFITS.extend([benefits] if benefits else [])


def moments(member, user):
    """What every app knows of a member, newest first."""
    found = [moment for told in TIMELINES for moment in told(member, user)]
    return sorted(found, key=lambda moment: moment.on, reverse=True)


def benefits(member, user):
    """What a member received, newest first; as far as `user` may see it."""
    found = [benefit for told in BENEFITS for benefit in told(member, user)]
    return sorted(found, key=lambda benefit: benefit.on, reverse=True)


def traces(member, *, reads_only=False):
    """The newest deeds on a member's record, or only who looked into it."""
    entries = AuditEntry.objects.of_record(member)
    if reads_only:
        entries = entries.reads()
    return [
        Trace(e.at, e.by_name, deeds.name(e.action), e.details.get("reason", ""))
        for e in entries[:NEWEST]
    ]
