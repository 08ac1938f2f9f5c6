"""Membership is kept: no dues, no vote."""

import datetime

from tests.members.histories import TODAY, address, periods, text


def test_the_retired_are_offered_to_be_kept(as_committee, person):
    person.work_status, person.retired_on = "retired", datetime.date(2025, 8, 1)
    person.save()

    page = text(as_committee, person)
    form = as_committee.get(address(person, "keep")).context["form"]
    as_committee.post(
        address(person, "keep"), {"kept_on": "2025-8-1", "kept_for": "retired"}
    )

    assert "退休人员保留会籍" in page
    assert (form["kept_on"].value(), form["kept_for"].value()) == (
        datetime.date(2025, 8, 1),
        "retired",
    )
    assert periods(person) == [
        ("2010-09-01", "joined", "2025-08-01", "retired", "", "")
    ]
    page = text(as_committee, person)
    assert "退休人员保留会籍" not in page
    assert '<span class="chip chip-progress">保留会籍</span>' in page
    assert "2025年8月1日</time> 起保留会籍（退休）" in page


def test_who_is_kept_is_not_kept_twice(as_chair, person):
    person.memberships.update(kept_on=TODAY, kept_for="other")

    assert as_chair.get(address(person, "keep")).status_code == 403
    assert address(person, "keep") not in text(as_chair, person)
