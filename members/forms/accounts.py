"""Forms of accounts and of the office's own data."""

import secrets

from django import forms
from django.core.exceptions import ValidationError

from members import roles
from members.forms.people import MemberField, MembersField, MembersInput
from members.models import Office, UnionGroup, User
from unionoffice.forms import DayField, RowForm


class AccountLinkForm(forms.Form):
    """Whose account this is."""

    member = MemberField(label="对应的会员")

    def clean_member(self):
        member = self.cleaned_data["member"]
        if member and User.objects.filter(member=member).exists():
            raise ValidationError(f"{member}已经有自己的账号。")
        return member


class AccountMakeForm(forms.Form):
    """For whom accounts are made."""

    group = forms.ModelChoiceField(
        label="给谁建立",
        queryset=UnionGroup.objects.order_by("order", "name"),
        required=False,
        empty_label="名册里所有还没有账号的人",
    )
    outsiders = forms.BooleanField(
        label="还没有入会的在职教职工也建立",
        required=False,
        help_text="有了账号，就能在手机上申请入会。",
    )
    names = MembersField(
        label="只给这些人（可以不填）",
        required=False,
        widget=MembersInput(attrs={"rows": 2}),
    )
    again = forms.BooleanField(
        label="已有账号、但从没登录过的人也重发",
        required=False,
        help_text="密码条没印出来或丢了时勾选。他们原来的密码条会作废。",
    )
    form_key = forms.CharField(
        max_length=43,
        required=False,
        initial=lambda: secrets.token_urlsafe(24),
        widget=forms.HiddenInput,
    )

    def clean_names(self):
        """A list of nobody must not come to mean everybody."""
        names = self.cleaned_data["names"]
        if not names and self.data.get(self.add_prefix("names"), "").strip():
            raise ValidationError("名单里没有人了。要给所有人建立，请把名单清空。")
        return names


class RolesForm(forms.Form):
    """The roles of one account; `offered` are those that the asker gives and takes."""

    roles = forms.MultipleChoiceField(
        label="身份",
        choices=[
            (role.code, f"{role.name}：{role.duty}") for role in roles.ROLES.values()
        ],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *args, account, offered, **kwargs):
        kwargs.setdefault("initial", {"roles": account.role_codes})
        super().__init__(*args, **kwargs)
        self.kept = account.role_codes - offered
        field = self.fields["roles"]
        field.widget.choices = [pair for pair in field.choices if pair[0] in offered]

    @property
    def kept_names(self):
        """Names of the roles that stay as they are."""
        return [role.name for role in roles.ROLES.values() if role.code in self.kept]

    @property
    def wanted(self):
        """The codes of all roles that the account shall have."""
        return self.kept | set(self.cleaned_data["roles"])


class OfficeForm(RowForm):
    """The office's own data."""

    autumn_term_on = DayField(label="秋季学期开学", required=False)
    spring_term_on = DayField(label="春季学期开学", required=False)

    class Meta:
        model = Office
        fields = [
            "school_name",
            "union_name",
            "seal_text",
            "year_kind",
            "autumn_term_on",
            "spring_term_on",
            "seconds_wanted",
            "card_prefix",
            "card_digits",
        ]
        widgets = {"school_name": forms.TextInput(attrs={"autofocus": True})}
