"""Forms of activities: planning, moving, putting off, recording."""

import datetime

from crispy_forms.layout import Div, Layout
from django import forms
from django.utils import timezone

from members import roles
from members.forms import MemberField, MembersField
from plans import months
from plans.forms.fields import MonthField
from plans.forms.plans import ReasonForm
from plans.models import AccountHeading, Activity, Plan
from unionoffice.forms import (
    DayField,
    MoneyField,
    OnceForm,
    RowForm,
    VersionedForm,
    crispy_helper,
)

FIELDS = [
    "title",
    "plan",
    "category",
    "level",
    "first_month",
    "last_month",
    "starts_on",
    "ends_on",
    "place",
    "lead",
    "partner_departments",
    "budget",
    "heading",
    "hours",
    "theme",
    "notes",
]
LABELS = {
    "last_month": "到（跨月时填）",
    "ends_on": "到（多天时填）",
    "notes": "说明",
}
OFFICE_ONLY = ("level", "lead", "plan")


class ActivityForm(RowForm):
    """What is planned of an activity; a group leader plans only the group's own."""

    first_month = MonthField(
        label="月份", required=False, help_text="计划内的活动可以先不定。"
    )
    last_month = MonthField(label=LABELS["last_month"], required=False)
    starts_on = DayField(label="计划日期", required=False)
    ends_on = DayField(label=LABELS["ends_on"], required=False)
    lead = MemberField(label="负责人", required=False)
    helpers = MembersField(label="协助人员", required=False)
    budget = MoneyField(label="预算（元）", required=False)
    hidden = ()

    class Meta:
        model = Activity
        fields = FIELDS
        widgets = {"notes": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.is_office = user.has_role(*roles.OFFICE)
        self._offer_months()
        self.fields["helpers"].widget.attrs["rows"] = 2
        if self.instance.pk:
            self.initial["helpers"] = list(self.instance.helpers.all())
        self.fields["plan"].queryset = Plan.objects.exclude(
            state=Plan.State.ARCHIVED
        ).order_by("-year", "pk")
        self.fields["plan"].empty_label = "（计划外）"
        self.fields["plan"].help_text = "中途增加、不在计划里的活动选「计划外」。"
        self.fields["category"].empty_label = "（未分类）"
        self.fields["heading"].queryset = AccountHeading.objects.offered(
            self.instance.heading_id
        )
        self.fields["heading"].empty_label = "（未定）"
        if not self.is_office:
            self._narrow(user)

    def _offer_months(self):
        plan, today = self.instance.plan, timezone.localdate()
        if plan:
            start, count = plan.window[0], plan.months + 3
        else:
            start, count = months.plus(today.replace(day=1), -12), 28
        for name, empty in (("first_month", "未定"), ("last_month", "同一个月")):
            also = getattr(self.instance, name)
            self.fields[name].offer(start, count, also=also, empty=empty)

    def _narrow(self, user):
        for name in OFFICE_ONLY:
            del self.fields[name]
        self.instance.level = Activity.Level.GROUP
        self.instance.lead = user.member
        plan = self.instance.plan
        owner = plan.owner if plan else None
        if not self.instance.pk and not (owner and owner.leader_id == user.member_id):
            self.instance.plan = None

    def clean(self):
        data = super().clean()
        first, day = data.get("first_month"), data.get("starts_on")
        if day and not first:
            first = data["first_month"] = day.replace(day=1)
        last = data["last_month"] = (data.get("last_month") or first) if first else None
        if day and not first <= day.replace(day=1) <= last:
            self.add_error("starts_on", "计划日期不在所选的月份里。")
        lead = data.get("lead")  # who leads need not help as well
        data["helpers"] = [one for one in data.get("helpers") or () if one != lead]
        return data

    @property
    def columns(self):
        return [name for name in self._meta.fields if name in self.fields]

    @property
    def helper(self):
        helper = crispy_helper()
        rows = (
            "title",
            ("category", "level"),
            ("first_month", "last_month"),
            ("starts_on", "ends_on"),
            "plan",
            ("place", "lead"),
            "helpers",
            "partner_departments",
            ("budget", "heading", "hours"),
            "theme",
            "notes",
            *self.hidden,
        )
        helper.layout = Layout(*filter(None, map(self._row, rows)))
        return helper

    def _row(self, names):
        if isinstance(names, str):
            return names if names in self.fields else None
        return Div(*(n for n in names if n in self.fields), css_class="field-row")


class ActivityNewForm(ActivityForm, OnceForm):
    hidden = ("form_key",)


class ActivityEditForm(ActivityForm, VersionedForm):
    hidden = ("version",)

    def theirs(self, row):
        """Label, my text and the saved text of each field that differs."""
        pairs = [
            (name, self.cleaned_data.get(name), getattr(row, name))
            for name in self.columns
        ]
        pairs.append(("helpers", self.cleaned_data["helpers"], list(row.helpers.all())))
        return [
            (self.fields[name].label, shown(row, name, mine), shown(row, name, saved))
            for name, mine, saved in pairs
            if shown(row, name, mine) != shown(row, name, saved)
        ]


def shown(row, name, value):
    """A column's value as people read it."""
    if name in ("first_month", "last_month"):
        return months.name(value, 0) if value else "未定"
    if name == "level":
        return Activity.Level(value).label if value else ""
    if isinstance(value, datetime.date):
        return f"{value.year}年{value.month}月{value.day}日"
    if isinstance(value, list):
        return "、".join(sorted(str(one) for one in value))
    if name == "plan" and value is None:
        return "（计划外）"
    return "" if value is None else str(value)


class MoveForm(forms.Form):
    """To which month; `day`, `until` and `length` come back with a move that is taken
    back."""

    to = MonthField(label="移到")
    day = DayField(required=False, widget=forms.HiddenInput)
    until = DayField(required=False, widget=forms.HiddenInput)
    length = forms.IntegerField(
        required=False, min_value=1, max_value=24, widget=forms.HiddenInput
    )

    def __init__(self, *args, activity, **kwargs):
        super().__init__(*args, **kwargs)
        offer_months(self.fields["to"], activity)


class PostponeForm(ReasonForm):
    to = MonthField(label="推迟到", required=False)

    def __init__(self, *args, activity, **kwargs):
        super().__init__(*args, **kwargs)
        offer_months(self.fields["to"], activity, empty="时间待定")


def offer_months(field, activity, empty=""):
    """Months an activity may go to; its own is what is chosen at first."""
    today = timezone.localdate().replace(day=1)
    plan = activity.plan
    start = plan.window[0] if plan else months.plus(today, -12)
    count = plan.months + 6 if plan else 28
    field.offer(start, count, also=activity.first_month, empty=empty)
    if not empty:
        field.initial = activity.first_month or today
