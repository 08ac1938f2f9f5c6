"""The page 名单: every list with its count, at a constant cost."""

import datetime
from importlib import import_module

import pytest
from django.utils import timezone

from tests import make_members as make

ADDRESS = "/members/lists/"


def counts(answer):
    return {entry.title: entry.count for entry in answer.context["entries"]}


def test_every_list_stands_there_with_its_count(as_committee):
    make.member(name="甲", sex="女", joined_union_on=None, phone="1")
    make.group()

    found = counts(as_committee.get(ADDRESS))

    assert (found["女职工档案"], found["没有入会"], found["按小组"]) == (2, 1, 1)
    assert found["资料检查"] == 5  # no phone 1, no group 2, no department 2


def test_a_long_roster_is_checked_on_its_own_page(as_committee, monkeypatch):
    monkeypatch.setattr(import_module("members.quality.findings"), "MOST_COUNTED", 1)
    make.member(name="甲", phone="")

    answer = as_committee.get(ADDRESS)

    assert counts(answer)["资料检查"] is None
    assert "打开看" in answer.content.decode()


def test_a_group_leader_finds_the_lists_of_the_own_group(as_group_leader):
    found = counts(as_group_leader.get(ADDRESS))

    assert found.keys() == {"生日", "没有入会", "按小组"}


def test_round_birthdays_are_told_by_the_welfare(as_chair):
    today = timezone.localdate()
    for age in (60, 70, 71):
        born = datetime.date(today.year - age, 1, 1)
        make.member(work_status="retired", birth_date=born)

    assert counts(as_chair.get(ADDRESS))["祝寿"] == 2


def test_each_entry_opens_what_it_counts(as_chair):
    make.member(joined_union_on=None)

    entries = as_chair.get(ADDRESS).context["entries"]

    assert len(entries) == 8
    for entry in entries:
        assert as_chair.get(entry.url).status_code == 200, entry.title


@pytest.mark.parametrize("count", [1, 30])
def test_the_page_costs_the_same_for_one_and_for_many(
    as_chair, django_assert_num_queries, count
):
    for _ in range(count):
        make.member(
            sex="女",
            birth_date=datetime.date(1971, 3, 1),
            teaching_since=datetime.date(1996, 9, 1),
        )
    as_chair.get(ADDRESS)

    with django_assert_num_queries(18):
        as_chair.get(ADDRESS)
