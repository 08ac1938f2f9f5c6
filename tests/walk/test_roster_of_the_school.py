"""The roster arrives as somebody's Excel file, and is in the office within minutes."""

import io

import openpyxl
import pytest
from playwright.sync_api import expect

from members import idnumber
from tests.walk.steps import enter, field, follow, heading, open_menu, press, told

pytestmark = pytest.mark.browser

HEAD = ("序号", "姓名", "性别", "出生年月", "身份证号码", "工号", "所在", None, "电话")
BELOW = (None, None, None, None, None, None, "部门", "工会小组", None)
WRONG = "身份证号码"


def number(born, serial):
    """A number with its check digit, of a district that does not exist."""
    base = f"990101{born}{serial:03d}"
    sums = zip(base, idnumber.WEIGHTS, strict=True)
    return base + idnumber.CHECKS[sum(int(d) * w for d, w in sums) % 11]


def spoilt(good):
    return good[:-1] + ("1" if good[-1] != "1" else "2")


PEOPLE = (
    ("曾小敏", "女", 1980.5, number("19800512", 122), "X9001"),
    ("贺大川", "男", "1980年5月", number("19800520", 131), "X9002"),
    ("王雨晴", "女", "1985.11", number("19851103", 142), "X9003"),
    ("王雨晴", "女", "1992年3月", number("19920308", 162), "X9004"),
    ("丁一山", "男", "1978-02-01", spoilt(number("19780201", 171)), "X9005"),
    ("石榴红", "女", "1990/7/9", spoilt(number("19900709", 182)), "X9006"),
)


def roster():
    """As it lies on the desk: title, head of two rows, sum and signature below."""
    book = openpyxl.Workbook()
    page = book.active
    page.title = "教职工"
    page.append(["青松学校教职工花名册（2026年）"])
    page.merge_cells("A1:I1")
    page.append(HEAD)
    page.append(BELOW)
    page.merge_cells("G2:H2")
    for column in "ABCDEFI":
        page.merge_cells(f"{column}2:{column}3")
    for n, (name, sex, born, told_number, staff_no) in enumerate(PEOPLE, 1):
        phone = f"1380000{n:04d}"
        row = (n, name, sex, born, told_number, staff_no, "语文组", "一年级小组", phone)
        page.append(row)
    page.append(["合计", None, None, None, None, None, f"{len(PEOPLE)}人"])
    page.append(["填表人：吴老师", None, None, None, "负责人签字："])
    return saved(book)


def saved(book):
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def upload(page, name, data):
    """From the roster to the preview of a file."""
    enter(page, "会员")
    open_menu(page).get_by_role("link", name="从 Excel 导入").click()
    mime = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    page.locator("input[type=file]").set_input_files(
        {"name": name, "mimeType": mime, "buffer": data}
    )
    page.get_by_label("名册里没有的部门和小组自动新建").check()
    press(page, "上传并核对")
    heading(page, "核对名册")


def mended(path):
    """The returned rows with their numbers put right, the reasons left in."""
    book = openpyxl.load_workbook(io.BytesIO(path.read_bytes()))
    page = book.active
    rows = [[cell.value for cell in row] for row in page.iter_rows()]
    at = next(n for n, row in enumerate(rows) if WRONG in row)
    column = rows[at].index(WRONG) + 1
    for n, row in enumerate(rows[at + 1 :], at + 2):
        if row[column - 1]:
            good = next(p for p in PEOPLE if p[4] in row)[3]
            born = {"X9005": "19780201", "X9006": "19900709"}
            staff_no = next(p[4] for p in PEOPLE if p[4] in row)
            serial = int(good[14:17])
            page.cell(n, column).value = number(born[staff_no], serial)
    return saved(book)


@pytest.fixture
def as_chair(page_as):
    return page_as("chair")


def test_a_roster_gets_in_and_what_was_wrong_comes_back_mended(as_chair, office):
    page = as_chair
    upload(page, "花名册.xlsx", roster())
    main = page.locator("main")
    expect(main).to_contain_text("工作表「教职工」，第 3 行是表头")
    expect(main).to_contain_text("新增 4 人，更新 0 人，没有变化 0 人，有问题 2 行")
    expect(main.locator("tbody tr", has_text="丁一山")).to_contain_text("身份证号")
    with page.expect_download() as download:
        follow(page, "下载有问题的行")
    press(page, "导入新增和更新的人")
    expect(page.get_by_role("heading", level=1)).to_contain_text("已导入名册")
    expect(page.locator("main")).to_contain_text("下载没有导入的 2 行")

    upload(page, "改好的.xlsx", mended(download.value.path()))
    expect(page.locator("main")).to_contain_text("新增 2 人")
    press(page, "导入新增和更新的人")

    told(page, "新增 2 人")
    rows = "Member.objects.filter(staff_no__startswith='X900').order_by('staff_no')"
    columns = "'name', 'birth_date', 'birth_day_known', 'group__name'"
    found = office.ask(f"list({rows}.values_list({columns}))")
    assert [row[0] for row in found] == [person[0] for person in PEOPLE]
    assert found[0][1:] == ["1980-05-12", True, "一年级小组"]
    assert found[4][1:3] == ["1978-02-01", True]


def test_somebody_is_found_by_initials_and_a_look_is_written_down(page_as):
    page = page_as("chair")
    page.fill("#quick-find", "zxm")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="曾小敏").first.click()
    heading(page, "曾小敏")
    masked = page.locator("main").text_content()
    assert number("19800512", 122) not in masked

    page.locator("summary", has_text="查看完整资料").click()
    field(page, "查看原因").fill("办理医保转移")
    press(page, "记录原因并查看")

    expect(page.locator("main")).to_contain_text(number("19800512", 122))
    page.reload()
    log = page.get_by_role("region", name="查看和修改记录")
    expect(log).to_contain_text("办理医保转移")


def test_on_a_phone_one_finds_a_person_and_asks_to_mend_the_own_record(page_as):
    phone = page_as("committee", width=390, height=844)
    phone.goto("/find/?q=zxm")
    phone.get_by_role("link", name="曾小敏").first.click()
    heading(phone, "曾小敏")
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert phone.evaluate(wide) <= 1

    own = page_as("member", width=390, height=844)
    enter(own, "我的") if own.get_by_role("link", name="我的").first.is_visible() else (
        own.goto("/me/")
    )
    follow(own, "资料有误？提出更正")
    field(own, "职称").fill("高级教师（新评）")
    own.locator("main form.office-form [type=submit]").first.click()

    told(own, "更正")
    expect(own.locator("main")).to_contain_text("高级教师（新评）")
    assert own.evaluate(wide) <= 1
