"""Deeds on 会籍申请: file, advise, decide, withdraw; each moves it by one step."""

from django.db import transaction
from django.utils import timezone

from members import audit, cards
from members.models import Application, Member, Office
from members.services import memberships
from unionoffice.states import StateError

State = Application.State


@transaction.atomic
def application_new(member, form, *, by):
    """File the own application of a valid ApplicationForm, signed today.

    Sent twice (a double click) it is one. Raises StateError where another is under way.
    """
    return _file(member, form, by)


@transaction.atomic
def application_enter(member, form, *, by):
    """File an application that came on paper, for a valid PaperForm."""
    form.instance.is_paper = True
    return _file(member, form, by)


def _file(member, form, by):
    held = Member.objects.select_for_update().get(pk=member.pk)
    if (under_way := held.open_application) is not None:
        if _says_the_same(under_way, form.instance, by):
            return under_way
        raise StateError("已有一份申请在办理，没有再登记。")
    application = form.save(commit=False)
    application.member, application.filed_by = held, by
    application.save(force_insert=True)
    audit.record(by, "application.filed", member, **_what(application))
    return application


def _says_the_same(one, other, by):
    return (one.kind, one.words, one.filed_by_id) == (other.kind, other.words, by.pk)


@transaction.atomic
def application_advise(application, *, by, advice, words=""):
    """The group's opinion: `advice` is one of Application.Advice."""
    application.advance(
        State.ADVISED,
        advice=advice,
        advice_words=words,
        advised_at=timezone.now(),
        advised_by=by.member,
    )
    told = application.get_advice_display()
    audit.record(
        by, "application.advised", application.member, advice=told, **_what(application)
    )


@transaction.atomic
def application_decide(application, *, by, outcome, decided_on, **told):
    """`outcome` is a state: approved (with `document`, `card_no`, `card_returned`),
    refused or moot (with the `reason` that the applicant reads).

    By an approval the membership begins, or ends, on `decided_on`. Raises StateError
    where somebody was faster, where the membership does not go with the others, or
    where the card's number is another's.
    """
    deeds = {State.APPROVED: _approve, State.REFUSED: _refuse, State.MOOT: _drop}
    told["decided"] = {
        "decided_on": decided_on,
        "decided_at": timezone.now(),
        "decided_by": by.member,
    }
    deeds[outcome](application, by, **told)


def _approve(application, by, *, decided, document="", card_no="", **told):
    held = Member.objects.select_for_update().get(pk=application.member_id)
    day = decided["decided_on"]
    if application.is_to_join:
        period = _begin(held, by, day, document)
        _give_card(held, card_no)
    else:
        period = _end(held, application, by, day, document)
    is_back = told.get("card_returned", False)
    more = {"period": period, "document": document, "card_returned": is_back}
    application.advance(State.APPROVED, **more, **decided)
    details = {"on": day, "document": document, **_what(application)}
    audit.record(by, "application.approved", held, **details)


def _refuse(application, by, *, decided, reason, document="", **told):
    values = {"reason": reason, "document": document}
    application.advance(State.REFUSED, **values, **decided)
    details = {"why": reason, **_what(application)}
    audit.record(by, "application.refused", application.member, **details)


def _drop(application, by, *, decided, reason, **told):
    application.advance(State.MOOT, reason=reason, **decided)
    details = {"why": reason, **_what(application)}
    audit.record(by, "application.dropped", application.member, **details)


@transaction.atomic
def application_withdraw(application, *, by):
    application.advance(State.WITHDRAWN)
    told = _what(application)
    audit.record(by, "application.withdrawn", application.member, **told)


def _begin(held, by, day, document):
    how = Application.membership_from(held, day).begun_by
    return memberships.membership_begin(
        held, by=by, joined_on=day, begun_by=how, document=document
    )


def _end(held, application, by, day, document):
    period = held.running_membership
    if period is None:
        raise StateError(memberships.MEANWHILE)
    memberships.membership_end(
        period, by=by, ended_on=day, ended_by=application.ended_by, document=document
    )
    return period


def _give_card(held, number):
    """Write the card's number; one office gives one number at a time."""
    if not number or number == held.card_no:
        return
    Office.objects.select_for_update().filter(pk=1).first()
    if (other := cards.holder(number, held)) is not None:
        raise StateError(f"会员证号 {number} 已经是{other}的，请换一个。")
    Member.objects.filter(pk=held.pk).update(card_no=number)


def _what(application):
    """In the trail it stands with the applicant, where the memberships stand too."""
    return {"what": application.get_kind_display(), "number": application.pk}
