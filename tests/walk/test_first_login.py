"""The first login of somebody with a slip of paper."""

MAKE = (
    "from members.models import User; from tests import make_members as make; "
    "user = make.user('member', name='新来的', must_change_password=True, "
    "member_values={'staff_no': 'N9001'}); "
    "user.set_password('slip-of-paper-1'); user.save()"
)


def test_the_page_of_the_first_password_stands_still(browser, office):
    office.manage("shell", "-v0", "-c", MAKE)
    page = browser.new_page(base_url=office.address, locale="zh-CN")
    asked = []
    page.on("request", lambda r: asked.append(r.url) if "/todo/" in r.url else None)

    page.goto("/accounts/login/")
    page.fill("input[name=login]", "N9001")
    page.fill("input[name=password]", "slip-of-paper-1")
    page.locator("form:has(input[type=password]) [type=submit]").click()
    page.wait_for_url("**/accounts/password/change/")
    page.wait_for_timeout(1_500)

    assert len(asked) == 1
    assert page.locator("header").count() == 1
    page.context.close()
