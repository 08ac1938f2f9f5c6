"""R25, R29, R30, R32, R38: names, places, choices, text that is only text."""

import pytest

from members.models import Member
from tests import make_members as make
from tests.members.imports import rosters

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("阿不都热依木•买买提", "阿不都热依木·买买提"),
        ("阿不都热依木・买买提", "阿不都热依木·买买提"),
        ("阿不都热依木.买买提", "阿不都热依木·买买提"),
        ("阿不都热依木 · 买买提", "阿不都热依木·买买提"),
        ("张 三", "张三"),
        ("张　三", "张三"),
        ("张\n三", "张三"),
        ("欧 阳 修", "欧阳修"),
        ("王䶮", "王䶮"),
        ("𠮷田", "𠮷田"),
        ("赵一\u00a0\u3000", "赵一"),
        ("John  A. Smith", "John A. Smith"),
        ("一", "一"),
        ("赵\u200b一", "赵一"),
        ("名" * 60, "名" * 60),
        ("赵😀", "赵😀"),
    ],
)
def test_r25_a_name_is_kept(written, kept):
    data = rosters.roster(("A1", written), heads=("工号", "姓名"))

    (row,) = rosters.preview(data).rows

    assert (row.values.get("name"), row.problems) == (kept, [])


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("赵\u202e一", "控制字符"),
        ("赵\u2066一", "控制字符"),
        ("名" * 61, "最多 60 个字"),
        (True, "TRUE"),
    ],
)
def test_r25_a_name_with_hidden_signs_is_refused(written, said):
    data = rosters.roster(("A1", written), heads=("工号", "姓名"))

    ((_, sentence),) = rosters.preview(data).rows[0].problems

    assert said in sentence


def test_r29_a_place_is_found_in_spite_of_blanks_and_an_unknown_one_is_suggested():
    make.department("语文教研组")
    make.department("数学组", is_active=False)
    heads = ("工号", "姓名", "部门")
    rows = [
        ("A1", "赵一", "语文 教研组"),
        ("A2", "钱二", "语文组"),
        ("A3", "孙三", "数学组"),
    ]

    found = rosters.preview(rosters.roster(*rows, heads=heads), make_places=False)

    assert found.rows[0].values["department"] == "语文教研组"
    assert found.rows[1].problems == [
        ("部门", "没有「语文组」。是不是「语文教研组」？")
    ]
    assert found.rows[2].problems == [
        ("部门", "「数学组」已停用。请改成在用的，或到后台启用。")
    ]


def test_r29_the_first_roster_brings_its_own_places():
    data = rosters.roster(("A1", "赵一", "语文组"), heads=("工号", "姓名", "部门"))

    found = rosters.preview(data, make_places=False)

    assert found.rows[0].problems == []
    assert found.notes == ["导入时新建部门：语文组。"]


@pytest.mark.parametrize(
    ("head", "written", "field", "kept"),
    [
        ("性别", "m", "sex", "男"),
        ("性别", "女性", "sex", "女"),
        ("民族", "汉", "ethnicity", "汉族"),
        ("民族", "维吾尔", "ethnicity", "维吾尔族"),
        ("是否在编", "是", "employment", "permanent"),
        ("编制情况", "编制内", "employment", "permanent"),
        ("用工形式", "人事代理", "employment", "agency"),
        ("状态", "已退休", "work_status", "retired"),
        ("岗位类别", "专任教师", "post_kind", "teacher"),
        ("党派", "党员", "politics", "中共党员"),
    ],
)
def test_r30_choices_are_known_by_other_words(head, written, field, kept):
    assert rosters.cell(head, written).values[field] == kept


def test_r30_other_words_are_refused():
    ((column, sentence),) = rosters.cell("性别", "公").problems

    assert (column, sentence[:10]) == ("性别", "「公」不在可选的范围")


def test_r30_not_permanent_says_nothing_of_what_else():
    row = rosters.cell("是否在编", "否")

    assert "employment" not in row.values
    assert row.remarks == [("用工形式", "「否」没有说明是哪种用工形式，没有导入。")]


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("正式", "permanent"),
        ("事业编", "permanent"),
        ("聘用", "contract"),
        ("劳务派遣", "dispatch"),
    ],
)
def test_r30_kinds_of_employment_have_many_names(written, kept):
    assert rosters.cell("用工性质", written).values["employment"] == kept


@pytest.mark.parametrize("written", ["编外", "临聘", "非编", "校聘"])
def test_r30_an_unknown_employment_keeps_nobody_out(written):
    row = rosters.cell("编制类别", written)

    assert (row.kind, row.problems) == ("new", [])
    told = f"「{written}」没有说明是哪种用工形式，没有导入。"
    assert row.remarks[0] == ("用工形式", told)


def test_r30_who_is_not_at_work_may_be_much():
    row = rosters.cell("是否在职", "否")

    assert "work_status" not in row.values
    assert "没有说明是退休、借调还是调出" in row.remarks[0][1]


def test_r25_a_mark_beside_a_name_is_no_mask():
    row = rosters.cell("备注", "x")
    data = rosters.roster(("A1", "张三*"), ("A2", "★李四"), heads=("工号", "姓名"))

    first, second = rosters.preview(data).rows

    assert row.name == "赵一"
    assert [first.name, second.name] == ["张三", "李四"]
    assert first.remarks[0] == ("姓名", "「张三*」里的记号没有导入。")


@pytest.mark.parametrize("written", ["张*", "张**", "*三", "张*三", "王＊"])
def test_r25_a_masked_name_is_no_name(written):
    (row,) = rosters.preview(
        rosters.roster(("A1", written), heads=("工号", "姓名"))
    ).rows

    told = f"「{written}」隐去了一部分，请写完整的姓名。"
    assert row.problems == [("姓名", told)]


def test_who_says_nothing_of_the_people_has_none(as_chair):
    page = rosters.stage(
        as_chair, rosters.roster(("A1", "赵一"), heads=("工号", "姓名"))
    )

    rosters.apply(as_chair, page)

    assert Member.objects.get(staff_no="A1").ethnicity == ""


def test_who_is_no_member_gets_no_day_of_joining():
    heads = ("工号", "姓名", "会籍", "入会时间", "离会时间")
    rows = [
        ("A1", "赵一", "否", "2010.9", None),
        ("A2", "钱二", "正式", "2010.9", None),
        ("A3", "孙三", None, "2010.9", "2020.9"),
    ]

    first, second, third = rosters.preview(rosters.roster(*rows, heads=heads)).rows

    for row in (first, third):
        assert "joined_union_on" not in row.values
        assert "入会日期没有导入" in row.remarks[0][1]
    assert second.told("joined_union_on") == "2010-09"


@pytest.mark.parametrize(
    "text",
    [
        "=cmd|'/c calc'!A1",
        "<script>alert(1)</script>",
        "{{7*7}}",
        "' OR 1=1",
        "../../etc",
    ],
)
def test_r32_dangerous_text_is_text(as_chair, text):
    data = f'工号,姓名,备注\nA1,赵一,"{text}"\nA2,"{text}",\n'.encode()

    page = rosters.stage(as_chair, data, name="a.csv")
    rosters.apply(as_chair, page)

    assert Member.objects.get(staff_no="A1").remarks == text
    assert "<script>alert" not in page.content.decode()


def test_r38_an_exported_roster_comes_back_unchanged(as_chair):
    place = {"department": make.department("语文组"), "group": make.group("一组")}
    make.member(staff_no="A1", phone="13800138000", id_number=rosters.WOMAN, **place)
    data = as_chair.get("/members/export/").content

    found = rosters.preview(data, make_places=False)

    assert found.counts == {"new": 0, "changed": 0, "unchanged": 2, "error": 0}
    assert Member.objects.count() == 2


def test_a_place_that_shares_only_the_word_group_is_not_offered():
    make.group(name="综合小组")
    data = rosters.roster(("A1", "赵一", "数学小组"), heads=("工号", "姓名", "小组"))

    found = rosters.preview(data, make_places=False)

    assert "是不是" not in str(found.rows[0].problems)
