"""Two people at the same item: the second is told, sees both texts, loses nothing."""

import pytest
from playwright.sync_api import expect

from tests.walk.steps import field, press, told

pytestmark = pytest.mark.browser


def first_planned(office):
    """The address of an activity that may still be edited."""
    rows = "Activity.objects.filter(state='planned', plan__state='approved')"
    return office.ask(f"{rows}.earliest('pk').get_absolute_url()")


def test_the_second_editor_of_an_activity_sees_both_texts(page_as, office):
    address = first_planned(office)
    first, second = page_as("chair"), page_as("committee")
    for page in (first, second):
        page.goto(f"{address}edit/")
    field(first, "地点").fill("东操场")
    press(first, "保存活动")
    told(first, "已保存")

    field(second, "地点").fill("西操场")
    field(second, "说明").fill("自带球拍。")
    with second.expect_response(lambda one: one.request.method == "POST") as answer:
        press(second, "保存活动")

    assert answer.value.status == 409
    both = second.locator("table.two-texts")
    expect(both).to_contain_text("东操场")
    expect(both).to_contain_text("西操场")
    expect(field(second, "地点")).to_have_value("西操场")
    expect(field(second, "说明")).to_have_value("自带球拍。")
    press(second, "保存活动")
    told(second, "已保存")
    expect(second.locator("main")).to_contain_text("西操场")
    expect(second.locator("main")).to_contain_text("自带球拍。")
