"""Forms of a person's record."""

import datetime
import re

from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from members import family, idnumber, phones, sealing
from members.births import BirthField, Month
from members.models import Member
from unionoffice.forms import DayField, VersionedForm, crispy_helper

HIDDEN = "********"


def hidden(text):
    """Stars that do not tell how long the text is; "" stays ""."""
    return HIDDEN if text else ""


SEALED = ("children", "address", "emergency_name", "emergency_phone")
MASKS = {
    "id_number": idnumber.masked,
    "phone": phones.masked,
    **dict.fromkeys(SEALED, hidden),
}
# The parts of the form; what stands in none of them comes last.
PARTS = (
    (
        "本人",
        (
            *("staff_no", "name", "former_names", "sex", "ethnicity", "birth_date"),
            *("id_kind", "id_number", "phone"),
        ),
    ),
    (
        "工作",
        (
            *("department", "group", "post", "post_kind", "title", "education"),
            *("politics", "employment", "work_status", "working_since"),
            *("teaching_since", "joined_school_on", "retired_on"),
        ),
    ),
    ("家庭", ("marriage", *SEALED)),
    ("会籍", ("joined_union_on", "card_no", "remarks")),
)
A_MASK = re.compile(r"[0-9A-Za-z+-]{0,6}\*{4,}[0-9A-Za-z+-]{0,4}")


def years_of(text):
    """The years of birth in a text about children; raises ValidationError."""
    years = family.years(text)
    if text and not years:
        raise ValidationError("请写出生年份，例如 2012、2016。")
    if years and int(years[-4:]) > timezone.localdate().year:
        raise ValidationError(f"{years[-4:]} 年还没有到。")
    return years


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


AHEAD = datetime.timedelta(days=366)  # beyond it a day is a slip of the pen
BEGINNINGS = ("working_since", "teaching_since", "joined_school_on", "joined_union_on")
RETIRED = (Member.WorkStatus.RETIRED, Member.WorkStatus.RETIRED_CADRE)
TICK = "核对后勾选末尾的确认再保存。"


class MemberForm(VersionedForm):
    """A person's record; the ID number is checked, contradictions are asked about.

    Whole numbers are shown by `member_reveal` only, which asks for a reason.
    """

    id_number = MaskedField(
        label="证件号码",
        required=False,
        max_length=30,
        help_text="居民身份证会核对最后一位。",
    )
    phone = MaskedField(label="手机", required=False, max_length=20)
    birth_date = BirthField(
        label="出生日期", required=False, help_text="只知道年月的，写成 1980年5月。"
    )
    working_since = DayField(label="参加工作", required=False)
    teaching_since = DayField(label="教龄起算", required=False)
    joined_school_on = DayField(label="来校日期", required=False)
    retired_on = DayField(label="退休日期", required=False)
    joined_union_on = DayField(
        label="入会日期",
        required=False,
        help_text="还不是会员的先空着。以后的变动在会员页的「会籍」里登记。",
    )
    children = MaskedField(
        label="子女出生年份",
        required=False,
        max_length=60,
        help_text="只登记年份，例如 2012、2016；不写姓名和生日。",
    )
    address = MaskedField(label="家庭住址", required=False, max_length=200)
    emergency_name = MaskedField(label="紧急联系人", required=False, max_length=60)
    emergency_phone = MaskedField(label="紧急联系人电话", required=False, max_length=20)
    contradictions_seen = forms.BooleanField(
        label="已核对，仍按填写的保存", required=False, widget=forms.HiddenInput
    )

    class Meta:
        model = Member
        fields = [
            "staff_no",
            "name",
            "former_names",
            "sex",
            "ethnicity",
            "birth_date",
            "id_kind",
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
            "working_since",
            "teaching_since",
            "joined_school_on",
            "retired_on",
            "marriage",
            *SEALED,
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
        for name in ("department", "group"):  # closed ones take nobody in
            field, now = self.fields[name], self.initial.get(name)
            field.queryset = field.queryset.open_or(now)
        for name, mask in MASKS.items():
            self.initial[name] = mask(getattr(self.instance, name))
        self.initial["birth_date"] = self.instance.birth_text
        self.fields["id_kind"].required = False

    @property
    def helper(self):
        helper = crispy_helper()
        helper.render_unmentioned_fields = True
        shown = [
            (head, [n for n in names if n in self.fields]) for head, names in PARTS
        ]
        helper.layout = Layout(
            *(Fieldset(head, *names, css_class="part") for head, names in shown)
        )
        return helper

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

    def _kept_or_typed(self, name):
        """What stays or comes under a mask."""
        kept = self._is_kept(name)
        return getattr(self.instance, name) if kept else self.cleaned_data[name]

    def clean_staff_no(self):
        number = self.cleaned_data["staff_no"]
        others = Member.objects.filter(staff_no__iexact=number)
        if other := others.exclude(pk=self.instance.pk).first():
            raise ValidationError(f"工号 {number} 是{other}的，请核对。")
        return number

    def clean_phone(self):
        return self._kept_or_typed("phone")

    def clean_address(self):
        return self._kept_or_typed("address")

    def clean_emergency_name(self):
        return self._kept_or_typed("emergency_name")

    def clean_emergency_phone(self):
        return self._kept_or_typed("emergency_phone")

    def clean_children(self):
        return years_of(self._kept_or_typed("children"))

    def clean_birth_date(self):
        """A plain date; how much of it is known goes into the row."""
        born = self.cleaned_data["birth_date"]
        if (
            born
            and datetime.date(born.year, born.month, born.day) > timezone.localdate()
        ):
            raise ValidationError("出生日期还没有到，请核对。")
        self.instance.birth_day_known = not isinstance(born, Month)
        return born and datetime.date(born.year, born.month, born.day)

    def clean_id_kind(self):
        return self.cleaned_data["id_kind"] or Member.IdKind.RESIDENT

    def clean_id_number(self):
        if self._is_kept("id_number"):
            return self.instance.id_number
        number = idnumber.normal(self.cleaned_data["id_number"])
        if not number:
            return ""
        problem = idnumber.problem(number)
        if problem and self.cleaned_data.get("id_kind") == Member.IdKind.RESIDENT:
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
        limit = timezone.localdate() + AHEAD
        for name in BEGINNINGS:
            if (day := cleaned.get(name)) and day > limit:
                self.add_error(name, "这个日期太远了，请核对年份。")
        for name in ("phone", "emergency_phone"):
            text = cleaned.get(name)
            if name in self.changed_data and (problem := phones.problem(text or "")):
                self.add_error(name, problem)
        doubts = list(self.contradictions())
        if doubts and not cleaned.get("contradictions_seen"):
            self.fields["contradictions_seen"].widget = forms.CheckboxInput()
            for field, words in doubts:
                self.add_error(field, words)
        return cleaned

    def contradictions(self):
        """(field, sentence) of what is likely a slip: a retirement without its day, a
        birthday or sex other than that of the ID number."""
        if self.cleaned_data.get("work_status") in RETIRED:
            yield from self._odd_retirement()
        number = self.cleaned_data.get("id_number")
        if not number or idnumber.problem(number):
            return
        born, sex = idnumber.birthday(number), idnumber.sex(number)
        if not self._fits_birth(born):
            words = f"身份证号里的生日是 {born:%Y-%m-%d}，与这里不同。{TICK}"
            yield "birth_date", words
        if self.cleaned_data.get("sex") not in ("", sex):
            yield "sex", f"身份证号表示{sex}，与这里不同。{TICK}"

    def _odd_retirement(self):
        day = self.cleaned_data.get("retired_on")
        if not {"work_status", "retired_on"} & {*self.changed_data}:
            return
        if day is None:
            yield "retired_on", f"退休了，请写上退休日期；还不知道的，{TICK}"
        elif day > timezone.localdate():
            yield "retired_on", f"人员状态写的是退休，这一天还没有到。{TICK}"

    def _fits_birth(self, born):
        """Whether the birth date is unknown, this one, or the month of it."""
        told = self.cleaned_data.get("birth_date")
        if told is None or self.instance.birth_day_known:
            return told in (None, born)
        return (told.year, told.month) == (born.year, born.month)


class IdentifyForm(forms.Form):
    """A whole ID number, to find whose it is; sent in the body, never in the address."""

    number = forms.CharField(
        label="证件号码",
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text="要写完整的号码。号码不会出现在网址里，查找会留下记录。",
    )


class RevealForm(forms.Form):
    """Why somebody looks at sealed fields."""

    reason = forms.CharField(
        label="查看原因",
        max_length=100,
        min_length=2,
        help_text="原因会和你的姓名、时间一起记下来。",
    )
