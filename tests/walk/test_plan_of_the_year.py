"""The first job: the chair brings in the year's plan and rearranges it."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests.walk.steps import (
    enter,
    field,
    follow,
    heading,
    open_menu,
    press,
    state,
    told,
)

pytestmark = pytest.mark.browser

PLAN = """2027年学校工会工作计划
一、指导思想
围绕学校中心工作，做教职工信赖的娘家人。
二、主要工作
1、维护教职工合法权益，开好教代会。
2、关心教职工生活，坚持走访慰问。
三、月份安排
二月：
1、制定全年工会工作计划
2、开学前走访困难教职工
三月：
1、庆祝三八妇女节踏青活动
四月：
1、春季教职工拔河比赛
九月：
1、庆祝教师节座谈会
"""
MOVED = "春季教职工拔河比赛"


def month(page, label):
    return page.get_by_role("region", name=label, exact=True)


@pytest.fixture
def as_chair(page_as):
    return page_as("chair")


def bring_in(page, text):
    """Paste a plan and go to the page where it is checked."""
    enter(page, "计划")
    open_menu(page).get_by_role("link", name="导入计划原文").click()
    field(page, "计划原文").fill(text)
    press(page, "拆分并核对")


def test_the_chair_brings_in_a_plan_and_another_approves_it(as_chair, page_as, office):
    bring_in(as_chair, PLAN)
    heading(as_chair, "核对计划草稿")
    expect(as_chair.locator(".import-row")).to_have_count(5)
    # One item is not wanted, and one belongs elsewhere.
    as_chair.get_by_role("checkbox", name="第10行").uncheck()
    as_chair.locator("#id_row4-title").fill("教师节座谈和荣退仪式")
    press(as_chair, "存为计划草稿")
    told(as_chair, "计划已存为草稿")
    press(as_chair, "送审")
    told(as_chair, "已送审")
    address = as_chair.url
    expect(as_chair.get_by_role("button", name="批准计划")).to_be_disabled()

    other = page_as("committee")
    other.goto(address)
    press(other, "批准计划")

    told(other, "计划已批准")
    state(other, "执行中")
    titles = "Activity.objects.filter(plan__title='2027年学校工会工作计划')"
    assert office.ask(
        f"[[a.title, a.first_month] for a in {titles}.order_by('pk')]"
    ) == [
        ["制定全年工会工作计划", "2027-02-01"],
        ["庆祝三八妇女节踏青活动", "2027-03-01"],
        [MOVED, "2027-04-01"],
        ["教师节座谈和荣退仪式", "2027-09-01"],
    ]


def test_the_chair_moves_an_item_and_drops_one_with_a_reason(as_chair):
    year = timezone.localdate().year
    enter(as_chair, "计划")
    follow(as_chair, "登记活动")
    field(as_chair, "活动").fill("教职工读书分享会")
    field(as_chair, "月份").select_option(label=f"{year}年12月")
    press(as_chair, "登记活动")
    told(as_chair, f"安排在{year}年12月")

    open_menu(as_chair).get_by_role("link", name="改到别的月份").click()
    field(as_chair, "移到").select_option(label=f"{year}年10月")
    press(as_chair, "改到别的月份")
    told(as_chair, f"已改到{year}年10月")
    enter(as_chair, "计划")
    card = month(as_chair, "10月").get_by_role(
        "link", name="教职工读书分享会", exact=True
    )
    expect(card).to_have_count(1)

    card.click()
    open_menu(as_chair).get_by_role("link", name="取消这项活动").click()
    field(as_chair, "原因").fill("与期末考试冲突")
    press(as_chair, "取消这项活动")

    told(as_chair, "已取消")
    expect(as_chair.locator("main")).to_contain_text("取消原因：与期末考试冲突")


def test_an_item_is_moved_by_keys_alone_and_taken_back(as_chair):
    enter(as_chair, "计划")
    card = as_chair.locator("#wall [data-activity] > a:first-child").last
    name = card.text_content()
    as_chair.wait_for_load_state()  # the wall's script comes after its cards
    card.focus()

    as_chair.keyboard.press("m")
    expect(as_chair.locator("#move-dialog")).to_be_visible()
    as_chair.keyboard.press("ArrowLeft")
    as_chair.keyboard.press("Enter")

    said = as_chair.locator(".wall-told")
    expect(said).to_contain_text(f"「{name}」已改到")
    expect(as_chair.locator("#wall a:focus")).to_have_text(name)
    moved = said.text_content()
    press(as_chair, "撤销")
    expect(said).not_to_have_text(moved)


def test_a_row_with_two_things_is_split_by_keys_alone(as_chair):
    bring_in(as_chair, PLAN)
    as_chair.locator("#id_row2-title").fill("踏青、插花课")

    as_chair.get_by_role("button", name="第12行：拆成两条").press("Enter")

    titles = as_chair.locator(".import-row input[name$='-title']")
    expect(titles).to_have_count(6)
    expect(as_chair.locator("input:focus")).to_have_value("插花课")


def test_a_picture_renamed_to_text_is_refused_and_the_pasted_text_stays(as_chair):
    enter(as_chair, "计划")
    open_menu(as_chair).get_by_role("link", name="导入计划原文").click()
    field(as_chair, "计划原文").fill(PLAN)
    picture = {"name": "计划.txt", "mimeType": "text/plain"}
    as_chair.locator("input[type=file]").set_input_files(
        picture | {"buffer": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8}
    )
    press(as_chair, "拆分并核对")

    expect(as_chair.locator(".error-summary")).to_be_visible()
    expect(field(as_chair, "计划原文")).to_have_value(PLAN)
