"""Forms of sittings: arranged, and a leave."""

from django import forms

from congress.models import Sitting
from members.forms.people import MemberField
from unionoffice.forms import DayField, RowForm, VersionedForm

COLUMNS = ["name", "held_on", "begins_at", "place"]
HELP = {
    "name": "例如：预备会议、正式会议、第二次全体会议。",
    "begins_at": "写成 14:00，可以不填。",
}


class SittingNewForm(RowForm):
    """The instance names the session."""

    held_on = DayField(label="日期")

    class Meta:
        model = Sitting
        fields = COLUMNS
        help_texts = HELP

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        session = self.instance.session
        self.initial["held_on"] = session.held_on
        self.initial["place"] = session.place


class SittingEditForm(VersionedForm):
    held_on = DayField(label="日期")

    class Meta:
        model = Sitting
        fields = COLUMNS
        help_texts = HELP


class LeaveForm(forms.Form):
    """Why one cannot come; a sentence, no more."""

    reason = forms.CharField(
        label="原因",
        max_length=100,
        required=False,
        help_text="一句话，例如：外出培训。可以不填，不用写病情。",
    )


class LeaveForForm(LeaveForm):
    """The office writes down who told them."""

    member = MemberField(label="谁请假")
    field_order = ["member", "reason"]


class DeskForm(forms.Form):
    """One field: a 工号, name, pinyin or the digit of a choice."""

    typed = forms.CharField(
        label="姓名、拼音首字母或工号",
        required=False,
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autofocus": True}),
    )
