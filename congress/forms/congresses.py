"""Forms of congresses, units, delegations and delegates."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from congress.models import Congress, Constituency, Delegate, Delegation
from members.forms import MembersField
from members.forms.people import MemberField
from members.models.terms import months_after
from unionoffice.forms import DayField, RowForm, VersionedForm, not_to_come

COLUMNS = ["level", "department", "term", "form", "years", "begins_on", "ends_on"]
HELP = {
    "term": "第几届，填数字。例如第五届填 5。",
    "department": "只有二级教代会选部门。",
    "form": "教职工不到 80 人的学校可以开教职工大会，人人参加，不选代表。",
}


class _Span(forms.Form):
    """The days of a congress; the end follows from the years."""

    begins_on = DayField(
        label="届期开始", required=False, help_text="一般是第一次会议的日期。"
    )
    ends_on = DayField(
        label="届期结束",
        required=False,
        help_text="不填就按届期推算；经批准延期的，写新的日期。",
    )

    def clean(self):
        data = super().clean()
        begins, years = data.get("begins_on"), data.get("years")
        if begins and years and not data.get("ends_on"):
            data["ends_on"] = months_after(begins, 12 * years)
        return data


class CongressNewForm(_Span, RowForm):
    class Meta:
        model = Congress
        fields = COLUMNS
        help_texts = HELP

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        last = Congress.objects.filter(level=Congress.Level.SCHOOL).first()
        self.initial["term"] = last.term + 1 if last else None
        self.fields["term"].widget.attrs["autofocus"] = True


class CongressEditForm(_Span, VersionedForm):
    class Meta:
        model = Congress
        fields = COLUMNS
        help_texts = HELP


class ConstituencyForm(RowForm):
    """A unit; the instance names its congress."""

    delegation_name = forms.CharField(
        label="代表团",
        required=False,
        max_length=60,
        help_text="几个单位合成一个代表团时填；没有就空着。",
    )

    class Meta:
        model = Constituency
        fields = ["name", "quota", "departments", "order"]
        widgets = {"departments": forms.CheckboxSelectMultiple}
        help_texts = {
            "departments": "用来计算选区人数；不按部门分的可以不选。",
            "order": "在名单里排第几。",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        place = self.instance.delegation
        self.initial["delegation_name"] = place.name if place else ""
        self.fields["name"].widget.attrs["autofocus"] = True

    def clean_delegation_name(self):
        return self.cleaned_data["delegation_name"].strip()


class DelegationForm(RowForm):
    class Meta:
        model = Delegation
        fields = ["name", "head", "order"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        today = timezone.localdate()
        mine = Delegate.objects.on(today).filter(delegation=self.instance)
        self.fields["head"].queryset = mine.select_related("member")
        self.fields["head"].empty_label = "还没有推选"


class _Election(forms.Form):
    """The day and the figures of an election."""

    elected_on = DayField(label="当选（确定）日期", initial=timezone.localdate)
    electorate = forms.IntegerField(
        label="选区人数", required=False, min_value=1, max_value=99_999
    )
    turnout = forms.IntegerField(
        label="参加投票人数", required=False, min_value=0, max_value=99_999
    )

    def clean_elected_on(self):
        return not_to_come(self.cleaned_data["elected_on"])

    def clean(self):
        data = super().clean()
        turnout, electorate = data.get("turnout"), data.get("electorate")
        if turnout is not None and electorate is not None and turnout > electorate:
            self.add_error("turnout", "参加投票的人数不能多于选区人数。")
        return data


class DelegatesForm(_Election):
    """Those whom one unit elected, or who are invited."""

    kind = forms.ChoiceField(label="类型", choices=Delegate.Kind)
    unit = forms.ModelChoiceField(
        label="选举单位",
        queryset=Constituency.objects.none(),
        required=False,
        empty_label="不由选举单位选出（列席、特邀）",
    )
    members = MembersField(label="当选的人")
    field_order = ["kind", "unit", "members", "elected_on", "electorate", "turnout"]

    def __init__(self, *args, congress, **kwargs):
        super().__init__(*args, **kwargs)
        self.congress = congress
        self.fields["unit"].queryset = congress.constituencies.all()

    def clean_members(self):
        """Nobody twice: neither in the list nor beside a running seat."""
        members = self.cleaned_data["members"]
        rows = Delegate.objects.filter(
            congress=self.congress, member__in=members, ended_on__isnull=True
        )
        there = [row.member.name for row in rows.select_related("member")]
        if there:
            names = "、".join(there)
            raise ValidationError(f"{names}已经是本届代表，请从名单里去掉。")
        return members

    def clean(self):
        data = super().clean()
        if data.get("kind") == Delegate.Kind.FULL and not data.get("unit"):
            self.add_error("unit", "正式代表由选举单位选出，请选单位。")
        return data


class ReplaceForm(_Election):
    """Who was elected for a seat that is empty."""

    member = MemberField(label="补选的人")
    votes = forms.IntegerField(label="得票", required=False, min_value=0)
    field_order = ["member", "elected_on", "electorate", "turnout", "votes"]

    def clean(self):
        data = super().clean()
        votes = data.get("votes")
        whole = [data.get(name) for name in ("turnout", "electorate")]
        if votes is not None and any(n is not None and votes > n for n in whole):
            self.add_error("votes", "得票不能多于参加投票或选区的人数。")
        return data


class DelegateEditForm(VersionedForm):
    elected_on = DayField(label="当选（确定）日期")

    class Meta:
        model = Delegate
        fields = [
            "kind",
            "constituency",
            "delegation",
            "is_teacher",
            "is_leader",
            "elected_on",
            "electorate",
            "turnout",
            "votes",
        ]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        within = self.instance.congress
        self.fields["constituency"].queryset = within.constituencies.all()
        self.fields["delegation"].queryset = within.delegations.all()

    def clean_elected_on(self):
        return not_to_come(self.cleaned_data["elected_on"])


class DelegateEndForm(forms.Form):
    ended_on = DayField(label="结束日期", initial=timezone.localdate)
    end_reason = forms.ChoiceField(label="原因", choices=Delegate.EndReason)
    end_note = forms.CharField(
        label="说明",
        required=False,
        max_length=200,
        help_text="撤换代表要由原选举单位全体半数以上同意，把表决日期和票数写在这里。",
    )

    def __init__(self, *args, delegate, **kwargs):
        super().__init__(*args, **kwargs)
        self.delegate = delegate

    def clean_ended_on(self):
        day = not_to_come(self.cleaned_data["ended_on"])
        if day < self.delegate.elected_on:
            raise ValidationError("结束日期不能早于当选日期。")
        return day

    def clean(self):
        data = super().clean()
        recalled = data.get("end_reason") == Delegate.EndReason.RECALLED
        if recalled and not data.get("end_note", "").strip():
            self.add_error("end_note", "撤换代表，请写明原选举单位表决的日期和票数。")
        return data
