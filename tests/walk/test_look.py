"""The comforts of every page, in Chromium: keys, menus, paper, refusals."""

import pytest
from django.db import connection
from playwright.sync_api import expect

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        connection.vendor != "sqlite", reason="pages look the same on every database"
    ),
]


def test_a_slash_goes_to_the_quick_find(page_as):
    page = page_as("member")

    page.keyboard.press("/")

    expect(page.locator("#quick-find")).to_be_focused()


def test_a_menu_closes_by_escape_and_gives_the_focus_back(page_as):
    page = page_as("member")
    page.click(".top .menu > summary")
    page.focus(".top .menu a")

    page.keyboard.press("Escape")

    expect(page.locator("details.menu[open]")).to_have_count(0)
    expect(page.locator(".top .menu > summary")).to_be_focused()


def test_the_mistakes_of_a_refused_form_are_read_first(page_as):
    page = page_as("member")
    page.goto("/accounts/password/change/")

    page.click("main form button[type=submit]")

    mistake = page.locator(".error-summary a").first
    expect(mistake).to_contain_text("当前密码：")
    expect(page.locator(".error-summary")).to_be_focused()


def test_an_impatient_finger_sends_a_form_once(page_as):
    page = page_as("member")
    page.goto("/accounts/password/change/")
    page.evaluate("document.querySelector('main form').target = 'elsewhere'")

    button = page.locator("main form button[type=submit]")
    with page.context.expect_page():
        button.click()

    expect(button).to_be_disabled()


def test_a_refusal_inside_a_page_tells_its_reason(page_as):
    page = page_as("member")

    page.evaluate("htmx.ajax('GET', '/nowhere/', {target: '#main', swap: 'none'})")

    message = page.locator("#messages .message.error")
    message.wait_for()
    assert message.text_content().startswith("没有完成地址写错了")


def test_paper_carries_no_navigation(page_as):
    page = page_as("member")
    page.goto("/me/")

    page.emulate_media(media="print")

    assert [page.locator(part).first.is_visible() for part in (".rail", ".top")] == [
        False,
        False,
    ]
    assert page.locator(".print-head").is_visible()
    assert page.locator("h1").is_visible()


def test_a_phone_has_its_rooms_at_the_bottom(page_as):
    page = page_as("chair", width=390, height=844)

    page.click(".dock summary")
    page.click(".dock details a:has-text('会员')")

    expect(page.locator("h1")).to_have_text("会员名册")
    expect(page.locator(".rail")).to_be_hidden()


@pytest.mark.parametrize(
    ("role", "address", "name"),
    [
        ("member", "/congress/proposals/new/", "title"),
        ("chair", "/plans/new/", "title"),
        ("chair", "/plans/import/", "text"),
        ("committee", "/welfare/visits/new/", "member"),
    ],
)
def test_a_page_for_a_form_begins_in_its_first_field(page_as, role, address, name):
    page = page_as(role)

    page.goto(address)

    expect(page.locator(f"main [name={name}]").first).to_be_focused()
