"""A .docx as Word shows it: insertions, controls, automatic numbers, tables."""

from plans.plantext.reading import read, source_of
from plans.plantext.sandboxed import parse_bytes
from tests.plans import wordfiles as word


def test_paragraphs_are_lines():
    data = word.docx(word.p("某校工会工作计划") + word.p("") + word.p("三月：插花课"))

    assert read(data) == ["某校工会工作计划", "", "三月：插花课"]


def test_tracked_insertions_count_and_deletions_do_not():
    inserted = f"<w:ins>{word.r('三月：')}</w:ins>"
    deleted = "<w:del><w:r><w:delText>四月：</w:delText></w:r></w:del>"
    source = source_of(word.docx(f"<w:p>{inserted}{deleted}{word.r('插花课')}</w:p>"))

    assert source.lines == ["三月：插花课"]
    assert source.notes == ("文件带修订记录：已删去的文字没有收入，插入的文字已收入",)


def test_content_controls_count_around_paragraphs_and_within_them():
    outer = f"<w:sdt><w:sdtContent>{word.p('三月：')}</w:sdtContent></w:sdt>"
    inner = f"<w:p><w:sdt><w:sdtContent>{word.r('插花课')}</w:sdtContent></w:sdt></w:p>"

    assert read(word.docx(outer + inner)) == ["三月：", "插花课"]


def test_automatic_numbers_are_text():
    numbering = word.lists(
        word.level(0, "chineseCounting", "%1、"),
        word.level(1, "chineseCounting", "（%2）"),
        word.level(2, "decimal", "%3."),
    )
    body = (
        word.numbered("指导思想", 1)
        + word.numbered("主要工作", 1)
        + word.numbered("学习", 1, 1)
        + word.numbered("读书", 1, 2)
        + word.numbered("讲座", 1, 2)
        + word.numbered("维权", 1, 1)
        + word.numbered("慰问", 1, 2)
    )

    assert read(word.docx(body, numbering=numbering)) == [
        "一、指导思想",
        "二、主要工作",
        "（一）学习",
        "1. 读书",
        "2. 讲座",
        "（二）维权",
        "1. 慰问",
    ]


def test_other_kinds_of_automatic_numbers():
    numbering = word.lists(
        word.level(0, "decimalEnclosedCircleChinese", "%1"),
        word.level(1, "lowerLetter", "%2)"),
        word.level(2, "upperRoman", "%3."),
        word.level(3, "bullet", "\uf0b7"),
        word.level(4, "chineseCountingThousand", "第%5条", start=11),
    )
    body = "".join(word.numbered("甲", 1, level) for level in range(5))

    assert read(word.docx(body, numbering=numbering)) == [
        "① 甲", "a) 甲", "I. 甲", "• 甲", "第十一条 甲",
    ]  # fmt: skip


def test_a_style_may_carry_the_number():
    styles = (
        '<w:style w:styleId="List"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
        '</w:style><w:style w:styleId="Heir"><w:basedOn w:val="List"/></w:style>'
    )
    body = word.p("插花课", '<w:pStyle w:val="Heir"/>') + word.p(
        "登山", '<w:pStyle w:val="List"/>'
    )
    numbering = word.lists(word.level(0, "decimal", "%1、"))

    assert read(word.docx(body, numbering=numbering, styles=styles)) == [
        "1、插花课",
        "2、登山",
    ]


def test_table_rows_are_lines_of_cells():
    data = word.docx(word.table(["月份", "内容"], ["三月", "插花课"]))

    assert read(data) == ["月份\t内容", "三月\t插花课"]


def test_a_month_merged_over_rows_holds_for_all_of_them():
    rows = [
        ["月份", "内容", "责任人"],
        [word.merged("三月", True), "插花课", "甲"],
        [word.merged("", False), "登山", "乙"],
        ["四月", "踏青", "丙"],
    ]
    (plan,) = parse_bytes(word.docx(word.p("某校工会计划") + word.table(*rows)))[
        "plans"
    ]

    assert [(one["months"], one["title"]) for one in plan["activities"]] == [
        ([3], "插花课"),
        ([3], "登山"),
        ([4], "踏青"),
    ]


def test_paragraphs_within_a_cell_stay_apart():
    cell = f"<w:tc>{word.p('插花课')}{word.p('登山')}</w:tc>"
    data = word.docx(word.p("工会计划") + word.table(["三月", cell], ["四月", "踏青"]))

    activities = parse_bytes(data)["plans"][0]["activities"]
    assert [one["title"] for one in activities] == ["插花课", "登山", "踏青"]


def test_a_soft_break_begins_a_line_and_a_page_break_does_not():
    soft = f"<w:p>{word.r('三月：')}<w:r><w:br/></w:r>{word.r('插花课')}</w:p>"
    page = (
        f'<w:p>{word.r("四月：")}<w:r><w:br w:type="page"/></w:r>{word.r("踏青")}</w:p>'
    )

    assert read(word.docx(soft + page)) == ["三月：", "插花课", "四月：踏青"]


def test_what_is_left_out_is_noted():
    hidden = f"<w:p>{word.r('看得见')}{word.r('看不见', '<w:vanish/>')}</w:p>"
    box = f"<w:p><w:r><w:pict><w:txbxContent>{word.p('框里')}</w:txbxContent></w:pict></w:r></w:p>"
    source = source_of(word.docx(hidden + box, comments="<w:comment/>"))

    assert source.lines == ["看得见"]
    assert source.notes == (
        "文件里有文本框，其中的文字没有收入，请核对",
        "文件里有隐藏文字，没有收入",
        "文件里有批注，没有收入",
    )


def test_a_person_merged_over_rows_answers_for_all_of_them():
    rows = [
        ["工作任务", "完成时限", "责任人"],
        ["办书屋", "6月", word.merged("甲", True)],
        ["理档案", "4月", word.merged("", False)],
        ["家访", "每月", ""],
    ]
    (plan,) = parse_bytes(word.docx(word.table(*rows)))["plans"]

    assert [one["responsible"] for one in plan["measures"]] == ["甲", "甲", ""]


def test_a_deleted_item_has_no_number():
    numbering = word.lists(word.level(0, "decimal", "%1、"))
    gone = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
        "<w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>登山</w:delText></w:r></w:del></w:p>"
    )
    body = word.numbered("插花课", 1) + gone + word.numbered("体检", 1)

    assert read(word.docx(body, numbering=numbering)) == ["1、插花课", "2、体检"]


STYLES = (
    '<w:style w:styleId="1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="2"><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    '<w:style w:styleId="a"><w:name w:val="章"/><w:basedOn w:val="1"/></w:style>'
)


def _read(*paragraphs):
    styled = [word.p(text, f'<w:pStyle w:val="{key}"/>') for text, key in paragraphs]
    data = word.docx(word.p("某校工会工作计划") + "".join(styled), styles=STYLES)
    (plan,) = parse_bytes(data)["plans"]
    headings = [section["heading"] for section in plan["sections"]]
    return headings, [(one["months"], one["title"]) for one in plan["activities"]]


def test_headings_of_word_are_headings_without_numbers_or_known_words():
    headings, activities = _read(
        ("我们在哪里", "a"), ("很好。", ""), ("三月", "2"), ("插花课", ""), ("四月", "2"),
        ("踏青", ""), ("几句心里话", "1"), ("谢谢大家。", ""),
    )  # fmt: skip

    assert headings == ["我们在哪里", "几句心里话"]
    assert activities == [([3], "插花课"), ([4], "踏青")]


def test_an_outline_level_makes_a_heading_and_text_has_none():
    outlined = word.p("几句心里话", '<w:outlineLvl w:val="0"/>')
    text = word.p("谢谢大家", '<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>')
    months = word.p("三月：插花课") + word.p("四月：踏青")
    (plan,) = parse_bytes(word.docx(months + outlined + text, styles=STYLES))["plans"]

    assert plan["sections"] == [{"heading": "几句心里话", "text": "谢谢大家"}]
    assert len(plan["activities"]) == 2


def test_headings_beneath_a_month_group_its_items():
    _, activities = _read(
        ("四季", "1"), ("三月", "1"), ("文体", "2"), ("插花课", ""), ("登山", ""),
        ("福利", "2"), ("体检", ""), ("四月", "1"), ("踏青", ""),
    )  # fmt: skip

    assert activities == [
        ([3], "插花课"),
        ([3], "登山"),
        ([3], "体检"),
        ([4], "踏青"),
    ]


def test_a_numbered_heading_below_the_highest_level_is_still_a_measure():
    data = word.docx(
        word.p("1、做法", '<w:pStyle w:val="1"/>')
        + word.p("1.维权", '<w:pStyle w:val="2"/>')
        + word.p("2、后记", '<w:pStyle w:val="1"/>'),
        styles=STYLES,
    )
    (plan,) = parse_bytes(data)["plans"]

    assert [one["heading"] for one in plan["sections"]] == ["做法", "后记"]
    assert [one["text"] for one in plan["measures"]] == ["维权"]


def test_a_month_broken_over_two_lines_of_a_narrow_cell_is_one():
    broken = f"<w:tc>{word.p('四')}{word.p('月')}</w:tc>"
    body = word.table(["月份", "内容"], [broken, "春游（4月18日）"], ["五月", "运动会"])

    assert read(word.docx(body)) == [
        "月份\t内容",
        "四月\t春游（4月18日）",
        "五月\t运动会",
    ]
