"""The figures of a statistics year (1 October to 30 September), by hand."""

import datetime

import pytest
from django.utils import timezone

from members import reporting
from members.counting import StatisticsYear
from members.models import Body, Member
from tests import make_members as make

DAY = datetime.date
END = DAY(2026, 9, 30)


@pytest.fixture
def history(db):
    """A small school over the year from 1 October 2025."""
    make.member(name="在", post_kind="teacher")
    make.member(name="男", sex="男", post_kind="worker")
    make.member(name="未入", joined_union_on=None, post_kind="teacher")
    make.member(name="新", joined_union_on=DAY(2025, 10, 1))
    make.member(name="早", joined_union_on=DAY(2025, 9, 30))
    make.member(name="后来", joined_union_on=DAY(2026, 10, 1))
    make.member(name="刚退", work_status="retired", retired_on=DAY(2026, 6, 1))
    make.member(name="将退", work_status="retired", retired_on=DAY(2026, 10, 5))
    make.member(name="走", work_status="left", left_union_on=DAY(2026, 9, 30))
    make.member(name="早走", work_status="left", left_union_on=DAY(2025, 9, 30))


def figures(day=END):
    return {one.label: one for one in reporting.year_figures(StatisticsYear(2026), day)}


def test_the_year_has_its_days():
    assert StatisticsYear.of(DAY(2025, 10, 1)) == StatisticsYear(2026)
    assert StatisticsYear.of(DAY(2026, 9, 30)) == StatisticsYear(2026)
    assert StatisticsYear(2026).first == DAY(2025, 10, 1)
    assert StatisticsYear(2026).counted_on(DAY(2026, 3, 1)) == DAY(2026, 3, 1)
    assert StatisticsYear(2026).counted_on(DAY(2027, 3, 1)) == END


def test_the_figures_are_what_the_hand_counts(history):
    committees = set(Body.objects.filled_on(END).values_list("name", flat=True))
    values = {
        label: one.value for label, one in figures().items() if label not in committees
    }

    assert values == {
        # 在 男 未入 新 早 后来 将退
        "职工人数": 7,
        "其中女职工": 6,
        "其中教师": 2,
        "教师占比": "28.6%",
        # 在 男 新 早 刚退 将退
        "会员人数（在册）": 6,
        "其中女会员": 5,
        "其中保留会籍": 1,
        # 在 男 新 早 将退
        "在职会员": 5,
        "其中在职女会员": 4,
        "职工入会率": "71.4%",
        "本统计年度入会": 1,
        "本统计年度离会": 1,
        "工会小组": 0,
    }


def test_who_holds_office_in_a_committee_is_counted_on_the_day(db):
    committee = Body.objects.get(name="工会委员会")
    term = make.term(body=committee, elected_on=DAY(2024, 1, 1))
    chair = make.member()
    make.seat(term, chair)
    make.seat(term, make.member(), ended_on=DAY(2026, 9, 30), ended_by="resigned")
    make.seat(term, make.member(), began_on=DAY(2026, 10, 1))

    told = figures()

    assert told["工会委员会"].value == 1
    assert told["女职工委员会"].value == 0
    assert told["工会委员会"].url == committee.get_absolute_url()


def test_an_office_without_people_has_no_share(db):
    values = {label: one.value for label, one in figures().items()}

    assert (values["职工人数"], values["职工入会率"], values["教师占比"]) == (
        0,
        "—",
        "—",
    )


def test_each_figure_opens_the_people_it_counts(history, as_chair, monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *args: DAY(2026, 12, 1))
    Member.objects.filter(name="沈主席").update(joined_school_on=DAY(2026, 11, 1))
    Member.objects.get(name="沈主席").memberships.all().delete()

    for label, figure in figures().items():
        if figure.unit == "人" and "/members/?" in figure.url:
            answer = as_chair.get(figure.url)
            assert answer.context["page"].paginator.count == figure.value, label
