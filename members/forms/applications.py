"""Forms of 会籍申请: file, enter from paper, advise, decide."""

import unicodedata

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from members import cards
from members.models import Application
from unionoffice.forms import DayField, RowForm, crispy_helper

Kind, State = Application.Kind, Application.State
WORDS = {
    Kind.JOIN: "我是{school}教职工，自愿加入工会，遵守工会章程，按时交会费，"
    "参加工会的活动，做好工会交给的事。请工会批准。",
    Kind.LEAVE: "我自愿退出工会，会员证随同交回。请工会办理退会。",
    Kind.MOVE: "我的工作单位有变动，请把我的工会会籍转到新的单位。",
}
TOO_SHORT = 2


def plain(name):
    """A name as it is compared: half-width, without blanks, one kind of middle dot."""
    text = "".join(unicodedata.normalize("NFKC", name).split())
    return text.replace("•", "·").replace("・", "·").lower()


class ApplicationForm(RowForm):
    """The own application; the instance has the kind, and the applicant as member."""

    signed_as = forms.CharField(
        label="签名",
        max_length=60,
        help_text="写上自己的姓名，等于在申请书上签名。",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    class Meta:
        model = Application
        fields = ["moves_to", "words", "signed_as"]
        widgets = {"words": forms.Textarea(attrs={"rows": 6})}

    def __init__(self, *args, school, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["words"] = WORDS[self.instance.kind].format(school=school)
        self.instance.filed_on = timezone.localdate()
        if self.instance.kind == Kind.MOVE:
            self.fields["moves_to"].required = True
        else:
            del self.fields["moves_to"]

    def clean_signed_as(self):
        name = self.instance.member.name
        if plain(self.cleaned_data["signed_as"]) != plain(name):
            raise ValidationError(f"签名要和名册上的姓名「{name}」一样。")
        return name

    def validate_unique(self):
        """Whether another is under way is asked by the rule, and under the lock by
        the service, which knows a double click."""


class PaperForm(RowForm):
    """An application that somebody handed in on paper."""

    filed_on = DayField(label="申请日期", help_text="申请书上写的日期。")

    class Meta:
        model = Application
        fields = ["kind", "filed_on", "moves_to", "words"]
        widgets = {
            "kind": forms.RadioSelect,
            "words": forms.Textarea(attrs={"rows": 4}),
        }
        help_texts = {
            "moves_to": "只在转出时写。",
            "words": "申请书上写的内容，可以摘要。口头提出的，写明谁在什么时候听到的。",
        }

    def __init__(self, *args, kinds, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [
            pair for pair in Kind.choices if pair[0] in kinds
        ]
        self.initial |= {"filed_on": timezone.localdate(), "kind": kinds[0]}
        self.instance.is_paper = True

    def clean_filed_on(self):
        day = self.cleaned_data["filed_on"]
        if day > timezone.localdate():
            raise ValidationError("申请日期还没有到，请核对。")
        return day

    def clean(self):
        data = super().clean()
        if data.get("kind") == Kind.MOVE and not data.get("moves_to"):
            self.add_error("moves_to", "转出要写转往哪个单位。")
        if data.get("kind") in (Kind.JOIN, Kind.LEAVE):
            data["moves_to"] = ""
        return data

    def validate_unique(self):
        """As with ApplicationForm."""


class AdviseForm(forms.Form):
    """What the group says."""

    advice = forms.ChoiceField(
        label="小组意见", choices=Application.Advice, widget=forms.RadioSelect
    )
    words = forms.CharField(
        label="要说的话",
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="例如：什么时候、哪些人一起讨论过。不同意的要写明原因。",
    )
    helper = crispy_helper()

    def clean(self):
        data = super().clean()
        if data.get("advice") == Application.Advice.DISAGREE and not data.get("words"):
            self.add_error("words", "不同意的话，请写明原因。")
        return data


class DecideForm(forms.Form):
    """Approve, refuse, lay aside; what may be chosen depends on the application."""

    OUTCOMES = {
        State.APPROVED: "批准",
        State.REFUSED: "不批准：要写明原因",
        State.MOOT: "不再办理：要写明原因",
    }
    outcome = forms.ChoiceField(label="决定", widget=forms.RadioSelect)
    decided_on = DayField(label="批准日期")
    card_no = forms.CharField(
        label="会员证号",
        max_length=30,
        required=False,
        help_text="按「本单位资料」里的样式接着编的，可以改，也可以空着。",
    )
    card_returned = forms.BooleanField(label="已收回会员证", required=False)
    document = forms.CharField(
        label="依据",
        max_length=60,
        required=False,
        help_text="哪一次工会委员会会议或哪份文件，可以不填。",
    )
    reason = forms.CharField(
        label="原因",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="不批准或不再办理时写，申请人会看到。",
    )
    helper = crispy_helper()

    def __init__(self, *args, application, member, **kwargs):
        super().__init__(*args, **kwargs)
        self.application, self.member = application, member
        self.initial["decided_on"] = timezone.localdate()
        field = self.fields["outcome"]
        field.choices = [(one, self.OUTCOMES[one]) for one in self._outcomes()]
        self.initial["outcome"] = field.choices[0][0]
        joins = application.is_to_join
        for name in ("card_returned",) if joins else ("card_no",):
            del self.fields[name]
        if joins:
            self.initial["card_no"] = member.card_no or cards.next_number()
            self.fields["decided_on"].help_text = "会籍从这一天算起。"
        else:
            self.fields["decided_on"].help_text = "从这一天起不再是会员。"

    def _outcomes(self):
        if self.application.is_moot(self.member):
            return [State.MOOT]
        if self.application.kind == Kind.LEAVE:  # a member is free to leave
            return [State.APPROVED]
        return [State.APPROVED, State.REFUSED]

    def clean_decided_on(self):
        day = self.cleaned_data["decided_on"]
        if day > timezone.localdate():
            raise ValidationError("批准日期还没有到，请核对。")
        if day < self.application.filed_on:
            raise ValidationError("批准日期不能早于申请日期。")
        return day

    def clean_card_no(self):
        number = self.cleaned_data["card_no"].strip()
        if number and (other := cards.holder(number, self.member)) is not None:
            raise ValidationError(f"{number} 已经是{other}的会员证号，请换一个。")
        return number

    def clean(self):
        data = super().clean()
        outcome = data.get("outcome")
        if outcome in (State.REFUSED, State.MOOT):
            if len(data.get("reason") or "") < TOO_SHORT:
                self.add_error("reason", "请写明原因，申请人会看到。")
        elif outcome and data.get("decided_on"):
            for sentence in self._impossible(data["decided_on"]):
                self.add_error("decided_on", sentence)
        return data

    def _impossible(self, day):
        """What an approval on this day runs into: sentences."""
        running = self.member.running_membership
        if self.application.is_to_join:
            return self.application.membership_from(self.member, day).impossible()
        if running and day < running.joined_on:
            return ["不能早于入会日期。"]
        return []
