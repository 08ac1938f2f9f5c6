"""Rules of composition hold from day to day, and say something."""

import datetime

import pytest
from django.db import IntegrityError, transaction

from members import reporting
from members.models import BodyRule
from tests import make_members as make


@pytest.mark.parametrize(
    ("first", "until", "told"),
    [(None, None, True), ("2026-1-1", None, False), (None, "2025-1-1", False)],
)
def test_a_rule_holds_from_day_to_day(db, first, until, told):
    body = make.body()
    make.seat(make.term(body))
    BodyRule.objects.create(
        body=body,
        kind="size",
        least=3,
        valid_from=first,
        valid_until=until,
        source="甲",
    )

    one = reporting.sitting(body, datetime.date(2025, 6, 1))

    assert bool(one.doubts) == told


@pytest.mark.parametrize(
    "values",
    [
        {"kind": "apart"},
        {"kind": "size"},
        {"kind": "size", "least": 3, "most": 2},
        {"kind": "women", "valid_from": "2026-1-1", "valid_until": "2025-1-1"},
    ],
)
def test_a_rule_that_says_nothing_is_refused(db, values):
    with pytest.raises(IntegrityError), transaction.atomic():
        BodyRule.objects.create(body=make.body(), source="甲", **values)
