"""The form of a session."""

from crispy_forms.layout import Div, Layout
from django import forms

from congress.models import Session
from members.models import Office
from unionoffice.forms import DayField, RowForm, VersionedForm, crispy_helper

FIELDS = [
    "congress",
    "ordinal",
    "title",
    "held_on",
    "place",
    "proposals_from",
    "proposals_until",
    "seconds_wanted",
    "proposers",
    "seconders",
    "reply_due_on",
    "scale",
    "papers_days",
    "is_joint",
]

NUMBERED = "已经有提案按这一届这一次编号，不能再改。"


class _Days(forms.Form):
    """The days of a session, as people type them."""

    held_on = DayField(label="召开日期", required=False)
    proposals_from = DayField(
        label="提案征集开始", required=False, help_text="这一天起可以提交提案。"
    )
    proposals_until = DayField(
        label="提案征集截止",
        required=False,
        help_text="这一天 24 点以前可以提交；过后草稿仍然保留，但不能提交。",
    )
    reply_due_on = DayField(
        label="答复期限", required=False, help_text="交办提案时的默认期限，可以逐件改。"
    )

    def clean(self):
        data = super().clean()
        due, last = data.get("reply_due_on"), data.get("proposals_until")
        if due and last and due < last:
            self.add_error("reply_due_on", "答复期限不能早于提案征集截止日。")
        return data


def in_rows():
    """A helper that puts what belongs together on one line."""
    helper = crispy_helper()
    helper.layout = Layout(
        Div("congress", "ordinal", css_class="field-row"),
        "title",
        Div("held_on", "place", css_class="field-row"),
        Div("proposals_from", "proposals_until", css_class="field-row"),
        Div("proposers", "seconders", css_class="field-row"),
        Div("seconds_wanted", "reply_due_on", css_class="field-row"),
        Div("scale", "papers_days", css_class="field-row"),
        "is_joint",
    )
    return helper


class SessionForm(_Days, VersionedForm):
    class Meta:
        model = Session
        fields = FIELDS
        help_texts = {
            "ordinal": "这一届的第几次会议。例如第四次填 4。",
            "title": "不填就用「第五届第四次教职工代表大会」这样的名称。",
            "seconders": "选正式代表的，这一届还没有登记代表以前，全体会员都能附议。",
            "papers_days": "会议材料在召开日期前几天送到代表手里；上海为 7 天。",
            "is_joint": "教代会和工会会员代表大会一起开的，名称里会写明。",
            "seconds_wanted": "每件提案至少要几位同事附议才能提交，一般是 2。",
        }

    def clean(self):
        data = super().clean()
        renamed = {"congress", "ordinal"}.intersection(self.changed_data)
        if renamed and self.instance.has_numbers:
            for name in sorted(renamed):
                self.add_error(name, NUMBERED)
        return data

    @property
    def helper(self):
        helper = in_rows()
        helper.layout.append("version")
        return helper


class SessionNewForm(_Days, RowForm):
    class Meta(SessionForm.Meta):
        fields = FIELDS

    def __init__(self, *args, within=None, **kwargs):
        """`within` is the key of the congress that is meant, as an address has it."""
        super().__init__(*args, **kwargs)
        self.initial["seconds_wanted"] = Office.load().seconds_wanted
        rows = Session.objects.all()
        if str(within).isdecimal():
            self.initial["congress"] = int(within)
            rows = rows.filter(congress=within)
        elif last := rows.first():
            self.initial["congress"] = last.congress_id
        last = rows.first()
        self.initial["ordinal"] = last.ordinal + 1 if last else 1

    @property
    def helper(self):
        return in_rows()
