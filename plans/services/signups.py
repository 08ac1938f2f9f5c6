"""People sign up, bring somebody, step back; an officer signs up others."""

from django.db import transaction

from members import audit
from plans.models import Answer, Signup, SignupSheet
from plans.services import seating
from unionoffice.states import StateError

NO_ROOM = "剩下的名额不够再带这么多人，没有改动。"


@transaction.atomic
def signup_add(sheet, member, *, by, companions=0, answers=None):
    """Sign `member` up; sent twice, they stand in line once.

    `answers` is {question: text}. Returns the sign-up: placed, waiting, or applied
    where the places are drawn.
    """
    sheet = SignupSheet.objects.locked(sheet.pk)
    signup = _of(sheet, member)
    if signup.pk and signup.is_in:
        return signup
    is_new = signup.pk is None
    seating.seat(sheet, signup, by=by, companions=companions)
    if answers or not is_new:
        _answer(signup, answers or {})
    audit.record(by, "signup.added", signup, **_told(signup))
    return signup


@transaction.atomic
def signup_enter(sheet, members, *, by, companions=None):
    """Sign up several people in the order given; returns those that are new.

    `companions` is {key of a member: how many come along}. Who stands in line already
    stays where they are.
    """
    sheet = SignupSheet.objects.locked(sheet.pk)
    known = {one.member_id: one for one in sheet.signups.all()}
    entered = []
    for member in members:
        signup = known.get(member.pk) or Signup(sheet=sheet, member=member)
        if signup.pk and signup.is_in:
            continue
        brought = (companions or {}).get(member.pk, 0)
        seating.seat(sheet, signup, by=by, companions=brought)
        entered.append(signup)
    names = [str(one.member) for one in entered]
    along = sum(one.companions for one in entered)
    audit.record(
        by,
        "signup.entered",
        sheet,
        count=len(names),
        members=names,
        companions=along,
    )
    return entered


@transaction.atomic
def signup_change(signup, *, by, companions, answers=None):
    """Change who comes along and what was answered; the place in line stays.

    Raises StateError where more companions do not fit any more.
    """
    sheet = SignupSheet.objects.locked(signup.sheet_id)
    signup = sheet.signups.select_related("member").get(pk=signup.pk)
    if not signup.is_in:
        raise StateError("已经退出，不能再改。")
    before, seats = signup.companions, sheet.seats(companions)
    if signup.state == Signup.State.PLACED:
        more = seats - signup.seats
        if more > 0 and not (sheet.fits(more) and not sheet.signups.waiting().exists()):
            raise StateError(NO_ROOM)
        sheet.book(seats=more)
    sheet.signups.filter(pk=signup.pk).update(companions=companions, seats=seats)
    signup.companions, signup.seats = companions, seats
    _answer(signup, answers or {})
    audit.record(by, "signup.changed", signup, companions=[before, companions])
    _tell_moved(sheet, by)
    return signup


@transaction.atomic
def signup_withdraw(signup, *, by):
    """Step back; those who wait move up. Returns the sign-ups that moved."""
    sheet = SignupSheet.objects.locked(signup.sheet_id)
    signup = sheet.signups.select_related("member").get(pk=signup.pk)
    told = _told(signup)
    seating.release(sheet, signup)
    audit.record(by, "signup.withdrawn", signup, **told)
    return _tell_moved(sheet, by)


@transaction.atomic
def signup_acknowledge(signup, *, by):
    """The person has read what was done without them."""
    read = Signup.objects.filter(pk=signup.pk).exclude(news="").update(news="")
    if read:
        audit.record(by, "signup.acknowledged", signup)


def tell_called_off(activity):
    """Those who signed up find on their workbench that it was dropped or moved."""
    rows = Signup.objects.filter(sheet__activity=activity).standing()
    rows.update(news=Signup.News.CALLED_OFF)


def _tell_moved(sheet, by):
    moved = seating.move_up(sheet)
    for signup in moved:
        audit.record(by, "signup.moved_up", signup)
    return moved


def _of(sheet, member):
    rows = Signup.objects.filter(sheet=sheet, member=member)
    found = rows.select_related("member").first() or Signup(member=member)
    found.sheet = sheet
    return found


def _answer(signup, answers):
    """Write {question: text} anew; an empty text is no answer."""
    Answer.objects.filter(signup=signup).delete()
    Answer.objects.bulk_create(
        Answer(signup=signup, question=question, text=text)
        for question, text in answers.items()
        if text
    )


def _told(signup):
    return {"state": signup.state, "companions": signup.companions}
