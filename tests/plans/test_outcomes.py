"""What the close-outs say stands in the year-end workbook."""

from decimal import Decimal

import pytest

from plans import reporting
from tests import make_plans as make


@pytest.mark.django_db
def test_costs_prizes_hours_and_ratings_stand_in_the_workbook():
    held = make.activity(state="closed", hours=Decimal("1.5"), cost=Decimal(30))
    held.costs.create(purpose="门票", amount=Decimal(30))
    held.prizes.create(name="一等奖", winner="语文组", people=6)
    held.prizes.create(name="二等奖", winner="数学组", people=5)
    for stars in (5, 4, 4):
        held.ratings.create(stars=stars)

    _, _, records, costs, prizes = reporting.year_sheets(2026)

    assert records.rows[0][-3:] == ("1.5 小时", 11, "4.3 分（3 人）")
    assert (costs.totals[-1], [row[2:] for row in costs.rows]) == (
        Decimal(30),
        [("门票", "未定", Decimal(30))],
    )
    assert prizes.totals[-1] == 11
