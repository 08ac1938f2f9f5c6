"""A password of one's own: what it must be, said plainly."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from members.models import User

PATH = "/accounts/password/change/"
HINTS = [
    "不要用工号，也不要和工号太像。",
    "至少 10 位。",
    "不要用大家常用的密码，例如 password123。",
    "不能全是数字。",
]


def test_the_page_says_what_a_password_must_be(sign_in, member_user):
    member_user.set_password("qing-chun-2026")
    member_user.save()

    page = sign_in(member_user).get(PATH).content.decode()

    assert [hint for hint in HINTS if hint not in page] == []


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("kurz-2026", ["密码至少 10 位。"]),
        ("8230194756", ["密码不能全是数字。"]),
        ("password123", ["这个密码太常见，容易被猜到，请换一个。"]),
        ("teacher-0042", ["密码和工号太像，请换一个。"]),
    ],
)
def test_a_password_is_refused_with_a_plain_reason(typed, said):
    with pytest.raises(ValidationError) as refusal:
        validate_password(typed, User(username="teacher-004"))

    assert refusal.value.messages == said
