"""Forms of what a session goes through."""

from crispy_forms.layout import Div, Layout
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from congress.forms.texts import LineField, ProseField
from congress.models import AgendaItem, Opinion, Phase, Question, Resolution, Sitting
from members.forms import MemberField
from unionoffice.files import UploadsField
from unionoffice.forms import (
    DayField,
    OnceForm,
    RowForm,
    VersionedForm,
    crispy_helper,
)

MOST_OPINIONS = 200


class _InRows:
    """Fields that belong together stand on one line."""

    ROWS = ()

    @property
    def helper(self):
        helper = crispy_helper()
        rows = [
            Div(*row, css_class="field-row") if isinstance(row, tuple) else row
            for row in self.ROWS
        ]
        helper.layout = Layout(*rows)
        for name in ("version", "form_key"):
            if name in self.fields:
                helper.layout.append(name)
        return helper


class _Agenda(_InRows, forms.Form):
    ROWS = ("title", ("verb", "speaker"), ("order", "outcome"), "note")
    title = LineField(label="议题", max_length=120)
    note = ProseField(label="说明", required=False, max_length=2_000, rows=3)


AGENDA = ["title", "verb", "speaker", "order", "outcome", "note"]


class AgendaForm(_Agenda, RowForm):
    class Meta:
        model = AgendaItem
        fields = AGENDA
        help_texts = {
            "verb": "福利、校内分配、聘任考核奖惩办法要讨论通过，经全体代表半数以上表决（教育部令第32号第七条）。",
            "outcome": "开会以后再选。",
        }


class AgendaEditForm(_Agenda, VersionedForm):
    class Meta(AgendaForm.Meta):
        pass


class PapersForm(forms.Form):
    files = UploadsField(label="会议材料")


class _Question(_InRows, forms.Form):
    asker = MemberField(label="提问人", required=False, help_text="姓名或工号。")
    text = ProseField(label="问题", max_length=2_000, rows=4)
    answer = ProseField(label="答复", required=False, max_length=5_000, rows=4)
    answered_on = DayField(label="答复日期", required=False)


class QuestionForm(_Question, OnceForm):
    ROWS = ("asker", "text", "answer", ("answered_by", "answered_on"))

    class Meta:
        model = Question
        fields = ["asker", "text", "answer", "answered_by", "answered_on"]


class QuestionEditForm(_Question, VersionedForm):
    ROWS = QuestionForm.ROWS

    class Meta(QuestionForm.Meta):
        pass


class QuestionAskForm(OnceForm):
    """What a delegate asks in writing."""

    text = ProseField(
        label="问题",
        max_length=2_000,
        rows=4,
        help_text="问清楚一件事；工会转给有关部门，答复在这里公布。",
    )

    class Meta:
        model = Question
        fields = ["text"]


class _Resolution(_InRows, forms.Form):
    ROWS = (
        ("title", "item"),
        ("passed_on", "posted_on"),
        ("base", "threshold"),
        ("of", "yes"),
        ("no", "abstained"),
        "text",
    )
    title = LineField(label="决议名称", max_length=120)
    text = ProseField(label="正文", required=False, max_length=20_000, rows=8)
    passed_on = DayField(label="表决日期")
    posted_on = DayField(
        label="公布日期", required=False, help_text="决议要向全体教职工公布。"
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        rows = AgendaItem.objects.filter(session=self.instance.session_id)
        self.fields["item"].queryset = rows
        self.fields["item"].empty_label = "不属于哪个议题"

    def clean_passed_on(self):
        day = self.cleaned_data["passed_on"]
        if day > timezone.localdate():
            raise ValidationError("表决还没有进行，请核对日期。")
        return day


RESOLUTION = [
    "title",
    "item",
    "passed_on",
    "posted_on",
    "base",
    "threshold",
    "of",
    "yes",
    "no",
    "abstained",
    "text",
]


class ResolutionForm(_Resolution, RowForm):
    class Meta:
        model = Resolution
        fields = RESOLUTION
        help_texts = {
            "base": "教代会默认是全体代表，不是到会人数。",
            "of": "按基数填人数；举手表决清点的票数填在后面，没有计票可以都不填。",
        }


class ResolutionEditForm(_Resolution, VersionedForm):
    class Meta(ResolutionForm.Meta):
        pass


class TaskForm(_InRows, forms.Form):
    ROWS = (("name", "phase"), "days")
    name = LineField(label="事项", max_length=60)
    phase = forms.ChoiceField(label="阶段", choices=Phase)
    days = forms.IntegerField(
        label="相距天数",
        required=False,
        min_value=-365,
        max_value=365,
        help_text="开会前 10 天填 -10，会后 3 天填 3；不填就不提醒。",
    )


class OpinionsForm(forms.Form):
    """What a delegation said, one opinion a line."""

    delegation = forms.ModelChoiceField(
        None, label="代表团", required=False, empty_label="不分代表团"
    )
    texts = ProseField(
        label="讨论意见", rows=6, help_text="一行一条，可以从 Word 里整段粘贴进来。"
    )

    def __init__(self, *args, session, **kwargs):
        super().__init__(*args, **kwargs)
        rows = session.congress.delegations.all()
        self.fields["delegation"].queryset = rows
        if not rows.exists():
            del self.fields["delegation"]

    def clean_texts(self):
        lines = [line.strip() for line in self.cleaned_data["texts"].splitlines()]
        lines = list(filter(None, lines))
        if len(lines) > MOST_OPINIONS:
            raise ValidationError(
                f"一次最多 {MOST_OPINIONS} 条，现在有 {len(lines)} 条。"
            )
        for number, line in enumerate(lines, 1):
            if len(line) > 500:
                raise ValidationError(
                    f"第 {number} 条有 {len(line)} 个字，最多 500 个。"
                )
        return lines


class OpinionsMergeForm(forms.Form):
    opinions = forms.ModelMultipleChoiceField(
        Opinion.objects.none(), error_messages={"required": "请先勾选意见。"}
    )

    def __init__(self, *args, session, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["opinions"].queryset = session.opinions.heads()


class MinutesForm(VersionedForm):
    minutes = ProseField(
        label="会议记录",
        required=False,
        rows=18,
        help_text="时间、地点、主持人、应到实到、议程、发言要点、决定事项。",
    )

    class Meta:
        model = Sitting
        fields = ["minutes"]
