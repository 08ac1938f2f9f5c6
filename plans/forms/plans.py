"""Forms of plans, sections and measures."""

from crispy_forms.layout import HTML, Div, Layout
from django import forms
from django.utils import timezone

from members import roles
from members.models import Office, UnionGroup
from plans.forms.fields import MonthsField
from plans.models import Measure, Plan, PlanSection
from unionoffice.forms import DayField, OnceForm, RowForm, VersionedForm, crispy_helper

PLAN_FIELDS = ["title", "year", "start_month", "months", "owner"]


def plan_layout(hidden):
    helper = crispy_helper()
    row = Div("year", "start_month", "months", css_class="field-row")
    helper.layout = Layout("title", row, "owner", hidden)
    return helper


# Kinds of year: first month and length. Source: domain.md 8.1.
KINDS = {
    "calendar": ("自然年（1–12月）", 1, 12),
    "school": ("学年（9月–次年8月）", 9, 12),
    "february": ("春起（2月–次年1月）", 2, 12),
    "spring": ("春起（3月–次年2月）", 3, 12),
    "first_half": ("上半年（2–7月）", 2, 6),
    "second_half": ("下半年（8月–次年1月）", 8, 6),
    "from_june": ("下半年（6–12月）", 6, 7),
    "autumn": ("秋季学期（9月–次年1月）", 9, 5),
}
OTHER = "其他起止（按下面两项）"


def offer_owners(field, user):
    """Whose plan it may be: anybody's for the office (and on the command line, where
    `user` is None), a leader's own group else."""
    field.empty_label = "全校工会"
    if user and not user.has_role(*roles.OFFICE):
        field.queryset = UnionGroup.objects.filter(
            leader=user.member_id, leader__isnull=False
        )
        field.required = True
        field.empty_label = None
        field.help_text = "你写的是自己小组的计划。"


class PlanNewForm(OnceForm):
    kind = forms.ChoiceField(
        label="年度口径",
        required=False,
        choices=[*((code, words) for code, (words, *_) in KINDS.items()), ("", OTHER)],
        help_text="都不合适就选「其他起止」，再定下面两项。",
    )
    duties = forms.BooleanField(
        label="把常规工作一起排进各月",
        required=False,
        help_text="集体生日、半年报告、档案更新等，内容见「常规工作」。",
    )

    class Meta:
        model = Plan
        fields = PLAN_FIELDS

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].initial = Office.load().year_kind
        self.fields["year"].initial = timezone.localdate().year
        for name in ("start_month", "months"):
            self.fields[name].required = False
        offer_owners(self.fields["owner"], user)
        if not user.has_role(*roles.OFFICE):
            del self.fields["duties"]

    def clean(self):
        data = super().clean()
        if data.get("kind"):
            _, data["start_month"], data["months"] = KINDS[data["kind"]]
        for name in ("start_month", "months"):
            if not data.get(name):
                self.add_error(name, "请选择一项，或者在上面选年度口径。")
        return data

    @property
    def helper(self):
        helper = crispy_helper()
        first = Div("year", "kind", css_class="field-row")
        row = Div("start_month", "months", css_class="field-row")
        rest = [name for name in ("owner", "duties") if name in self.fields]
        helper.layout = Layout("title", first, row, *rest, "form_key")
        return helper


class PlanEditForm(VersionedForm):
    class Meta:
        model = Plan
        fields = PLAN_FIELDS

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        offer_owners(self.fields["owner"], user)

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

    def __init__(self, *args, user=None, **kwargs):
        super().__init__(*args, **kwargs)
        offer_owners(self.fields["owner"], user)

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


class ArchiveForm(forms.Form):
    """Nothing to fill in: the page says once what would be left undone."""

    def __init__(self, *args, unfinished, signing, **kwargs):
        super().__init__(*args, **kwargs)
        self.unfinished, self.signing = unfinished, signing

    @property
    def words(self):
        """What archiving means for this plan, in sentences."""
        told = ["归档以后，计划和里面的活动只供查看。"]
        if self.unfinished:
            told.append(
                f"还有 {self.unfinished} 项活动没有办结，归档以后不能再登记、改期或取消。"
            )
        if self.signing:
            told.append(
                f"其中 {self.signing} 项正在报名，归档以后不能再报名，也不能退出。"
            )
        return told

    @property
    def helper(self):
        helper = crispy_helper()
        first, *rest = self.words
        tags = [f"<p>{first}</p>"]
        tags += [f'<p class="alert alert-warning">{words}</p>' for words in rest]
        helper.layout = Layout(HTML("".join(tags)))
        return helper


class ReasonForm(forms.Form):
    """A deed that says why."""

    why = forms.CharField(
        label="原因",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
