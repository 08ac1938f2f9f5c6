"""Deeds on sessions."""

from django.db import IntegrityError, transaction

from congress.models import Session
from members import audit


def session_new(form, *, by):
    """The session of the form; sent twice at once, it is made once."""
    try:
        return audit.save_form(form, by=by, verb="session.made")
    except IntegrityError:
        made = form.instance
        return Session.objects.get(term=made.term, ordinal=made.ordinal)


@transaction.atomic
def session_edit(form, *, by):
    """Save the form if nobody saved in between; raises Conflict."""
    session = form.save(commit=False)
    session.title = session.title or session.default_title
    session.save_version(form.cleaned_data["version"], form.columns)
    changes = audit.changed_fields(form)
    audit.record(by, "session.edited", session, changes=changes)
    return session


@transaction.atomic
def session_open(session, *, by):
    session.advance(Session.State.OPEN)
    audit.record(by, "session.opened", session)


@transaction.atomic
def session_close(session, *, by):
    session.advance(Session.State.CLOSED)
    audit.record(by, "session.closed", session)
