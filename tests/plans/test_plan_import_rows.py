"""Rows of a plan text are split and joined before they are saved."""

import datetime

import pytest

from plans import drafts
from plans.models import Activity, Category, Plan
from tests import make_members
from tests.plans.test_plan_import import PAGE, TEXT, checked, confirmed

TOO_LONG = "最多 200 个字，现在有 201 个字。"
MARCH, AUGUST = datetime.date(2027, 3, 1), datetime.date(2027, 8, 1)


def sent_on(client, desk, **changes):
    """The page after one of its buttons."""
    data = confirmed(desk, rows=desk.shape, seen=desk.which, **changes)
    data.pop("save")
    return client.post(PAGE, data).context["desk"]


def titles(desk):
    return [row["title"].value() for row in desk.rows]


@pytest.fixture
def desk(as_chair):
    text = TEXT.replace("女教职工插花课", "女教职工插花课和茶艺课")
    return checked(as_chair, text).context["desk"]


def test_a_row_with_two_things_becomes_two(as_chair, desk):
    after = sent_on(as_chair, desk, split="0")

    assert titles(after) == [
        "女教职工插花课",
        "茶艺课",
        "退休教职工体检",
        "教职工疗休养",
    ]
    assert [row["first"].value() for row in after.rows] == ["3", "3", "3", "7"]
    assert after.rows[1].draft["line"] == desk.rows[0].draft["line"]
    assert after.rows[1].fields["title"].widget.attrs["autofocus"] is True


def test_a_row_is_split_before_the_plan_has_its_name(as_chair, desk):
    after = sent_on(as_chair, desk, split="0", title="", year="2031")

    assert not after.target.is_bound
    assert after.target["year"].value() == "2031"


def test_a_name_without_a_sign_between_is_there_twice_to_be_written(as_chair, desk):
    after = sent_on(as_chair, desk, split="1")

    assert titles(after)[1:3] == ["退休教职工体检", "退休教职工体检"]


def test_a_row_joins_the_one_above_with_all_months_of_both(as_chair, desk):
    after = sent_on(as_chair, desk, join="2")

    assert titles(after) == ["女教职工插花课和茶艺课", "退休教职工体检、教职工疗休养"]
    assert (after.rows[1]["first"].value(), after.rows[1]["last"].value()) == ("3", "8")


def test_a_split_taken_back_at_once_leaves_the_row_as_it_was(as_chair, desk):
    split = sent_on(as_chair, desk, split="1")

    after = sent_on(as_chair, split, join=split.rows[2].key)

    assert titles(after) == titles(desk)


def test_the_first_row_has_none_above(as_chair, desk):
    assert len(sent_on(as_chair, desk, join="0").rows) == 3


def test_typed_words_and_ticks_stay(as_chair, desk):
    data = confirmed(desk, rows=desk.shape, seen=desk.which, split="2")
    data["row0-title"] = "女教职工花艺课"
    for name in ("save", "row1-take"):
        data.pop(name)

    after = as_chair.post(PAGE, data).context["desk"]

    assert titles(after)[0] == "女教职工花艺课"
    assert after.rows[1]["take"].value() is False


def test_what_was_split_and_joined_is_what_is_saved(as_chair, desk):
    split = sent_on(as_chair, desk, split="0")
    joined = sent_on(as_chair, split, join="2")

    as_chair.post(PAGE, confirmed(joined, rows=joined.shape, seen=joined.which))

    rows = Activity.objects.filter(plan=Plan.objects.get()).order_by("pk")
    assert [(row.title, row.first_month, row.last_month) for row in rows] == [
        ("女教职工插花课", MARCH, MARCH),
        ("茶艺课", MARCH, MARCH),
        ("退休教职工体检、教职工疗休养", MARCH, AUGUST),
    ]


@pytest.mark.parametrize("shape", ["", "0:99", "0:0 0:1", "<x>"])
def test_a_list_of_rows_that_cannot_be_is_read_as_the_whole_text(as_chair, shape):
    desk = checked(as_chair).context["desk"]

    data = confirmed(desk, rows=shape, seen=desk.which)
    data.pop("save")

    assert len(as_chair.post(PAGE, data).context["desk"].rows) == 3


def test_enter_in_a_field_saves_nothing(as_chair, desk):
    page = checked(as_chair).content.decode()

    first_button = page.index(
        '<button class="visually-hidden" type="submit" name="check"'
    )
    assert first_button < page.index('name="split"') < page.index('name="save"')


TABLE = (
    "2027年青松学校工会工作计划\n月份\t内容\t责任人\n3月\t插花课\t{}\n4月\t登高\t{}\n"
)


def led(client, first, second, **changes):
    """(lead, notes) of the rows of a table with a column of who answers."""
    desk = checked(client, TABLE.format(first, second)).context["desk"]
    client.post(PAGE, confirmed(desk, **changes))
    return [(row.lead, row.notes) for row in Activity.objects.order_by("pk")]


def test_who_answers_is_kept_as_lead_where_one_bears_the_name(as_chair):
    known = make_members.member(name="周一人")

    assert led(as_chair, "周一人", "女工委员") == [
        (known, ""),
        (None, "负责人：女工委员"),
    ]


def test_who_answers_may_be_changed_on_the_page(as_chair):
    known = make_members.member(name="周一人")

    sent = {"row0-responsible": "", "row1-responsible": "周一人"}

    assert led(as_chair, "沈某", "女工委员", **sent) == [(None, ""), (known, "")]


def test_rows_that_are_split_and_joined_keep_who_answers(as_chair):
    desk = checked(as_chair, TABLE.format("沈某", "周某")).context["desk"]

    split = sent_on(as_chair, desk, split="0")
    joined = sent_on(as_chair, desk, join="1")

    assert [r["responsible"].value() for r in split.rows] == ["沈某", "沈某", "周某"]
    assert [r["responsible"].value() for r in joined.rows] == ["沈某、周某"]


@pytest.mark.parametrize(
    ("title", "name"),
    [("慶祝教師節", "节庆"), ("婦科普查", "健康"), ("師德論壇", "师德教育")],
)
def test_traditional_characters_find_their_category(db, title, name):
    assert drafts.guess_category(title, Category.objects.all()).name == name


DATED = """2027年工会计划
1月：团拜
3月8日：插花
9月10日-12日：慰问教师
每月：集体生日
"""


def test_the_days_stand_in_the_rows_and_become_the_plan(as_chair):
    desk = checked(as_chair, DATED).context["desk"]

    as_chair.post(PAGE, confirmed(desk))

    assert [row["days"].value() for row in desk.rows] == ["", "8", "10-12", ""]
    found = Activity.objects.order_by("pk").values_list("starts_on", "ends_on")
    day = datetime.date
    assert list(found) == [
        (None, None),
        (day(2027, 3, 8), None),
        (day(2027, 9, 10), day(2027, 9, 12)),
        (None, None),
    ]


@pytest.mark.parametrize(
    ("changes", "errors"),
    [
        (
            {"row1-days": "八号"},
            {"days": ["日期写成 8 或 8-12 的样子，不知道就空着。"]},
        ),
        ({"row1-days": "32"}, {"days": ["3月没有 32 日。"]}),
        ({"row1-first": ""}, {"days": ["写了日期，请选月份。"]}),
        ({"row1-title": "长" * 201}, {"title": [TOO_LONG]}),
    ],
)
def test_what_is_wrong_in_a_row_is_said_once_and_at_the_top(as_chair, changes, errors):
    desk = checked(as_chair, DATED).context["desk"]

    answer = as_chair.post(PAGE, confirmed(desk, **changes))

    assert answer.context["desk"].rows[1].errors == errors
    page = answer.content.decode()
    assert "还不能保存，请先改下面几处" in page
    assert 'href="#row-1">第 3 行的活动' in page
    assert Plan.objects.count() == 0


def test_the_whole_year_is_that_of_the_plan(as_chair):
    text = "2026—2027学年工会计划\n9月：慰问教师\n2027年3月：插花\n每月：集体生日\n"

    desk = checked(as_chair, text).context["desk"]
    as_chair.post(PAGE, confirmed(desk))

    row = desk.rows[2]
    assert (row["first"].value(), row["last"].value()) == ("9", "20")
    assert Activity.objects.get(title="集体生日").span == "2026年9月–2027年8月"


def test_a_day_that_the_year_has_not_goes_into_the_notes(as_chair):
    desk = checked(as_chair, DATED).context["desk"]

    sent = {"row1-first": "2", "row1-days": "29"}
    as_chair.post(PAGE, confirmed(desk, **sent))

    found = Activity.objects.get(title="插花")
    assert (found.starts_on, found.notes) == (None, "原文的日期：02-29")


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("2027年工会计划\n三月：插花\n十二月：总结", 1),
        ("2026学年工会计划\n九月：慰问\n十二月：总结", 9),
        ("2026—2027学年工会计划\n十月：秋游\n次年三月：插花", 9),
        ("2026学年工会计划\n八月：疗休养\n十月：秋游", 8),
        ("2027年下半年工会计划\n八月：疗休养\n十二月：总结", 8),
        ("工会计划\n九月：慰问\n十二月：总结\n次年一月：团拜", 9),
    ],
)
def test_the_first_month_follows_from_the_text(as_chair, text, start):
    assert (
        checked(as_chair, text).context["desk"].target.initial["start_month"] == start
    )
