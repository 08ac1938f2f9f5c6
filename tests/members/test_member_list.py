"""The roster as a list: who sees whom, how it narrows, what it costs."""

import datetime
import io

import openpyxl
import pytest

from tests import make_members as make


def names(answer):
    return [member.name for member in answer.context["page"]]


def test_the_office_sees_everybody(as_committee, committee):
    make.member(name="赵一")

    answer = as_committee.get("/members/")

    assert sorted(names(answer)) == sorted(["赵一", "顾委员"])


def test_a_group_leader_sees_the_own_group(as_group_leader, group_leader):
    own = make.group(leader=group_leader.member)
    make.member(name="组员", group=own)
    make.member(name="外人")

    answer = as_group_leader.get("/members/")

    assert sorted(names(answer)) == sorted(["组员", "钱组长"])


@pytest.mark.parametrize(
    "typed", ["曾小敏", "zxm", "cengxiaomin", "zengxiaomin", "A77"]
)
def test_people_are_found_as_they_are_thought_of(as_chair, typed):
    make.member(name="曾小敏", staff_no="A77")
    make.member(name="别人")

    answer = as_chair.get("/members/", {"q": typed})

    assert names(answer) == ["曾小敏"]


def test_filters_narrow_and_show_as_pills(as_chair):
    group = make.group("一年级组")
    make.member(name="赵一", group=group, sex="男")
    make.member(name="钱二", group=group, sex="女")

    answer = as_chair.get("/members/", {"group": group.pk, "sex": "男"})

    assert names(answer) == ["赵一"]
    assert [(label, words) for label, words, _ in answer.context["table"].pills] == [
        ("工会小组", "一年级组"),
        ("性别", "男"),
    ]


def test_hidden_filters_and_the_order_show_as_pills_too(as_chair):
    asked = {"roll": "in", "day": "2025-06-29", "order": "-staff_no"}

    pills = as_chair.get("/members/", asked).context["table"].pills

    assert [(label, words) for label, words, _ in pills] == [
        ("会籍", "在册会员"),
        ("截至", "2025年6月29日"),
        ("排序", "工号，降序"),
    ]


def test_the_roll_of_a_day_leaves_out_who_left_before(as_chair):
    make.member(name="在", joined_union_on=datetime.date(2020, 1, 1))
    make.member(
        name="走",
        joined_union_on=datetime.date(2020, 1, 1),
        left_union_on=datetime.date(2025, 6, 30),
    )

    before = as_chair.get("/members/", {"roll": "in", "day": "2025-06-29"})
    after = as_chair.get("/members/", {"roll": "in", "day": "2025-06-30"})

    assert {"在", "走"} <= set(names(before))
    assert "走" not in names(after)


@pytest.mark.parametrize("year", ["99999", "0", "-1", "2010.5", "NaN", "x"])
def test_a_year_that_is_none_narrows_nothing(as_chair, year):
    make.member(name="赵一")

    answer = as_chair.get("/members/", {"joined": year})

    assert sorted(names(answer)) == sorted(["赵一", "沈主席"])


def test_who_joined_in_a_year_is_counted(as_chair):
    make.member(name="新人", joined_union_on=datetime.date(2026, 3, 1))

    assert names(as_chair.get("/members/", {"joined": "2026"})) == ["新人"]


@pytest.mark.parametrize("count", [1, 60])
def test_the_list_costs_the_same_for_one_and_for_many(
    as_chair, django_assert_num_queries, count
):
    group, department = make.group(), make.department()
    for _ in range(count):
        make.member(group=group, department=department)
    as_chair.get("/members/")

    with django_assert_num_queries(9 + (count >= 50)):  # a long one by its keys
        answer = as_chair.get("/members/")

    assert len(names(answer)) == min(count + 1, 50)


@pytest.mark.parametrize(
    ("role", "offered"),
    [("committee", True), ("sysadmin", False), ("group_leader", False)],
)
def test_the_order_of_birth_is_offered_to_the_office_only(db, sign_in, role, offered):
    user = make.user(role, member_values={"staff_no": "A1"})
    group = make.group(leader=user.member)
    for staff_no, year in (("A2", 1990), ("A3", 1960)):
        born = datetime.date(year, 1, 1)
        make.member(staff_no=staff_no, birth_date=born, group=group)

    asked = {"order": "birth", "columns": ["name", "birth"]}
    answer = sign_in(user).get("/members/", asked)

    found = [m.staff_no for m in answer.context["page"]]
    assert found == (["A3", "A1", "A2"] if offered else ["A1", "A2", "A3"])
    assert ("生日，升序" in answer.content.decode()) == offered


def test_suggestions_name_people_and_their_group(as_member):
    make.member(name="曾小敏", staff_no="A77", group=make.group("一年级组"))

    answer = as_member.get("/members/suggest/", {"member": "zxm"})

    assert answer.content.decode().strip() == (
        '<option value="曾小敏（A77）" label="zxm · 曾小敏 一年级组"></option>'
    )


@pytest.mark.parametrize("typed", ["zx\0m", "\0"])
def test_suggestions_survive_a_null_byte(as_member, typed):
    make.member(name="曾小敏", staff_no="A77")

    answer = as_member.get("/members/suggest/", {"member": typed})

    assert ("曾小敏" in answer.content.decode()) == (typed == "zx\0m")


def test_who_works_here_stands_before_the_retired_and_the_gone(as_chair, chair):
    make.member(name="去世", staff_no="A1", work_status="dead")
    make.member(name="退休", staff_no="A2", work_status="retired")
    make.member(name="病休", staff_no="A4", work_status="sick")
    make.member(name="在职", staff_no="A3")

    page = as_chair.get("/members/")
    sheet = as_chair.get("/members/export/").content

    assert names(page) == ["在职", "病休", "沈主席", "退休", "去世"]
    rows = openpyxl.load_workbook(io.BytesIO(sheet)).active
    told = [row[0] for row in rows.iter_rows(min_row=3, values_only=True)]
    assert told == names(page)
    assert names(as_chair.get("/members/?order=staff_no"))[0] == "去世"
