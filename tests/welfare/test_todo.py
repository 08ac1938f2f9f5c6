"""What waits for a person in the welfare work."""

import pytest
from django.utils import timezone

from members import roles
from tests import make_members
from tests import make_welfare as make
from welfare import reporting


@pytest.mark.parametrize(
    ("role", "told"),
    [(roles.COMMITTEE, ["去走访慰问"]), (roles.AUDITOR, [])],
)
def test_who_may_not_log_a_visit_is_not_sent_to_pay_one(db, role, told):
    make.visit(visited_on=None)

    found = reporting.todo(make_members.user(role), timezone.localdate())

    assert [item.title for item in found] == told
