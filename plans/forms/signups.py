"""Forms of signing up: terms, questions, one's own sign-up, a pasted list."""

import datetime

from crispy_forms.layout import HTML, Div, Fieldset, Layout
from django import forms
from django.utils import timezone

from members import pasting
from members.forms import MembersField
from members.models import Member, UnionGroup
from plans.models import Question, SignupSheet
from plans.rules import sheet_arrange, signup_name
from unionoffice.forms import DayField, RowForm, VersionedForm, crispy_helper, named

COLUMNS = [
    "allocation",
    "places",
    "opens_at",
    "closes_at",
    "back_until",
    "companions_most",
    "companions_count",
    "people",
    "members_only",
    "sex",
    "age_from",
    "age_to",
    "years_from",
    "note",
]
FIXED = ("allocation", "companions_count")  # once somebody has signed up


class MomentWidget(forms.MultiWidget):
    """A day and a time, as two boxes with one label."""

    def __init__(self, attrs=None):
        day = forms.DateInput(
            format="%Y-%m-%d",
            attrs={"placeholder": "2026-3-8", "autocomplete": "off"},
        )
        clock = forms.TimeInput(format="%H:%M", attrs={"type": "time"})
        super().__init__({"day": day, "time": clock}, attrs)

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        label = self.attrs.get("aria-label", "")
        for part, word in zip(
            context["widget"]["subwidgets"], ("日期", "时间"), strict=True
        ):
            part["attrs"]["aria-label"] = f"{label}{word}"
        return context

    def decompress(self, value):
        if not value:
            return [None, None]
        local = timezone.localtime(value)
        return [local.date(), local.time()]


class MomentField(forms.MultiValueField):
    """A moment by the clock of the school; without a time it is `default`."""

    widget = MomentWidget

    def __init__(self, *, default, **kwargs):
        self.default = default
        parts = (DayField(required=False), forms.TimeField(required=False))
        super().__init__(parts, require_all_fields=False, **kwargs)
        self.widget.attrs["aria-label"] = self.label

    def compress(self, values):
        day, clock = values or (None, None)
        if day is None:
            return None
        moment = datetime.datetime.combine(day, clock or self.default)
        return timezone.make_aware(moment)


MORNING, EVENING = datetime.time(8, 0), datetime.time(23, 59)


class SheetForm(RowForm):
    """The terms of a sign-up."""

    opens_at = MomentField(label="报名开始", default=MORNING)
    closes_at = MomentField(label="报名截止", default=EVENING)
    back_until = MomentField(
        label="最晚退出",
        default=EVENING,
        required=False,
        help_text="空着就是报名截止以前；抽签的，空着就是活动前一天。",
    )
    groups = forms.ModelMultipleChoiceField(
        UnionGroup.objects.none(),
        label="只限这些小组",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="一个都不勾就是全校。",
    )

    class Meta:
        model = SignupSheet
        fields = COLUMNS
        labels = {
            "age_from": "年满（岁）",
            "age_to": "不超过（岁）",
            "years_from": "来校满（年）",
            "companions_most": "每人最多带几位家属同行",
        }
        help_texts = {
            "places": "不限人数就空着；抽签一定要写。",
            "companions_most": "不能带人就写 0。",
        }
        widgets = {"note": forms.Textarea(attrs={"rows": 3})}

    hidden = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["groups"].queryset = UnionGroup.objects.filter(is_active=True)
        self.fields["sex"].choices = [("", "不限"), *Member.Sex.choices]
        if self.instance.pk:
            self.initial["groups"] = list(self.instance.groups.all())
            self._fix()
        else:
            self.initial |= first_terms(self.instance.activity)

    def _fix(self):
        if self.instance.last_number:
            for name in FIXED:
                self.fields[name].disabled = True
                self.fields[name].help_text = "已经有人报名，不能再改。"

    def clean_places(self):
        places, taken = self.cleaned_data["places"], self.instance.taken
        if places is not None and places < taken:
            raise forms.ValidationError(too_few(taken, self.instance))
        return places

    @property
    def helper(self):
        helper = crispy_helper()
        helper.layout = Layout(
            _row("allocation", "places"),
            _row("opens_at", "closes_at"),
            "back_until",
            Fieldset(
                "谁能报名",
                _row("people", "sex"),
                "members_only",
                "groups",
                _row("age_from", "age_to", "years_from"),
            ),
            Fieldset("同行的家属", "companions_most", "companions_count"),
            "note",
            *self.hidden,
        )
        return helper


def too_few(taken, sheet):
    """Why there cannot be fewer places, with the number in use."""
    whom = "报上的人和同行的人" if sheet.companions_count else "报上的人"
    return f"{whom}已经占了 {taken} 个名额，不能比这更少。"


def _row(*names):
    return Div(*names, css_class="field-row")


def first_terms(activity):
    """From now until the day before the activity."""
    today = timezone.localdate()
    day = (
        activity.starts_on or today + datetime.timedelta(days=8)
    ) - datetime.timedelta(days=1)
    last = datetime.datetime.combine(max(day, today), EVENING)
    now = timezone.localtime().replace(minute=0, second=0, microsecond=0)
    return {"opens_at": now, "closes_at": timezone.make_aware(last)}


class SheetEditForm(SheetForm, VersionedForm):
    hidden = ("version",)

    def theirs(self, row):
        pairs = super().theirs(row)
        mine = named(self.cleaned_data["groups"])
        other = named(row.groups.all())
        return pairs if mine == other else [*pairs, ("只限这些小组", mine, other)]


class QuestionForm(RowForm):
    class Meta:
        model = Question
        fields = ["words", "kind", "options", "is_required"]
        widgets = {"options": forms.Textarea(attrs={"rows": 4})}
        help_texts = {
            "words": "例如：衣服尺码、是否用餐、上车地点。不要问身份证号和病史。"
        }


def answer_field(question):
    """The field in which this question is answered."""
    words = {"label": question.words, "required": question.is_required}
    if question.kind == Question.Kind.TEXT:
        return forms.CharField(max_length=100, **words)
    choices = [("", "请选择"), *((one, one) for one in question.choices)]
    return forms.ChoiceField(choices=choices, **words)


class SignupForm(forms.Form):
    """One's own sign-up: who comes along, and the questions."""

    def __init__(self, *args, sheet, signup=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.questions = list(sheet.questions.all())
        told = {a.question_id: a.text for a in signup.answers.all()} if signup else {}
        brought = signup.companions if signup else 0
        if sheet.companions_most or brought:
            self.fields["companions"] = companions_field(sheet, brought)
        for question in self.questions:
            field = answer_field(question)
            field.initial = told.get(question.pk)
            self.fields[f"question{question.pk}"] = field

    @property
    def companions(self):
        return self.cleaned_data.get("companions", 0)

    @property
    def answers(self):
        """{question: text} of what was answered."""
        return {q: self.cleaned_data[f"question{q.pk}"] for q in self.questions}

    @property
    def helper(self):
        helper = crispy_helper()
        names = list(self.fields)
        nothing = HTML('<p class="form-note">没有别的要填，按下面的按钮就行。</p>')
        helper.layout = Layout(*names or [nothing])
        return helper


def companions_field(sheet, brought):
    """How many come along: as many as allowed, or as were granted already."""
    most = max(sheet.companions_most, brought)
    words = f"最多带 {most} 位；不带人就写 0。"
    return forms.IntegerField(
        label="同行的家属（人数）",
        min_value=0,
        max_value=most,
        initial=brought,
        help_text=companions_told(sheet),
        error_messages=dict.fromkeys(["min_value", "max_value"], words),
    )


def companions_told(sheet):
    counted = "也占名额" if sheet.companions_count else "不占名额"
    return f"最多 {sheet.companions_most} 位，{counted}；不带人就写 0。"


class SignupEnterForm(forms.Form):
    """An officer signs up a whole group, or pastes a list."""

    members = MembersField(label="会员", required=False)
    groups = forms.ModelMultipleChoiceField(
        UnionGroup.objects.none(),
        label="整组报名",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="组里符合报名条件的人都报上。",
    )
    ticked = forms.BooleanField(
        label="不符合条件的也照样报名",
        required=False,
        help_text="名单里有人不符合报名条件时，先说明是谁、为什么，勾了才报。",
    )

    def __init__(self, *args, sheet, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.sheet, self.user = sheet, user
        groups = UnionGroup.objects.filter(is_active=True)
        if not sheet_arrange(user, sheet.activity):
            groups = groups.filter(leader=user.member_id)
        self.fields["groups"].queryset = groups

    def clean(self):
        data = super().clean()
        if self.errors:
            return data
        named_ones, unfit = data["members"], []
        ruling = signup_name(self.user, self.sheet.activity, named_ones)
        if not ruling:
            raise forms.ValidationError(ruling.reason)
        with_periods = Member.objects.among(named_ones).with_memberships().with_places()
        for member in with_periods:
            reasons = [*self.sheet.refusals(member), *self._too_many(member)]
            if reasons:
                unfit.append(f"{member.name}：{''.join(reasons)}")
        if unfit and not data["ticked"]:
            words = "这几位不符合报名条件，要照样报名请勾选下面一项。"
            raise forms.ValidationError([words, *unfit])
        if not self.everybody():
            raise forms.ValidationError("请写姓名，或者勾选小组。")
        return data

    @property
    def companions(self):
        """{key of a member: how many come along}, as written behind the names."""
        found = self.fields["members"].found
        said = found.remarks.items() if found else ()
        counted = ((pk, pasting.companions(remark)) for pk, remark in said)
        return {pk: number for pk, number in counted if number}

    def _too_many(self, member):
        most, number = self.sheet.companions_most, self.companions.get(member.pk, 0)
        if number <= most:
            return []
        allowed = f"每人最多带 {most} 位" if most else "不带家属"
        return [f"写了带 {number} 位，这次{allowed}。"]

    def everybody(self):
        """Those named, then those of the chosen groups who may; each once."""
        groups = self.cleaned_data["groups"]
        here = Member.objects.working_or_retired().filter(group__in=groups)
        of_groups = here.with_memberships() if groups else ()
        fit = [member for member in of_groups if not self.sheet.refusals(member)]
        return list({m.pk: m for m in (*self.cleaned_data["members"], *fit)}.values())
