"""Deeds of the roof: the year-end workbook goes out."""

import io

from django.db import transaction

from members import audit
from members.models import Office
from unionoffice import xlsx, yearend


def year_export(year, *, by, today):
    """The workbook of `year` as bytes; that it went out is recorded."""
    target = io.BytesIO()
    xlsx.save(yearend.sheets(year, made_by=str(by), today=today), target)
    with transaction.atomic():
        audit.record(by, "year.exported", Office.load(), year=year)
    return target.getvalue()
