"""Forms of the office, the departments and the author after submission."""

from collections import defaultdict

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MinLengthValidator
from django.utils import timezone

from congress.forms.proposals import MOST_FILES
from congress.forms.texts import ProseField
from congress.models import Proposal, RejectReason, Round
from members import roles
from members.models import Department, Member, User
from unionoffice.files import UploadsField
from unionoffice.forms import DayField

OUTCOMES = (
    (Proposal.State.ACCEPTED, "立案：属于职权范围，有价值，有可能办"),
    (Proposal.State.ADVICE, "转为意见建议：有参考价值但不够立案，仍交部门答复"),
    (Proposal.State.RETURNED, "退回完善：请提案人补充后再提交"),
    (Proposal.State.REJECTED, "不予立案：要选一条理由"),
)


class DecideForm(forms.Form):
    outcome = forms.ChoiceField(
        label="审查结果", choices=OUTCOMES, widget=forms.RadioSelect
    )
    reason = forms.ModelChoiceField(
        RejectReason.objects.in_use(),
        label="不予立案的理由",
        required=False,
        empty_label="（只在不予立案时选）",
    )
    note = ProseField(
        label="审查意见",
        required=False,
        max_length=2_000,
        rows=4,
        help_text="提案人会看到。退回完善时必须写明要补充什么。",
    )

    def clean(self):
        data = super().clean()
        outcome = data.get("outcome")
        if outcome == Proposal.State.REJECTED and not data.get("reason"):
            self.add_error("reason", "不予立案要选一条理由。")
        if outcome == Proposal.State.RETURNED and not data.get("note"):
            self.add_error("note", "退回时请写明要补充什么。")
        return data


class DepartmentField(forms.ModelChoiceField):
    """A department, with the names of those who can answer for it."""

    def __init__(self, **kwargs):
        places = Department.objects.filter(is_active=True)
        super().__init__(places, empty_label="请选择", **kwargs)

    def names(self):
        found = defaultdict(list)
        holders = User.objects.filter(
            groups__name=roles.HANDLER, is_active=True, member__isnull=False
        ).values_list("member__department", "member__name")
        for department, name in holders:
            found[department].append(name)
        return found

    def label_from_instance(self, department):
        if not hasattr(self, "_names"):
            self._names = self.names()
        people = "、".join(self._names[department.pk]) or "还没有承办账号"
        return f"{department.name}（{people}）"


class HelpersField(forms.ModelMultipleChoiceField):
    """Departments that help; cleans to a list."""

    def __init__(self, **kwargs):
        places = Department.objects.filter(is_active=True)
        super().__init__(places, widget=forms.CheckboxSelectMultiple, **kwargs)

    def clean(self, value):
        return list(super().clean(value))


class LeaderField(forms.ModelChoiceField):
    """A member whose account is a school leader's."""

    def __init__(self, **kwargs):
        holders = User.objects.filter(groups__name=roles.LEADER, is_active=True)
        people = Member.objects.filter(user__in=holders).order_by("pk")
        super().__init__(people, empty_label="不送审阅，直接答复提案人", **kwargs)


class AssignForm(forms.Form):
    department = DepartmentField(
        label="承办部门",
        help_text="括号里是能答复的人。没有的，请工会主席给该部门的人加「承办部门」身份。",
    )
    helpers = HelpersField(
        label="协办部门",
        required=False,
        help_text="可以不选。协办部门会签以后，由主办部门汇总答复。",
    )
    leader = LeaderField(
        label="分管校领导",
        required=False,
        help_text="选了的，答复先送这位校领导审阅，逾期也会提醒。",
    )
    due_on = DayField(label="答复期限")
    note = ProseField(
        label="交办意见",
        required=False,
        max_length=2_000,
        rows=3,
        help_text="对承办部门的要求，可以不填。",
    )

    def clean(self):
        data = super().clean()
        if data.get("department") in data.get("helpers", ()):
            self.add_error("helpers", "主办部门不用再选为协办部门。")
        return data

    def clean_due_on(self):
        day = self.cleaned_data["due_on"]
        if day < timezone.localdate():
            raise ValidationError("答复期限不能早于今天。")
        return day


class TransferForm(AssignForm):
    note = ProseField(
        label="改派原因",
        max_length=2_000,
        rows=3,
        help_text="例如：改由总务处主办；或同意延期到 12 月 20 日。",
    )


class _Promise(forms.Form):
    """A result, and the day of what it promises."""

    def clean(self):
        data = super().clean()
        if data.get("result") in Round.DATED and not (
            data.get("promised_on") or "promised_on" in self.errors
        ):
            self.add_error("promised_on", "正在解决或列入计划的，要写计划完成日期。")
        if data.get("result") and data["result"] not in Round.DATED:
            data["promised_on"] = None
        return data


class ReplyForm(_Promise):
    result = forms.ChoiceField(
        label="办理结果", choices=Round.Result, widget=forms.RadioSelect
    )
    text = ProseField(
        label="答复内容",
        rows=8,
        validators=[MinLengthValidator(10, "答复太短了，请写清楚怎么办、何时办。")],
        help_text="能办的写措施和完成时间；暂时办不了的写难处、打算和时间；不采纳的写原因。",
    )
    promised_on = DayField(
        label="计划完成日期",
        required=False,
        help_text="选「正在解决」或「列入计划」时要填。",
    )
    files = UploadsField(label="附件", required=False)

    def clean_files(self):
        files = self.cleaned_data["files"]
        if len(files) > MOST_FILES:
            raise ValidationError(f"附件最多 {MOST_FILES} 个。")
        return files


class RateForm(forms.Form):
    rating = forms.ChoiceField(label="你对这次答复", widget=forms.RadioSelect)
    note = ProseField(
        label="评价意见",
        required=False,
        max_length=2_000,
        rows=4,
        help_text="选「不满意」时请写明哪里需要重新办理，工会会再次交办。",
    )

    def __init__(self, *args, scale, **kwargs):
        """`scale` is a Session.Scale: how many grades there are."""
        super().__init__(*args, **kwargs)
        self.fields["rating"].choices = Round.grades_of(scale)

    def clean(self):
        data = super().clean()
        unhappy = data.get("rating") == Round.Rating.UNSATISFIED
        if unhappy and not data.get("note"):
            self.add_error("note", "选「不满意」时，请写明哪里需要重新办理。")
        return data


class ConcludeForm(forms.Form):
    note = ProseField(
        label="办结说明",
        max_length=2_000,
        rows=4,
        help_text="写明已经沟通的情况和不再重新办理的原因，提案人会看到。",
    )


class FollowForm(_Promise):
    result = forms.ChoiceField(
        label="现在的情况", choices=Round.Result, widget=forms.RadioSelect
    )
    promised_on = DayField(
        label="计划完成日期",
        required=False,
        help_text="还没有办完的，写新的计划完成日期。",
    )
    note = ProseField(
        label="说明",
        max_length=2_000,
        rows=4,
        help_text="做到哪一步了，提案人会看到。",
    )


class CosignForm(forms.Form):
    text = ProseField(
        label="会签意见",
        max_length=2_000,
        rows=5,
        help_text="你的部门做什么、什么时候做；没有意见就写「同意」。",
    )


class SendBackForm(forms.Form):
    note = ProseField(
        label="要改什么",
        max_length=2_000,
        rows=4,
        help_text="承办部门会看到；原来写的答复保留，改好再送。",
    )


class InstructForm(forms.Form):
    text = ProseField(label="批示", max_length=2_000, rows=4)
