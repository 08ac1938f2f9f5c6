"""The welfare work in the shared admin."""

from tests import make_welfare as make
from welfare.models import HealthRound


def test_a_round_without_people_is_not_added_here(as_chair):
    sent = {"title": "体检", "whom": "all"}
    sent |= {"starts_on": "2026-3-1", "ends_on": "2026-4-1"}

    answer = as_chair.post("/admin/welfare/healthround/add/", sent)

    assert answer.status_code == 403
    assert HealthRound.objects.count() == 0


def test_whom_a_round_is_for_stays_as_it_was(as_chair):
    made = make.health_round(whom="women")
    sent = {"title": "女工体检", "whom": "all"}
    sent |= {"starts_on": "2026-3-1", "ends_on": "2026-4-1", "seen_version": 1}

    as_chair.post(f"/admin/welfare/healthround/{made.pk}/change/", sent)

    made.refresh_from_db()
    assert (made.title, made.whom) == ("女工体检", "women")
