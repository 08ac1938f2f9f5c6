"""The page of one account."""

import re

import pytest
from django.utils import timezone


@pytest.mark.parametrize(
    ("last_login", "said"), [(None, "没有登录过"), (timezone.now(), "本人已设置")]
)
def test_only_who_signed_in_has_set_a_password(as_chair, member_user, last_login, said):
    member_user.last_login = last_login
    member_user.save()

    page = as_chair.get(f"/members/accounts/{member_user.pk}/").content.decode()

    assert re.search("<dt>密码</dt><dd>(.*?)</dd>", page)[1] == said


def test_the_roles_have_one_heading(as_chair, chair, member_user):
    for account in (member_user, chair):
        page = as_chair.get(f"/members/accounts/{account.pk}/").content.decode()

        heads = re.findall(r"<(?:h2|legend)[^>]*>\s*(身份)\s*<", page)
        assert heads == ["身份"]
