"""Forms that check whole rows, and the fields people type days and sums into."""

import datetime
import re
import secrets
import unicodedata
from decimal import Decimal, InvalidOperation

import django_filters
from crispy_forms.helper import FormHelper
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, MinLengthValidator
from django.db import IntegrityError, models, transaction
from django.db.models.fields import BLANK_CHOICE_DASH
from django.utils import timezone

CHOOSE = "请选择"
DAY = re.compile(r"(?:(\d{4})[-./年])?(\d{1,2})[-./月](\d{1,2})日?")
DAY_RUN = re.compile(r"(\d{4})(\d{2})(\d{2})")

# Said by every form of the office, and by those of Django and its packages.
MISSING = (
    (forms.Field, "请填写这一项。"),
    (forms.ChoiceField, "请选择一项。"),
    (forms.BooleanField, "请勾选这一项。"),
    (forms.FileField, "请选择文件。"),
)
for kind, words in MISSING:
    kind.default_error_messages = kind.default_error_messages | {"required": words}
MaxLengthValidator.message = "最多 %(limit_value)d 个字，现在有 %(show_value)d 个字。"
MinLengthValidator.message = "至少 %(limit_value)d 个字，现在有 %(show_value)d 个字。"


def not_to_come(day, words="这一天还没有到，请核对。"):
    """The day, or ValidationError in these words: what is recorded has happened."""
    if day and day > timezone.localdate():
        raise ValidationError(words)
    return day


def sent(request):
    """What was posted, or None for a fresh form."""
    return request.POST if request.method == "POST" else None


def crispy_helper(method="post"):
    """A helper that leaves the <form> tag to the page."""
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    helper.form_method = method
    return helper


def ask_to_choose(field):
    """Words instead of Django's dashes for what is not chosen yet."""
    dashes = BLANK_CHOICE_DASH[0][1]
    if isinstance(field, forms.ModelChoiceField):
        if field.empty_label == dashes:
            field.empty_label = CHOOSE
    elif isinstance(field, forms.ChoiceField):
        field.choices = [
            (value, CHOOSE if words == dashes else words)
            for value, words in field.choices
        ]


class RowForm(forms.ModelForm):
    """A ModelForm that checks every constraint of the row, shown or not."""

    error_css_class = "is-invalid"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            ask_to_choose(field)

    @property
    def helper(self):
        return crispy_helper()

    def validate_unique(self):
        super().validate_unique()
        if self.errors:  # a row that is wrong already may not even fit a question
            return
        try:
            self.instance.validate_constraints()
        except ValidationError as error:
            self._update_errors(ValidationError(error.messages))


def named(rows):
    """Several rows as one line, in an order that does not depend on who asks."""
    return "、".join(sorted(str(row) for row in rows or ()))


def spoken(field, value):
    """A value as the page says it: of a choice its words, not its code."""
    if isinstance(field, forms.ChoiceField) and not isinstance(
        field, forms.ModelChoiceField
    ):
        return dict(field.choices).get(value, value) if value else ""
    return value


class VersionedForm(RowForm):
    """Carries the version that was on the screen, for `save_version`."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["version"].initial = self.instance.version
        self.initial["version"] = self.instance.version

    @property
    def columns(self):
        """Names of the fields a person edits, without the version."""
        return [name for name in self._meta.fields if name != "version"]

    def theirs(self, row):
        """Label, my text and their text of each field that `row` has otherwise."""
        pairs = []
        for name in self.columns:
            if name not in self.fields:
                continue
            mine, other = self.cleaned_data.get(name), getattr(row, name)
            if isinstance(other, models.Manager):
                mine, other = named(mine), named(other.all())
            if mine != other:
                label = self.fields[name].label
                pairs.append((label, self.say(name, mine), self.say(name, other)))
        return pairs

    def say(self, name, value):
        """A value of the field `name` as the table of two texts shows it."""
        return spoken(self.fields[name], value)

    def conflict(self, row):
        """What the page needs when `row` was saved meanwhile: the pairs, and this
        form asking to be saved over the newer version."""
        pairs = self.theirs(row)
        self.data = self.data.copy()
        self.data[self.add_prefix("version")] = row.version
        return {"conflict": pairs, "theirs": row}


class Once(models.Model):
    """A row that one rendering of a form can make only once."""

    form_key = models.CharField(  # noqa: DJ001  unique admits many nulls
        max_length=43, null=True, unique=True, editable=False, default=None
    )

    class Meta:
        abstract = True

    def save_once(self, *, same=True, **owner):
        """Insert; returns this row, or the one that the same rendering made before.

        Sent again with other words (after a step back) it is a row of its own, unless
        `same` is False. Only a row of `owner` is found: a forged key loses no text.
        """
        try:
            with transaction.atomic():
                self.save(force_insert=True)
        except IntegrityError:
            made = self._made_before(owner)
            if made is not None and (not same or made.words() == self.words()):
                return made
            self.form_key = None
            self.save(force_insert=True)
        return self

    def _made_before(self, owner):
        rows = type(self).objects.filter(form_key=self.form_key, **owner)
        return rows.first() if self.form_key else None

    def words(self):
        """What people typed into the row."""
        fields = self._meta.concrete_fields
        typed = [f for f in fields if f.editable and not f.primary_key]
        return [field.value_from_object(self) for field in typed]


class OnceForm(RowForm):
    """Mints a key with each rendering, so that a double click makes one row."""

    form_key = forms.CharField(max_length=43, widget=forms.HiddenInput, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["form_key"].initial = secrets.token_urlsafe(24)

    def clean_form_key(self):
        """The key goes into a new row; `save_once` looks there."""
        key = self.cleaned_data["form_key"] or None
        if self.instance.pk is None:
            self.instance.form_key = key
        return key


class DayField(forms.DateField):
    """A day as people write it: 2026-3-8, 2026.3.8, 2026年3月8日, 3月8日, 20260308."""

    default_error_messages = {
        "invalid": "看不懂这个日期，请写成 2026-3-8 或 3月8日 的样子。"
    }

    def __init__(self, **kwargs):
        kwargs.setdefault(
            "widget",
            forms.DateInput(
                format="%Y-%m-%d",
                attrs={"autocomplete": "off", "placeholder": "2026-3-8"},
            ),
        )
        super().__init__(**kwargs)

    def to_python(self, value):
        if not isinstance(value, str):
            return super().to_python(value)
        text = unicodedata.normalize("NFKC", value).replace(" ", "")
        if not text:
            return None
        found = DAY_RUN.fullmatch(text) or DAY.fullmatch(text)
        if not found:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        year, month, day = found.groups()
        try:
            return datetime.date(
                int(year or timezone.localdate().year), int(month), int(day)
            )
        except ValueError:
            message = f"没有 {text} 这一天，请改正日期。"
            raise ValidationError(message, code="invalid") from None


class MoneyField(forms.DecimalField):
    """A sum in yuan: 1,234.50 or ￥12; not negative, at most two decimals."""

    default_error_messages = {
        "invalid": "金额请写成数字，例如 300 或 1,234.50。",
        "min_value": "金额不能是负数。",
        "max_decimal_places": "金额最多两位小数。",
        "max_digits": "金额太大了，请检查。",
        "max_whole_digits": "金额太大了，请检查。",
    }

    def __init__(self, **kwargs):
        kwargs = {"max_digits": 12, "decimal_places": 2, "min_value": 0} | kwargs
        kwargs.setdefault(
            "widget",
            forms.TextInput(
                attrs={
                    "inputmode": "decimal",
                    "class": "text-end",
                    "autocomplete": "off",
                }
            ),
        )
        super().__init__(**kwargs)

    def to_python(self, value):
        if isinstance(value, str):
            text = unicodedata.normalize("NFKC", value).strip()
            value = re.sub(r"[¥￥元,，\s]", "", text)
            if not value:
                return None
            if "e" in value.lower():  # 1e6: a slip, hardly a sum
                raise ValidationError(self.error_messages["invalid"], code="invalid")
            try:
                value = Decimal(value)
            except InvalidOperation:
                message = self.error_messages["invalid"]
                raise ValidationError(message, code="invalid") from None
        return super().to_python(value)


def map_choices(field):
    """(value as in the address, words) of each choice of a field."""
    return [(str(value), str(words)) for value, words in getattr(field, "choices", ())]


class Filters(django_filters.FilterSet):
    """Narrows a list; the page and its export share one."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.form.helper = crispy_helper("get")

    @property
    def asked(self):
        """What is asked, as far as it makes sense."""
        self.form.is_valid()
        return self.form.cleaned_data

    @property
    def pills(self):
        """Label, spoken value and query string without it, of each filter in use."""
        pills = []
        for name, field in self.form.fields.items():
            value = self.data.get(name)
            if not value:
                continue
            rest = self.data.copy()
            rest.pop(name)
            rest.pop("page", None)
            pills.append((field.label, self._spoken(name, value), rest.urlencode()))
        return pills

    def _spoken(self, name, value):
        """A value as the pill says it: a choice by its words, a day as 2026年3月8日."""
        day = self.form.cleaned_data.get(name) if self.form.is_valid() else None
        if isinstance(day, datetime.date):
            return f"{day.year}年{day.month}月{day.day}日"
        return dict(map_choices(self.form.fields[name])).get(value, value)
