"""Fields of months, as people choose and write them."""

import datetime
import re
import unicodedata

from django import forms
from django.core.exceptions import ValidationError

from plans import months

ONE = re.compile(r"(\d{1,2})月?(?:份)?(?:[-–—~～至到]+(\d{1,2})月?(?:份)?)?")


class MonthField(forms.TypedChoiceField):
    """One real month out of a select; cleans to its first day or None."""

    def __init__(self, **kwargs):
        super().__init__(coerce=months.read, empty_value=None, **kwargs)

    def prepare_value(self, value):
        return value.isoformat()[:7] if isinstance(value, datetime.date) else value

    def has_changed(self, initial, data):
        return (self.prepare_value(initial) or "") != (data or "")

    def offer(self, first, count, *, also=None, empty=""):
        """Months to choose from; `also` is one that must stay choosable."""
        choices = months.choices(first, count)
        extra = months.choices(also, 1) if also else []
        known = {value for value, _ in choices}
        choices = sorted([*choices, *(pair for pair in extra if pair[0] not in known)])
        self.choices = [("", empty), *choices] if empty else choices


class MonthsField(forms.CharField):
    """Month numbers as written: 3、11 or 1-12; cleans to a list."""

    def __init__(self, **kwargs):
        kwargs.setdefault("help_text", "例如 3、11 或 1-12。")
        super().__init__(required=False, **kwargs)

    def prepare_value(self, value):
        return "、".join(map(str, value)) if isinstance(value, list) else value

    def to_python(self, value):
        if isinstance(value, list):
            return value
        text = unicodedata.normalize("NFKC", super().to_python(value))
        found = []
        for part in filter(None, re.split(r"[、,，;；\s]+", text)):
            one = ONE.fullmatch(part)
            first = int(one[1]) if one else 0
            last = int(one[2] or first) if one else 0
            if not (1 <= first <= 12 and 1 <= last <= 12 and first <= last):
                raise ValidationError("月份请写成 3、11 或 1-12 的样子。")
            found += [n for n in range(first, last + 1) if n not in found]
        return found

    def has_changed(self, initial, data):
        return self.prepare_value(initial or []) != (data or "")
