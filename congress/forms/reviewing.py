"""Forms of the committee: views, decisions in a block, and which goes with which."""

from crispy_forms.layout import Layout
from django import forms
from django.db.models import Count

from congress.forms.handling import OUTCOMES, DecideForm
from congress.forms.texts import LineField, ProseField
from congress.models import Proposal, Review
from congress.services.joining import LEADS
from unionoffice.forms import crispy_helper


class ReviewForm(forms.Form):
    """One member's view."""

    outcome = forms.ChoiceField(
        label="我的意见", choices=Review.Outcome, widget=forms.RadioSelect
    )
    note = LineField(
        label="说明",
        required=False,
        max_length=200,
        help_text="例如：与 5-4-003 相同，建议并案。可以不填。",
    )


class BlockForm(DecideForm):
    """The same decision on several; which are meant is ticked in the table."""

    proposals = forms.ModelMultipleChoiceField(
        Proposal.objects.none(),
        error_messages={"required": "请先勾选提案。"},
        widget=forms.MultipleHiddenInput,
    )

    def __init__(self, *args, rows, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["proposals"].queryset = rows
        outcome = self.fields["outcome"]
        outcome.label = "对勾选的提案"
        outcome.choices = [(code, words.partition("：")[0]) for code, words in OUTCOMES]

    @property
    def helper(self):
        """Without the ticks, which stand in the table."""
        helper = crispy_helper()
        helper.layout = Layout("outcome", "reason", "note")
        return helper


class LeadField(forms.ModelChoiceField):
    """Proposals that others may be merged into."""

    def label_from_instance(self, row):
        joint = f"，已并入 {row.joint} 件" if row.joint else ""
        return f"{row.number_text} {row.title}（{row.author}{joint}）"


class MergeForm(forms.Form):
    into = LeadField(
        Proposal.objects.none(),
        label="并入哪一件",
        empty_label="请选择",
        help_text="并入以后按那一件审查和办理，两件的提案人都是联合提案人。",
    )
    note = ProseField(
        label="说明",
        required=False,
        max_length=500,
        rows=3,
        help_text="提案人会看到，可以不填。",
    )

    def __init__(self, *args, proposal, **kwargs):
        super().__init__(*args, **kwargs)
        rows = Proposal.objects.filter(session=proposal.session_id, state__in=LEADS)
        rows = rows.exclude(pk=proposal.pk).annotate(joint=Count("joined"))
        rows = rows.select_related("author", "session__congress")
        self.fields["into"].queryset = rows.in_order_of_number()


class MoveForm(forms.Form):
    """To which session a draft goes."""

    session = forms.ChoiceField(label="转到", widget=forms.RadioSelect)

    def __init__(self, *args, sessions, **kwargs):
        super().__init__(*args, **kwargs)
        self.by_key = {str(session.pk): session for session in sessions}
        choices = [(key, str(session)) for key, session in self.by_key.items()]
        self.fields["session"].choices = choices
        self.initial["session"] = choices[0][0] if choices else None

    def clean_session(self):
        return self.by_key[self.cleaned_data["session"]]
