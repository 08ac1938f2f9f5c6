"""Takes the manual's pictures from a running demo office into docs/manual/img.

    python manage.py quickstart --accounts accounts.json
    python docs/manual/screenshots.py http://127.0.0.1:8000 accounts.json

Pictures of which no page of the manual (or the README) speaks are not taken; names
on the command line after the accounts take only those.
"""

import argparse
import io
import json
import re
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

HERE = Path(__file__).resolve().parent
PAGES = (*sorted(HERE.glob("*.md")), HERE.parent.parent / "README.md")
PHONE = (390, 844)
DESK = (1280, 860)
PLAN = """{year}年工会工作计划
一、主要工作
1、开好教代会，办好提案。
2、坚持走访慰问，让教职工有困难就有人帮。
二、月份安排
二月：
1、制定全年工会工作计划
2、开学前走访困难教职工
三月：
1、庆祝三八妇女节踏青活动
四、五月：
1、教职工春季运动会
九月：
1、庆祝教师节座谈会
"""


@dataclass(frozen=True)
class Shot:
    """One picture: who looks at which page, after following a link or a deed."""

    name: str
    role: str
    address: str
    follow: str = ""  # the first link that fits is followed
    deed: str = ""  # a function below
    size: tuple = DESK


SHOTS = (
    Shot("login", "", "/accounts/login/"),
    Shot("home", "chair", "/"),
    Shot("home-phone", "committee", "/", size=PHONE),
    Shot("me", "member", "/me/"),
    Shot("year", "chair", "/year/"),
    Shot("find", "chair", "/find/?q=zm"),
    Shot("members-list", "chair", "/members/"),
    Shot("members-detail", "chair", "/members/?q=T1013", "th .row-link"),
    Shot("members-import", "chair", "/members/import/"),
    Shot("members-accounts", "chair", "/members/accounts/"),
    Shot("members-office", "chair", "/members/office/"),
    Shot("plans-wall", "chair", "/plans/"),
    Shot("plans-wall-phone", "member", "/plans/", size=PHONE),
    Shot("plans-import", "chair", "/plans/import/", deed="paste"),
    Shot("plans-plan", "chair", "/plans/list/", ".row-link"),
    Shot("plans-activity", "committee", "/plans/activities/?state=closed", ".row-link"),
    Shot(
        "plans-close",
        "committee",
        "/plans/activities/?state=held",
        ".row-link",
        "record",
    ),
    Shot("plans-activities", "committee", "/plans/activities/"),
    Shot("congress-list", "member", "/congress/proposals/"),
    Shot("congress-new", "member", "/congress/proposals/new/"),
    Shot(
        "congress-proposal", "member", "/congress/proposals/?state=rated", ".row-link"
    ),
    Shot(
        "congress-decide",
        "committee",
        "/congress/proposals/?waiting=decide",
        ".row-link",
        "decide",
    ),
    Shot("congress-session", "chair", "/congress/sessions/", ".row-link"),
    Shot("welfare-visits", "committee", "/welfare/visits/"),
    Shot("welfare-new", "committee", "/welfare/visits/new/", size=PHONE),
    Shot("welfare-health", "committee", "/welfare/health/", ".row-link"),
    Shot("welfare-retirees", "committee", "/welfare/retirees/"),
)


def paste(page):
    """A plan text, read and laid out for checking."""
    page.locator("textarea[name=text]").fill(PLAN.format(year=2027))
    page.get_by_role("button", name="拆分并核对").click()
    page.wait_for_selector(".import-rows")


def record(page):
    page.locator("main").locator("a[href$='/close/']").first.click()
    page.wait_for_selector("textarea[name=report]")


def decide(page):
    page.locator("main").locator("a[href$='/decide/']").first.click()
    page.wait_for_selector("input[name=outcome]")


DEEDS = {"paste": paste, "record": record, "decide": decide}


class Photographer:
    """Keeps one signed-in page for each role and size."""

    def __init__(self, browser, base, accounts):
        self.browser, self.base = browser, base
        self.accounts = {one["role"]: one for one in accounts}
        self.pages = {}

    def page(self, role, size):
        if (role, size) not in self.pages:
            width, height = size
            context = self.browser.new_context(
                locale="zh-CN",
                base_url=self.base,
                viewport={"width": width, "height": height},
                reduced_motion="reduce",
            )
            self.pages[role, size] = context.new_page()
            if role:
                self.sign_in(self.pages[role, size], self.accounts[role])
        return self.pages[role, size]

    def sign_in(self, page, account):
        page.goto("/accounts/login/")
        page.fill("input[name=login]", account["username"])
        page.fill("input[name=password]", account["password"])
        page.locator("form:has(input[type=password]) [type=submit]").click()
        page.wait_for_url(f"{self.base}/")

    def take(self, shot):
        page = self.page(shot.role, shot.size)
        page.goto(shot.address)
        if shot.follow:
            page.locator("main").locator(shot.follow).first.click()
            page.wait_for_load_state()
        if shot.deed:
            DEEDS[shot.deed](page)
        page.wait_for_load_state("networkidle")
        page.evaluate("window.scrollTo(0, 0)")
        save(page.screenshot(), HERE / "img" / f"{shot.name}.png")


def save(data, target):
    """Few colours are enough for a page, and a third of the bytes."""
    target.parent.mkdir(exist_ok=True)
    picture = Image.open(io.BytesIO(data)).convert("RGB")
    picture.quantize(128, dither=Image.Dither.NONE).save(target, optimize=True)


def wanted():
    """The names of the pictures that the manual speaks of."""
    texts = [page.read_text(encoding="utf-8") for page in PAGES]
    return set(re.findall(r"img/([\w-]+)\.png", "".join(texts)))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("base")
    parser.add_argument("accounts", type=Path)
    parser.add_argument("names", nargs="*")
    asked = parser.parse_args()
    names = set(asked.names) or wanted()
    if unknown := names - {shot.name for shot in SHOTS}:
        sys.exit(f"no page is known for {', '.join(sorted(unknown))}")
    accounts = json.loads(asked.accounts.read_text(encoding="utf-8"))
    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        camera = Photographer(browser, asked.base.rstrip("/"), accounts)
        for shot in SHOTS:
            if shot.name in names:
                camera.take(shot)
        browser.close()
    sys.stdout.write(f"{len(names)} pictures\n")


if __name__ == "__main__":
    main()
