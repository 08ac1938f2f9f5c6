"""Deeds on sessions."""

from django.db import IntegrityError, transaction

from congress.models import Session
from members import audit
from unionoffice.states import StateError


def session_new(form, *, by):
    """The session of the form; sent twice at once, it is made once."""
    try:
        return audit.save_form(form, by=by, verb="session.made")
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


@transaction.atomic
def session_open(session, *, by):
    session.advance(Session.State.OPEN)
    audit.record(by, "session.opened", session)


@transaction.atomic
def session_close(session, *, by):
    """Close, unless a proposal came in meanwhile that still waits for a decision."""
    waiting = hold(session).proposals.undecided().count()
    if waiting:
        raise StateError(f"还有 {waiting} 件提案待审查或退回完善，会次没有闭幕。")
    session.advance(Session.State.CLOSED)
    audit.record(by, "session.closed", session)
