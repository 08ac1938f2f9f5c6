"""R12, R14, R15: where the headings stand, and in which sheet."""

import pytest

from members import columns, importing
from tests.members.imports import rosters

pytestmark = pytest.mark.django_db
# domain.md 4.2, word by word.
SYNONYMS = {
    "name": "姓名 教师姓名 会员姓名 职工姓名",
    "sex": "性别",
    "ethnicity": "民族",
    "birth_date": "出生年月 出生日期 生日 出生时间",
    "id_number": "身份证号 身份证号码 证件号码 公民身份号码",
    "staff_no": "工号 教工号 职工编号 人员编号",
    "department": "部门 科室 处室 年级组 教研组 所在单位",
    "group": "所属工会小组 工会小组 分工会",
    "post": "职务 行政职务 岗位 任教学科",
    "post_kind": "岗位类别",
    "title": "职称 专业技术职务 职务(职称)",
    "education": "学历 文化程度 最高学历 学位",
    "politics": "政治面貌 面貌 党派",
    "teaching_since": "参加工作时间 工作时间 工龄 教龄",
    "joined_school_on": "进校时间 入校年份 到校时间",
    "joined_union_on": "入会时间 入会日期 加入工会时间",
    "card_no": "会员证号 会员证编号 会员卡号",
    "membership": "会员状态 是否会员 会籍",
    "employment": "编制情况 是否在编 用工形式 人员类别",
    "phone": "联系电话 手机号码 联系方式",
    "retired_on": "退休时间 离退休时间",
    "remarks": "备注",
}


# Met in the rosters of schools, beyond that list.
MORE = {
    "id_number": "居民身份证号码",
    "department": "工作部门 所属部门 部门名称 单位",
    "group": "工会组",
    "post": "现任职务",
    "employment": "用工性质 人员性质 编制类别 在编情况",
    "work_status": "是否在职 在岗情况",
    "teaching_since": "从教时间 任教时间",
    "joined_school_on": "入职时间 入职日期",
    "card_no": "会员编号 工会会员证号",
    "phone": "本人电话",
}


@pytest.mark.parametrize(
    ("field", "head"),
    [
        (field, head)
        for known in (SYNONYMS, MORE)
        for field, heads in known.items()
        for head in heads.split()
    ],
)
def test_r15_every_usual_heading_is_known(field, head):
    assert columns.field_of(head) == field


@pytest.mark.parametrize(
    "head",
    [
        "身份证 号",
        "身份证\n号码",
        "＊身份证号",
        "身份证号（必填）",
        "身份证号：",
        "*身份证号*",
    ],
)
def test_r15_blanks_breaks_stars_and_brackets_do_not_matter(head):
    assert columns.field_of(head) == "id_number"


@pytest.mark.parametrize("above", [0, 1, 5, 14])
def test_r15_titles_may_stand_above(above):
    lines = [("某校工会会员名册",)] * above

    found = rosters.preview(rosters.roster(("A1", "赵一"), above=lines))

    assert found.head.number == above + 1
    assert [row.number for row in found.rows] == [above + 2]


def test_r15_no_head_is_looked_for_below_row_15():
    with pytest.raises(importing.NoHead):
        rosters.preview(rosters.roster(("A1", "赵一"), above=[("x",)] * 15))


def test_r15_two_columns_of_one_meaning_are_refused():
    with pytest.raises(columns.Wrong, match="有两列都是「手机」"):
        rosters.preview(rosters.roster(heads=("工号", "姓名", "手机", "联系电话")))


def test_r15_of_several_columns_the_weaker_give_way():
    heads = ("工号", "姓名", "教研组", "部门", "参加工作时间", "教龄")

    found = rosters.preview(
        rosters.roster(("A1", "赵一", "x", "y", None, 3), heads=heads)
    )

    assert found.head.mapping["部门"] == "department"
    assert found.ignored == ["教研组", "教龄"]


def test_r15_unknown_columns_are_listed_and_the_counting_column_is_not():
    heads = ("序号", "工号", "姓名", "籍贯", "开户银行")

    found = rosters.preview(rosters.roster((1, "A1", "赵一", "x", "y"), heads=heads))

    assert found.ignored == ["籍贯", "开户银行"]


def test_r14_a_merged_head_of_two_rows_is_joined():
    upper = ("工号", "姓名", "出生", None, "联系方式", None, "子女")
    lower = (None, None, "地点", "年月", "手机", "家庭住址", "姓名")
    book = rosters.book_of(
        lower,
        ("A1", "赵一", "杭州", "1980.5", 13800138000, "x", "小赵"),
        heads=upper,
        above=[("名册",)],
    )
    for area in ("A1:G1", "A2:A3", "B2:B3", "C2:D2", "E2:F2"):
        book.active.merge_cells(area)

    found = rosters.preview(rosters.saved(book))

    assert found.head.number == 3
    assert found.head.mapping == {
        "工号": "staff_no",
        "姓名": "name",
        "出生年月": "birth_date",
        "手机": "phone",
        "家庭住址": "address",
    }
    assert [(r.number, r.told("birth_date")) for r in found.rows] == [(4, "1980-05")]


def test_r14_a_head_under_a_band_of_groups_is_read():
    book = rosters.book_of(
        ("工号", "姓名", "手机"),
        ("A1", "赵一", "13800138000"),
        heads=("基本情况", None, "联系方式"),
        above=[("名册",)],
    )
    book.active.merge_cells("A2:B2")

    found = rosters.preview(rosters.saved(book))

    assert (found.head.number, len(found.rows), found.rows[0].problems) == (3, 1, [])


def test_r14_merged_departments_are_filled_down_and_told():
    book = rosters.book_of(
        ("语文组", "A1", "赵一"),
        (None, "A2", "钱二"),
        (None, "A3", "孙三"),
        heads=("部门", "工号", "姓名"),
    )
    book.active.merge_cells("A2:A3")

    found = rosters.preview(rosters.saved(book))

    assert [r.values.get("department") for r in found.rows] == [
        "语文组",
        "语文组",
        None,
    ]
    assert found.rows[1].remarks == [("部门", "合并的单元格，按「语文组」填写。")]


def test_r12_the_first_sheet_with_headings_is_read_and_others_are_named():
    book = rosters.book_of(("A1", "赵一"), heads=("工号", "姓名"))
    book.active.title = "旧名册"
    book.active.sheet_state = "hidden"
    for name, state in (
        ("说明", "visible"),
        ("小学部", "visible"),
        ("中学部", "visible"),
        ("暗", "veryHidden"),
    ):
        page = book.create_sheet(name)
        page.sheet_state = state
        page.append(("工号", "姓名") if "部" in name else ("无", "关"))
        page.append(("B1", "钱二"))

    found = rosters.preview(rosters.saved(book))
    other = rosters.preview(rosters.saved(book), asked=importing.Asked("中学部"))

    assert (found.sheet, found.others) == ("小学部", ["旧名册", "中学部"])
    assert "文件里还有隐藏的工作表「旧名册」，没有读取。" in found.notes
    assert "文件里还有隐藏的工作表「暗」，没有读取。" in found.notes
    assert other.sheet == "中学部"


def test_r15_first_day_of_teaching_and_of_work_each_have_their_column():
    heads = ("工号", "姓名", "参加工作时间", "从教时间")
    (row,) = rosters.preview(
        rosters.roster(("A1", "赵一", "1999.8", "2001.9"), heads=heads)
    ).rows

    assert row.told("working_since") == "1999-08"
    assert row.told("teaching_since") == "2001-09"


def test_r15_the_school_in_each_row_gives_way_to_the_department():
    heads = ("工号", "姓名", "单位", "所属部门")
    found = rosters.preview(
        rosters.roster(("A1", "赵一", "某校", "语文组"), heads=heads)
    )

    assert found.rows[0].values["department"] == "语文组"
    assert found.ignored == ["单位"]
