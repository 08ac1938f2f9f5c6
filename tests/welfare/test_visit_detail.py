"""The page of one visit."""

import pytest

from members import roles
from members.models import User
from tests import make_members
from tests import make_welfare as make
from welfare.models import Visit


def test_a_member_goes_back_to_the_own_page_not_to_the_list(as_member, member_user):
    visit = make.visit(member=member_user.member)

    page = as_member.get(visit.get_absolute_url())

    assert page.status_code == 200
    assert '<a href="/me/">我的</a>' in page.content.decode()
    assert 'href="/welfare/visits/"' not in page.content.decode()


def test_the_office_goes_back_to_the_list(as_committee):
    visit = make.visit()

    page = as_committee.get(visit.get_absolute_url())

    assert '<a href="/welfare/visits/">慰问记录</a>' in page.content.decode()


@pytest.mark.parametrize(("entered", "shown"), [(True, True), (False, False)])
def test_a_group_leader_sees_amounts_of_what_they_logged(
    as_group_leader, group_leader, entered, shown
):
    own = make_members.group(leader=group_leader.member)
    visit = make.visit(
        make_members.member(group=own),
        by=group_leader if entered else None,
        amount=777,
    )

    page = as_group_leader.get(visit.get_absolute_url()).content.decode()

    assert ("¥777.00" in page) is shown


def test_a_leader_without_a_record_sees_no_group(db):
    make.visit(make_members.member(group=make_members.group()))
    account = User.objects.create(username="nobody")
    account.give_roles(roles.GROUP_LEADER)

    assert list(Visit.objects.visible_to(account)) == []
