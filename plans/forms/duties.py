"""Forms of standing duties."""

import secrets

from crispy_forms.layout import Div, Layout
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from members.forms import MemberField
from plans import months
from plans.duties import open_turns
from plans.forms.fields import MonthsField
from plans.models import Duty
from unionoffice.forms import DayField, OnceForm, RowForm, VersionedForm, crispy_helper

FIELDS = [
    "title",
    "rhythm",
    "times",
    "months",
    "due_day",
    "ahead_days",
    "lead",
    "who",
    "category",
    "source",
    "notes",
    "since",
]
AHEAD = 120  # days: what is done early may be recorded early


class DutyForm(RowForm):
    """What both forms of a duty share."""

    hidden = ()
    months = MonthsField(
        label="在哪几个月", help_text="例如 4、10；不填就按「多久一次」的常例。"
    )
    lead = MemberField(label="负责人", required=False)
    since = DayField(label="从哪天起")

    class Meta:
        model = Duty
        fields = FIELDS
        widgets = {"notes": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["category"].empty_label = "（未分类）"
        self.fields["times"].help_text = "选「每年若干次」时才用。"
        self.fields["who"].help_text = "没有定到人时写岗位，例如「女工委员」。"

    @property
    def helper(self):
        helper = crispy_helper()
        rows = (
            "title",
            ("rhythm", "times"),
            ("months", "due_day"),
            ("ahead_days", "since"),
            ("lead", "who"),
            ("category", "source"),
            "notes",
            *self.extra,
            *self.hidden,
        )
        helper.layout = Layout(
            *(
                row if isinstance(row, str) else Div(*row, css_class="field-row")
                for row in rows
            )
        )
        return helper

    extra = ()


class DutyNewForm(DutyForm, OnceForm):
    hidden = ("form_key",)


class DutyEditForm(DutyForm, VersionedForm):
    hidden = ("version",)
    extra = ("is_active",)

    class Meta(DutyForm.Meta):
        fields = [*FIELDS, "is_active"]

    def say(self, name, value):
        """A value as the table of two texts shows it."""
        if name == "months":
            return "、".join(map(str, value or ()))
        return super().say(name, value)


class DutyDoForm(forms.Form):
    """Which turn was done, when, and what came of it."""

    period = forms.TypedChoiceField(label="哪一次", coerce=months.read)
    done_on = DayField(label="办理日期")
    remark = forms.CharField(
        label="办理情况",
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    form_key = forms.CharField(max_length=43, widget=forms.HiddenInput, required=False)

    def __init__(self, *args, duty, **kwargs):
        super().__init__(*args, **kwargs)
        today = timezone.localdate()
        turns = open_turns([duty], today, AHEAD)
        self.fields["period"].choices = [
            (turn.value, f"{turn.label}（{turn.due_on.month}月{turn.due_on.day}日前）")
            for turn in turns
        ]
        self.is_possible = bool(turns)
        self.fields["done_on"].initial = today
        self.fields["form_key"].initial = secrets.token_urlsafe(24)

    @property
    def helper(self):
        helper = crispy_helper()
        helper.layout = Layout("period", "done_on", "remark", "form_key")
        return helper

    def clean_done_on(self):
        day = self.cleaned_data["done_on"]
        if day > timezone.localdate():
            raise ValidationError("办理日期不能晚于今天；还没办的，办完再来登记。")
        return day

    def clean_form_key(self):
        return self.cleaned_data["form_key"] or None
