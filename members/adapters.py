"""What this office asks of allauth: no sign-up, no e-mail, first password changed."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.core.exceptions import ValidationError

from members.middleware import client_address
from members.services import accounts as services

UNKNOWN = "0.0.0.0"  # noqa: S104  an address that is nobody's, bound by nothing


class AccountAdapter(DefaultAccountAdapter):
    # In the office's own words: plain, without 您.
    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": "用户名或密码不对。用户名就是工号。",
        "too_many_login_attempts": "登录试得太多了，请过一会儿再试。",
        "enter_current_password": "请输入现在的密码。",
        "incorrect_password": "现在的密码不对。",
        "password_min_length": "密码至少 {0} 位。",
    }

    def is_open_for_signup(self, request):
        return False

    def get_client_ip(self, request):
        return client_address(request) or UNKNOWN

    def pre_authenticate(self, request, **credentials):
        """Nobody is locked out by name: axes counts passwords by name and address."""

    def authentication_failed(self, request, **credentials):
        services.account_refused(credentials.get("username", ""))

    def login(self, request, user):
        super().login(request, user)
        services.account_entered(user)

    def clean_password(self, password, user=None):
        password = super().clean_password(password, user)
        if user is not None and user.check_password(password):
            raise ValidationError("新密码要和现在的密码不同。")
        return password

    def set_password(self, user, password):
        """A person's own password ends the duty to change the initial one."""
        services.account_password(user, password)


class SecondFactorAdapter(DefaultMFAAdapter):
    def get_totp_label(self, user):
        return user.username
