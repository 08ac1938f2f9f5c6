"""会籍 on the member's page: history, state, who sees reasons."""

import datetime

import pytest

from members.models import Membership
from tests import make_members as make
from tests.members.histories import TODAY, address, text


def test_reasons_and_papers_are_not_for_the_sysadmin(as_sysadmin, as_chair, person):
    Membership.objects.update(ended_on=TODAY, ended_by="expelled", document="支部会议")

    seen, hidden = text(as_chair, person), text(as_sysadmin, person)

    assert "离会（开除会籍）" in seen
    assert "支部会议" in seen
    assert "2026年3月20日</time> 离会" in hidden
    assert "开除" not in hidden
    assert "支部会议" not in hidden
    assert "登记入会" not in hidden


def test_the_page_of_who_never_joined(as_chair, outsider):
    page = text(as_chair, outsider)

    assert "没有入会记录。" in page
    assert address(outsider, "begin") in page


@pytest.mark.parametrize("count", [1, 8])
def test_the_page_costs_the_same_for_any_history(
    as_chair, django_assert_num_queries, outsider, count
):
    for number in range(count):
        day = datetime.date(2000 + number, 1, 1)
        make.membership(outsider, day, day.replace(month=9))
    as_chair.get(outsider.get_absolute_url())

    with django_assert_num_queries(21):
        as_chair.get(outsider.get_absolute_url())
