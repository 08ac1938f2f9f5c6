"""Two records may have two accounts: one stays, the other is closed."""

import pytest

from members.models import AuditEntry, User
from tests import make_members as make
from tests.members.merging.merges import merged
from unionoffice.states import StateError


def address(kept, gone):
    return f"/members/{kept.pk}/merge/{gone.pk}/"


def test_of_two_accounts_the_chosen_one_stays(as_chair, chair):
    first, second = make.user("member"), make.user("committee", "member")
    kept, gone = first.member, second.member
    sent = {"versions": "1-1", "account": second.pk}

    as_chair.post(address(kept, gone), sent)

    staying, closed = (User.objects.get(pk=one.pk) for one in (second, first))
    assert (staying.member, staying.is_active) == (kept, True)
    assert (closed.member, closed.is_active) == (None, False)
    assert AuditEntry.objects.get(action="account.closed").object_id == str(first.pk)


def test_a_lone_account_goes_over(two):
    kept, gone = two
    account = User.objects.create(username="b2", member=gone)

    merged(kept, gone)

    account.refresh_from_db()
    assert account.member == kept


def test_two_accounts_are_the_chairs_to_merge(as_committee, as_chair, db):
    first, second = make.user("member").member, make.user("member").member

    assert as_committee.get(address(first, second)).status_code == 403
    assert "保留哪个账号" in as_chair.get(address(first, second)).content.decode()


def test_nobody_closes_the_own_account(as_chair, chair, db):
    other = make.user("member")

    answer = as_chair.post(
        address(other.member, chair.member),
        {"versions": "1-1", "account": other.pk, "name": "kept", "is_one": "on"},
    )

    assert "不能停用自己正在用的账号" in answer.content.decode()
    assert User.objects.get(pk=chair.pk).is_active


def test_two_accounts_need_a_choice(db):
    first, second = make.user("member"), make.user("member")

    with pytest.raises(StateError, match="请选保留哪一个"):
        merged(first.member, second.member)
