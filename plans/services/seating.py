"""How places are given out: in order of the line, and nobody is overtaken.

Everything here expects the sheet's row to be locked by the running transaction.
"""

from django.utils import timezone

from plans.models import Signup

State, News = Signup.State, Signup.News


def seat(sheet, signup, *, by, companions=0):
    """Put somebody at the end of the line (a new row, or one that stepped back)."""
    seats = sheet.seats(companions)
    state = _first_state(sheet, seats)
    taken = seats if state == State.PLACED else 0
    sheet.book(seats=taken, arrivals=1)
    values = {
        "number": sheet.last_number,
        "companions": companions,
        "seats": seats,
        "entered_by": by,
        "signed_at": timezone.now(),
        "news": News.NONE if _is_own(by, signup) else News.ENTERED,
    }
    if signup.pk:
        signup.advance(state, **values)
        return
    signup.state = state
    for name, value in values.items():
        setattr(signup, name, value)
    signup.save(force_insert=True)


def _is_own(by, signup):
    return by is not None and by.member_id == signup.member_id


def _first_state(sheet, seats):
    if sheet.waits_for_draw:
        return State.APPLIED
    free = sheet.fits(seats) and not sheet.signups.waiting().exists()
    return State.PLACED if free else State.WAITING


def release(sheet, signup, **values):
    """Take somebody out of the line, and let those behind move up."""
    given_back = signup.seats if signup.state == State.PLACED else 0
    signup.advance(State.WITHDRAWN, news=News.NONE, **values)
    sheet.book(seats=-given_back)


def move_up(sheet):
    """Place those who wait while they fit, the first first; returns them."""
    moved = []
    if sheet.waits_for_draw:
        return moved
    for signup in sheet.signups.waiting().select_related("member", "sheet__activity"):
        if not sheet.fits(signup.seats):
            break
        signup.advance(State.PLACED, news=News.MOVED_UP)
        sheet.book(seats=signup.seats)
        moved.append(signup)
    return moved


def draw(sheet, signups):
    """Place the drawn ones in their order until the next does not fit; the others
    wait in that order."""
    is_full = False
    for rank, signup in enumerate(signups, 1):
        is_full = is_full or not sheet.fits(signup.seats)
        state = State.WAITING if is_full else State.PLACED
        sheet.book(seats=0 if is_full else signup.seats, arrivals=1)
        signup.advance(state, number=sheet.last_number, rank=rank, news=News.DRAWN)
