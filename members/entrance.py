"""The second factor at the door: what allauth asks, and the trail of what failed."""

import time

from allauth.account.authentication import get_authentication_records
from allauth.core.exceptions import ReauthenticationRequired
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from django.conf import settings
from django.core.exceptions import ValidationError

from members.services import accounts as services


def require_presence(request):
    """Ask for the password again unless it was given within five minutes (trust.md 1.4).

    Raises ReauthenticationRequired, on which allauth puts the form aside and goes on
    with it after the password. A login counts: it is the same proof.
    """
    records = get_authentication_records(request, request.user)
    last = max((record["at"] for record in records), default=0)
    if time.time() - last > settings.ACCOUNT_REAUTHENTICATION_TIMEOUT:
        raise ReauthenticationRequired


class _Recorded:
    """A wrong code, or one too many, is a refused login."""

    def clean_code(self):
        try:
            return super().clean_code()
        except ValidationError:
            services.account_refused(self.user.username, factor="totp")
            raise


class SecondFactorForm(_Recorded, AuthenticateForm):
    pass


class SecondFactorAgainForm(_Recorded, ReauthenticateForm):
    pass
