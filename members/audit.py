"""The audit trail: written by services, in the transaction of the deed."""

import contextvars
import hashlib
import json
import uuid

from django.db import connection, transaction
from django.db.models import Model
from django.utils import timezone

from members.models import AuditEntry
from members.sealing import SealedField

# Who is asking from where; set for each request by members.middleware.
asking = contextvars.ContextVar("asking", default=None)
LOCK = 7_301_955  # any number, the same for every writer of the chain
# Columns of personal data: that they were changed is told, not from what to what.
MASKED = {"phone", "birth_date", "marriage"}
HIDDEN = "已隐去"
# {model label: function of a row}: what a row is called where its own name says
# too much; filled by the app that knows.
LABELS = {}
CHAINED = (
    "at",
    "by_id",
    "by_name",
    "by_roles",
    "address",
    "request_id",
    "action",
    "object_type",
    "object_id",
    "object_label",
    "details",
    "previous",
)


def record(by, action, row, **details):
    """Append one entry: `by` (User or None for the office itself) did `action`
    ("noun.verbed") to `row`. `details` is what JSON can carry."""
    with transaction.atomic():
        _wait_for_the_chain()
        last = AuditEntry.objects.order_by("-pk").first()
        address, request_id = asking.get() or (None, uuid.uuid4().hex)
        entry = AuditEntry(
            at=timezone.now(),
            by=by,
            by_name=str(by) if by else "系统",
            by_roles=" ".join(sorted(by.role_codes)) if by else "",
            address=address,
            request_id=request_id,
            action=action,
            object_type=row._meta.label_lower,
            object_id=str(row.pk or ""),
            object_label=LABELS.get(row._meta.label_lower, str)(row)[:200],
            details=json.loads(json.dumps(details, default=str)),
            previous=last.digest if last else "",
        )
        entry.digest = digest(entry)
        entry.save(force_insert=True)
    return entry


def save_form(form, *, by, verb):
    """Save one ModelForm and record the changed fields, old and new."""
    with transaction.atomic():
        is_new = form.instance.pk is None
        changes = {} if is_new else changed_fields(form)
        row = form.save()
        record(by, verb, row, **({"changes": changes} if changes else {}))
    return row


def changed_fields(form):
    """{column: [old, new]} of the form's changed model fields; private ones hidden."""
    columns = {field.name: field for field in form.instance._meta.concrete_fields}
    return {
        name: _told(columns[name], form.initial.get(name), form.cleaned_data.get(name))
        for name in form.changed_data
        # An empty box may have become what the column was before.
        if name in columns and form.initial.get(name) != form.cleaned_data.get(name)
    }


def changed_columns(row, values):
    """{column: [old, new]} for `values` ({column: new}) that are about to be written
    to the row; private ones hidden."""
    columns = {field.name: field for field in row._meta.concrete_fields}
    return {
        name: _told(columns[name], getattr(row, name), new)
        for name, new in values.items()
    }


def _told(column, old, new):
    if column.name in MASKED or isinstance(column, SealedField):
        return [HIDDEN, HIDDEN]
    if column.is_relation and old and not isinstance(old, Model):
        old = column.related_model._default_manager.filter(pk=old).first()
    return [str(old or ""), str(new or "")]


def digest(entry):
    """SHA-256 of the entry's content and the digest of the entry before."""
    values = [getattr(entry, name) for name in CHAINED]
    values[0] = entry.at.timestamp()
    text = json.dumps(values, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def broken_links():
    """Yield (pk, what is wrong) for each entry that does not fit the chain."""
    previous = ""
    for entry in AuditEntry.objects.order_by("pk").iterator(chunk_size=2000):
        if entry.previous != previous:
            yield entry.pk, "前一条被删除或改动"
        if digest(entry) != entry.digest:
            yield entry.pk, "内容被改动"
        previous = entry.digest


def _wait_for_the_chain():
    """One writer at a time; SQLite's IMMEDIATE transactions see to it themselves."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
