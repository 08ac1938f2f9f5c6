"""A member says what should stand in the own record."""

import pytest

from members.models import AuditEntry, Correction, Member
from tests import make_members as make

ADDRESS = "/members/correct/"
NUMBER = "990101198505200022"


@pytest.fixture
def me(member_user):
    """The member behind `as_member`, with a record."""
    values = {"title": "二级教师", "id_number": NUMBER, "phone": "19900001234"}
    Member.objects.filter(pk=member_user.member_id).update(**values)
    return Member.objects.get(pk=member_user.member_id)


def typed(client, **changed):
    """The form as it came, with something changed."""
    form = client.get(ADDRESS).context["form"]
    came = {name: form[name].value() or "" for name in form.fields}
    return client.post(ADDRESS, {**came, **changed})


def proposed(member):
    rows = Correction.objects.filter(member=member).order_by("field")
    return [(row.field, row.old, row.new) for row in rows]


def test_each_changed_field_is_proposed_old_to_new(as_member, me):
    answer = typed(
        as_member, title="一级教师", birth_date="1985.6.1", sex="男", remark="证书已换"
    )

    assert answer.url == "/me/"
    assert proposed(me) == [
        ("birth_date", "1985-05-20", "1985-06-01"),
        ("sex", "女", "男"),
        ("title", "二级教师", "一级教师"),
    ]
    assert Correction.objects.first().remark == "证书已换"
    me.refresh_from_db()
    assert me.title == "二级教师"


def test_numbers_are_shown_masked_and_stay_what_they_are(as_member, me):
    page = as_member.get(ADDRESS).content.decode()

    typed(as_member, title="一级教师")

    assert NUMBER not in page
    assert "19900001234" not in page
    assert [field for field, _, _ in proposed(me)] == ["title"]


def test_a_new_number_lies_sealed_and_never_in_the_trail(as_member, me):
    new = "11010519491231002X"

    typed(as_member, id_number=new.lower(), phone="19900005678")

    columns = ("new", "old")
    stored = str(list(Correction.objects.values_list(*columns)))
    told = AuditEntry.objects.get(action="correction.proposed").details
    assert Correction.objects.get(field="id_number").new == new
    assert new not in stored
    assert told == {"fields": ["id_number", "phone"]}


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({}, "__all__", "还没有改动任何一项。把有误的改成对的，再提出。"),
        ({"name": ""}, "name", "请填写这一项。"),
        (
            {"birth_date": "1985-2-30"},
            "birth_date",
            "没有 1985-2-30 这一天，请改正日期。",
        ),
        ({"id_number": "12"}, "id_number", "身份证号应是 18 位，最后一位可以是 X。"),
        (
            {"phone": "199*1234"},
            "phone",
            "号码里有星号。要改就写完整号码，不改就保持原样。",
        ),
    ],
)
def test_what_cannot_be_is_told_at_its_field(as_member, me, changed, field, said):
    answer = typed(as_member, **changed)

    assert answer.context["form"].errors == {field: [said]}
    assert proposed(me) == []


def test_whose_number_it_is_is_told_to_nobody(as_member, me):
    other = make.member(id_number="11010519491231002X")

    typed(as_member, id_number=other.id_number)

    assert len(proposed(me)) == 1


def test_a_field_can_be_emptied(as_member, me):
    typed(as_member, title="")

    assert proposed(me) == [("title", "二级教师", "")]


def test_what_waits_is_not_asked_again(as_member, me):
    typed(as_member, title="一级教师")

    page = as_member.get(ADDRESS)

    assert "title" not in page.context["form"].fields
    assert "正在等核对：职称" in page.content.decode()


def test_sent_twice_it_is_one(as_member, me):
    form = as_member.get(ADDRESS).context["form"]
    came = {name: form[name].value() or "" for name in form.fields}

    first = as_member.post(ADDRESS, {**came, "title": "一级教师"})
    again = as_member.post(ADDRESS, {**came, "title": "一级教师"})

    assert first.status_code == 302
    assert "还没有改动任何一项。" in again.content.decode()
    assert len(proposed(me)) == 1


def test_my_page_leads_there_and_tells_the_answer(as_member, me):
    typed(as_member, title="一级教师")
    waiting = as_member.get("/me/").content.decode()
    Correction.objects.get().advance(
        "refused",
        reason="证书还没有看到",
        decided_by=make.user("committee"),
        decided_at=me.user.date_joined,
    )
    answered = as_member.get("/me/").content.decode()

    assert f'href="{ADDRESS}">资料有误？提出更正' in waiting
    assert "职称：二级教师 → 一级教师" in waiting
    assert "撤回" in waiting
    assert "没有采纳" in answered
    assert "证书还没有看到" in answered


def test_of_children_the_years_are_proposed_and_nothing_else(as_member, me):
    typed(as_member, children="小明 2012 年 5 月，小红 2016")

    assert [row[0::2] for row in proposed(me)] == [("children", "2012、2016")]


def test_children_without_a_year_are_asked_about(as_member, me):
    answer = typed(as_member, children="小明")

    told = {"children": ["请写出生年份，例如 2012、2016。"]}
    assert answer.context["form"].errors == told
    assert proposed(me) == []


def test_children_that_are_registered_stay_what_they_are(as_member, me):
    me.children = "2012"
    me.save()

    typed(as_member, title="一级教师")

    assert [row[0] for row in proposed(me)] == ["title"]


@pytest.mark.parametrize(
    ("changed", "field", "words"),
    [
        ({"birth_date": "2999-1-1"}, "birth_date", "出生日期还没有到，请核对。"),
        ({"emergency_phone": "123"}, "emergency_phone", "电话请只写数字"),
        ({"id_number": "990101********1234"}, "id_number", "要改就写完整号码"),
        ({"working_since": "1980-1-1"}, "__all__", "要晚于出生日期"),
    ],
)
def test_what_cannot_be_is_told_at_once(as_member, me, changed, field, words):
    answer = typed(as_member, **changed)

    assert words in answer.context["form"].errors[field][0]
    assert proposed(me) == []
