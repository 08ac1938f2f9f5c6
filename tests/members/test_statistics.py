"""会员统计: tables of two dimensions, and who may see which."""

import datetime
import io

import openpyxl
import pytest
from django.utils import timezone

from members import counting
from members.counting import DIMENSIONS
from members.models import AuditEntry, Member
from tests import make_members as make

ADDRESS = "/members/statistics/"
DAY = datetime.date
TODAY = DAY(2026, 3, 20)


@pytest.fixture
def today(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *args: TODAY)


@pytest.fixture
def people(db):
    """Five people, counted by hand below."""
    one = make.group("一组", order=1)
    two = make.group("二组", order=2)

    def person(sex, born, education, politics, group):
        birth = DAY(born, 3, 20)
        make.member(
            sex=sex,
            birth_date=birth,
            education=education,
            politics=politics,
            group=group,
        )

    person("女", 1996, "大学本科", "党员", one)  # 30 today
    person("女", 1995, "本科", "中共党员", one)  # 31
    person("男", 1980, "研究生", "民盟盟员", two)  # 46
    person("男", 1980, "电大", "", two)
    person("", 1990, "", "群众", None)  # 36


def table(down, across):
    found = counting.counted(Member.objects.on_roll(TODAY), TODAY)
    return counting.cross(found, DIMENSIONS[down], DIMENSIONS[across])


def test_age_by_sex_is_what_the_hand_counts(people):
    found = table("age", "sex")

    assert found.heads == ["男", "女", "未登记"]
    assert found.rows == [
        ("30岁及以下", [0, 1, 0], 1),
        ("31–35岁", [0, 1, 0], 1),
        ("36–40岁", [0, 0, 1], 1),
        ("46–50岁", [2, 0, 0], 2),
    ]
    assert (found.totals, found.total) == ([2, 2, 1], 5)


def test_what_is_not_known_has_its_own_row(people):
    found = table("education", "politics")

    assert found.heads == ["中共党员", "民主党派", "群众", "未登记"]
    assert found.rows == [
        ("硕士研究生", [0, 1, 0, 0], 1),
        ("本科", [2, 0, 0, 0], 2),
        ("未归类", [0, 0, 0, 1], 1),
        ("未登记", [0, 0, 1, 0], 1),
    ]
    unknown = counting.unknown_words(counting.counted(Member.objects.all(), TODAY))
    assert unknown == [("学历", "电大", 1)]


def test_groups_stand_in_the_order_of_the_office(people):
    assert [row[0] for row in table("group", "sex").rows] == [
        "一组",
        "二组",
        "未分小组",
    ]


@pytest.mark.parametrize("down", DIMENSIONS)
@pytest.mark.parametrize("across", ["sex", "group"])
def test_rows_and_columns_have_the_same_sum(people, down, across):
    found = table(down, across)

    assert sum(total for _, _, total in found.rows) == sum(found.totals) == 5


def test_the_page_shows_the_table_a_pyramid_and_its_words(as_chair, today, people):
    answer = as_chair.get(ADDRESS, {"down": "education", "across": "sex"})

    told = answer.context["told"]
    page = answer.content.decode()
    assert told.people == 6  # the chair is one
    assert "学历「电大」1 人" in page
    assert '<title id="pyramid-title">性别和年龄</title>' in page
    assert page.count('<svg class="bar-chart"') == 2


def test_a_day_of_the_past_is_asked(as_chair, today, people):
    make.member(joined_union_on=DAY(2026, 1, 1))

    now = as_chair.get(ADDRESS).context["told"]
    before = as_chair.get(ADDRESS, {"on": "2025-12-31"}).context["told"]
    to_come = as_chair.get(ADDRESS, {"on": "2030-1-1"}).context["told"]

    assert (now.people, before.people) == (7, 6)
    assert (before.day, to_come.day) == (DAY(2025, 12, 31), TODAY)


def test_a_group_leader_counts_the_own_group_without_politics(
    as_group_leader, group_leader, people, today
):
    own = make.group("自己的", leader=group_leader.member)
    make.member(group=own)

    answer = as_group_leader.get(ADDRESS, {"down": "politics", "across": "sex"})

    told, page = answer.context["told"], answer.content.decode()
    assert told.people == 2  # the leader and the one of the group
    assert told.cross.down.code == "age"
    assert "政治面貌" not in page
    assert (told.figures, told.unknown) == ([], [])


def test_the_office_narrows_to_a_group(as_committee, people):
    group = Member.objects.exclude(group=None).first().group

    told = as_committee.get(ADDRESS, {"group": group.pk}).context["told"]

    assert told.people == 2


def test_nobody_is_said(as_chair):
    answer = as_chair.get(ADDRESS, {"on": "1990-1-1"})

    assert "没有可以统计的人" in answer.content.decode()


def test_the_sheets_hold_the_figures_of_the_page(as_chair, today, people):
    answer = as_chair.get(f"{ADDRESS}export/", {"down": "education"})

    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    assert book.sheetnames == ["2026统计年度", "学历和性别", "年龄和性别"]
    rows = list(book["学历和性别"].iter_rows(values_only=True))
    assert rows[-1] == ("合计", 2, 3, 1, 6)
    assert len(book["学历和性别"]._charts) == 1
    entry = AuditEntry.objects.get(action="statistics.exported")
    assert entry.details == {"query": "down=education", "people": 6}


@pytest.mark.parametrize("count", [1, 30])
def test_the_page_costs_the_same_for_one_and_for_many(
    as_chair, django_assert_num_queries, count
):
    for _ in range(count):
        make.member(group=make.group())
    as_chair.get(ADDRESS)

    with django_assert_num_queries(15):
        as_chair.get(ADDRESS)
