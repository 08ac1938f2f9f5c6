"""Terms, holidays and examination weeks stand in the margin of the wall."""

import datetime

import pytest

from plans.models import SchoolPeriod
from tests import make_plans as make

TERM = {
    "kind": "term",
    "name": "第二学期",
    "starts_on": "2026.2.23",
    "ends_on": "7月3日",
}


def day(text):
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("kind", "first", "last", "told"),
    [
        ("exam", "2026-01-12", "2026-01-16", {1: "期末 12–16日"}),
        ("exam", "2026-01-12", "2026-01-12", {1: "期末 12日"}),
        (
            "term",
            "2026-02-23",
            "2026-04-03",
            {2: "期末 23日起", 3: "", 4: "期末 至3日"},
        ),
        ("holiday", "2026-07-04", "2026-09-01", {7: "期末 4日起", 8: "期末"}),
    ],
)
def test_the_margin_says_where_it_begins_and_ends(kind, first, last, told):
    period = SchoolPeriod(
        kind=kind, name="期末", starts_on=day(first), ends_on=day(last)
    )

    found = {month: period.told_in(datetime.date(2026, month, 1)) for month in told}

    assert found == told


def test_a_month_of_the_wall_shows_it(as_member):
    make.period(name="寒假")

    months = as_member.get("/plans/?year=2026").context["wall"].months

    assert [m.periods for m in months[:3]] == [["寒假 24日起"], ["寒假 至22日"], []]


def test_a_year_without_any_tells_the_office_where_they_are_entered(
    as_committee, as_member
):
    words = "这几个月还没有登记学期和假期"

    assert words in as_committee.get("/plans/?year=2026").content.decode()
    assert words not in as_member.get("/plans/?year=2026").content.decode()
    make.period(name="寒假")
    assert words not in as_committee.get("/plans/?year=2026").content.decode()


def test_the_office_enters_a_term(as_committee):
    response = as_committee.post("/plans/schooldays/new/", TERM)

    assert response.url == "/plans/schooldays/"
    period = SchoolPeriod.objects.get()
    assert (period.starts_on, str(period)) == (day("2026-02-23"), "第二学期")


def test_an_end_before_the_beginning_is_refused_and_the_text_stays(as_committee):
    data = TERM | {"ends_on": "2026-1-3"}

    response = as_committee.post("/plans/schooldays/new/", data)

    page = response.content.decode()
    assert "结束日期不能早于开始日期。" in page
    assert "第二学期" in page


def test_the_second_editor_is_told(as_committee):
    period = make.period()
    data = TERM | {"version": period.version}
    address = f"/plans/schooldays/{period.pk}/"
    as_committee.post(address, data)

    response = as_committee.post(address, data | {"name": "第三学期"})

    assert response.status_code == 409
    period.refresh_from_db()
    assert period.name == "第二学期"


def test_an_entry_is_removed(as_committee):
    period = make.period()

    as_committee.post(f"/plans/schooldays/{period.pk}/remove/")

    assert not SchoolPeriod.objects.exists()


@pytest.mark.parametrize("many", [1, 8])
def test_the_list_asks_as_often_for_one_as_for_many(
    as_member, many, django_assert_num_queries
):
    for number in range(many):
        make.period(name=f"第{number}学期")
    as_member.get("/plans/schooldays/")

    with django_assert_num_queries(LIST_QUERIES):
        as_member.get("/plans/schooldays/")


LIST_QUERIES = 7
