"""Forms of departments and groups."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from members import tree
from members.forms.people import MemberField, MembersField
from members.models import Department, Member, UnionGroup
from unionoffice.forms import (
    CHOOSE,
    DayField,
    VersionedForm,
    crispy_helper,
    not_to_come,
)

PAPER = "批准的会议或文件，可以不填。"


class _PlaceForm(VersionedForm):
    """A place; under another one or not, never under itself."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        rows = type(self.instance).objects.all()
        parents = dict(rows.values_list("pk", "parent"))
        mine = tree.below(parents, self.instance.pk) if self.instance.pk else ()
        field = self.fields["parent"]
        field.queryset = rows.open_or(self.instance.parent_id).exclude(pk__in=mine)
        field.empty_label = "没有，在最上面"
        self.fields["name"].label = "名称"
        self.fields["name"].widget.attrs["autofocus"] = True
        self.fields["order"].help_text = "数小的排在前面。"


class DepartmentForm(_PlaceForm):
    class Meta:
        model = Department
        fields = ["name", "kind", "parent", "order"]


class UnionGroupForm(_PlaceForm):
    class Meta:
        model = UnionGroup
        fields = ["name", "parent", "order"]


FORMS = {Department: DepartmentForm, UnionGroup: UnionGroupForm}


class PlaceCloseForm(forms.Form):
    """From which day a place is no more."""

    closed_on = DayField(label="撤销日期", initial=timezone.localdate)

    def clean_closed_on(self):
        return not_to_come(self.cleaned_data["closed_on"])


class LeaderForm(forms.Form):
    """Who leads a place from a day; nobody where the name is left out."""

    member = MemberField(label="姓名", required=False, help_text="空着表示暂时没有人。")
    changed_on = DayField(label="从哪天起", initial=timezone.localdate)
    document = forms.CharField(
        label="依据", max_length=60, required=False, help_text=PAPER
    )

    def __init__(self, *args, place, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["member"].label = f"新的{place.HEAD}"
        self.fields["member"].widget.attrs["autofocus"] = True

    def clean_changed_on(self):
        return not_to_come(self.cleaned_data["changed_on"])


class MoveForm(forms.Form):
    """People ticked in a place's list, or pasted, and where they go."""

    ticked = forms.ModelMultipleChoiceField(
        label="勾选的人", queryset=Member.objects.none(), required=False
    )
    names = MembersField(label="或粘贴名单", required=False)
    place = forms.ModelChoiceField(label="移到哪里", queryset=None)
    moved_on = DayField(label="从哪天起", initial=timezone.localdate)
    document = forms.CharField(
        label="依据", max_length=60, required=False, help_text=PAPER
    )

    def __init__(self, *args, place, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["ticked"].queryset = Member.objects.at(place)
        self.fields[
            "names"
        ].help_text += f"也可以写别处的人：目标选{place}，就移到这里来。"
        field = self.fields["place"]
        field.label = f"移到哪个{place.WORD}"
        field.queryset = type(place).objects.open()
        field.empty_label = CHOOSE

    @property
    def helper(self):
        helper = crispy_helper()
        helper.layout = helper.build_default_layout(self)
        helper.layout.fields.remove("ticked")  # the boxes stand in the list
        return helper

    def clean_moved_on(self):
        return not_to_come(self.cleaned_data["moved_on"])

    def clean(self):
        cleaned = super().clean()
        named = [*(cleaned.get("ticked") or ()), *(cleaned.get("names") or ())]
        cleaned["people"] = list({member.pk: member for member in named}.values())
        if not named and not self.errors:
            raise ValidationError("请勾选几个人，或者粘贴名单。")
        return cleaned
