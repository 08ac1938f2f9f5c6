"""Forms of the author."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MinLengthValidator
from django.db.models import Q

from congress import rules
from congress.forms.texts import LineField, ProseField
from congress.models import Proposal, ProposalCategory, Session
from members.forms import MembersField
from unionoffice.files import UploadsField
from unionoffice.forms import OnceForm, VersionedForm

MOST_FILES = 6
MOST_ASKED = 30


class _Texts(forms.Form):
    """What a proposal says, with a hint under each field."""

    title = LineField(
        label="案由",
        max_length=200,
        validators=[
            MinLengthValidator(4, "案由至少 4 个字，让人一看就知道要办什么事。")
        ],
        help_text="一句话说清要办什么事，一事一案。例如：在南校门增设电动自行车充电棚。",
    )
    category = forms.ModelChoiceField(
        ProposalCategory.objects.none(),
        label="类别",
        required=False,
        empty_label="请选择",
        help_text="提交前要选。拿不准就选最接近的，不影响立案。",
    )
    reason = ProseField(
        label="理由",
        required=False,
        help_text="提交前要写。现在是什么情况、影响到谁、为什么要解决。写事实和数字，不评论个人。",
    )
    measures = ProseField(
        label="建议措施",
        required=False,
        help_text="提交前要写。建议怎么做、由哪个部门做、什么时候做完。只提问题、没有措施的提案不能立案。",
    )
    files = UploadsField(label="附件", required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["category"].queryset = ProposalCategory.objects.filter(
            Q(is_active=True) | Q(pk=self.instance.category_id)
        )

    def clean_files(self):
        files = self.cleaned_data["files"]
        there = self.instance.files.count() if self.instance.pk else 0
        if there + len(files) > MOST_FILES:
            raise ValidationError(f"附件最多 {MOST_FILES} 个。")
        return files


class ProposalForm(_Texts, OnceForm):
    class Meta:
        model = Proposal
        fields = ["session", "title", "category", "reason", "measures"]

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        rows = Session.objects.underway().select_related("congress")
        sessions = [session for session in rows if rules.may_propose(user, session)]
        field = self.fields["session"]
        field.queryset = rows.filter(pk__in=[session.pk for session in sessions])
        if len(sessions) == 1:
            field.widget = forms.HiddenInput()
            field.initial = sessions[0].pk


class ProposalEditForm(_Texts, VersionedForm):
    class Meta:
        model = Proposal
        fields = ["title", "category", "reason", "measures"]


class InviteForm(forms.Form):
    """Whom to ask to second."""

    members = MembersField(label="附议人")

    def __init__(self, *args, proposal, **kwargs):
        super().__init__(*args, **kwargs)
        self.proposal = proposal

    def clean_members(self):
        members = self.cleaned_data["members"]
        asked = {row.member_id for row in self.proposal.secondings.all()}
        again = [member.name for member in members if member.pk in asked]
        if self.proposal.author_id in {member.pk for member in members}:
            raise ValidationError("提案人不能附议自己的提案，请去掉自己的名字。")
        session = self.proposal.session
        others = [m.name for m in members if not session.lets_second(m.pk)]
        if others:
            raise ValidationError(
                f"{session.short}会议由正式代表附议，{'、'.join(others)}不是正式代表，请换成代表。"
            )
        if again:
            raise ValidationError(f"{'、'.join(again)}已经邀请过了，请去掉。")
        if len(asked) + len(members) > MOST_ASKED:
            raise ValidationError(f"一件提案最多邀请 {MOST_ASKED} 位附议人。")
        return members


class WithdrawForm(forms.Form):
    note = ProseField(
        label="撤回原因", required=False, max_length=500, rows=3, help_text="可以不填。"
    )
