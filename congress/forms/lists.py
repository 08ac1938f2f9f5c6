"""The filter of the list of proposals; the export uses the same."""

import django_filters as filters
from django import forms

from congress.models import Proposal, ProposalCategory, Round, Session
from members.models import Department
from unionoffice.forms import Filters

MINE = (("author", "我提的"), ("second", "请我附议的"))
WAITING = (
    ("second", "等我附议"),
    ("finish", "我还没提交"),
    ("decide", "等待审查"),
    ("assign", "等待交办"),
    ("reply", "等我部门答复"),
    ("rate", "等我评价"),
    ("overdue", "逾期未答复"),
    ("approve", "等我审阅"),
    ("cosign", "等我部门会签"),
    ("deliver", "到期还没落实"),
    ("seconders", "正在征求附议"),
)
RECEIVED = (("yes", "已提交"),)
ANSWERED = (("yes", "已答复"),)


class ProposalFilter(Filters):
    words = filters.CharFilter(label="查找", method="by_words")
    session = filters.ModelChoiceFilter(
        label="会次", queryset=Session.objects.all(), empty_label="全部会次"
    )
    state = filters.ChoiceFilter(
        label="状态", choices=Proposal.State, empty_label="全部状态"
    )
    category = filters.ModelChoiceFilter(
        label="类别", queryset=ProposalCategory.objects.all(), empty_label="全部类别"
    )
    department = filters.ModelChoiceFilter(
        label="承办部门",
        queryset=Department.objects.all(),
        method="by_department",
        empty_label="全部部门",
    )
    mine = filters.ChoiceFilter(
        label="与我有关", choices=MINE, method="by_mine", empty_label="全部提案"
    )
    year = filters.NumberFilter(
        label="提交年份",
        method="by_year",
        widget=forms.HiddenInput,
        min_value=1901,
        max_value=2099,
    )
    received = filters.ChoiceFilter(
        label="提交", choices=RECEIVED, method="by_receipt", widget=forms.HiddenInput
    )
    decision = filters.ChoiceFilter(
        label="审查结果", choices=Proposal.Decision, widget=forms.HiddenInput
    )
    rating = filters.ChoiceFilter(
        label="满意度",
        choices=Round.Rating,
        method="by_rating",
        widget=forms.HiddenInput,
    )
    answered = filters.ChoiceFilter(
        label="答复", choices=ANSWERED, method="by_answer", widget=forms.HiddenInput
    )
    excellent = filters.ChoiceFilter(
        label="优秀",
        choices=(("yes", "优秀提案"),),
        method="by_praise",
        widget=forms.HiddenInput,
    )
    carried = filters.ModelChoiceFilter(
        label="结转到",
        field_name="carried_to",
        queryset=Session.objects.all(),
        widget=forms.HiddenInput,
    )
    waiting = filters.ChoiceFilter(
        label="待办", choices=WAITING, method="by_waiting", widget=forms.HiddenInput
    )

    class Meta:
        model = Proposal
        fields = []

    def by_words(self, rows, name, value):
        return rows.search(value[:60])

    def by_department(self, rows, name, value):
        return rows.handled_by(value)

    def by_mine(self, rows, name, value):
        member = self.request.user.member_id
        return (
            rows.written_by(member) if value == "author" else rows.seconded_by(member)
        )

    def by_year(self, rows, name, value):
        return rows.received_in(int(value))

    def by_praise(self, rows, name, value):
        return rows.filter(is_excellent=True)

    def by_receipt(self, rows, name, value):
        return rows.received()

    def by_rating(self, rows, name, value):
        return rows.rated_as(value)

    def by_answer(self, rows, name, value):
        return rows.answered()

    def by_waiting(self, rows, name, value):
        return rows.waiting(value, self.request.user)
