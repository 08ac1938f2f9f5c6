"""Forms of the welfare work."""

from crispy_forms.layout import HTML, Div, Field, Layout
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils import timezone

from members import roles
from members.forms import MemberField, MembersField
from unionoffice.files import UploadsField
from unionoffice.forms import (
    DayField,
    MoneyField,
    OnceForm,
    VersionedForm,
    crispy_helper,
)
from welfare import rules
from welfare.models import FundSource, HealthCheck, HealthRound, Occasion, Visit

TWO = "按规定慰问要以组织名义，由两人以上走访。只有一人时请勾选「已知道，仍然保存」。"
DEFAULTS = {"kind": Visit.Kind.GOODS, "relation": Visit.Relation.SELF}

TO_COME = "走访日期还没有到。还没有去的请空着，登记为待走访。"
PAID = "已经走访的要写走访日期。其实没有去的，请工会作废这一条，再登记一条待走访。"


class VisitForm(VersionedForm, OnceForm):
    """A visit; what is asked in the corridor stands first, the rest is folded."""

    member = MemberField(label="慰问谁")
    occurred_on = DayField(
        label="发生日期", required=False, help_text="不填就与走访日期相同。"
    )
    visited_on = DayField(
        label="走访日期", required=False, help_text="还没有去的先空着，登记为待走访。"
    )
    learnt_on = DayField(label="得知日期", required=False)
    due_on = DayField(label="计划走访", required=False)
    amount = MoneyField(label="金额（元）")
    visitors = MembersField(label="走访人", required=False)
    photos = UploadsField(label="照片或收据", required=False)
    doubts_seen = forms.BooleanField(
        label="已知道，仍然保存", required=False, widget=forms.HiddenInput
    )

    class Meta:
        model = Visit
        fields = [
            "member",
            "occasion",
            "visited_on",
            "amount",
            "source",
            "kind",
            "goods",
            "visitors",
            "relation",
            "occurred_on",
            "learnt_on",
            "due_on",
            "received_by",
            "remarks",
        ]

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        for name, table in (("occasion", Occasion), ("source", FundSource)):
            chosen = Q(pk=getattr(self.instance, f"{name}_id"))
            self.fields[name].queryset = table.objects.filter(
                Q(is_active=True) | chosen
            )
        self.fields["member"].widget.attrs["autofocus"] = True
        for name in DEFAULTS:
            self.fields[name].required = False
        if self.instance.pk is None:
            self._defaults()
        else:
            self.initial["visitors"] = list(self.instance.visitors.all())
        if not user.has_role(*roles.OFFICE):
            del self.fields["remarks"]

    def _defaults(self):
        last = Visit.objects.filter(entered_by=self.user).order_by("-pk").first()
        first = self.fields["source"].queryset.first()
        self.initial.setdefault("visited_on", timezone.localdate())
        self.initial.setdefault("source", last.source_id if last else first)
        if self.user.member_id:
            self.initial.setdefault("visitors", [self.user.member])

    @property
    def helper(self):
        helper = crispy_helper()
        folded = [n for n in REST if n in self.fields]
        helper.layout = Layout(
            Field("doubts_seen"),  # where a phone shows it, once it is asked for
            *FIRST,
            Div(
                HTML("<summary>其他（都可以不填）</summary>"),
                *folded,
                css_class="folded",
                template="welfare/_folded.html",
            ),
            "version",
            "form_key",
        )
        return helper

    def clean(self):
        cleaned = super().clean()
        for name, value in DEFAULTS.items():
            cleaned[name] = cleaned.get(name) or value
        if "visited_on" in cleaned:
            self._settle(cleaned["visited_on"])
        if not cleaned.get("occurred_on"):
            cleaned["occurred_on"] = cleaned.get("visited_on") or timezone.localdate()
            self.instance.occurred_on = cleaned["occurred_on"]
        member = cleaned.get("member")
        if member and not (ruling := rules.visit_for(self.user, member)):
            self.add_error("member", ruling.reason)
        elif member and cleaned.get("occasion"):
            self._ask_about_doubts(cleaned)
        return cleaned

    def _settle(self, day):
        """The state that goes with the day of visit; what is paid stays paid."""
        if day and day > timezone.localdate():
            self.add_error("visited_on", TO_COME)
        elif not day and self.instance.state == Visit.State.VISITED:
            self.add_error("visited_on", PAID)
        else:
            self.instance.state = Visit.state_of(day)

    def _ask_about_doubts(self, cleaned):
        doubts = list(self.doubts(cleaned))
        if not doubts or cleaned.get("doubts_seen"):
            return
        self.fields["doubts_seen"].widget = forms.CheckboxInput()
        for field, words in doubts:
            self.add_error(field, words)

    def doubts(self, cleaned):
        """(field, sentence) for what is unusual but not wrong."""
        if cleaned.get("visited_on") and len(cleaned.get("visitors") or ()) < 2:
            yield "visitors", TWO
        probe = Visit(
            pk=self.instance.pk,
            member=cleaned["member"],
            occasion=cleaned["occasion"],
            visited_on=cleaned.get("visited_on"),
            occurred_on=cleaned["occurred_on"],
        )
        earlier = Visit.objects.visible_to(self.user).like(probe).first()
        if earlier:
            day, given = earlier.day, ""
            if rules.visit_amount(self.user, earlier):
                given = f"（¥{earlier.amount:,.2f}）"
            when = f"{day.year}年{day.month}月{day.day}日"
            if earlier.state == Visit.State.PLANNED:
                yield "occasion", PLANNED.format(when, probe.member)
            else:
                yield "occasion", EARLIER.format(when, probe.member, given)


EARLIER = "{} 已经为同一事由慰问过{}{}。不是重复的话，请勾选「已知道，仍然保存」。"
PLANNED = (
    "{} 已经登记了{}的同一事由，还没有去。去过了就在那一条里填走访日期；"
    "不是同一件事，请勾选「已知道，仍然保存」。"
)
FIRST = ("member", "occasion", "visited_on", "amount", "source", "visitors", "photos")
REST = (
    "kind",
    "goods",
    "relation",
    "occurred_on",
    "learnt_on",
    "due_on",
    "received_by",
    "remarks",
)


class VoidForm(forms.Form):
    reason = forms.CharField(label="作废原因", max_length=100, min_length=2)


class HealthRoundForm(OnceForm):
    starts_on = DayField(label="开始")
    ends_on = DayField(label="结束")

    class Meta:
        model = HealthRound
        fields = ["title", "whom", "starts_on", "ends_on", "place", "package", "note"]
        widgets = {"title": forms.TextInput(attrs={"autofocus": True})}


class HealthMarkForm(forms.Form):
    """Mark several people at once: ticked in the list, or pasted as names."""

    state = forms.ChoiceField(label="标记为", choices=HealthCheck.State)
    day = DayField(label="体检日期", required=False, help_text="不填就是今天。")
    ticked = forms.ModelMultipleChoiceField(
        label="勾选的人", queryset=HealthCheck.objects.none(), required=False
    )
    names = MembersField(label="或粘贴名单", required=False)

    def __init__(self, *args, health_round, **kwargs):
        super().__init__(*args, **kwargs)
        checks = health_round.checks.select_related("member")
        self.fields["ticked"].queryset = checks
        self.fields["state"].initial = HealthCheck.State.DONE
        waiting = [c.member for c in checks if c.state == HealthCheck.State.NOT_YET]
        self.fields["names"].expected = waiting

    @property
    def helper(self):
        helper = crispy_helper()
        helper.layout = Layout("state", "day", "names")
        return helper

    def clean_day(self):
        day = self.cleaned_data["day"]
        if day and day > timezone.localdate():
            raise forms.ValidationError("体检日期还没有到，查过再标记。")
        return day

    def clean(self):
        cleaned = super().clean()
        ticked = [check.member for check in cleaned.get("ticked") or ()]
        people = {m.pk: m for m in [*ticked, *(cleaned.get("names") or ())]}
        if not people and not self.errors:
            raise ValidationError("请勾选几个人，或者粘贴名单。")
        cleaned["members"] = list(people.values())
        cleaned["day"] = cleaned.get("day") or timezone.localdate()
        return cleaned
