"""Forms of the roster, and the fields in which anybody is named."""

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse_lazy

from members import matching
from members.models import Member


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


class _Naming:
    """What both fields share: whom one may name."""

    def people(self):
        """The members one may name; read anew for each form."""
        return Member.objects.working_or_retired().select_related("group")


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
        found = matching.find(text, self.people())
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
        found = matching.find(text, self.people())
        problems = [
            f"有几位叫「{typed}」：{'、'.join(told_apart(m) for m in people)}。请写上工号。"
            for typed, people in found.namesakes
        ]
        if found.unknown:
            names = "、".join(f"「{typed}」" for typed in found.unknown)
            problems.append(f"名册里没有 {names}。请改正或删去。")
        if problems:
            raise ValidationError(problems)
        return list(found.members)

    def validate(self, value):
        if self.required and not value:
            raise ValidationError(self.error_messages["required"], code="required")
