"""Forms of plans, sections and measures."""

from crispy_forms.layout import HTML, Div, Layout
from django import forms
from django.utils import timezone

from members.models import UnionGroup
from plans.forms.fields import MonthsField
from plans.models import Measure, Plan, PlanSection
from unionoffice.forms import DayField, OnceForm, RowForm, VersionedForm, crispy_helper

PLAN_FIELDS = ["title", "year", "start_month", "months", "owner"]


def plan_layout(hidden):
    helper = crispy_helper()
    row = Div("year", "start_month", "months", css_class="field-row")
    helper.layout = Layout("title", row, "owner", hidden)
    return helper


class PlanNewForm(OnceForm):
    class Meta:
        model = Plan
        fields = PLAN_FIELDS

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["year"].initial = timezone.localdate().year
        self.fields["owner"].empty_label = "全校工会"

    @property
    def helper(self):
        return plan_layout("form_key")


class PlanEditForm(VersionedForm):
    class Meta:
        model = Plan
        fields = PLAN_FIELDS

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["owner"].empty_label = "全校工会"

    @property
    def helper(self):
        return plan_layout("version")


class SectionNewForm(OnceForm):
    class Meta:
        model = PlanSection
        fields = ["heading", "text"]
        widgets = {"text": forms.Textarea(attrs={"rows": 10})}


class SectionEditForm(VersionedForm):
    class Meta:
        model = PlanSection
        fields = ["heading", "text"]
        widgets = {"text": forms.Textarea(attrs={"rows": 14})}


class MeasureForm(RowForm):
    """What both forms of a measure share; `hidden` is the field of the one."""

    hidden = "version"
    months = MonthsField(label="月份")
    due_on = DayField(label="完成期限", required=False)

    class Meta:
        model = Measure
        fields = ["text", "section", "months", "due_on", "responsible"]
        widgets = {"text": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["section"].queryset = self.instance.plan.sections.all()
        self.fields["section"].empty_label = "（不属于某一章节）"

    @property
    def helper(self):
        helper = crispy_helper()
        row = Div("months", "due_on", css_class="field-row")
        helper.layout = Layout("text", "section", row, "responsible", self.hidden)
        return helper


class MeasureNewForm(MeasureForm, OnceForm):
    hidden = "form_key"


class MeasureEditForm(MeasureForm, VersionedForm):
    def theirs(self, row):
        """The pairs of every VersionedForm, months written as people read them."""
        label = self.fields["months"].label
        return [
            (name, _months(mine), _months(other))
            if name == label
            else (name, mine, other)
            for name, mine, other in super().theirs(row)
        ]


def _months(numbers):
    return Measure(months=numbers).when or "未定"


class TargetForm(forms.Form):
    """The plan that a read text becomes."""

    title = forms.CharField(label="计划标题", max_length=100)
    year = forms.IntegerField(label="开始年份", min_value=1901, max_value=2099)
    start_month = forms.TypedChoiceField(
        label="开始月份", coerce=int, choices=[(n, f"{n}月") for n in range(1, 13)]
    )
    length = forms.TypedChoiceField(
        label="长度", coerce=int, choices=Plan.Length.choices, initial=12
    )
    owner = forms.ModelChoiceField(
        UnionGroup.objects.filter(is_active=True),
        label="属于",
        required=False,
        empty_label="全校工会",
    )
    form_key = forms.CharField(max_length=43, widget=forms.HiddenInput, required=False)

    @property
    def helper(self):
        helper = crispy_helper()
        row = Div("year", "start_month", "length", css_class="field-row")
        helper.layout = Layout("title", row, "owner", "form_key")
        return helper

    def clean_form_key(self):
        return self.cleaned_data["form_key"] or None


class DiscardForm(forms.Form):
    """Nothing to fill in: the page asks once, since it cannot be undone."""

    @property
    def helper(self):
        helper = crispy_helper()
        words = "章节、措施和各月的活动一起删去，不能恢复。"
        helper.layout = Layout(HTML(f"<p>{words}</p>"))
        return helper


class ReasonForm(forms.Form):
    """A deed that says why."""

    why = forms.CharField(
        label="原因",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
