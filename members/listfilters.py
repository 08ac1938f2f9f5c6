"""Narrowing the office's lists; each list adds what is its own."""

import django_filters

from members.models import Member, UnionGroup
from unionoffice.forms import Filters


class ListFilter(Filters):
    """Name and group. Heirs give `found` (rows in their order) and `told`."""

    q = django_filters.CharFilter(label="姓名、拼音或工号", method="by_words")
    group = django_filters.ModelChoiceFilter(
        label="工会小组",
        queryset=UnionGroup.objects.order_by("order", "name"),
        null_label="未分小组",
        null_value="none",
    )

    class Meta:
        model = Member
        fields = []

    def __init__(self, *args, today, **kwargs):
        super().__init__(*args, **kwargs)
        self.today = today

    def by_words(self, rows, name, value):
        return rows.search(value)

    def by_nothing(self, rows, name, value):
        """What is asked here is answered by `found`."""
        return rows
