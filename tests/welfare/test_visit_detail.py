"""The page of one visit."""

from tests import make_welfare as make


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
