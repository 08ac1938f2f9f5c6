"""The page of an activity: what its head says and offers."""

import re

from tests import make_plans as make


def head(client, activity):
    page = client.get(activity.get_absolute_url()).content.decode()
    found = re.search(r'<div class="head-actions">(.*?)</div>\s*</div>', page, re.S)
    return found[1]


def test_a_complete_record_says_who_opens_it_again(as_committee):
    told = head(as_committee, make.activity(state="closed"))

    assert "记录已完成；要改，请工会主席重新打开记录。" in told


def test_the_chair_opens_it_again(as_chair):
    told = head(as_chair, make.activity(state="closed"))

    assert "重新打开记录" in told
    assert "记录已完成" not in told


def test_a_dropped_activity_is_restored_and_says_no_more(as_committee):
    told = head(as_committee, make.activity(state="dropped"))

    assert "恢复这项活动" in told
    assert "不能登记记录" not in told
