"""A round of health checks: who is on it, who was there, and nothing more."""

import datetime
import re

import pytest
from django.apps import apps

from tests import make_members
from tests import make_welfare as make
from welfare.models import HealthCheck, HealthRound


def states(health_round):
    rows = health_round.checks.order_by("member__staff_no")
    return [(c.member.staff_no, c.state) for c in rows]


def test_a_new_round_lists_whom_it_is_for(as_chair, chair):
    make_members.member(name="女", staff_no="W1", sex="女")
    make_members.member(name="男", staff_no="M1", sex="男")
    make_members.member(name="退休", staff_no="R1", work_status="retired")
    sent = {"title": "女工体检", "starts_on": "2026-3-1", "ends_on": "2026-4-1"}

    as_chair.post("/welfare/health/new/", {**sent, "whom": "women"})

    made = HealthRound.objects.get()
    assert sorted(states(made)) == sorted(
        [("W1", "not_yet"), (chair.member.staff_no, "not_yet")]
    )


def test_the_same_rendering_sent_twice_makes_one_round(as_chair, chair):
    sent = {"title": "体检", "starts_on": "2026-3-1", "ends_on": "2026-4-1"}
    sent |= {"whom": "all", "form_key": "one-rendering"}

    first = as_chair.post("/welfare/health/new/", sent)
    second = as_chair.post("/welfare/health/new/", sent)

    assert first.url == second.url
    assert states(HealthRound.objects.get()) == [(chair.member.staff_no, "not_yet")]


def test_each_rendering_brings_a_key_of_its_own(as_chair):
    pages = [as_chair.get("/welfare/health/new/") for _ in range(2)]

    keys = {page.context["form"]["form_key"].value() for page in pages}
    assert len(keys) == 2
    assert all(page.content.decode().count('name="form_key"') == 1 for page in pages)


def test_several_are_marked_by_ticking_and_by_pasting(as_committee):
    people = [make_members.member(name=f"会员{n}", staff_no=f"A{n}") for n in range(3)]
    health_round = make.health_round(people=people)
    ticked = health_round.checks.get(member=people[0])

    as_committee.post(
        f"/welfare/health/{health_round.pk}/mark/",
        {"state": "done", "day": "2026-11-5", "ticked": [ticked.pk], "names": "会员1"},
    )

    assert states(health_round) == [("A0", "done"), ("A1", "done"), ("A2", "not_yet")]
    assert HealthCheck.objects.get(pk=ticked.pk).done_on == datetime.date(2026, 11, 5)


def test_nobody_marked_is_said(as_committee):
    health_round = make.health_round()

    answer = as_committee.post(
        f"/welfare/health/{health_round.pk}/mark/", {"state": "done"}
    )

    assert answer.status_code == 400
    assert answer.context["form"].non_field_errors() == ["请勾选几个人，或者粘贴名单。"]


def test_a_name_that_is_not_known_comes_back(as_committee):
    health_round = make.health_round()

    answer = as_committee.post(
        f"/welfare/health/{health_round.pk}/mark/", {"state": "done", "names": "谁呀"}
    )

    assert "谁呀" in answer.content.decode()
    assert answer.context["form"].errors["names"] == [
        "名册里没有 「谁呀」。请改正或删去。"
    ]


def test_progress_is_told_by_department(as_committee):
    department = make_members.department("语文组")
    people = [make_members.member(department=department) for _ in range(4)]
    health_round = make.health_round(people=people)
    checks = health_round.checks.order_by("pk")
    checks.filter(pk=checks[0].pk).update(
        state="done", done_on=datetime.date(2026, 1, 2)
    )
    checks.filter(pk=checks[1].pk).update(state="excused")

    answer = as_committee.get(f"/welfare/health/{health_round.pk}/")

    row = answer.context["progress"][0]
    told = (row.department, row.due, row.done, row.excused, row.not_yet, row.share)
    assert told == ("语文组", 4, 1, 1, 2, 33)


@pytest.mark.parametrize("count", [1, 30])
def test_the_page_costs_the_same_for_one_and_for_many(
    as_committee, django_assert_num_queries, count
):
    people = [
        make_members.member(department=make_members.department()) for _ in range(count)
    ]
    health_round = make.health_round(people=people)
    as_committee.get(f"/welfare/health/{health_round.pk}/")

    with django_assert_num_queries(11):
        as_committee.get(f"/welfare/health/{health_round.pk}/")


@pytest.mark.parametrize("count", [1, 12])
def test_the_list_of_rounds_costs_the_same_for_one_and_for_many(
    as_committee, django_assert_num_queries, count
):
    for _ in range(count):
        make.health_round(people=[make_members.member()])
    as_committee.get("/welfare/health/")

    with django_assert_num_queries(7):
        as_committee.get("/welfare/health/")


def test_no_field_anywhere_holds_a_finding():
    words = ("finding", "result", "diagnos", "结果", "诊断", "病情")
    found = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_app_config("welfare").get_models()
        for field in model._meta.get_fields()
        if any(w in f"{field.name}{getattr(field, 'verbose_name', '')}" for w in words)
    ]

    assert found == []


def test_the_newest_round_comes_first(as_committee):
    for year in (2025, 2026, 2024):
        days = datetime.date(year, 3, 1), datetime.date(year, 4, 1)
        make.health_round(f"{year}年体检", starts_on=days[0], ends_on=days[1])

    rounds = as_committee.get("/welfare/health/").context["table"].page

    assert [r.title for r in rounds] == ["2026年体检", "2025年体检", "2024年体检"]


def test_the_progress_of_a_department_adds_up(as_committee):
    department = make_members.department("语文组")
    people = [make_members.member(department=department) for _ in range(3)]
    health_round = make.health_round(people=people)
    health_round.checks.filter(member=people[0]).update(state="excused")

    page = as_committee.get(health_round.get_absolute_url()).content.decode()

    table = page[page.index("progress-head") : page.index("</table>")]
    heads = re.findall(r'<th scope="col" class="num">(\w+)</th>', table)
    numbers = re.findall(r'<td class="num">(\d+)</td>', table)
    told = dict(zip(heads, numbers, strict=True))
    assert told == {"应检": "3", "已检": "0", "免检": "1", "未检": "2"}
