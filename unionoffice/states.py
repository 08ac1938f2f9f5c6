"""Rows that move in steps, and rows that several people edit: one winner each."""

from django.core.exceptions import PermissionDenied
from django.db import models
from django.utils import timezone

# The quiet hue of a state that its model does not name in CHIPS.
TONES = {
    "draft": "draft",
    "done": "done",
    "closed": "done",
    "held": "done",
    "confirmed": "done",
    "rated": "done",
    "archived": "done",
    "dropped": "dropped",
    "cancelled": "dropped",
    "withdrawn": "dropped",
    "rejected": "dropped",
    "late": "late",
    "overdue": "late",
}


class StateError(PermissionDenied):
    """The step is not on the table, or somebody else was faster."""


class Conflict(Exception):
    """Somebody saved this row after it was read; `theirs` is the row as it is now."""

    def __init__(self, theirs):
        super().__init__("这条记录在你编辑时被别人改过了。")
        self.theirs = theirs


class Stateful(models.Model):
    """A row with a `state`; heirs set `State` (choices) and `NEXT` (its steps).

    `CHIPS` may name the tone of a state on pages: draft, progress, mine, done, late,
    dropped.
    """

    NEXT = {}
    CHIPS = {}

    class Meta:
        abstract = True

    def can_become(self, to):
        return to in self.NEXT.get(self.state, ())

    def advance(self, to, **values):
        """Take one step by compare-and-swap.

        `values` are written in the same UPDATE. Raises StateError when the step is
        not in NEXT, or when the row has left its state since it was read.
        """
        if not self.can_become(to):
            raise StateError(f"「{self.get_state_display()}」状态下不能这样做。")
        if "updated_at" in {field.name for field in self._meta.concrete_fields}:
            values.setdefault("updated_at", timezone.now())
        moved = (
            type(self)
            .objects.filter(pk=self.pk, state=self.state)
            .update(state=to, **values)
        )
        if moved != 1:
            raise StateError("刚才已经有人处理过了，请刷新页面看看现在的状态。")
        self.state = to
        for name, value in values.items():
            setattr(self, name, value)


class Versioned(models.Model):
    """A row that says when it was changed under somebody's hands."""

    version = models.PositiveIntegerField("版本", default=1, editable=False)

    class Meta:
        abstract = True

    def save_version(self, expected, fields):
        """Write the named fields if the row is still at version `expected`.

        Raises Conflict, with the row as it is now, if it is not.
        """
        values = {name: getattr(self, name) for name in fields}
        written = (
            type(self)
            .objects.filter(pk=self.pk, version=expected)
            .update(version=expected + 1, **values)
        )
        if written != 1:
            raise Conflict(type(self).objects.get(pk=self.pk))
        self.version = expected + 1

    @classmethod
    def save_many(cls, rows, fields):
        """Write the named columns of whole rows that are held, each a version on.

        By INSERT … ON CONFLICT: many times faster than bulk_update. A row must be as
        it stands in the database but for these columns.
        """
        for row in rows:
            row.version += 1
        cls.objects.bulk_create(
            rows,
            batch_size=500,
            update_conflicts=True,
            unique_fields=["id"],
            update_fields=sorted({*fields, "version"}),
        )


def tone_of(row):
    """The hue of a row's state on pages."""
    return row.CHIPS.get(row.state) or TONES.get(row.state, "progress")
