"""Narrowing and ordering the roster; the page and its export share it."""

import datetime

import django_filters
from django import forms
from django.db.models import Q
from django.utils import timezone

from members import roles
from members.models import Department, Member, UnionGroup, User
from unionoffice.forms import Filters


class YearFilter(django_filters.NumberFilter):
    """A whole number that is a year; of anything else nothing is asked."""

    field_class = forms.IntegerField


class MemberFilter(Filters):
    q = django_filters.CharFilter(label="姓名、拼音或工号", method="by_words")
    group = django_filters.ModelChoiceFilter(
        label="工会小组",
        queryset=UnionGroup.objects.order_by("order", "name"),
        null_label="未分小组",
        null_value="none",
    )
    department = django_filters.ModelChoiceFilter(
        label="部门", queryset=Department.objects.order_by("order", "name")
    )
    work_status = django_filters.ChoiceFilter(
        label="人员状态", choices=Member.WorkStatus
    )
    sex = django_filters.ChoiceFilter(label="性别", choices=Member.Sex)
    roll = django_filters.ChoiceFilter(
        label="会籍",
        choices=[
            ("in", "在册会员"),
            ("voting", "在册，有表决权"),
            ("kept", "保留会籍"),
            ("out", "不在册"),
            ("unjoined", "在职，没有入会"),
            ("due", "待登记变动"),
        ],
        method="by_roll",
    )
    retired = django_filters.ChoiceFilter(
        label="离退休",
        choices=[("yes", "离退休")],
        method="by_retired",
        widget=forms.HiddenInput,
    )
    staff = django_filters.ChoiceFilter(
        label="职工",
        choices=[("yes", "在职教职工")],
        method="by_staff",
        widget=forms.HiddenInput,
    )
    post_kind = django_filters.ChoiceFilter(
        label="岗位类别", choices=Member.PostKind, widget=forms.HiddenInput
    )
    moved = django_filters.ChoiceFilter(
        label="会籍变动",
        choices=[("joined", "入会"), ("left", "离会")],
        method="by_moved",
        widget=forms.HiddenInput,
    )
    since = django_filters.DateFilter(
        label="自", method="nothing", widget=forms.HiddenInput
    )
    day = django_filters.DateFilter(
        label="截至", method="nothing", widget=forms.HiddenInput
    )
    joined = YearFilter(
        label="入会年份",
        method="by_joined",
        min_value=1901,
        max_value=2099,
        widget=forms.HiddenInput,
    )

    class Meta:
        model = Member
        fields = []

    def by_words(self, rows, name, value):
        return rows.filter(pk__in=Member.objects.search(value).keys())

    @property
    def on(self):
        """The day that is asked about."""
        return self.form.cleaned_data.get("day") or timezone.localdate()

    def by_roll(self, rows, name, value):
        if value == "out":
            return rows.exclude(pk__in=Member.objects.on_roll(self.on).values("pk"))
        if value == "due":
            return rows.membership_due()
        if value == "unjoined":
            return rows.unjoined(self.on)
        asked = {"in": rows.on_roll, "voting": rows.voting_on, "kept": rows.kept_on}
        return asked[value](self.on)

    def by_joined(self, rows, name, value):
        return rows.joined_in(value)

    def by_retired(self, rows, name, value):
        return rows.retired_by(self.on)

    def by_staff(self, rows, name, value):
        return rows.staff_on(self.on)

    def by_moved(self, rows, name, value):
        since = self.form.cleaned_data.get("since") or self.on.replace(month=1, day=1)
        return rows.moved_in(value, since, self.on)

    def nothing(self, rows, name, value):
        """The days only serve `roll`, `retired`, `staff` and `moved`."""
        return rows


class RetirementFilter(Filters):
    """Who retires when; without a year, this year and the next."""

    PAST = "past"

    year = django_filters.ChoiceFilter(
        label="哪一年到龄", method="by_year", empty_label="今明两年"
    )
    group = django_filters.ModelChoiceFilter(
        label="工会小组", queryset=UnionGroup.objects.order_by("order", "name")
    )
    post_kind = django_filters.ChoiceFilter(label="岗位类别", choices=Member.PostKind)

    class Meta:
        model = Member
        fields = []

    def __init__(self, *args, today, **kwargs):
        super().__init__(*args, **kwargs)
        self.today = today
        years = range(today.year, today.year + 10)
        self.form.fields["year"].choices = [
            (self.PAST, "已到龄，还在职"),
            *((str(year), f"{year}年") for year in years),
        ]

    @property
    def span(self):
        """First and last of the days asked about."""
        year = self.form.cleaned_data.get("year")
        if year == self.PAST:
            return datetime.date.min, self.today
        first = int(year or self.today.year)
        last = first if year else first + 1
        return datetime.date(first, 1, 1), datetime.date(last, 12, 31)

    def by_year(self, rows, name, value):
        """The days are reckoned from the rows (`retiring.retirements`)."""
        return rows


class AccountFilter(Filters):
    q = django_filters.CharFilter(label="姓名、拼音或工号", method="by_words")
    role = django_filters.ChoiceFilter(
        label="身份", field_name="groups__name", choices=roles.CHOICES
    )
    use = django_filters.ChoiceFilter(
        label="使用情况",
        method="by_use",
        choices=[
            ("never", "没有登录过"),
            ("unused", "90 天没有登录"),
            ("closed", "已停用"),
        ],
    )

    class Meta:
        model = User
        fields = []

    def by_words(self, rows, name, value):
        people = Member.objects.search(value)
        return rows.filter(Q(member__in=people.values("pk")) | Q(username=value))

    def by_use(self, rows, name, value):
        if value == "closed":
            return rows.filter(is_active=False)
        if value == "never":
            return rows.filter(last_login__isnull=True)
        day = timezone.localdate() - datetime.timedelta(days=90)
        return rows.unused_since(day)
