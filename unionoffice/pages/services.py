"""Deeds of the roof: the year-end workbook goes out."""

import io

from django.db import transaction

from members import audit
from members.models import Office
from unionoffice import xlsx, yearend


def year_export(year, *, by, today):
    """The workbook of `year` as bytes; that it went out is recorded.

    `by` is None on the command line.
    """
    target = io.BytesIO()
    sheets = yearend.sheets(year, made_by=str(by or "命令行"), today=today)
    xlsx.save(sheets, target)
    with transaction.atomic():
        audit.record(by, "year.exported", Office.load(), year=year)
    return target.getvalue()
