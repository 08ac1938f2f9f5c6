"""Narrowing the lists of applications and corrections."""

import django_filters

from members.models import Application, Correction, UnionGroup
from members.proposable import FIELDS
from unionoffice.forms import Filters


class CaseFilter(Filters):
    """What both lists ask about whom."""

    q = django_filters.CharFilter(label="姓名、拼音或工号", method="by_words")
    group = django_filters.ModelChoiceFilter(
        label="工会小组",
        field_name="member__group",
        queryset=UnionGroup.objects.order_by("order", "name"),
    )

    def by_words(self, rows, name, value):
        return rows.search(value)


class ApplicationFilter(CaseFilter):
    kind = django_filters.ChoiceFilter(label="申请什么", choices=Application.Kind)
    state = django_filters.ChoiceFilter(label="状态", choices=Application.State)
    waiting = django_filters.ChoiceFilter(
        label="等我办理",
        choices=[("advise", "写小组意见"), ("decide", "批准")],
        method="by_waiting",
    )

    class Meta:
        model = Application
        fields = []

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user

    def by_waiting(self, rows, name, value):
        asked = {"advise": rows.to_advise_by, "decide": rows.to_decide_by}
        return asked[value](self.user)


class CorrectionFilter(CaseFilter):
    field = django_filters.ChoiceFilter(
        label="项目", choices=[(name, one.label) for name, one in FIELDS.items()]
    )
    state = django_filters.ChoiceFilter(label="状态", choices=Correction.State)

    class Meta:
        model = Correction
        fields = []
