"""What holds for every request: who asks, first passwords, second factors, no cache."""

import ipaddress
import uuid
from http import HTTPStatus

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.urls import reverse

from members import audit, kept
from members.services import accounts

FREE = ("/accounts/", "/static/", "/healthz", "/readyz", "/admin/jsi18n/")


class WhoIsAsking:
    """Tells the audit trail the address and a number for this request; and refusals."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.id = uuid.uuid4().hex
        token = audit.asking.set((client_address(request), request.id))
        try:
            answer = self.get_response(request)
            if answer.status_code == HTTPStatus.FORBIDDEN:
                self.keep_out(request)
            return answer
        finally:
            audit.asking.reset(token)

    def process_exception(self, request, exception):
        """Remember why; every transaction of the view has ended by now."""
        if isinstance(exception, PermissionDenied):
            request.refused_because = str(exception)

    def keep_out(self, request):
        """A refusal of somebody we know is in the trail."""
        if request.user.is_authenticated:
            match = request.resolver_match
            accounts.account_kept_out(
                request.user,
                view=match.view_name if match else "",
                address=request.path,
                reason=getattr(request, "refused_because", ""),
            )


def client_address(request):
    """The caller's address, or None; a proxy's word counts only where one is declared.

    Written as the database writes it: the audit trail digests it before it is saved.
    """
    told = request.META.get("REMOTE_ADDR")
    if settings.PROXIES:
        chain = request.headers.get("X-Forwarded-For", "").split(",")
        if len(chain) >= settings.PROXIES:
            told = chain[-settings.PROXIES]
    return _address(told or "")


def _address(told):
    """An address without brackets, port and zone; None for what is no address."""
    told = told.strip()
    if told.startswith("["):
        told = told[1:].partition("]")[0]
    elif told.count(":") == 1:
        told = told.partition(":")[0]
    try:
        address = ipaddress.ip_address(told.partition("%")[0])
    except ValueError:
        return None
    return str(getattr(address, "ipv4_mapped", None) or address)


class NothingTypedIsLost:
    """A form sent after the session had ended waits on the other side of the login.

    Stands before Django's LoginRequiredMiddleware, which would forget it.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if (
            request.method != "POST"
            or request.user.is_authenticated
            or not getattr(view, "login_required", True)
            or request.headers.get("HX-Request")
        ):
            return None
        kept.keep(request)
        return redirect_to_login(reverse("members:kept_text"))


class WrongMethodSaid:
    """A page in place of the empty answer to an address that is a button's."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        answer = self.get_response(request)
        if answer.status_code == 405 and request.method == "GET":
            page = render(request, "405.html", status=405)
            page.headers["Allow"] = answer.headers["Allow"]
            return page
        return answer


class PasswordFirst:
    """Whoever has an initial password changes it before anything else."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        user = request.user
        if (
            user.is_authenticated
            and user.must_change_password
            and not request.path.startswith(FREE)
        ):
            messages.info(request, "第一次登录，请先设置自己的密码。")
            return redirect(reverse("account_change_password"))
        return self.get_response(request)


class SecondFactorFirst:
    """Roles named in SECOND_FACTOR_ROLES set up TOTP before anything else."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        wanted = settings.SECOND_FACTOR_ROLES
        if (
            wanted
            and request.user.is_authenticated
            and request.user.has_role(*wanted)
            and not request.path.startswith(FREE)
            and not is_mfa_enabled(request.user)
        ):
            messages.info(request, "你的身份要求两步验证，请先设置。")
            return redirect(reverse("mfa_activate_totp"))
        return self.get_response(request)


class NothingStored:
    """Pages of a signed-in person stay out of every cache."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        answer = self.get_response(request)
        if request.user.is_authenticated:
            answer.headers.setdefault("Cache-Control", "no-store")
        return answer
