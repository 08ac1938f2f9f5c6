"""The office's lists: whom they show, how they narrow, what goes out, what it costs."""

import datetime
import io

import openpyxl
import pytest
from django.utils import timezone

from members import rules
from members.models import AuditEntry, ListCustom
from tests import make_members as make

WOMEN, BIRTHDAYS, TEACHING = (
    f"/members/lists/{code}/" for code in ("women", "birthdays", "teaching")
)


@pytest.fixture
def today(monkeypatch):
    """A day in the spring of 2026."""
    day = datetime.date(2026, 3, 20)
    monkeypatch.setattr(timezone, "localdate", lambda *args: day)
    return day


def told(answer):
    return [line.row.name for line in answer.context["table"].lines]


def born(month, day, **values):
    return make.member(birth_date=datetime.date(1980, month, day), **values)


def teaching(year, month=9, **values):
    return make.member(teaching_since=datetime.date(year, month, 1), **values)


def test_the_archive_holds_the_women_who_work_here(as_committee, committee):
    make.member(name="甲", sex="女")
    make.member(name="乙", sex="男")
    make.member(name="丙", sex="女", work_status="retired")
    make.member(name="丁", sex="女", work_status="maternity")

    assert told(as_committee.get(WOMEN)) == ["顾委员", "甲", "丁"]


def test_birthdays_are_of_this_month_in_the_order_of_days(as_chair, today):
    born(3, 28, name="后")
    born(3, 2, name="先")
    born(4, 1, name="下月")
    born(3, 9, name="退", work_status="retired")
    born(3, 5, name="走", work_status="left")

    assert told(as_chair.get(BIRTHDAYS)) == ["先", "退", "后"]
    assert told(as_chair.get(BIRTHDAYS, {"month": "4"})) == ["下月"]
    assert told(as_chair.get(BIRTHDAYS, {"whom": "retired"})) == ["退"]


def test_birthdays_tell_month_and_day_only(as_group_leader, group_leader, today):
    own = make.group(leader=group_leader.member)
    born(3, 28, name="组员", group=own)
    born(3, 2, name="外人")

    answer = as_group_leader.get(BIRTHDAYS)

    assert told(answer) == ["组员"]
    assert "03-28" in answer.content.decode()
    assert "1980" not in answer.content.decode()


def test_who_reaches_thirty_years_is_listed_this_year_and_next(as_chair, today):
    teaching(1996, name="今")
    teaching(1997, name="明")
    teaching(1998, name="后")
    teaching(1996, name="退", work_status="retired")

    answer = as_chair.get(TEACHING)

    assert told(answer) == ["今", "明"]
    assert "2026年9月1日" in answer.content.decode()
    assert told(as_chair.get(TEACHING, {"year": "2028"})) == ["后"]
    assert told(as_chair.get(TEACHING, {"year": "x"})) == ["今", "明"]


def test_the_years_of_teaching_are_a_setting(as_chair, today):
    ListCustom.objects.update_or_create(pk=1, defaults={"teaching_years": 20})
    teaching(2006, name="二十年")
    teaching(1996, name="三十年")

    assert told(as_chair.get(TEACHING)) == ["二十年"]


def test_29_february_is_reached_on_the_28th(as_chair, today):
    make.member(teaching_since=datetime.date(1996, 2, 29), name="闰")

    assert "2026年2月28日" in as_chair.get(TEACHING).content.decode()


def test_the_export_holds_what_the_page_shows_and_is_recorded(as_chair, today):
    born(3, 28, name="甲", staff_no="A1", sex="男", department=make.department("语文"))
    born(3, 28, name="乙", staff_no="A2")

    handed = {"purpose": "发生日蛋糕", "recipient": "各组组长"}
    answer = as_chair.post(f"{BIRTHDAYS}export/?q=A1", handed)

    page = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    rows = [row for row in page.iter_rows(values_only=True) if row[0] in ("甲", "乙")]
    assert rows == [("甲", "A1", "03-28", "男", "语文", None, "在职")]
    details = AuditEntry.objects.get(action="birthdays.exported").details
    assert (details["query"], details["rows"]) == ("q=A1", 1)
    assert details["purpose"] == "发生日蛋糕"


def test_a_list_is_narrowed_and_ordered(as_chair, today):
    group = make.group("一组")
    born(3, 28, name="赵一", group=group)
    born(3, 2, name="白二", group=group)
    born(3, 1, name="外人")

    answer = as_chair.get(BIRTHDAYS, {"group": group.pk, "order": "name"})

    assert told(answer) == ["白二", "赵一"]
    assert len(answer.context["table"].pills) == 2


def test_all_rows_stand_on_one_page_to_print(as_chair, today):
    for _ in range(51):
        born(3, 28)

    assert len(told(as_chair.get(BIRTHDAYS))) == 50
    assert len(told(as_chair.get(BIRTHDAYS, {"all": "1"}))) == 51


def test_a_list_that_is_none_is_not_found(as_chair):
    assert as_chair.get("/members/lists/dragons/").status_code == 404


@pytest.mark.parametrize(
    ("role", "lists"),
    [
        ("committee", {"women", "birthdays", "teaching"}),
        ("group_leader", {"birthdays"}),
        ("sysadmin", set()),
    ],
)
def test_each_list_has_its_readers(db, role, lists):
    user = make.user(role)
    asked = {
        "women": rules.women_list,
        "birthdays": rules.birthday_list,
        "teaching": rules.teaching_list,
    }

    assert {code for code, rule in asked.items() if rule(user)} == lists


@pytest.mark.parametrize("count", [1, 60])
def test_a_list_costs_the_same_for_one_and_for_many(
    as_chair, today, django_assert_num_queries, count
):
    group, department = make.group(), make.department()
    for _ in range(count):
        born(3, 28, group=group, department=department)
    as_chair.get(BIRTHDAYS)

    with django_assert_num_queries(8 + (count > 50)):  # a long one by its keys
        answer = as_chair.get(BIRTHDAYS)

    assert len(told(answer)) == min(count, 50)
