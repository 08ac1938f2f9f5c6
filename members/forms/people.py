"""The fields in which anybody is named."""

from collections import namedtuple

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse_lazy

from members import matching
from members.models import Member

# What `matching.find` needs of a member.
Named = namedtuple("Named", "pk name staff_no spelling")


def told_apart(member):
    """王芳（T0012，语文组）: enough to choose between namesakes."""
    where = f"，{member.group}" if member.group_id else ""
    return f"{member.name}（{member.staff_no}{where}）"


class MemberInput(forms.TextInput):
    """A text box that suggests members while one types (htmx; works without)."""

    template_name = "members/_member_input.html"

    def __init__(self, attrs=None):
        super().__init__(
            {
                "autocomplete": "off",
                "placeholder": "姓名、拼音首字母或工号",
                "hx-get": reverse_lazy("members:suggest"),
                "hx-trigger": "input changed delay:250ms",
                "hx-swap": "innerHTML",
                **(attrs or {}),
            }
        )

    def get_context(self, name, value, attrs):
        """Suggestions go into a datalist of this box's own."""
        people = f"{(attrs or {}).get('id', name)}_people"
        attrs = {**(attrs or {}), "list": people, "hx-target": f"#{people}"}
        return super().get_context(name, value, attrs)


class _Naming:
    """What both fields share: whom one may name."""

    def people(self):
        """The members one may name; read anew for each form."""
        return Member.objects.working_or_retired()

    def named(self, text):
        """A `matching.Found` of whole members; only those found are read whole."""
        people = self.people()
        former = map(Named._make, people.former_numbers())
        found = matching.find(text, [*people.names_only(), *former])
        return found.read(Member.objects.with_places().in_bulk)

    def strangers(self, names):
        """A sentence each for those who are gone, and for those whom nobody knows."""
        gone = Member.objects.gone().filter(name__in=names)
        told = {m.name: m.get_work_status_display() for m in gone}
        unknown = "、".join(f"「{name}」" for name in names if name not in told)
        sentences = [f"{name}已{status}，请删去。" for name, status in told.items()]
        if unknown:
            sentences.append(f"名册里没有 {unknown}。请改正或删去。")
        return sentences


class MemberField(_Naming, forms.CharField):
    """One member by name, pinyin, initials or 工号; cleans to a Member or None."""

    widget = MemberInput

    def prepare_value(self, value):
        if isinstance(value, int):
            value = Member.objects.filter(pk=value).first() or ""
        if isinstance(value, Member):
            return f"{value.name}（{value.staff_no}）"
        return value

    def to_python(self, value):
        if isinstance(value, Member):
            return value
        text = super().to_python(value)
        if not text:
            return None
        found = self.named(text)
        if found.namesakes:
            choices = "、".join(told_apart(m) for m in found.namesakes[0][1])
            raise ValidationError(f"有几位叫「{text}」：{choices}。请写上工号。")
        if found.unknown or len(found.members) != 1:
            raise ValidationError(
                f"名册里没有「{text}」。可以写姓名、拼音首字母或工号。"
            )
        return found.members[0]

    def has_changed(self, initial, data):
        return self.prepare_value(initial) != data


class MembersField(_Naming, forms.CharField):
    """Several members, typed or pasted; cleans to a list of Member."""

    def __init__(self, **kwargs):
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": 4}))
        kwargs.setdefault(
            "help_text",
            "每行一人，或用顿号隔开；可以直接粘贴接龙。重名请写成 王芳（工号）。",
        )
        super().__init__(**kwargs)

    def prepare_value(self, value):
        if isinstance(value, (list, tuple)):
            return "、".join(f"{m.name}（{m.staff_no}）" for m in value)
        return value

    def to_python(self, value):
        if isinstance(value, (list, tuple)):
            return list(value)
        text = super().to_python(value)
        if not text:
            return []
        found = self.named(text)
        problems = [
            f"有几位叫「{typed}」：{'、'.join(told_apart(m) for m in people)}。请写上工号。"
            for typed, people in found.namesakes
        ]
        problems += self.strangers(found.unknown)
        if problems:
            raise ValidationError(problems)
        return list(found.members)

    def validate(self, value):
        if self.required and not value:
            raise ValidationError(self.error_messages["required"], code="required")
