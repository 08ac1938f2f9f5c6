"""Narrowing the welfare lists; each page and its export share one."""

import django_filters
from django import forms
from django.db.models import Q

from members.models import Department, Member, UnionGroup
from unionoffice.forms import Filters
from welfare import birthdays
from welfare.models import FundSource, HealthCheck, Occasion, Visit


class VisitFilter(Filters):
    q = django_filters.CharFilter(label="姓名、拼音或工号", method="by_words")
    year = django_filters.NumberFilter(label="年份", method="in_year")
    occasion = django_filters.ModelChoiceFilter(
        label="事由", queryset=Occasion.objects.order_by("order", "name")
    )
    source = django_filters.ModelChoiceFilter(
        label="资金来源", queryset=FundSource.objects.order_by("order", "name")
    )
    group = django_filters.ModelChoiceFilter(
        label="工会小组",
        field_name="member__group",
        queryset=UnionGroup.objects.order_by("order", "name"),
    )
    state = django_filters.ChoiceFilter(label="状态", choices=Visit.State)

    class Meta:
        model = Visit
        fields = []

    def in_year(self, rows, name, value):
        return rows.in_year(int(value)) if 1900 < value < 2100 else rows.none()

    def by_words(self, rows, name, value):
        people = Member.objects.search(value)
        return rows.filter(member__in=people.values("pk"))


class HealthCheckFilter(Filters):
    state = django_filters.ChoiceFilter(label="状态", choices=HealthCheck.State)
    department = django_filters.ModelChoiceFilter(
        label="部门",
        field_name="member__department",
        queryset=Department.objects.order_by("order", "name"),
    )

    class Meta:
        model = HealthCheck
        fields = []


class RetireeFilter(Filters):
    q = django_filters.CharFilter(label="姓名、拼音或工号", method="by_words")
    group = django_filters.ModelChoiceFilter(
        label="联络小组", queryset=UnionGroup.objects.order_by("order", "name")
    )
    only = django_filters.ChoiceFilter(
        label="只看",
        method="by_only",
        choices=[
            ("soon", "30 天内祝寿"),
            ("round", "今年逢五逢十"),
            ("next", "明年逢五逢十"),
            ("80", "80 岁以上"),
            ("unvisited", "今年还没有慰问"),
        ],
    )
    day = django_filters.DateFilter(
        label="截至", method="by_day", widget=forms.HiddenInput
    )

    class Meta:
        model = Member
        fields = []

    def __init__(self, *args, custom, today, **kwargs):
        super().__init__(*args, **kwargs)
        self.custom, self.today = custom, today

    def by_words(self, rows, name, value):
        return rows.search(value)

    def by_day(self, rows, name, value):
        return rows.retired_by(value)

    def by_only(self, rows, name, value):
        year = self.today.year
        if value == "unvisited":
            return rows.filter(
                Q(last_visit__isnull=True) | Q(last_visit__year__lt=year)
            )
        if value == "80":
            eighty = birthdays.birthday_in(year - 80, self.today)
            return rows.filter(birth_date__lte=eighty)
        if value == "soon":
            return rows.filter(pk__in=self.custom.soon(rows, self.today))
        wanted = year if value == "round" else year + 1
        return rows.filter(birth_date__year__in=self.custom.round_years(wanted))
