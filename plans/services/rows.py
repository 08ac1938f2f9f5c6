"""What the deeds on rows share: versions, and what changed."""

from django.db.models import F

from unionoffice.states import StateError


def next_version(row):
    """The next version, so that an open edit form learns of the step."""
    return {"version": row.version + 1}


def write(row, **values):
    """Write some columns of one deed; open edit forms will learn of it."""
    as_read = type(row).objects.filter(pk=row.pk, version=row.version)
    if as_read.update(version=F("version") + 1, **values) != 1:
        raise StateError("刚才已经有人改过了，请刷新页面再看。")
    row.refresh_from_db()


def changes(row, columns):
    """{column: [old, new]} of what differs from the stored row."""
    old = type(row).objects.get(pk=row.pk)
    return {
        name: [str(getattr(old, name) or ""), str(getattr(row, name) or "")]
        for name in columns
        if getattr(old, name) != getattr(row, name)
    }


def names(people):
    return "、".join(sorted(str(person) for person in people))
