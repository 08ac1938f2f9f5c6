"""A teacher signs up on the phone and steps back; the next in line is told."""

import datetime

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests.walk.steps import field, follow, open_menu, press, told

pytestmark = pytest.mark.browser

HIKE = "周六江边徒步"


def saturday():
    today = timezone.localdate()
    return today + datetime.timedelta(days=(5 - today.weekday()) % 7 or 7)


def open_signup(page):
    """The office plans the hike and opens its sign-up: two places, one companion."""
    page.goto("/plans/activities/new/")
    field(page, "活动").fill(HIKE)
    field(page, "计划日期").fill(str(saturday()))
    press(page, "登记活动")
    open_menu(page).get_by_role("link", name="开设报名").click()
    page.locator("[name=places]").fill("2")
    page.locator("[name=companions_most]").fill("1")
    press(page, "开设报名")
    told(page, "报名已开设")


def find_hike(page):
    """On the first page, among what is open for sign-up."""
    page.get_by_role("region", name="活动报名").get_by_role("link", name=HIKE).click()


def test_the_place_of_who_steps_back_goes_to_the_next(page_as):
    open_signup(page_as("committee"))
    teacher = page_as("member", width=390, height=844)
    find_hike(teacher)
    follow(teacher, "我要报名")
    field(teacher, "同行的家属（人数）").fill("1")
    press(teacher, "报名")
    told(teacher, "已报上。")
    waiting = page_as("member2", width=390, height=844)
    find_hike(waiting)
    follow(waiting, "我要报名")
    press(waiting, "报名")
    told(waiting, "排在候补里")

    follow(teacher, "退出报名")
    press(teacher, "退出报名")

    told(teacher, "名额已按先后让给候补的人。")
    waiting.goto("/")
    follow(waiting, f"候补已转正：{HIKE}")
    press(waiting, "知道了")
    expect(waiting.locator("#signup")).to_contain_text("你已报上。")
