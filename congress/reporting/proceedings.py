"""What the pages of a session's procedure, agenda and resolutions tell."""

import datetime
from dataclasses import dataclass

from django.db.models import Count, Q
from django.utils import timezone

from congress import thresholds
from congress.models import (
    AgendaItem,
    Opinion,
    Phase,
    Question,
    Resolution,
    Session,
    Task,
)
from unionoffice.xlsx import Column, Sheet


@dataclass(frozen=True)
class Voted:
    """A resolution with the sentence that states its vote."""

    row: Resolution
    words: str


def vote_words(resolution):
    """同意61票，全体代表120人的半数以上（60票），通过; "" without counts."""
    if not resolution.is_counted:
        return ""
    threshold = thresholds.BY_CODE[resolution.threshold]
    base = thresholds.Base(resolution.base)
    said = thresholds.passed(resolution.yes, resolution.of, threshold, base)
    return f"{said}；不同意{resolution.no}票，弃权{resolution.abstained}票"


def resolutions(session):
    rows = session.resolutions.select_related("item")
    return [Voted(row, vote_words(row)) for row in rows]


def all_delegates(session):
    """全体代表 (or, without delegates, the staff) of today: the usual base."""
    today = timezone.localdate()
    congress = session.congress
    if congress.has_delegates:
        return congress.delegates.on(today).full().count() or None
    return congress.staff(today).count() or None


@dataclass(frozen=True)
class Step:
    """A task with its day."""

    row: Task
    due: datetime.date | None
    is_late: bool


def procedure(session, today):
    """The tasks by phase, how many are done, and how the papers stand."""
    rows = session.tasks.select_related("session", "done_by__member")
    steps = [Step(row, row.due_on, row.is_late_on(today)) for row in rows]
    phases = [
        (label, found)
        for code, label in Phase.choices
        if (found := [step for step in steps if step.row.phase == code])
    ]
    agenda = session.agenda.count()
    with_papers = session.agenda.filter(papers__isnull=False).distinct().count()
    return {
        "session": session,
        "phases": phases,
        "done": sum(step.row.done_on is not None for step in steps),
        "all": len(steps),
        "agenda_count": agenda,
        "with_papers": with_papers,
    }


def late_tasks(today):
    """{session: how many steps are late}, of sessions that are not long over."""
    recent = today - datetime.timedelta(days=120)
    rows = Task.objects.filter(done_on__isnull=True).select_related("session__congress")
    rows = rows.exclude(session__state=Session.State.CLOSED, session__closed_on=None)
    counts = {}
    for row in rows:
        closed = row.session.closed_on
        if row.is_late_on(today) and (closed is None or closed >= recent):
            counts[row.session] = counts.get(row.session, 0) + 1
    return counts


def opinions(session):
    """Those that stand for themselves, each with those merged into it."""
    rows = session.opinions.select_related("delegation")
    heads = rows.heads().prefetch_related("joined__delegation")
    return {
        "session": session,
        "heads": heads,
        "raw": rows.count(),
        "after": len(heads),
    }


def record(session):
    """What the page of the session says of its record, in figures."""
    counts = {
        f"{noun}_count": Count(noun, distinct=True)
        for noun in ("agenda", "resolutions", "questions", "opinions", "tasks")
    }
    done = Count("tasks", Q(tasks__done_on__isnull=False), distinct=True)
    return Session.objects.filter(pk=session.pk).aggregate(**counts, tasks_done=done)


def record_sheets(session):
    """会议档案: agenda, resolutions, questions, opinions."""
    return [
        _agenda(session.agenda.all()),
        _resolutions(session.resolutions.select_related("session", "item")),
        _questions(session.questions.select_related("session", "asker")),
        _opinions(session.opinions.select_related("delegation", "merged_into")),
    ]


def year_sheets(year):
    """决议 and 代表询问 of the sessions of a year."""
    span = (datetime.date(year, 1, 1), datetime.date(year, 12, 31))
    adopted = Resolution.objects.filter(passed_on__range=span)
    asked = Question.objects.filter(session__held_on__range=span)
    return [
        _resolutions(adopted.select_related("session", "item")),
        _questions(asked.select_related("session", "asker")),
    ]


def _agenda(rows: list[AgendaItem]):
    return Sheet(
        "会议议程",
        (
            Column("序号", "number"),
            Column("议题", width=40),
            Column("方式", width=16),
            Column("报告人", width=12),
            Column("结果", width=12),
            Column("说明", width=40),
        ),
        [
            (
                row.order,
                row.title,
                row.get_verb_display(),
                row.speaker,
                row.get_outcome_display(),
                row.note,
            )
            for row in rows
        ],
    )


def _resolutions(rows):
    return Sheet(
        "教代会决议",
        (
            Column("会次", width=26),
            Column("决议", width=40),
            Column("议题", width=26),
            Column("表决日期", "day"),
            Column("同意", "number"),
            Column("不同意", "number"),
            Column("弃权", "number"),
            Column("结果", width=46),
            Column("公布日期", "day"),
        ),
        [
            (
                str(row.session),
                row.title,
                str(row.item or ""),
                row.passed_on,
                row.yes,
                row.no,
                row.abstained,
                vote_words(row),
                row.posted_on,
            )
            for row in rows
        ],
    )


def _questions(rows):
    return Sheet(
        "代表询问",
        (
            Column("会次", width=26),
            Column("提问人", width=10),
            Column("问题", width=40),
            Column("答复人", width=12),
            Column("答复", width=40),
            Column("答复日期", "day"),
        ),
        [
            (
                str(row.session),
                str(row.asker or ""),
                row.text,
                row.answered_by,
                row.answer,
                row.answered_on,
            )
            for row in rows
        ],
    )


def _opinions(rows: list[Opinion]):
    return Sheet(
        "讨论意见",
        (
            Column("代表团", width=14),
            Column("意见", width=50),
            Column("归并到", width=40),
        ),
        [
            (str(row.delegation or ""), row.text, str(row.merged_into or ""))
            for row in rows
        ],
    )
