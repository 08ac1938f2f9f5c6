"""R17–R20, R23, R25, R29–R32, R38: what single cells may hold."""

import pytest

from members.models import Member
from tests import make_members as make
from tests.members.imports import rosters

pytestmark = pytest.mark.django_db
KINDS = ("工号", "姓名", "身份证号", "证件类型")


@pytest.mark.parametrize(
    "written", [990101198505200022, 1.10101e17, "9.90101E+17", "1.1E17"]
)
def test_r17_an_id_number_that_became_a_number_is_refused(written):
    (problem,) = rosters.cell("身份证号", written).problems

    assert problem == (
        "身份证号",
        "身份证号被 Excel 转成了数字，末位已丢失，请设为文本格式后重填。",
    )


@pytest.mark.parametrize(
    "written",
    [
        "990101 19850520 0022",
        "９９０１０１１９８５０５２０００２２",
        "'990101198505200022",
        "\u200b990101198505200022\ufeff",
        "990101198505200022\n",
    ],
)
def test_r18_an_id_number_is_cleaned(written):
    assert rosters.cell("身份证号", written).values["id_number"] == rosters.WOMAN


def test_r18_a_small_x_is_made_capital():
    row = rosters.cell("身份证号", "99010119800102001x")

    assert row.values["id_number"] == "99010119800102001X"


@pytest.mark.parametrize(
    ("number", "kind", "said"),
    [
        ("990101198505200021", None, "对不上"),
        ("990101198513200022", None, "出生日期不存在"),
        ("99010119850520002", None, "应是 18 位"),
        ("990101850520002", None, "15 位的旧号码"),
        ("E12345678", None, "应是 18 位，最后一位可以是 X；不是身份证的"),
        ("990101198505200021", "港澳台居民居住证", "对不上"),
        ("?!", "护照", "不像护照的号码"),
    ],
)
def test_r19_a_wrong_number_is_told(number, kind, said):
    data = rosters.roster(("A1", "赵一", number, kind), heads=KINDS)

    ((column, sentence),) = rosters.preview(data).rows[0].problems

    assert column == "身份证号"
    assert said in sentence


@pytest.mark.parametrize(
    ("number", "kind", "kept"),
    [
        ("990101850520002", "旧证", "990101198505200022"),
        ("E12345678", "护照", "E12345678"),
        ("南字第12345678号", "军官证", "南字第12345678号"),
        ("810000198505200022", "港澳台居民居住证", "810000198505200022"),
        ("990101198505200022", "居民身份证", "990101198505200022"),
    ],
)
def test_r19_other_documents_are_kept_with_their_kind(number, kind, kept):
    data = rosters.roster(("A1", "赵一", number, kind), heads=KINDS)

    (row,) = rosters.preview(data).rows

    assert (row.values.get("id_number"), row.problems) == (kept, [])


def test_r20_what_contradicts_the_id_number_is_to_be_ticked():
    data = rosters.roster(("A1", "赵一", "男", "1985-05-21", rosters.WOMAN))

    (row,) = rosters.preview(data).rows

    assert row.doubts == [
        ("出生日期", "1985-05-21 与身份证号里的 1985-05-20 不一致。"),
        ("性别", "「男」与身份证号里的「女」不一致。"),
    ]
    assert (row.kind, row.told("birth_date"), row.values["sex"]) == (
        "new",
        "1985-05-21",
        "男",
    )


def test_sex_and_birthday_follow_from_the_id_number():
    row = rosters.cell("身份证号", rosters.WOMAN)

    assert (row.told("sex"), row.told_day("birth_date")) == ("女", "1985-05-20")


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        (13800138000, "13800138000"),
        (13800138000.0, "13800138000"),
        ("13800138000.0", "13800138000"),
        ("+86 138-0013-8000", "13800138000"),
        ("0086 13800138000", "13800138000"),
        ("０５７１－８８８８６６６６", "057188886666"),
        ("(0571) 8888666", "05718888666"),
        ("88886666", "88886666"),
        ("13800138000/0571-88886666", "13800138000"),
        ("88886666、13800138000", "13800138000"),
        ("400-888-6666", "4008886666"),
    ],
)
def test_r23_a_phone_is_cleaned(written, kept):
    assert rosters.cell("联系电话", written).values["phone"] == kept


def test_r23_of_two_phones_it_is_said_which_is_kept():
    row = rosters.cell("联系电话", "13800138000 13900139000")

    assert row.remarks == [("手机", "写了几个号码，只导入 13800138000。")]


@pytest.mark.parametrize(
    "written",
    ["1.38E+10", "1380013800", "138001380001", "12345", "没有", "23800138000", True],
)
def test_r23_what_is_no_phone_is_refused(written):
    ((column, _),) = rosters.cell("联系电话", written).problems

    assert column == "手机"


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
