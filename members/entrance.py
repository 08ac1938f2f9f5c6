"""The second factor at the door: what allauth asks, and the trail of what failed."""

from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from django.core.exceptions import ValidationError

from members.services import accounts as services


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
