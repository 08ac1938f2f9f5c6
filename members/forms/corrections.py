"""Forms of 资料更正: propose, and answer several at once."""

import copy

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from members import idnumber, phones, sealing
from members.forms.records import MaskedField, years_of
from members.models import Member
from members.proposable import FIELDS
from unionoffice.forms import crispy_helper

ACCEPT, REFUSE, LATER = "accept", "refuse", ""
ANSWERS = ((ACCEPT, "采纳"), (REFUSE, "不采纳"), (LATER, "先不答复"))
PHONES = ("phone", "emergency_phone")
GONE = "有一项刚才已经撤回或答复过了，没有保存。下面是还在等核对的。"


class CorrectionForm(forms.Form):
    """The own record, without the fields for which a proposal waits already."""

    helper = crispy_helper()

    def __init__(self, *args, member, waiting=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.member = member
        for name, one in FIELDS.items():
            if name in waiting:
                continue
            value = getattr(member, name)
            self.fields[name] = one.form_field()
            self.initial[name] = one.mask(value) if one.mask else value
        self.fields["remark"] = forms.CharField(
            label="说明",
            required=False,
            max_length=200,
            widget=forms.Textarea(attrs={"rows": 2}),
            help_text="例如：什么时候改的、凭什么证件。可以不填。",
        )

    def clean_id_number(self):
        """A number with its check digit; whose else it may be is not told to anybody."""
        number = idnumber.normal(self.cleaned_data["id_number"])
        is_resident = self.member.id_kind == Member.IdKind.RESIDENT
        is_new = number and is_resident and "id_number" in self.changed_data
        if is_new and (problem := idnumber.problem(number)):
            raise ValidationError(problem)
        return number

    def clean_children(self):
        """The years of birth only; what stands there stays as it is."""
        text = self.cleaned_data["children"]
        return years_of(text) if "children" in self.changed_data else text

    def clean(self):
        data = super().clean()
        for name in self.fields:
            if problem := self._problem(name):
                self.add_error(name, problem)
        if not self.errors:
            for sentence in self._wanted().impossible():
                raise ValidationError(sentence)
        if not self.errors and not self.texts():
            raise ValidationError("还没有改动任何一项。把有误的改成对的，再提出。")
        return data

    def _problem(self, name):
        """Why what was typed cannot be, or ""."""
        value = self.cleaned_data.get(name)
        typed = str(self.data.get(name) or "").strip()
        if MaskedField.is_mask(typed) and typed != self.initial.get(name):
            return MaskedField.MASK  # part of the mask was written over
        if name not in self.changed_data or not value:
            return ""
        if name in PHONES:
            return phones.problem(value)
        is_early = name == "birth_date" and value > timezone.localdate()
        return "出生日期还没有到，请核对。" if is_early else ""

    def _wanted(self):
        """The record as it would be."""
        wanted = copy.copy(self.member)
        for name in self.texts():
            setattr(wanted, name, self.cleaned_data[name])
        return wanted

    def texts(self):
        """{name: text} of each column that shall be otherwise."""
        return {
            name: text
            for name, one in FIELDS.items()
            if name in self.changed_data
            and name in self.cleaned_data
            and (text := one.text(self.cleaned_data[name]))
            != one.text(getattr(self.member, name))
        }


class CorrectionDecideForm(forms.Form):
    """An answer and, where it is no, a reason for each correction that waits."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    helper = crispy_helper()

    def __init__(self, *args, member, waiting, **kwargs):
        super().__init__(*args, **kwargs)
        self.member, self.waiting = member, list(waiting)
        self.initial["version"] = member.version
        for row in self.waiting:
            label = FIELDS[row.field].label
            self.fields[f"answer_{row.pk}"] = forms.ChoiceField(
                label=f"{label}：答复",
                choices=ANSWERS,
                required=False,
                initial=LATER,
                widget=forms.RadioSelect,
            )
            self.fields[f"reason_{row.pk}"] = forms.CharField(
                label=f"{label}：不采纳的原因", required=False, max_length=200
            )

    def answered(self, answer):
        name = "answer_{}".format
        return [r for r in self.waiting if self.cleaned_data.get(name(r.pk)) == answer]

    @property
    def accepted(self):
        return self.answered(ACCEPT)

    @property
    def refused(self):
        """(correction, reason) pairs."""
        data = self.cleaned_data
        return [(row, data[f"reason_{row.pk}"]) for row in self.answered(REFUSE)]

    def clean(self):
        data = super().clean()
        for row in self.answered(REFUSE):
            if not data.get(f"reason_{row.pk}"):
                self.add_error(f"reason_{row.pk}", "请写明原因，本人会看到。")
        for row in self.accepted:
            for sentence in self._impossible(row):
                self.add_error(f"answer_{row.pk}", sentence)
        for sentence in self._impossible_together():
            self.add_error(None, sentence)
        if self._answers_what_is_gone():
            raise ValidationError(GONE)
        if not (self.accepted or self.answered(REFUSE)):
            raise ValidationError("还没有答复任何一项。")
        return data

    def _impossible(self, row):
        """Why the record cannot take it: sentences."""
        try:
            value = FIELDS[row.field].value(row.new)
        except ValidationError as error:
            return error.messages
        if row.field == "id_number" and value:
            taken = Member.objects.with_id_index(sealing.index(value))
            if taken.exclude(pk=self.member.pk).exists():
                return ["这个身份证号已经登记在另一个人名下，请核对。"]
        return []

    def _impossible_together(self):
        """Why the record cannot stand with all that is accepted: sentences."""
        wanted = copy.copy(self.member)
        for row in self.accepted:
            if f"answer_{row.pk}" not in self.errors:
                setattr(wanted, row.field, FIELDS[row.field].value(row.new))
        return wanted.impossible()

    def _answers_what_is_gone(self):
        names = (n for n in self.data if n.startswith("answer_") and self.data.get(n))
        return any(name not in self.fields for name in names)

    def over(self, member, waiting):
        """The same answers, asked again over what there is now."""
        data = self.data.copy()
        data["version"] = member.version
        return type(self)(data, member=member, waiting=waiting)
