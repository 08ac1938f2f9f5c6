"""Whole numbers in proposals are shown for a reason, and the reason is kept."""

import pytest

from members.models import AuditEntry
from tests import make_members as make

NEW, OLD = "19900005678", "19900001234"


@pytest.fixture
def record(db):
    person = make.member(phone=OLD)
    make.correction(person, "phone", NEW)
    return person


def address(member):
    return f"/members/{member.pk}/corrections/reveal/"


def test_masked_until_a_reason_is_given(as_committee, proved, record):
    before = as_committee.get(f"/members/{record.pk}/corrections/").content.decode()
    asked = as_committee.post(address(record), {"reason": "打电话核对"})
    after = proved(as_committee).post(address(record), {"reason": "打电话核对"})

    assert asked.url.startswith("/accounts/reauthenticate/")
    assert "199****5678" in before
    assert NEW not in before
    assert NEW in after.content.decode()
    assert OLD in after.content.decode()
    entry = AuditEntry.objects.get(action="correction.revealed")
    assert (entry.object_label, entry.details) == ("周明", {"reason": "打电话核对"})


def test_without_a_reason_nothing_is_shown(as_committee, record):
    answer = as_committee.post(address(record), {"reason": ""})

    assert answer.status_code == 400
    assert NEW not in answer.content.decode()
    assert not AuditEntry.objects.filter(action="correction.revealed").exists()


def test_the_list_has_no_values_at_all(as_committee, record):
    page = as_committee.get("/members/corrections/").content.decode()

    assert "手机" in page
    assert "5678" not in page
