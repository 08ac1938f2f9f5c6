"""Deeds on what a session goes through: each written once, changed by version."""

from django.db import transaction
from django.utils import timezone

from congress.models import (
    AgendaItem,
    AgendaPaper,
    Opinion,
    Question,
    Resolution,
    Session,
    Task,
)
from members import audit
from unionoffice.states import StateError

ADDED = {
    AgendaItem: "agendaitem.added",
    Resolution: "resolution.added",
}
EDITED = {
    AgendaItem: "agendaitem.edited",
    Question: "question.edited",
    Resolution: "resolution.edited",
}
REMOVED = {
    AgendaItem: "agendaitem.removed",
    Question: "question.removed",
    Resolution: "resolution.removed",
}


@transaction.atomic
def question_new(form, *, by):
    """One question for one rendering of the form, however often it is sent."""
    question = form.save(commit=False)
    made = question.save_once(session=question.session)
    if made is question:
        audit.record(by, "question.added", made)
    return made


def entry_new(form, *, by):
    """An item of the agenda or a resolution."""
    return audit.save_form(form, by=by, verb=ADDED[type(form.instance)])


@transaction.atomic
def entry_edit(form, *, by):
    """Save the form if nobody saved in between; raises Conflict."""
    row = form.save(commit=False)
    row.save_version(form.cleaned_data["version"], form.columns)
    changes = audit.changed_fields(form)
    audit.record(by, EDITED[type(row)], row, changes=changes)
    return row


@transaction.atomic
def entry_remove(row, *, by):
    """Remove it; raises StateError where a resolution stands on it."""
    if hasattr(row, "resolutions") and row.resolutions.exists():
        raise StateError("这个议题已经登记了决议，不能删去。")
    audit.record(by, REMOVED[type(row)], row)
    row.delete()


@transaction.atomic
def papers_add(item, *, by, files):
    for upload in files:
        AgendaPaper.made_from(upload, item=item, added_by=by).save()
    audit.record(by, "agendaitem.papers_added", item, count=len(files))


@transaction.atomic
def paper_remove(paper, *, by):
    audit.record(by, "agendaitem.paper_removed", paper.item, paper=paper.name)
    stored = paper.file
    paper.delete()
    transaction.on_commit(lambda: stored.delete(save=False))


@transaction.atomic
def task_tick(task, *, by, done):
    """Say that it is done, or that it is not; said twice, it stays so."""
    values = {"done_on": None, "done_by": None}
    if done:
        values = {"done_on": timezone.localdate(), "done_by": by}
    rows = Task.objects.filter(pk=task.pk, done_on__isnull=done)
    if rows.update(**values):
        audit.record(by, "task.ticked", task, done=done)


@transaction.atomic
def task_add(session, *, by, name, phase, days=None):
    last = session.tasks.filter(phase=phase).last()
    order = last.order + 1 if last else 0
    task, is_new = Task.objects.get_or_create(
        session=session,
        name=name,
        defaults={"phase": phase, "days": days, "order": order},
    )
    if is_new:
        audit.record(by, "task.added", task)
    return task


@transaction.atomic
def task_remove(task, *, by):
    audit.record(by, "task.removed", task)
    task.delete()


@transaction.atomic
def opinions_add(session, *, by, texts, delegation=None):
    """Write them down; what this delegation said already stands there once."""
    Session.objects.select_for_update().get(pk=session.pk)
    known = set(
        session.opinions.filter(delegation=delegation).values_list("text", flat=True)
    )
    fresh = [text for text in dict.fromkeys(texts) if text not in known]
    made = Opinion.objects.bulk_create(
        Opinion(session=session, delegation=delegation, text=text) for text in fresh
    )
    audit.record(by, "opinion.added", session, count=len(made))
    return made


@transaction.atomic
def opinions_merge(opinions, *, by):
    """The first of these (by their order) takes the others in, and theirs.

    Raises StateError for fewer than two, or where one was merged meanwhile.
    """
    rows = list(Opinion.objects.heads().filter(pk__in=[row.pk for row in opinions]))
    if len(rows) < 2:
        raise StateError("请勾选两条以上还没有归并的意见。")
    first, *others = rows
    keys = [row.pk for row in others]
    Opinion.objects.filter(merged_into__in=keys).update(merged_into=first)
    Opinion.objects.filter(pk__in=keys).update(merged_into=first)
    audit.record(by, "opinion.merged", first.session, count=len(rows))
    return first


@transaction.atomic
def opinion_release(opinion, *, by):
    """Stands for itself again."""
    Opinion.objects.filter(pk=opinion.pk).update(merged_into=None)
    audit.record(by, "opinion.released", opinion.session)


@transaction.atomic
def minutes_write(form, *, by):
    """Save the minutes if nobody saved in between; raises Conflict."""
    sitting = form.save(commit=False)
    sitting.save_version(form.cleaned_data["version"], ["minutes"])
    audit.record(by, "sitting.minuted", sitting, letters=len(sitting.minutes))
    return sitting
