"""R17–R20, R23: numbers of people: ID numbers, other documents, phones."""

import pytest

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
