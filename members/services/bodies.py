"""Deeds on offices: an election, a seat taken, mended and left, the end of a term."""

from django.db import transaction

from members import audit
from members.models import Body, Post, Seat, Term
from unionoffice.states import StateError

MEANWHILE = "刚才已经有人登记过了，请刷新页面看看现在的任职。"


@transaction.atomic
def term_new(term, *, by, people):
    """Begin a term with everybody who was elected; the one before ends on that day.

    `term` is unsaved; `people` is {post: members}. Raises StateError where that term
    is there already, or one begun later is.
    """
    body = _hold(term.body)
    if body.terms.filter(number=term.number).exists():
        raise StateError(f"{body}第 {term.number} 届已经登记过了。")
    if body.terms.filter(elected_on__gte=term.elected_on).exists():
        raise StateError("已经登记了更晚选举的一届，请核对选举日期。")
    for before in body.terms.open():
        _close(before, by=by, day=term.elected_on)
    _end_seats(body.seats, term.elected_on)
    term.save(force_insert=True)
    Seat.objects.bulk_create(
        Seat(body=body, term=term, member=member, post=post, began_on=term.elected_on)
        for post in Post
        for member in people[post]
    )
    told = {
        body.title_of(post): "、".join(map(str, people[post]))
        for post in Post
        if people[post]
    }
    audit.record(by, "term.begun", term, elected_on=term.elected_on, **told)
    return term


@transaction.atomic
def term_edit(term, form, *, by):
    """Save a valid TermEditForm; raises Conflict when somebody saved in between."""
    changes = audit.changed_fields(form)
    term.save_version(form.cleaned_data["version"], form.columns)
    audit.record(by, "term.edited", term, changes=changes)


@transaction.atomic
def term_close(term, *, by, closed_on):
    """End a term that no other follows; everybody leaves office on that day.

    Raises StateError where it was closed, or somebody took a seat after that day.
    """
    _hold(term.body)
    _close(Term.objects.with_bodies().get(pk=term.pk), by=by, day=closed_on)


def _close(term, *, by, day):
    if term.closed_on:
        raise StateError(f"{term}已经结束了。")
    if term.elected_on > day:
        raise StateError(f"{term}在这一天还没有选举，请写以后的日期。")
    _end_seats(term.seats, day)
    term.closed_on = day
    term.save_version(term.version, ["closed_on"])
    audit.record(by, "term.closed", term, on=day)


def _end_seats(seats, day):
    """Everybody leaves office on `day`; raises StateError for who came later."""
    running = seats.running()
    if running.filter(began_on__gt=day).exists():
        raise StateError("这一天以后还有人任职，请写以后的日期。")
    running.update(ended_on=day, ended_by=Seat.Ended.TERM)


@transaction.atomic
def seat_take(seat, *, by):
    """Let somebody take an office of a body, in its open term where it has terms.

    `seat` is unsaved. Raises StateError where the body has no open term, the person
    sits there already, or the day lies before the election.
    """
    body = _hold(seat.body)
    seat.term = body.terms.open().first()
    if body.has_terms and seat.term is None:
        raise StateError(f"{body}还没有登记这一届，先登记换届。")
    if seat.term and seat.began_on < seat.term.elected_on:
        raise StateError(f"任职日期早于{seat.term}的选举日期。")
    if body.seats.running().filter(member=seat.member).exists():
        raise StateError(f"{seat.member}已经在{body}任职。")
    seat.save(force_insert=True)
    told = {"post": seat.title, "portfolio": seat.portfolio, "on": seat.began_on}
    audit.record(by, "seat.taken", seat, how=seat.get_begun_by_display(), **told)
    return seat


@transaction.atomic
def seat_edit(seat, form, *, by):
    """Save a valid SeatEditForm; raises Conflict when somebody saved in between."""
    changes = audit.changed_fields(form)
    seat.save_version(form.cleaned_data["version"], form.columns)
    audit.record(by, "seat.edited", seat, changes=changes)


@transaction.atomic
def seat_leave(seat, *, by, ended_on, ended_by, document=""):
    """Leave an office on `ended_on`. Raises StateError where it was left before, or
    changed since it was read."""
    rows = Seat.objects.running().filter(pk=seat.pk, version=seat.version)
    values = {"ended_on": ended_on, "ended_by": ended_by}
    if document:
        values["document"] = document
    if rows.update(version=seat.version + 1, **values) != 1:
        raise StateError(MEANWHILE)
    told = {"on": ended_on, "why": Seat.Ended(ended_by).label}
    audit.record(by, "seat.left", seat, document=document, **told)


def _hold(body):
    """The body, with one writer at a time."""
    return Body.objects.select_for_update().get(pk=body.pk)
