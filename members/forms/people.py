"""The fields in which anybody is named."""

import json
from collections import namedtuple
from dataclasses import dataclass

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse_lazy

from members import matching, pasting
from members.models import Member

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

    def named(self, text, picks=None):
        """A `matching.Found` of whole members; only those found are read whole."""
        people = self.people()
        former = map(Named._make, people.former_numbers())
        found = matching.find(text, [*people.names_only(), *former], picks)
        return found.read(Member.objects.with_places().in_bulk)

    def gone(self, names):
        """{name: what became of that person} of those who left the school or died."""
        rows = Member.objects.gone().filter(name__in=names) if names else ()
        return {member.name: member.get_work_status_display() for member in rows}

    def strangers(self, names):
        """A sentence each for those who are gone, and for those whom nobody knows."""
        told = self.gone(names)
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


# How the box asks anew what its list gives. Pressing a button leaves the box, which
# asks: the answer waits until the button is let go, else it moves away in between
# and the press is lost.
ASKING = {
    "hx-post": reverse_lazy("members:names_check"),
    "hx-trigger": "change, paste delay:200ms",
    "hx-swap": "innerHTML swap:400ms",
}


class Pasted(str):
    """A list as typed, with what was picked for its unclear names."""

    picks = {}


class MembersInput(forms.Textarea):
    """A box for a list of people; what it gave stands below, where it may be mended.

    `field` is the MembersField that reads the list. While one types, the part is
    fetched (htmx); without script it comes with the form that was refused.
    """

    template_name = "members/_members_input.html"
    field = None

    def value_from_datadict(self, data, files, name):
        text = data.get(name)
        if text is None:
            return None
        pasted = Pasted(text)
        start = f"{name}__"
        pasted.picks = {
            key.removeprefix(start): data[key] for key in data if key.startswith(start)
        }
        return pasted

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        box = context["widget"]["attrs"]
        box |= ASKING | {"hx-target": f"#{box.get('id', name)}_check"}
        expected = ",".join(str(member.pk) for member in self.field.expected)
        asked = {
            "names_field": name,
            "names_expected": expected,
            "names_whom": self.field.whom,
        }
        box["hx-vals"] = json.dumps(asked)
        if isinstance(value, Pasted) and value.strip():
            context["check"] = self.field.check(value)
        return context


@dataclass(frozen=True)
class NamesCheck:
    """What a list gave, as the page tells it; `missing` of those expected."""

    found: matching.Found
    picks: dict
    missing: list
    gone: dict
    whom: str = ""

    @property
    def remarks(self):
        people = {member.pk: member for member in self.found.members}
        return [(people[pk], said) for pk, said in self.found.remarks.items()]

    @property
    def unknown(self):
        """(typed, what became of that person, whom it may mean) of unknown names."""
        return [
            (typed, self.gone.get(typed), self.found.near.get(typed, ()))
            for typed in self.found.unknown
        ]

    @property
    def settled(self):
        """(typed, picked) of what was asked before and need not be asked again."""
        open_ones = {*self.found.unknown, *(typed for typed, _ in self.found.namesakes)}
        return [pair for pair in self.picks.items() if pair[0] not in open_ones]


class MembersField(_Naming, forms.CharField):
    """Several members, typed or pasted; cleans to a list of Member.

    `expected` are the people a list is measured against: who of them is missing is
    shown, not refused; `whom` says in words who they are (负责人里). After cleaning, `found` is the matching.Found with the remarks.
    """

    def __init__(self, *, expected=(), whom="", **kwargs):
        kwargs.setdefault("widget", MembersInput(attrs={"rows": 4}))
        kwargs.setdefault(
            "help_text",
            "每行一人，或用顿号隔开；可以直接粘贴接龙或 Excel 的几列。"
            "重名请写成 王芳（工号），或在名单下面选。",
        )
        super().__init__(**kwargs)
        self.expected, self.whom, self.found = expected, whom, None
        self.widget.field = self

    def __deepcopy__(self, memo):
        copied = super().__deepcopy__(memo)
        copied.widget.field = copied
        return copied

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
        self.found = found = self.named(text, getattr(value, "picks", {}))
        problems = [
            f"有几位叫「{typed}」：{'、'.join(told_apart(m) for m in people)}。请写上工号。"
            for typed, people in found.namesakes
        ]
        problems += self.strangers(found.unknown)
        if problems:
            raise ValidationError(problems)
        return list(found.members)

    def check(self, pasted):
        """The NamesCheck of a list as it was sent; picks count as if written."""
        found = self.named(pasted, pasted.picks)
        named = {member.pk for member in found.members}
        missing = [member for member in self.expected if member.pk not in named]
        gone = self.gone(found.unknown)
        return NamesCheck(found, pasted.picks, missing, gone, self.whom)

    def validate(self, value):
        if self.required and not value:
            raise ValidationError(self.error_messages["required"], code="required")


def names_check(data):
    """(name of the field, NamesCheck) of a list that is being typed."""
    keys = [k for k in data.get("names_expected", "").split(",") if k.isdecimal()]
    wanted = [int(key) for key in keys[: pasting.MOST] if len(key) < 10]
    field = MembersField(
        expected=Member.objects.working_or_retired().of_keys(wanted),
        whom=data.get("names_whom", "")[:20],
    )
    name = data.get("names_field", "")
    pasted = field.widget.value_from_datadict(data, {}, name)
    return name, field.check(Pasted() if pasted is None else pasted)
