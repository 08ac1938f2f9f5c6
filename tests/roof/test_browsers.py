"""Where one is logged in, in words."""

import pytest
from allauth.usersessions.models import UserSession

from unionoffice.pages import browsers

MOZILLA = "Mozilla/5.0 "
CHROME = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36"
IPHONE = "(iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 "


@pytest.mark.parametrize(
    ("agent", "said"),
    [
        (f"(Windows NT 10.0; Win64; x64) {CHROME}", "Chrome（Windows）"),
        (f"(Windows NT 10.0; Win64; x64) {CHROME} Edg/141.0.0.0", "Edge（Windows）"),
        (
            "(X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
            "Firefox（Linux）",
        ),
        (f"(Linux; Android 15; V2324A) {CHROME}", "Chrome（Android）"),
        (f"{IPHONE}Version/18.0 Mobile/15E148 Safari/604.1", "Safari（iPhone）"),
        (f"{IPHONE}MicroMessenger/8.0.50", "微信（iPhone）"),
        ("", "其他浏览器"),
    ],
)
def test_a_browser_is_named(agent, said):
    assert browsers.told(MOZILLA + agent) == said


def test_the_page_shows_the_name_and_keeps_the_rest(as_member, member_user):
    agent = f"{MOZILLA}(Windows NT 10.0) {CHROME}"
    key = as_member.session.session_key
    values = {"ip": "10.0.0.1", "session_key": key, "user_agent": agent}
    UserSession.objects.create(user=member_user, **values)

    page = as_member.get("/accounts/sessions/").content.decode()

    assert f'title="{agent}">Chrome（Windows）</td>' in page
