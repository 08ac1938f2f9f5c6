"""A teacher on the phone puts the own record right, and asks to be let go."""

import pytest
from playwright.sync_api import expect

from tests.walk.steps import enter, field, follow, press, state, told

pytestmark = pytest.mark.browser


def test_a_correction_goes_from_the_phone_into_the_roster(page_as):
    phone, desk = page_as("member2", width=390, height=844), page_as("chair")
    enter(phone, "我的")
    follow(phone, "资料有误？提出更正")
    field(phone, "学历").fill("教育学博士")
    field(phone, "说明").fill("今年毕业。")
    press(phone, "提出更正")
    told(phone, "已提出 1 项更正")

    desk.goto("/members/corrections/?state=open&field=education")
    desk.locator("main .row-link").first.click()
    expect(desk.locator("main")).to_contain_text("今年毕业。")
    desk.get_by_role("group", name="学历：答复").get_by_label(
        "采纳", exact=True
    ).check()
    press(desk, "保存答复")
    told(desk, "已答复")

    phone.reload()
    mine = phone.get_by_role("listitem").filter(has_text="教育学博士")
    expect(mine.first).to_contain_text("已采纳")


def test_an_application_is_signed_advised_and_taken_back(page_as, office):
    phone, desk = page_as("auditor", width=390, height=844), page_as("chair")
    username = office.accounts["auditor"]["username"]
    phone.goto("/me/")
    phone.get_by_text("调动或退会…").click()
    follow(phone, "申请转出")
    field(phone, "转往单位").fill("实验中学")
    field(phone, "签名").fill("别的人")
    press(phone, "签名并交上去")
    expect(phone.locator(".error-summary")).to_contain_text("签名要和名册上的姓名")
    name = office.ask(
        "__import__('members.models').models.Member.objects"
        f".get(staff_no='{username}').name"
    )
    field(phone, "签名").fill(name)
    press(phone, "签名并交上去")
    state(phone, "待小组意见")

    desk.goto(phone.url)
    follow(desk, "代写小组意见")
    desk.get_by_label("同意", exact=True).check()
    press(desk, "送工会批准")
    state(desk, "待工会批准")

    phone.reload()
    state(phone, "待工会批准")
    press(phone, "撤回申请")
    state(phone, "已撤回")
