"""Somebody takes a proposal back; what has served is emptied in time."""

import datetime

import pytest
from django.utils import timezone

from members import rules
from members.models import AuditEntry, Correction
from members.models.corrections import KEPT_DAYS
from members.services import corrections as services
from tests import make_members as make


def test_the_own_one_is_taken_back(as_member, member_user):
    row = make.correction(member_user.member)

    answer = as_member.post(f"/members/corrections/{row.pk}/withdraw/")

    row.refresh_from_db()
    assert answer.url == "/me/"
    assert row.state == "withdrawn"
    entry = AuditEntry.objects.get(action="correction.withdrawn")
    assert entry.details == {"fields": ["title"]}


def test_then_the_field_can_be_proposed_again(as_member, member_user):
    row = make.correction(member_user.member)
    as_member.post(f"/members/corrections/{row.pk}/withdraw/")

    assert make.correction(member_user.member).is_open


def test_what_was_answered_stays(as_member, member_user):
    row = make.correction(member_user.member)
    told = {"decided_at": timezone.now(), "decided_by": member_user}
    row.advance("accepted", **told)

    answer = as_member.post(f"/members/corrections/{row.pk}/withdraw/")

    assert answer.status_code == 403
    assert "这条更正「已采纳」，不能再撤回。" in answer.content.decode()


def test_nobody_takes_back_what_another_proposed(db, chair):
    assert not rules.correction_withdraw(chair, make.correction())


@pytest.mark.parametrize(("days", "left"), [(KEPT_DAYS - 1, "甲"), (KEPT_DAYS + 1, "")])
def test_the_values_go_when_their_time_is_over(db, member_user, days, left):
    old = make.correction(field="education", new="甲", remark="乙")
    at = timezone.now() - datetime.timedelta(days=days)
    old.advance("accepted", decided_at=at, decided_by=member_user)

    services.correction_withdraw(make.correction(member_user.member), by=member_user)

    old.refresh_from_db()
    assert (old.new, bool(old.remark)) == (left, bool(left))
    assert old.state == "accepted"
    assert Correction.objects.count() == 2
