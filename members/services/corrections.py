"""Deeds on 资料更正: propose, withdraw, decide. Each also purges what has served."""

from django.db import transaction
from django.utils import timezone

from members import audit
from members.models import Correction, Member
from members.proposable import FIELDS
from unionoffice.states import StateError

State = Correction.State


@transaction.atomic
def correction_new(member, form, *, by):
    """Propose each field that a valid CorrectionForm changed; returns the rows.

    Sent twice (a double click) they are made once. Raises StateError where another
    proposal for one of the fields waits.
    """
    held = Member.objects.select_for_update().get(pk=member.pk)
    waiting = {row.field: row for row in Correction.objects.of(held).open()}
    texts = form.texts()
    if texts and all(_waits(waiting.get(name), text) for name, text in texts.items()):
        return [waiting[name] for name in texts]
    if double := waiting.keys() & texts:
        labels = "、".join(sorted(FIELDS[name].label for name in double))
        raise StateError(f"{labels}已经有一条更正在等核对，没有再提出。")
    rows = [
        Correction(
            member=held,
            field=name,
            old=FIELDS[name].text(getattr(held, name)),
            new=text,
            remark=form.cleaned_data["remark"],
        )
        for name, text in texts.items()
    ]
    Correction.objects.bulk_create(rows)
    audit.record(by, "correction.proposed", member, fields=list(texts))
    _purge()
    return rows


def _waits(row, text):
    return row is not None and row.new == text


@transaction.atomic
def correction_withdraw(correction, *, by):
    correction.advance(State.WITHDRAWN, decided_at=timezone.now(), decided_by=by)
    fields = [correction.field]
    audit.record(by, "correction.withdrawn", correction.member, fields=fields)
    _purge()


@transaction.atomic
def correction_decide(member, *, by, version, accepted=(), refused=()):
    """Answer several: `accepted` are corrections, `refused` (correction, reason) pairs.

    What is accepted is written over `version` of the record. Raises Conflict when the
    record was saved in between, StateError when a correction was answered or withdrawn
    in between; nothing is kept then.
    """
    _write(member, accepted, by, version)
    told = {"decided_at": timezone.now(), "decided_by": by}
    for correction, reason in refused:
        correction.advance(State.REFUSED, reason=reason, **told)
    for correction in accepted:
        correction.advance(State.ACCEPTED, **told)
    audit.record(
        by,
        "correction.decided",
        member,
        accepted=[row.field for row in accepted],
        refused={row.field: reason for row, reason in refused},
    )
    _purge()


def _write(member, accepted, by, version):
    values = {}
    for row in accepted:
        values |= FIELDS[row.field].values(row.new)
    if not values:
        return
    changes = audit.changed_columns(member, values)
    for name, value in values.items():
        setattr(member, name, value)
    for sentence in member.impossible():
        raise StateError(sentence)
    member.derive()
    member.save_version(version, [*values, "spelling", "id_index"])
    audit.record(by, "member.edited", member, changes=changes)


@transaction.atomic
def correction_reveal(member, *, by, reason):
    """Record that `by` sees the whole numbers in the proposals for this person."""
    audit.record(by, "correction.revealed", member, reason=reason)


def _purge():
    """Empty the values of what was closed long enough ago (`Correction`)."""
    spent = Correction.objects.spent(timezone.localdate())
    spent.update(old="", new="", remark="")
