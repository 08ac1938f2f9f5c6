"""Who keeps the procedure, the agenda, the questions and the resolutions."""

from django.utils import timezone

from members import roles
from members.rules import ALLOWED, office_only, only, refused


def proceedings_write(user):
    """Agenda, papers, opinions, resolutions: kept by the office, also afterwards."""
    return office_only(user)


def task_read(user):
    return office_only(user)


def minutes_read(user):
    return only(user, *roles.OFFICE, roles.LEADER, deed="会议记录由{}查看。")


def question_new(user, session):
    """The office writes down what was asked; a delegate may ask in writing."""
    if user.has_role(*roles.OFFICE):
        return ALLOWED
    seats = session.congress.delegates.on(timezone.localdate()).full()
    if user.member_id and seats.filter(member=user.member_id).exists():
        return ALLOWED
    return refused("由正式代表提出询问，或由工会登记。")
