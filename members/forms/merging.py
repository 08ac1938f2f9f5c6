"""Two records side by side: which value of each column stays."""

from django import forms
from django.core.exceptions import ValidationError

from members import idnumber
from members.forms.people import MemberField
from members.forms.records import MASKS
from members.models import User
from members.services.merging import columns
from unionoffice.forms import crispy_helper
from unionoffice.templatetags.office import day

KEPT, GONE = "kept", "gone"


class DoubleForm(forms.Form):
    """The second record of a person, by name or 工号."""

    other = MemberField(label="另一条记录", help_text="姓名、拼音首字母或工号。")

    def __init__(self, *args, member, **kwargs):
        super().__init__(*args, **kwargs)
        self.member, self.helper = member, crispy_helper()

    def clean_other(self):
        other = self.cleaned_data["other"]
        if other.pk == self.member.pk:
            raise ValidationError("这就是同一条记录，请填另一条。")
        return other


class MergeForm(forms.Form):
    """A choice for each column in which the two differ; the rest is no question."""

    versions = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args, kept, gone, **kwargs):
        super().__init__(*args, **kwargs)
        self.kept, self.gone, self.helper = kept, gone, crispy_helper()
        self.fields["versions"].initial = self.seen
        for column in columns():
            mine, other = (getattr(row, column.attname) for row in (kept, gone))
            if mine == other:
                continue
            self.fields[column.name] = forms.ChoiceField(
                label=column.verbose_name,
                choices=[
                    (KEPT, said(kept, column)),
                    (GONE, said(gone, column)),
                ],
                initial=GONE if other and not mine else KEPT,
                widget=forms.RadioSelect,
            )
        self._ask_for_the_account()
        self._ask_whether_it_is_one_person()

    def _ask_whether_it_is_one_person(self):
        """Two names or two numbers are hardly one person's: it is said expressly."""
        numbers = {row.id_number for row in (self.kept, self.gone) if row.id_number}
        if len(numbers) < 2 and self.kept.name == self.gone.name:
            return
        self.fields["is_one"] = forms.BooleanField(
            label="两条记录的姓名或证件号码不同，已核实是同一个人"
        )

    def _ask_for_the_account(self):
        held = User.objects.with_people().filter(member__in=[self.kept, self.gone])
        if len(held) < 2:
            return
        self.fields["account"] = forms.ModelChoiceField(
            label="保留哪个账号",
            queryset=held,
            widget=forms.RadioSelect,
            empty_label=None,
            help_text="另一个马上停用，它的身份不会转过来。",
        )
        self.fields["account"].label_from_instance = account_said
        self.initial["account"] = held[0]

    @property
    def rows(self):
        """The columns that are chosen between, as bound fields."""
        names = {column.name for column in columns()}
        return [field for field in self if field.name in names]

    @property
    def seen(self):
        return f"{self.kept.version}-{self.gone.version}"

    def clean_versions(self):
        if self.cleaned_data["versions"] != self.seen:
            raise ValidationError("刚才有人改过其中一条记录，请重新对照再合并。")
        return self.seen

    @property
    def choices(self):
        """What the service asks for: the columns that come from the record that
        goes, and the account that stays."""
        chosen = self.cleaned_data
        taken = [c.name for c in columns() if chosen.get(c.name) == GONE]
        return {"taken": taken, "account": chosen.get("account")}


def said(member, column):
    """A value of a record as the page may show it."""
    value = getattr(member, column.name)
    if column.name == "id_number":
        problem = idnumber.problem(value) if value else ""
        value = idnumber.masked(value) + (f"，{problem}" if problem else "")
    elif column.name in MASKS:
        value = MASKS[column.name](value)
    elif column.choices:
        value = dict(column.flatchoices).get(value, value)
    return day(value) or str(value or "没有登记")


def account_said(account):
    """王芳的账号 T0012：工会委员，上次登录 2026年3月8日."""
    seen = f"上次登录 {day(account.last_login)}" if account.last_login else "没有登录过"
    return f"{account.username}：{'、'.join(account.role_names) or '没有身份'}，{seen}"
