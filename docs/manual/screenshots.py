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

from openpyxl import Workbook
from PIL import Image
from playwright.sync_api import sync_playwright

HERE = Path(__file__).resolve().parent
PAGES = (*sorted(HERE.glob("*.md")), HERE.parent.parent / "README.md")
PHONE = (390, 844)
DESK = (1280, 860)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ROSTER = (
    ("工号", "姓名", "性别", "部门", "工会小组", "职称", "入会日期"),
    ("T2001", "李春梅", "女", "语文组", "一年级小组", "二级教师", "2026-09-01"),
    ("T1014", "吴海燕", "女", "教务处", "六年级小组", "正高级教师", ""),
    ("T2002", "周强", "男", "心理组", "综合小组", "", "2026-09-01"),
    ("T2003", "陈晨", "女", "英语组", "三年级小组", "", "2026-09-31"),
)
PLAN = """{year}年工会工作计划
一、主要工作
1、开好教代会，办好提案。
2、坚持走访慰问，让教职工有困难就有人帮。
二、月份安排
1、组织教职工体检
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
    part: str = ""  # only this part of the page, and not its top


SHOTS = (
    Shot("login", "", "/accounts/login/"),
    Shot("home", "chair", "/"),
    Shot("home-phone", "committee", "/", size=PHONE),
    Shot("me", "member", "/me/"),
    Shot("year", "chair", "/year/"),
    Shot("find", "chair", "/find/?q=zm"),
    Shot("members-list", "chair", "/members/"),
    Shot("columns", "chair", "/members/?sex=女&order=-joined", deed="columns"),
    Shot(
        "names", "chair", "/plans/activities/new/", deed="names", part="#div_id_helpers"
    ),
    Shot("members-detail", "chair", "/members/?q=T1013", "th .row-link"),
    Shot("members-import", "chair", "/members/import/", deed="roster"),
    Shot("members-places", "chair", "/members/places/"),
    Shot("members-group", "chair", "/members/places/", ".row-link >> nth=2"),
    Shot("members-seats", "chair", "/members/seats/"),
    Shot("members-body", "chair", "/members/seats/", "h2 a"),
    Shot("members-accounts", "chair", "/members/accounts/"),
    Shot("lists-index", "chair", "/members/lists/"),
    Shot("lists-quality", "chair", "/members/lists/quality/"),
    Shot(
        "lists-merge",
        "chair",
        "/members/lists/quality/?kind=double",
        "a[href*='/merge/']",
    ),
    Shot("lists-statistics", "chair", "/members/statistics/"),
    Shot("members-office", "chair", "/members/office/"),
    Shot("me-correct", "member", "/members/correct/", size=PHONE),
    Shot(
        "members-application",
        "committee",
        "/members/applications/?waiting=decide",
        ".row-link",
    ),
    Shot(
        "members-correction",
        "committee",
        "/members/corrections/?state=open",
        ".row-link",
    ),
    Shot("plans-wall", "chair", "/plans/"),
    Shot("plans-wall-phone", "member", "/plans/", size=PHONE),
    Shot("plans-import", "chair", "/plans/import/", deed="paste"),
    Shot("plans-copy", "chair", "/plans/2/copy/"),
    Shot("plans-versions", "chair", "/plans/3/versions/?old=1&new=5"),
    Shot("plans-duties", "chair", "/plans/duties/"),
    Shot("plans-activity-new", "chair", "/plans/activities/new/"),
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
    Shot(
        "plans-signup-phone", "member", "/plans/signups/", ".signup-list a", size=PHONE
    ),
    Shot(
        "plans-signup-list",
        "committee",
        "/plans/signups/",
        ".signup-list a",
        "signed_up",
    ),
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
    Shot("congress-term", "chair", "/congress/congresses/", ".row-link"),
    Shot("congress-sitting", "committee", "/congress/sittings/1/"),
    Shot("congress-desk", "committee", "/congress/sittings/3/", deed="sign_in"),
    Shot("congress-review", "committee", "/congress/proposals/review/"),
    Shot("congress-report", "chair", "/congress/sessions/1/report/"),
    Shot("congress-tasks", "chair", "/congress/sessions/2/tasks/"),
    Shot("congress-agenda", "member", "/congress/sessions/2/agenda/"),
    Shot("congress-session", "chair", "/congress/sessions/", ".row-link"),
    Shot("welfare-visits", "committee", "/welfare/visits/"),
    Shot("welfare-new", "committee", "/welfare/visits/new/", size=PHONE),
    Shot(
        "welfare-health",
        "committee",
        "/welfare/health/",
        "tr:not(:has(td[data-label='未检']:text-is('0'))) .row-link",
    ),
    Shot("welfare-retirees", "committee", "/welfare/retirees/"),
    Shot("admin-index", "chair", "/admin/"),
    Shot("admin-audit", "chair", "/admin/members/auditentry/"),
)


def paste(page):
    """A plan text, read and laid out for checking."""
    page.locator("textarea[name=text]").fill(PLAN.format(year=2027))
    page.get_by_role("button", name="拆分并核对").click()
    page.wait_for_selector(".import-rows")


def roster(page):
    """An uploaded roster, compared and not yet taken in."""
    book, data = Workbook(), io.BytesIO()
    for row in ROSTER:
        book.active.append(row)
    book.save(data)
    upload = {"name": "会员名册.xlsx", "mimeType": XLSX, "buffer": data.getvalue()}
    page.locator("input[type=file]").set_input_files(upload)
    page.get_by_role("button", name="上传并核对").click()
    page.wait_for_selector("text=导入新增和更新的人")


def record(page):
    page.locator("main").locator("a[href$='/close/']").first.click()
    page.wait_for_selector("textarea[name=report]")


def columns(page):
    """The choice of columns, open."""
    page.locator("details.columns > summary").click()


def names(page):
    """A pasted list with a namesake, a slip and a remark."""
    box = page.locator("textarea[name=helpers]")
    box.fill("#接龙\n冬季健步走\n1. 王芳\n2. 吴海燕 带1人\n3. 吴海雁\n4. 路人甲")
    box.dispatch_event("change")
    page.wait_for_selector(".names-ask")


def sign_in(page):
    """The sitting opened, and somebody signed in at its desk."""
    if page.get_by_role("button", name="开始签到").count():
        page.get_by_role("button", name="开始签到").click()
    else:
        page.get_by_role("link", name="签到台").click()
    page.locator("[name=typed]").first.fill("何洁")
    page.keyboard.press("Enter")
    page.wait_for_selector(".desk-card")


def signed_up(page):
    page.get_by_role("link", name="报名名单").first.click()
    page.wait_for_selector("text=导出 Excel")


def decide(page):
    page.locator("main").locator("a[href$='/decide/']").first.click()
    page.wait_for_selector("input[name=outcome]")


# Where a picture ends: with the page, or below the last line that is whole.
CUT = """most => {
    const whole = document.documentElement.scrollHeight
    const kinds = "main tr, main li, main dd, main p, main input"
    const lines = [...document.querySelectorAll(kinds)]
    const ends = lines.map(line => line.getBoundingClientRect().bottom)
    return whole <= 2 * most ? whole : Math.max(...ends.filter(end => end <= most))
}"""
DEEDS = {"paste": paste, "roster": roster, "record": record, "decide": decide}
DEEDS |= {"columns": columns, "names": names, "signed_up": signed_up}
DEEDS |= {"sign_in": sign_in}


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
        target = HERE / "img" / f"{shot.name}.png"
        if shot.part:
            save(page.locator(shot.part).first.screenshot(), target)
            return
        page.evaluate("window.scrollTo(0, 0)")
        width, height = shot.size
        if shot.size == DESK:
            height = page.evaluate(CUT, height)
            page.set_viewport_size({"width": width, "height": max(height, DESK[1])})
        frame = {"x": 0, "y": 0, "width": width, "height": height}
        save(page.screenshot(clip=frame), target)
        page.set_viewport_size({"width": width, "height": shot.size[1]})


def save(data, target):
    """In true colours: a palette tints the quiet grounds of the pages."""
    target.parent.mkdir(exist_ok=True)
    Image.open(io.BytesIO(data)).convert("RGB").save(target, optimize=True)


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
