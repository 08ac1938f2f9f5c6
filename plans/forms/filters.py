"""What narrows the wall and the list of activities; page and export share it."""

import django_filters
from django import forms
from django.db.models import Q
from django.utils import timezone

from members.models import Member
from plans.models import Activity, Category, Plan
from unionoffice.forms import Filters

STATES = [
    *Activity.State.choices,
    ("happened", "已举办（含已完成）"),
    ("late", "逾期"),
    ("signing", "正在报名"),
]
KINDS = [("planned", "计划内"), ("outside", "计划外")]


def by_state(rows, _name, value):
    if value == "late":
        return rows.late(timezone.localdate())
    if value == "signing":
        return rows.signing_up(timezone.now())
    return rows.happened() if value == "happened" else rows.filter(state=value)


def by_person(rows, _name, value):
    """Led or helped by somebody of that name."""
    found = Member.objects.search(value)
    helped = Activity.helpers.through.objects.filter(member__in=found)
    return rows.filter(Q(lead__in=found) | Q(pk__in=helped.values("activity")))


def keep(rows, _name, _value):
    return rows


class WallFilter(Filters):
    category = django_filters.ModelChoiceFilter(
        label="类别", queryset=Category.objects.all(), empty_label="全部类别"
    )
    state = django_filters.ChoiceFilter(
        label="状态", choices=STATES, method=by_state, empty_label="全部状态"
    )
    person = django_filters.CharFilter(label="人员", method=by_person)
    plan = django_filters.CharFilter(method=keep, widget=forms.HiddenInput)
    year = django_filters.CharFilter(method=keep, widget=forms.HiddenInput)

    class Meta:
        model = Activity
        fields = ["category", "state", "person", "plan", "year"]

    @property
    def pills(self):
        return [pill for pill in super().pills if pill[0] in ("类别", "状态", "人员")]


class ActivityFilter(Filters):
    q = django_filters.CharFilter(label="活动", method="by_words")
    year = django_filters.NumberFilter(label="年份", method="by_year")
    plan = django_filters.ModelChoiceFilter(
        label="计划", queryset=Plan.objects.in_force(), empty_label="全部计划"
    )
    category = django_filters.ModelChoiceFilter(
        label="类别", queryset=Category.objects.all(), empty_label="全部类别"
    )
    state = django_filters.ChoiceFilter(
        label="状态", choices=STATES, method=by_state, empty_label="全部状态"
    )
    kind = django_filters.ChoiceFilter(
        label="计划内外", choices=KINDS, method="by_kind", empty_label="不限"
    )
    level = django_filters.ChoiceFilter(
        label="级别", choices=Activity.Level, empty_label="不限"
    )
    person = django_filters.CharFilter(label="人员", method=by_person)

    class Meta:
        model = Activity
        fields = ["q", "year", "plan", "category", "state", "kind", "level", "person"]

    def by_words(self, rows, _name, value):
        return rows.search(value)

    def by_year(self, rows, _name, value):
        return rows.in_year(int(value)) if 1 <= value <= 9998 else rows.none()

    def by_kind(self, rows, _name, value):
        return rows.planned() if value == "planned" else rows.outside()


class PlanFilter(Filters):
    """Narrows the list of plans: of which year, whose, how far."""

    year = django_filters.ChoiceFilter(label="年份", empty_label="全部年份")
    whose = django_filters.ChoiceFilter(
        label="属于",
        choices=[("union", "全校工会"), ("groups", "工会小组")],
        method="by_owner",
        empty_label="全部",
    )
    state = django_filters.ChoiceFilter(
        label="状态", choices=Plan.State, empty_label="全部状态"
    )

    class Meta:
        model = Plan
        fields = ["year", "whose", "state"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        years = Plan.objects.years()
        self.form.fields["year"].choices = [
            ("", "全部年份"),
            *((str(year), f"{year}年") for year in years),
        ]

    def by_owner(self, rows, _name, value):
        return rows.filter(owner__isnull=value == "union")
