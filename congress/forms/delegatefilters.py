"""The filter of the delegates of a congress; the export uses the same."""

import django_filters as filters
from django.utils import timezone

from congress.models import Constituency, Delegate, Delegation
from members.models import Member
from unionoffice.forms import Filters

STANDS = (("now", "现任"), ("ended", "已结束"), ("gone", "已不在岗，要办理"))


class DelegateFilter(Filters):
    words = filters.CharFilter(label="姓名", method="by_words")
    unit = filters.ModelChoiceFilter(
        label="选举单位",
        field_name="constituency",
        queryset=Constituency.objects.none(),
        empty_label="全部单位",
    )
    delegation = filters.ModelChoiceFilter(
        label="代表团", queryset=Delegation.objects.none(), empty_label="全部代表团"
    )
    kind = filters.ChoiceFilter(
        label="类型", choices=Delegate.Kind, empty_label="全部类型"
    )
    stands = filters.ChoiceFilter(
        label="任期", choices=STANDS, method="by_stands", empty_label="现任和已结束"
    )

    class Meta:
        model = Delegate
        fields = ["words", "unit", "delegation", "kind", "stands"]

    def __init__(self, *args, congress, **kwargs):
        super().__init__(*args, **kwargs)
        self.filters["unit"].queryset = congress.constituencies.all()
        self.filters["delegation"].queryset = congress.delegations.all()

    def by_words(self, rows, _name, value):
        return rows.filter(member__in=Member.objects.search(value))

    def by_stands(self, rows, _name, value):
        if value == "gone":
            return rows.gone_now()
        today = timezone.localdate()
        return rows.on(today) if value == "now" else rows.filter(ended_on__lte=today)
