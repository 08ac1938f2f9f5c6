"""The page of a congress: units, vacancies, the light, who must go."""

import datetime

import pytest

from congress import composition, reporting
from congress.composition import Key, Share
from congress.models import CompositionRule, Congress
from tests import make_congress as make
from tests import make_members as people

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 11, 26)


def page(client, congress):
    return client.get(congress.get_absolute_url())


def words(findings, key):
    label = Key(key).label
    return next((f.word, f.words) for f in findings if f.label == label)


def test_units_show_quota_elected_and_vacant(as_member):
    congress, place = make.congress(), people.department("语文组")
    unit = make.constituency("语文组", quota=3, congress=congress)
    unit.departments.add(place)
    teacher = people.member(department=place)
    people.member(department=place, work_status="retired")
    make.delegate(teacher, constituency=unit)
    make.delegate(constituency=unit, ended_on=make.days(-1), end_reason="moved")

    found = page(as_member, congress).context

    (one,) = found["units"]
    assert (one.electorate, one.elected, one.vacant) == (1, 1, 2)
    assert (found["quota"], found["elected"], found["vacant"]) == (3, 1, 2)


@pytest.mark.parametrize(
    ("teachers", "others", "word"),
    [(3, 2, "符合"), (2, 2, "请核对"), (59, 40, "请核对")],
)
def test_three_fifths_are_teachers_exactly(teachers, others, word):
    rules = CompositionRule.objects.filter(key="teachers")
    share = Share(teachers, teachers + others, "教师代表")

    (found,) = composition.findings(rules, {Key.TEACHERS: share})

    assert found.word == word


def test_the_light_counts_full_delegates_of_today_only():
    congress = make.congress()
    make.delegate(people.member(sex="女", birth_date=datetime.date(1995, 1, 1)))
    make.delegate(people.member(sex="男"), is_teacher=False, is_leader=True)
    make.delegate(kind="invited")
    make.delegate(ended_on=make.days(-1), end_reason="moved")

    found = reporting.light(congress, make.days(0))

    assert words(found, "teachers") == (
        "请核对",
        "教师代表 1 人，占 2 人的 50.0%，应不少于 3/5。",
    )
    assert words(found, "leaders")[0] == "请核对"
    assert words(found, "women")[1].startswith("女代表 1 人，占 2 人的 50.0%；女职工占")
    assert words(found, "women")[0] == "供参考"


@pytest.mark.parametrize(
    ("born", "young"),
    [("1990-11-27", 1), ("1990-11-26", 0), ("1991-01-01", 1)],
)
def test_young_is_who_is_not_yet_36(born, young):
    congress = make.congress()
    made = people.member(birth_date=datetime.date.fromisoformat(born))
    make.delegate(made, elected_on=datetime.date(2025, 1, 1))

    found = reporting.light(congress, TODAY)

    assert words(found, "young")[1].startswith(f"35 周岁以下的代表 {young} 人")


def test_a_rule_counts_from_its_day_to_its_last():
    rule = CompositionRule.objects.get(key="leaders")
    rule.since, rule.until = datetime.date(2026, 1, 1), datetime.date(2026, 12, 31)
    rule.save()
    days = [datetime.date(2025, 12, 31), TODAY, datetime.date(2027, 1, 1)]

    in_force = [rule in CompositionRule.objects.on(day) for day in days]

    assert in_force == [False, True, False]


def test_a_meeting_of_all_has_everybody_for_its_base(as_member):
    congress = make.congress(form="all_staff")
    people.member(work_status="left")
    count = congress.staff(TODAY).count()

    answer = page(as_member, congress).content.decode()

    assert congress.base(TODAY) == count
    assert f"现在是 {count} 人" in answer
    assert "选举单位" not in answer


def test_the_base_is_the_full_delegates_of_the_day():
    congress = make.congress()
    make.delegate(elected_on=make.days(-10))
    make.delegate(kind="nonvoting")
    make.delegate(
        elected_on=make.days(-10), ended_on=make.days(-5), end_reason="retired"
    )

    assert [congress.base(make.days(n)) for n in (-11, -6, 0)] == [0, 2, 1]


def test_who_works_here_no_more_is_told_to_the_office(as_chair, as_member):
    congress = make.congress()
    make.delegate(people.member(work_status="retired"))

    assert "已不在岗" in page(as_chair, congress).content.decode()
    assert "已不在岗" not in page(as_member, congress).content.decode()


@pytest.mark.parametrize("count", [1, 12])
def test_the_page_costs_the_same_for_one_and_for_many(
    as_member, django_assert_num_queries, count
):
    congress = make.congress()
    for number in range(count):
        place = make.delegation(f"{number}团")
        unit = make.constituency(f"{number}组", congress=congress, delegation=place)
        unit.departments.add(people.department(f"{number}组"))
        place.head = make.delegate(constituency=unit, delegation=place)
        place.save()
        make.session(congress=congress)

    with django_assert_num_queries(18):
        page(as_member, congress)


def test_the_union_congress_counts_members_of_the_day():
    congress = Congress.objects.create(level="union", term=2)
    people.member(joined_union_on=None)
    inside = people.member()

    assert list(congress.staff(make.days(0)).filter(pk=inside.pk)) == [inside]
