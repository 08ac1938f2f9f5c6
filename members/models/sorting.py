"""What the database sorts and narrows long lists by, without reading every row twice."""

import datetime

from django.db import models
from django.db.models.functions import ExtractDay, ExtractMonth


class RosterPlace(models.Func):
    """0 for who works here, 1 for the retired, 2 for the gone, of a work status.

    Spelt out, where a Case would bring parameters: SQLite recognises an expression
    of an index (`roster_order`) by its words only.
    """

    template = (
        "CASE WHEN %(expressions)s IN ('left', 'dead') THEN 2"
        " WHEN %(expressions)s IN ('retired', 'retired_cadre') THEN 1 ELSE 0 END"
    )
    arity = 1
    output_field = models.IntegerField()


class Month(ExtractMonth):
    """The month of a day; for SQLite in its own words, not through Python."""

    strftime = "%%m"

    def as_sqlite(self, compiler, connection):
        day, values = compiler.compile(self.lhs)
        return f"CAST(strftime('{self.strftime}', {day}) AS INTEGER)", values


class Day(ExtractDay):
    """The day of the month; see Month."""

    strftime = "%%d"
    as_sqlite = Month.as_sqlite


def whole_years(first, last):
    """From the first day of a year to the last of another; a range that an index and
    the database itself understand."""
    return datetime.date(first, 1, 1), datetime.date(last, 12, 31)
