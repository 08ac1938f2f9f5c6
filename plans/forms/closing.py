"""The form of the record of what was held: people, text, prizes, costs."""

from crispy_forms.layout import Div, Layout
from django import forms
from django.utils import timezone

from members.forms import MembersField
from members.models import Member, UnionGroup
from plans.forms.activities import shown
from plans.models import AccountHeading, Activity
from unionoffice.files import UploadsField
from unionoffice.forms import DayField, MoneyField, crispy_helper
from unionoffice.templatetags.office import money


class Line(forms.Form):
    """A line that may stay empty; `needed` are the fields of one that does not."""

    needed = ()

    @property
    def helper(self):
        helper = crispy_helper()
        helper.layout = Layout(Div(*self.fields, css_class="field-row line-row"))
        return helper

    @property
    def is_blank(self):
        return not any(self.cleaned_data.get(name) for name in self.needed)

    def clean(self):
        data = super().clean()
        if any(data.get(name) for name in self.needed):
            for name in self.needed:
                if not data.get(name) and name not in self.errors:
                    label = self.fields[name].label
                    self.add_error(name, f"这一行还要写{label}；不要就全部清空。")
        return data


class CostLine(Line):
    needed = ("amount", "purpose")
    purpose = forms.CharField(label="用途", max_length=100, required=False)
    amount = MoneyField(label="金额（元）", required=False)
    heading = forms.ModelChoiceField(
        AccountHeading.objects.none(),
        label="科目",
        required=False,
        empty_label="（未定）",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        also = self.initial.get("heading")
        self.fields["heading"].queryset = AccountHeading.objects.offered(also)


class PrizeLine(Line):
    needed = ("name", "winner")
    name = forms.CharField(label="奖项或名次", max_length=40, required=False)
    winner = forms.CharField(label="得奖的人或队", max_length=200, required=False)
    people = forms.IntegerField(
        label="得奖人数", min_value=1, max_value=10000, required=False
    )


CostLines = forms.formset_factory(CostLine, extra=2, max_num=60, validate_max=True)
PrizeLines = forms.formset_factory(PrizeLine, extra=1, max_num=60, validate_max=True)


RECORD = (
    "held_on",
    "held_until",
    "report",
    "lessons",
    "hours",
    "cost",
    "guests",
)


class CloseForm(forms.Form):
    """The record of what was held: day, people, text, papers, cost."""

    held_on = DayField(label="举办日期")
    held_until = DayField(label="到（多天时填）", required=False)
    attendees = MembersField(label="参加人员", required=False, whom="负责人、协助人里")
    groups = forms.ModelMultipleChoiceField(
        UnionGroup.objects.filter(is_active=True),
        label="整组参加",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="勾选的小组，组里在职和离退休的人都记为参加。",
    )
    guests = forms.IntegerField(
        label="其他人员（人数）",
        required=False,
        min_value=0,
        max_value=100000,
        help_text="名册以外的人，例如家属、来宾。",
    )
    report = forms.CharField(
        label="活动记录",
        required=False,
        max_length=20000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="做了什么、结果怎样。",
    )
    lessons = forms.CharField(
        label="经验和改进",
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="下次照着做、不再犯的。",
    )
    hours = forms.DecimalField(
        label="每人计时（小时）",
        required=False,
        min_value=0.5,
        max_value=999,
        decimal_places=1,
    )
    cost = MoneyField(
        label="支出（元）",
        required=False,
        help_text="下面写了明细，就以明细的合计为准。",
    )
    files = UploadsField(label="照片和材料", required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, activity, **kwargs):
        super().__init__(*args, **kwargs)
        self.activity = activity
        closing = self.data.get("to") == Activity.State.CLOSED
        self.target = Activity.State.CLOSED if closing else Activity.State.HELD
        self.initial = record_of(activity) | self.initial
        here = [activity.lead] if activity.lead else []
        self.fields["attendees"].expected = [*here, *activity.helpers.all()]
        self.costs = CostLines(
            self._sent("cost"), prefix="cost", initial=costs_of(activity)
        )
        self.prizes = PrizeLines(
            self._sent("prize"), prefix="prize", initial=prizes_of(activity)
        )

    def _sent(self, prefix):
        """The data, if lines of this kind came with it; else they stay as they are."""
        return self.data if f"{prefix}-TOTAL_FORMS" in self.data else None

    def is_valid(self):
        sent = [lines for lines in (self.costs, self.prizes) if lines.is_bound]
        fine = [lines.is_valid() for lines in sent]
        return super().is_valid() and all(fine)

    @property
    def helper(self):
        helper = crispy_helper()
        days = Div("held_on", "held_until", css_class="field-row")
        sums = Div("guests", "hours", "cost", css_class="field-row")
        rest = ("groups", sums, "report", "lessons", "files", "version")
        helper.layout = Layout(days, "attendees", *rest)
        return helper

    def clean(self):
        data = super().clean()
        first, last = data.get("held_on"), data.get("held_until")
        if first and first > timezone.localdate():
            self.add_error("held_on", "举办日期还没有到，办完再登记。")
        if first and last and last < first:
            self.add_error("held_until", "结束日期不能早于举办日期。")
        if (
            self.target == Activity.State.CLOSED
            and not (data.get("report") or "").strip()
        ):
            message = "写几句活动记录才能完成；来不及写，可以按「暂存」。"
            self.add_error("report", message)
        data["guests"] = data.get("guests") or 0
        return data

    @property
    def said(self):
        budget, cost = self.activity.budget, self.record()["cost"]
        over = ""
        if None not in (budget, cost) and cost > budget:
            over = f"支出 {money(cost)} 超过了预算 {money(budget)}，请留意。"
        if self.target == Activity.State.CLOSED:
            return f"活动记录已完成，年终统计会用到它。{over}"
        return f"已记下举办情况，活动记录还要补写。{over}"

    def values(self):
        """What the deed of recording needs."""
        return {
            "to": self.target,
            "record": self.record(),
            "attendees": self.everybody(),
            "files": self.cleaned_data["files"],
            "costs": lines_of(self.costs),
            "prizes": lines_of(self.prizes),
            "expected": self.cleaned_data["version"],
        }

    def record(self):
        """The columns of the record."""
        found = {name: self.cleaned_data[name] for name in RECORD}
        spent = [line["amount"] for line in lines_of(self.costs) or ()]
        return found | ({"cost": sum(spent)} if spent else {})

    def theirs(self, row):
        """Label, my text and the saved text of each part of the record."""
        saved = record_of(row)
        mine = self.record() | {"attendees": self.everybody()}
        return [
            (self.fields[name].label, shown(row, name, one), shown(row, name, other))
            for name, one in mine.items()
            if shown(row, name, one) != shown(row, name, other := saved[name])
        ]

    def everybody(self):
        """Those named and those of the chosen groups, each once."""
        groups = self.cleaned_data["groups"]
        here = Member.objects.working_or_retired()
        of_groups = here.filter(group__in=groups) if groups else ()
        named = {m.pk: m for m in (*self.cleaned_data["attendees"], *of_groups)}
        return list(named.values())


def lines_of(lines):
    """The values of the lines that were filled in; None where none were sent."""
    if not lines.is_bound:
        return None
    return [line.cleaned_data for line in lines if not line.is_blank]


def costs_of(activity):
    return list(activity.costs.values("purpose", "amount", "heading"))


def prizes_of(activity):
    return list(activity.prizes.values("name", "winner", "people"))


def record_of(activity):
    """What the close-out form begins with."""
    today = timezone.localdate()
    planned = activity.starts_on if activity.starts_on else today
    return {
        "held_on": activity.held_on or min(planned, today),
        "held_until": activity.held_until,
        "attendees": list(activity.attendees.all()),
        "guests": activity.guests,
        "report": activity.report,
        "cost": activity.cost,
        "lessons": activity.lessons,
        "hours": activity.hours,
        "version": activity.version,
    }
