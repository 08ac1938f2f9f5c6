"""Deeds on sessions."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from congress.models import ProcedureStep, Proposal, Session, Task
from congress.services.steps import tell
from members import audit
from unionoffice.states import StateError


def session_new(form, *, by):
    """The session of the form, with the steps of the usual procedure; sent twice at
    once, it is made once."""
    try:
        with transaction.atomic():
            session = audit.save_form(form, by=by, verb="session.made")
            lay_out(session)
            return session
    except IntegrityError:
        made = form.instance
        return Session.objects.get(congress=made.congress, ordinal=made.ordinal)


@transaction.atomic
def session_edit(form, *, by):
    """Save the form if nobody saved in between; raises Conflict."""
    session = form.save(commit=False)
    session.title = session.title or session.default_title
    _keep_numbers(hold(session), session)
    session.save_version(form.cleaned_data["version"], form.columns)
    changes = audit.changed_fields(form)
    audit.record(by, "session.edited", session, changes=changes)
    return session


def hold(session):
    """The row as it is now; nothing is handed in until the transaction ends."""
    return Session.objects.select_for_update().get(pk=session.pk)


def _place(session):
    return session.congress_id, session.ordinal


def _keep_numbers(now, session):
    """A number like 5-4-003 names term and ordinal: once given, they stay."""
    if _place(now) != _place(session) and now.has_numbers:
        raise StateError("刚才已有提案编了号，届和次不能再改，修改没有保存。")


def lay_out(session):
    """Give a session the steps of the procedure that the office has in use."""
    Task.objects.bulk_create(
        Task(
            session=session,
            phase=step.phase,
            order=step.order,
            name=step.name,
            days=step.days,
            by_workdays=step.by_workdays,
        )
        for step in ProcedureStep.objects.in_use()
    )


@transaction.atomic
def session_open(session, *, by, at=None):
    """Begin, and take along what earlier sessions have not brought to its end."""
    session.advance(Session.State.OPEN)
    rows = Proposal.objects.carried_from(session.congress)
    earlier = rows.exclude(session=session)
    carried = list(earlier.select_for_update(of=("self",)))
    session.carried.add(*carried)
    for row in carried:
        tell(row, f"结转到{session.short}会议继续跟踪", by=by, at=at)
    audit.record(by, "session.opened", session, carried=len(carried))


@transaction.atomic
def session_close(session, *, by):
    """Close, unless a proposal came in meanwhile that still waits for a decision."""
    waiting = hold(session).proposals.undecided().count()
    if waiting:
        raise StateError(f"还有 {waiting} 件提案待审查或退回完善，会次没有闭幕。")
    session.advance(Session.State.CLOSED, closed_on=timezone.localdate())
    audit.record(by, "session.closed", session)
