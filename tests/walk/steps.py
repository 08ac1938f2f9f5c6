"""What a person's hands do on every page: rooms, menus, forms, messages."""

import io
import re

from PIL import Image
from playwright.sync_api import expect


def enter(page, room):
    """Go to a room of the navigation, by the rail of desks or the bar of phones."""
    nav = page.get_by_role("navigation", name="主导航").filter(visible=True)
    nav.get_by_role("link", name=room, exact=True).click()


def open_menu(page, label="更多"):
    """The menu in the head of the page (the phone's bar has one of that name too)."""
    menu = page.locator("main details.menu").filter(
        has=page.locator("summary", has_text=label)
    )
    menu.locator("summary").click()
    return menu


def press(page, button):
    page.locator("main").get_by_role("button", name=button, exact=True).click()


def follow(page, link):
    page.locator("main").get_by_role("link", name=link, exact=True).click()


def field(page, label):
    """A field by the words of its label, whether it is required or not."""
    words = re.compile(rf"^{re.escape(label)}(（必填）)?\s*$")
    return page.locator("main").get_by_label(words)


def told(page, words):
    """The page says so, in the place where messages stand."""
    expect(page.locator("#messages")).to_contain_text(words)


def heading(page, words):
    expect(page.get_by_role("heading", level=1)).to_contain_text(words)


def state(page, word):
    """The chip beside the heading."""
    expect(page.locator(".chip").first).to_have_text(word)


def photo():
    """A picture as a phone would send it."""
    data = io.BytesIO()
    Image.new("RGB", (320, 240), "#b03a2e").save(data, "JPEG")
    return {"name": "现场.jpg", "mimeType": "image/jpeg", "buffer": data.getvalue()}
