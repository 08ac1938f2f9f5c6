"""The chair makes next year's plan out of this year's; a lead answers; a phone reads."""

import urllib.request

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from plans.festivals import festivals
from tests.plans import icalendars
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


def test_next_years_plan_has_its_festivals_on_their_new_days(page_as):
    year = timezone.localdate().year + 1
    page = page_as("chair")
    page.goto("/plans/list/?whose=union")
    follow(page, f"{year - 1}年学校工会工作计划")
    open_menu(page).get_by_role("link", name="据此编制下一年计划").click()
    heading(page, f"编制{year}年计划")

    (ninth,) = (f.day for f in festivals(year) if f.name == "重阳节")
    row = page.locator(".renew-row", has=page.locator("input[value^='重阳']"))
    expect(row).to_contain_text(f"重阳节是{year}年{ninth.month}月{ninth.day}日")
    expect(row.locator("select").first).to_have_value(f"{ninth:%Y-%m}")
    field(page, "计划标题").fill("新一年的计划")
    press(page, f"建立{year}年计划草稿")

    told(page, "已存为草稿")
    state(page, "草稿")
    expect(page.locator("main")).to_contain_text("负责人确认")


def test_a_calendar_is_subscribed_to_by_its_secret_address(page_as):
    page = page_as("member")
    enter(page, "我的")
    follow(page, "手机日历")
    press(page, "生成订阅地址 全校工会日历")
    address = page.get_by_label("订阅地址").input_value()

    with urllib.request.urlopen(address) as answer:  # noqa: S310  our own server
        calendar, events = icalendars.read(answer.read())

    assert calendar["X-WR-CALNAME"][1] == "全校工会日历"
    assert len(events) > 20
