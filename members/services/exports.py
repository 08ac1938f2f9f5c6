"""Lists that go out as workbooks."""

from django.db import transaction

from members import audit
from members.models import Office


@transaction.atomic
def exported(*, by, action, query, columns, count, row=None, handed=None):
    """Record that a list went out: by which filters, with which headings, how many
    rows. `row` is what the list belongs to, else it is the office's; `handed` says
    what for and to whom where personal columns went along."""
    told = {"query": query, "columns": columns, "rows": count, **(handed or {})}
    audit.record(by, action, row or Office.load(), **told)
