"""A list as a person chose it: columns, order, pages; told the same to the sheet."""

import datetime
from dataclasses import dataclass, field, replace

import pytest
from django.http import QueryDict

from members.models import Member
from tests import make_members as make
from unionoffice.lists import Column, Table, in_order_of

COLUMNS = (
    Column("name", "姓名", "name", order=("spelling",), is_head=True),
    Column("born", "生日", "birth_date", "day", order=("birth_date",)),
    Column("place", "部门", "department.name", on_phone=False),
    Column("title", "职称", "title", order=("title",), is_shown=False, is_private=True),
)


@dataclass
class Reader:
    """An account that keeps its choices in memory."""

    list_columns: dict = field(default_factory=dict)

    def choose_columns(self, name, columns):
        self.list_columns[name] = columns


@dataclass
class Asked:
    """As much of a request as a Table reads."""

    GET: QueryDict
    user: Reader
    path: str = "/x/"


def table(query="", rows=(), columns=COLUMNS, reader=None, **more):
    asked = Asked(QueryDict(query), reader or Reader())
    return Table(asked, "people", columns, rows=rows, **more)


def names(found):
    return [column.name for column in found.columns]


def test_a_list_begins_with_its_usual_columns():
    found = table()

    assert names(found) == ["name", "born", "place"]
    assert found.private == []


def test_chosen_columns_are_kept_for_the_person():
    reader = Reader()

    chosen = table("columns=name&columns=title", reader=reader)
    later = table("", reader=reader)
    reset = table("columns=", reader=reader)

    assert names(chosen) == names(later) == ["name", "title"]
    assert later.private == ["职称"]
    assert names(reset) == names(table("", reader=reader)) == ["name", "born", "place"]


def test_what_is_not_offered_is_not_obeyed():
    fewer = [column for column in COLUMNS if not column.is_private]

    found = table("columns=title&columns=born&order=title", columns=fewer)

    assert names(found) == ["name", "born"]
    assert found.order == ""


def test_a_hidden_column_sorts_nothing():
    assert table("order=title").order == ""
    assert table("order=-title&columns=title").order == "-title"


def test_the_account_keeps_the_choice(chair):
    chair.choose_columns("people", ["name"])
    chair.choose_columns("others", ["x"])
    chair.choose_columns("others", [])

    chair.refresh_from_db()

    assert chair.list_columns == {"people": ["name"]}


@pytest.mark.parametrize(
    ("order", "expected"),
    [("born", ["乙", "甲", "丙"]), ("-born", ["甲", "乙", "丙"])],
)
def test_who_has_no_value_stands_last_both_ways(db, order, expected):
    make.member(name="甲", birth_date=datetime.date(1990, 1, 1))
    make.member(name="乙", birth_date=datetime.date(1980, 1, 1))
    make.member(name="丙", birth_date=None)
    in_python = tuple(
        replace(c, order=lambda m: m.birth_date) if c.name == "born" else c
        for c in COLUMNS
    )

    for rows, columns in (
        (Member.objects.all(), COLUMNS),
        (list(Member.objects.all()), in_python),
    ):
        found = table(f"order={order}", rows, columns)
        assert [str(line.head) for line in found.lines] == expected


def test_choices_sort_in_their_own_order(db):
    for status in ("retired", "working", "sick"):
        make.member(name=status, work_status=status)
    state = in_order_of("work_status", Member.WorkStatus)
    columns = (replace(COLUMNS[0], order=(state,)),)

    found = table("order=name", Member.objects.all(), columns)

    assert [line.head for line in found.lines] == ["working", "retired", "sick"]


def test_a_heading_sorts_and_the_next_click_turns_it_round():
    first, second = table("q=x&page=2").heads[0], table("order=name&q=x").heads[0]

    assert (first.sorted, first.query) == ("", "q=x&order=name")
    assert (second.sorted, second.query) == ("ascending", "q=x&order=-name")
    assert table().heads[2].query == ""


def test_the_form_of_columns_carries_the_filters_along():
    found = table("q=x&sex=女&page=2&order=name&columns=born")

    assert found.kept == [("q", "x"), ("sex", "女")]
    assert found.pills == [("排序", "姓名，升序", "q=x&sex=%E5%A5%B3&columns=born")]
    assert found.told["query"] == "q=x&sex=%E5%A5%B3&order=name&columns=born"


def test_fifty_stand_on_a_page_and_all_in_the_sheet(db):
    for n in range(51):
        make.member(name=f"人{n}", department=None)

    found = table("page=2", Member.objects.all(), totals={"born": None}, summed="合计")

    assert len(found.lines) == 1
    sheet = found.sheet("名单")
    assert len(sheet.rows) == found.count == 51
    assert [column.heading for column in sheet.columns] == ["姓名", "生日", "部门"]
    assert sheet.rows[0][2] == ""
    assert sheet.totals == ["合计", None, None]


def test_what_is_chosen_is_shown_on_phones_too(db):
    make.member()
    rows = Member.objects.all()

    usual = table("", rows).lines[0].cells[2].css
    chosen = table("columns=place", rows).lines[0].cells[1].css

    assert ("card-hide" in usual, "card-hide" in chosen) == (True, False)
