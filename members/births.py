"""Birth dates as people know them: a day, or a month only."""

import datetime
import re
import unicodedata

from django.core.exceptions import ValidationError

from unionoffice.forms import DayField

MONTH = re.compile(r"((?:19|20)\d{2})[-./年](\d{1,2})月?")


class Month(datetime.date):
    """The first of a birth month of which the day is not known."""


class BirthField(DayField):
    """A day like every DayField, or a month: 1980-5, 1980.5, 1980年5月.

    Cleans to a date, of a month to a `Month`.
    """

    def to_python(self, value):
        found = MONTH.fullmatch(_plain(value))
        if not found:
            return super().to_python(value)
        try:
            return Month(int(found[1]), int(found[2]), 1)
        except ValueError:
            message = f"没有 {value} 这个月，请改正。"
            raise ValidationError(message, code="invalid") from None

    def has_changed(self, initial, data):
        """Whether another day is meant, or as much is known of it as before."""
        try:
            old, new = self.to_python(initial), self.to_python(data)
        except ValidationError:
            return True
        return (old, isinstance(old, Month)) != (new, isinstance(new, Month))


def _plain(value):
    text = value if isinstance(value, str) else ""
    return unicodedata.normalize("NFKC", text).replace(" ", "")
