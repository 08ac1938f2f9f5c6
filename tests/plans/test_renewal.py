"""What the plan of a new year is proposed to be."""

import datetime

import pytest

from members.models import Office
from plans.renewal import due_next_year, next_year, renewal_of
from tests import make_members
from tests import make_plans as make

D = datetime.date


@pytest.fixture
def source(committee):
    return make.plan(
        title="2025年工会计划", year=2025, state="archived", drafted_by=committee
    )


def item(source, title, month, **values):
    return make.activity(
        plan=source, title=title, first_month=D(2025, month, 1), **values
    )


def row_of(source, title):
    return next(row for row in renewal_of(source).rows if row.old.title == title)


def test_festivals_move_to_their_month_of_the_new_year(source):
    item(source, "重阳看望退休教职工", 9)
    item(source, "中秋慰问", 10)
    item(source, "端午龙舟", 5)
    item(source, "教师节表彰", 9)

    rows = {row.old.title: row for row in renewal_of(source).rows}

    months = {title: row.first.month for title, row in rows.items()}
    assert months == {
        "重阳看望退休教职工": 10,
        "中秋慰问": 9,
        "端午龙舟": 6,
        "教师节表彰": 9,
    }
    assert rows["重阳看望退休教职工"].why == "重阳节是2026年10月18日。"
    assert [row.moved for row in rows.values()].count(True) == 3


def test_what_is_done_before_the_festival_comes_two_weeks_earlier(source):
    item(source, "春节前送温暖走访", 1)

    row = row_of(source, "春节前送温暖走访")

    assert (row.first, row.moved) == (D(2026, 2, 1), True)


def test_what_spans_the_festival_already_stays(source):
    item(source, "春节送温暖", 1, last_month=D(2025, 2, 1))
    item(source, "每月拜年", 1, last_month=D(2025, 12, 1))

    rows = renewal_of(source).rows

    assert [(row.first, row.moved) for row in rows] == [(D(2026, 1, 1), False)] * 2


def test_leads_who_left_or_retire_are_marked(source):
    gone = make_members.member(name="离校者", work_status="retired")
    retiring = make_members.member(name="将退者", sex="男", birth_date=D(1966, 3, 1))
    item(source, "甲", 3, lead=gone)
    item(source, "乙", 4, lead=retiring)

    assert row_of(source, "甲").lead is None
    assert row_of(source, "甲").lead_note == "离校者退休，请另定负责人。"
    assert row_of(source, "乙").lead == retiring
    assert "到龄退休" in row_of(source, "乙").lead_note
    assert [one.member for one in renewal_of(source).retirees] == [retiring]


def test_dropped_and_unplanned_items_are_shown_unticked(source):
    item(source, "丙", 3, state="dropped", reason="下雨。")
    make.activity(
        title="丁", state="held", first_month=D(2025, 5, 1), held_on=D(2025, 5, 8)
    )

    takes = {row.old.title: (row.take, row.why) for row in renewal_of(source).rows}

    assert takes == {
        "丙": (False, "去年取消：下雨。"),
        "丁": (False, "去年计划外增加的，今年要办就打勾。"),
    }


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2025年工会计划", "2026年工会计划"),
        ("2025–2026学年计划", "2026–2027学年计划"),
        ("第20次教代会", "第20次教代会"),
    ],
)
def test_years_in_titles_go_on(old, new):
    assert next_year(old) == new


def test_a_deadline_goes_on_a_year():
    assert due_next_year(D(2024, 2, 29)) == D(2025, 2, 28)
    assert due_next_year(None) is None


def test_an_outdated_term_is_told(source):
    office = Office.load()
    office.autumn_term_on = D(2025, 9, 1)
    office.save()

    assert renewal_of(source).notes == [
        "本单位资料里的秋季学期开学还是2025年9月1日，请更新。"
    ]
