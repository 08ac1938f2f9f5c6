"""Forms of the roster, the accounts and the memberships."""

from members.forms.accounts import (
    AccountLinkForm,
    AccountMakeForm,
    OfficeForm,
    RolesForm,
)
from members.forms.imports import MemberImportForm, MemberImportMapForm
from members.forms.people import MemberField, MembersField, names_check, told_apart
from members.forms.records import IdentifyForm, MemberForm, RevealForm

__all__ = [
    "AccountLinkForm",
    "AccountMakeForm",
    "IdentifyForm",
    "MemberField",
    "MemberForm",
    "MemberImportForm",
    "MemberImportMapForm",
    "MembersField",
    "OfficeForm",
    "RevealForm",
    "RolesForm",
    "names_check",
    "told_apart",
]
