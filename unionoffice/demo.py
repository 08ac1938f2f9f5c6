"""The demo school: each app seeds its own part, in the order of the floors."""

import datetime

from django.db import transaction
from django.utils import timezone

from congress import demo as congress
from members import audit, demorequests
from members import demo as members
from members.models import Notice, Office, User
from plans import demo as plans
from welfare import demo as welfare

A_WEEK = datetime.timedelta(days=7)


class NotEmpty(Exception):
    """There are accounts already: an office is never mixed with a demo school."""


@transaction.atomic
def seed(today, rng):
    """Fill an empty database with the demo school around `today`.

    `rng` (random.Random) decides everything but passwords. Returns the demo accounts
    as dicts with role, name, username and password. Raises NotEmpty.
    """
    if User.objects.exists():
        raise NotEmpty
    members.seed(rng)
    accounts = members.seed_accounts()
    demorequests.seed()
    for floor in (plans, welfare, congress):
        floor.seed(rng)
    Notice.objects.filter(on__lt=today - A_WEEK).update(read_at=timezone.now())
    audit.record(None, "office.seeded", Office.load(), day=str(today))
    return accounts
