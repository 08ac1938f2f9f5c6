"""The columns of the own record that a person may want corrected.

One line a column, in the order of the form. How a column is checked and shown follows
from the model; `private` ones are masked until somebody reveals them with a reason.
"""

import datetime
from dataclasses import dataclass

from django.db import models

from members import idnumber, phones
from members.forms.records import MaskedField, hidden
from members.models import Member
from unionoffice.forms import DayField, ask_to_choose, spoken


@dataclass(frozen=True)
class Proposable:
    """A column; `mask` hides it (class 2 and 3 of trust.md 1.4)."""

    name: str
    mask: object = None
    help_text: str = ""
    longest: int = 30  # signs, where the column itself sets no limit
    also: tuple = ()  # (column, value) pairs that an accepted value brings with it

    @property
    def column(self):
        return Member._meta.get_field(self.name)

    @property
    def label(self):
        return str(self.column.verbose_name)

    def form_field(self):
        """The field of a form, empty where the column may be empty."""
        values = {"label": self.label, "help_text": self.help_text}
        values["required"] = not self.column.blank
        if self.mask:
            return MaskedField(
                max_length=self.column.max_length or self.longest, **values
            )
        if isinstance(self.column, models.DateField):
            return DayField(**values)
        field = self.column.formfield(**values)
        ask_to_choose(field)
        return field

    def text(self, value):
        """A value of the column as it is kept: a day as 2026-03-08."""
        if isinstance(value, datetime.date):
            return value.isoformat()
        return "" if value is None else str(value)

    def value(self, text):
        """The value of the column that a text means; raises ValidationError."""
        if not text:
            return None if self.column.null else ""
        return self.column.clean(text, None)

    def values(self, text):
        """{column: value} of all that is written when a text is accepted."""
        return {self.name: self.value(text), **dict(self.also)}

    def said(self, text, *, whole=False):
        """A kept text as people read it: masked unless `whole`, a choice by its words."""
        if self.mask:
            return text if whole else self.mask(text)
        return spoken(self.column.formfield(), text)


FIELDS = {
    one.name: one
    for one in (
        Proposable("name"),
        Proposable("former_names"),
        Proposable("sex"),
        Proposable("ethnicity"),
        Proposable("birth_date", also=(("birth_day_known", True),)),
        Proposable("id_number", mask=idnumber.masked),
        Proposable("phone", mask=phones.masked),
        Proposable("marriage"),
        Proposable(
            "children",
            mask=hidden,
            longest=60,
            help_text="只写出生年份，例如 2012、2016；不写姓名和生日。",
        ),
        Proposable("address", mask=hidden, longest=100),
        Proposable("emergency_name", mask=hidden, longest=60),
        Proposable("emergency_phone", mask=hidden, longest=20),
        Proposable("post"),
        Proposable("title"),
        Proposable("education", help_text="最高学历，例如：本科、硕士研究生。"),
        Proposable("politics", help_text="例如：中共党员、群众、民盟盟员。"),
        Proposable("working_since", help_text="参加工作的日期。"),
        Proposable("teaching_since", help_text="参加教育工作的日期。"),
        Proposable("joined_school_on"),
    )
}
