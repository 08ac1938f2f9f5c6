"""Forms of the roster, and the fields in which anybody is named."""

import re
import secrets

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.urls import reverse_lazy

from members import idnumber, matching, phones, roles, sealing
from members.models import Member, Office, UnionGroup, User
from unionoffice.forms import DayField, RowForm, VersionedForm


def told_apart(member):
    """王芳（T0012，语文组）: enough to choose between namesakes."""
    where = f"，{member.group}" if member.group_id else ""
    return f"{member.name}（{member.staff_no}{where}）"


class MemberInput(forms.TextInput):
    """A text box that suggests members while one types (htmx; works without)."""

    template_name = "members/_member_input.html"

    def __init__(self, attrs=None):
        super().__init__(
            {
                "autocomplete": "off",
                "placeholder": "姓名、拼音首字母或工号",
                "hx-get": reverse_lazy("members:suggest"),
                "hx-trigger": "input changed delay:250ms",
                "hx-swap": "innerHTML",
                **(attrs or {}),
            }
        )

    def get_context(self, name, value, attrs):
        """Suggestions go into a datalist of this box's own."""
        people = f"{(attrs or {}).get('id', name)}_people"
        attrs = {**(attrs or {}), "list": people, "hx-target": f"#{people}"}
        return super().get_context(name, value, attrs)


class _Naming:
    """What both fields share: whom one may name."""

    def people(self):
        """The members one may name; read anew for each form."""
        return Member.objects.working_or_retired()

    def named(self, text):
        """A `matching.Found` of whole members; only those found are read whole."""
        found = matching.find(text, self.people().names_only())
        return found.read(Member.objects.with_places().in_bulk)

    def strangers(self, names):
        """A sentence each for those who are gone, and for those whom nobody knows."""
        gone = Member.objects.gone().filter(name__in=names)
        told = {m.name: m.get_work_status_display() for m in gone}
        unknown = "、".join(f"「{name}」" for name in names if name not in told)
        sentences = [f"{name}已{status}，请删去。" for name, status in told.items()]
        if unknown:
            sentences.append(f"名册里没有 {unknown}。请改正或删去。")
        return sentences


class MemberField(_Naming, forms.CharField):
    """One member by name, pinyin, initials or 工号; cleans to a Member or None."""

    widget = MemberInput

    def prepare_value(self, value):
        if isinstance(value, int):
            value = Member.objects.filter(pk=value).first() or ""
        if isinstance(value, Member):
            return f"{value.name}（{value.staff_no}）"
        return value

    def to_python(self, value):
        if isinstance(value, Member):
            return value
        text = super().to_python(value)
        if not text:
            return None
        found = self.named(text)
        if found.namesakes:
            choices = "、".join(told_apart(m) for m in found.namesakes[0][1])
            raise ValidationError(f"有几位叫「{text}」：{choices}。请写上工号。")
        if found.unknown or len(found.members) != 1:
            raise ValidationError(
                f"名册里没有「{text}」。可以写姓名、拼音首字母或工号。"
            )
        return found.members[0]

    def has_changed(self, initial, data):
        return self.prepare_value(initial) != data


class MembersField(_Naming, forms.CharField):
    """Several members, typed or pasted; cleans to a list of Member."""

    def __init__(self, **kwargs):
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": 4}))
        kwargs.setdefault(
            "help_text",
            "每行一人，或用顿号隔开；可以直接粘贴接龙。重名请写成 王芳（工号）。",
        )
        super().__init__(**kwargs)

    def prepare_value(self, value):
        if isinstance(value, (list, tuple)):
            return "、".join(f"{m.name}（{m.staff_no}）" for m in value)
        return value

    def to_python(self, value):
        if isinstance(value, (list, tuple)):
            return list(value)
        text = super().to_python(value)
        if not text:
            return []
        found = self.named(text)
        problems = [
            f"有几位叫「{typed}」：{'、'.join(told_apart(m) for m in people)}。请写上工号。"
            for typed, people in found.namesakes
        ]
        problems += self.strangers(found.unknown)
        if problems:
            raise ValidationError(problems)
        return list(found.members)

    def validate(self, value):
        if self.required and not value:
            raise ValidationError(self.error_messages["required"], code="required")


MASKS = {"id_number": idnumber.masked, "phone": phones.masked}
A_MASK = re.compile(r"[0-9A-Za-z+-]{0,6}\*{4,}[0-9A-Za-z+-]{0,4}")


class MaskedField(forms.CharField):
    """A number that is shown as its mask; the mask coming back changes nothing."""

    widget = forms.TextInput(attrs={"autocomplete": "off"})
    MASK = "号码里有星号。要改就写完整号码，不改就保持原样。"

    @staticmethod
    def is_mask(text):
        return A_MASK.fullmatch(text or "") is not None

    def clean(self, value):
        """The text; of a mask nothing but that it is one."""
        text = super().clean(value)
        if "*" in text and not self.is_mask(text):
            raise ValidationError(self.MASK, code="mask")
        return text

    def has_changed(self, initial, data):
        return not self.is_mask(data) and super().has_changed(initial, data)


class MemberForm(VersionedForm):
    """A person's record; the ID number is checked, contradictions are asked about.

    Whole numbers are shown by `member_reveal` only, which asks for a reason.
    """

    id_number = MaskedField(label="身份证号", required=False, max_length=30)
    phone = MaskedField(label="手机", required=False, max_length=20)
    birth_date = DayField(label="出生日期", required=False)
    teaching_since = DayField(label="教龄起算", required=False)
    joined_school_on = DayField(label="来校日期", required=False)
    retired_on = DayField(label="退休日期", required=False)
    joined_union_on = DayField(
        label="入会日期",
        required=False,
        help_text="还不是会员的先空着。以后的变动在会员页的「会籍」里登记。",
    )
    contradictions_seen = forms.BooleanField(
        label="已核对，仍按填写的保存", required=False, widget=forms.HiddenInput
    )

    class Meta:
        model = Member
        fields = [
            "staff_no",
            "name",
            "sex",
            "ethnicity",
            "birth_date",
            "id_number",
            "phone",
            "department",
            "group",
            "post",
            "post_kind",
            "title",
            "education",
            "politics",
            "employment",
            "work_status",
            "teaching_since",
            "joined_school_on",
            "retired_on",
            "card_no",
            "remarks",
        ]
        widgets = {
            "remarks": forms.Textarea(attrs={"rows": 3}),
            "name": forms.TextInput(attrs={"autofocus": True}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:  # its memberships have deeds of their own
            del self.fields["joined_union_on"]
        columns = self.columns
        self.order_fields([*columns[: columns.index("card_no")], "joined_union_on"])
        for name, mask in MASKS.items():
            self.initial[name] = mask(getattr(self.instance, name))

    def say(self, name, value):
        mask = MASKS.get(name)
        return mask(value) if mask else super().say(name, value)

    def _is_kept(self, name):
        """Whether the mask of a saved number came back."""
        if not MaskedField.is_mask(self.cleaned_data[name]):
            return False
        if self.instance.pk is None:
            raise ValidationError(MaskedField.MASK, code="mask")
        return True

    def clean_phone(self):
        if self._is_kept("phone"):
            return self.instance.phone
        return self.cleaned_data["phone"]

    def clean_id_number(self):
        if self._is_kept("id_number"):
            return self.instance.id_number
        number = idnumber.normal(self.cleaned_data["id_number"])
        if not number:
            return ""
        if problem := idnumber.problem(number):
            raise ValidationError(problem)
        taken = Member.objects.filter(id_index=sealing.index(number))
        if taken.exclude(pk=self.instance.pk).exists():
            raise ValidationError("这个身份证号已经登记在另一个人名下，请核对。")
        return number

    def clean_joined_union_on(self):
        joined, born = (
            self.cleaned_data.get(name) for name in ("joined_union_on", "birth_date")
        )
        for sentence in Member(birth_date=born, joined_union_on=joined).impossible():
            raise ValidationError(sentence)
        return joined

    def clean(self):
        cleaned = super().clean()
        doubts = list(self.contradictions())
        if doubts and not cleaned.get("contradictions_seen"):
            self.fields["contradictions_seen"].widget = forms.CheckboxInput()
            for field, words in doubts:
                self.add_error(field, words)
        return cleaned

    def contradictions(self):
        """(field, sentence) where birthday or sex differ from the ID number."""
        number = self.cleaned_data.get("id_number")
        if not number:
            return
        born, sex = idnumber.birthday(number), idnumber.sex(number)
        if self.cleaned_data.get("birth_date") not in (None, born):
            words = f"身份证号里的生日是 {born:%Y-%m-%d}，与这里不同。核对后勾选末尾的确认再保存。"
            yield "birth_date", words
        if self.cleaned_data.get("sex") not in ("", sex):
            yield "sex", f"身份证号表示{sex}，与这里不同。核对后勾选末尾的确认再保存。"


class RevealForm(forms.Form):
    """Why somebody looks at sealed fields."""

    reason = forms.CharField(
        label="查看原因",
        max_length=100,
        min_length=2,
        help_text="原因会和你的姓名、时间一起记下来。",
    )


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
        ]
        widgets = {"school_name": forms.TextInput(attrs={"autofocus": True})}


class MemberImportForm(forms.Form):
    """A roster to read."""

    file = forms.FileField(
        label="Excel 文件",
        help_text="可以是 .xlsx、.xls、.xlsb、.ods 或 .csv，不超过 10 MB。",
    )
    make_places = forms.BooleanField(
        label="名册里没有的部门和小组自动新建", required=False
    )

    def clean_file(self):
        upload = self.cleaned_data["file"]
        if upload.size > settings.UPLOAD_LIMIT:
            raise ValidationError("文件超过 10 MB，请删去图片或多余的工作表再上传。")
        return upload
