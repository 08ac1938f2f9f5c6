"""The first chair's account, made before the roster, gets a person."""

import pytest

from members import roles
from members.models import AuditEntry, User
from tests import make_members as make


@pytest.fixture
def first_chair(db):
    account = User.objects.create(username="chair", must_change_password=False)
    account.give_roles(roles.CHAIR)
    return account


def test_the_first_chair_says_who_they_are(first_chair, sign_in):
    member = make.member(name="沈主席", staff_no="A1")

    sign_in(first_chair).post(
        f"/members/accounts/{first_chair.pk}/link/", {"member": "沈主席"}
    )

    first_chair.refresh_from_db()
    assert first_chair.member == member
    entry = AuditEntry.objects.get(action="account.linked")
    assert entry.details == {"member": "A1"}


def test_until_then_the_workbench_asks_for_it(first_chair, sign_in):
    make.member()

    bench = sign_in(first_chair).get("/").context["bench"]

    assert "说明这个账号是谁的" in [todo.title for todo in bench.todo]


def test_nobody_gets_a_second_account(first_chair, sign_in):
    other = make.user("member", name="林老师")

    answer = sign_in(first_chair).post(
        f"/members/accounts/{first_chair.pk}/link/", {"member": other.username}
    )

    assert answer.context["link_form"].errors == {
        "member": ["林老师已经有自己的账号。"]
    }


def test_an_account_is_not_moved_to_another_person(as_chair):
    account = make.user("member")
    make.member(staff_no="A1")

    answer = as_chair.post(f"/members/accounts/{account.pk}/link/", {"member": "A1"})

    assert answer.status_code == 403
