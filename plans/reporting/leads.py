"""What pages tell of the questions put to leads."""

from django.urls import reverse

from members import roles
from members.reporting import Todo
from plans.models import LeadRequest


def todo(user):
    """For the asked: how many wait; for the office: who cannot."""
    found = []
    if user.member_id:
        mine = LeadRequest.objects.standing().of_member(user.member_id).waiting()
        found.append(
            Todo("确认能否负责的活动", mine.count(), reverse("plans:lead_list"))
        )
    if user.has_role(*roles.OFFICE):
        lost = LeadRequest.objects.standing().declined()
        url = f"{reverse('plans:lead_list')}?declined=1"
        found.append(Todo("负责人不能负责，请另定", lost.count(), url))
    return [item for item in found if item.count]


def page(user, declined):
    """The questions to this person; for the office also those declined."""
    rows = LeadRequest.objects.standing().with_names()
    mine = rows.of_member(user.member_id) if user.member_id else rows.none()
    is_office = user.has_role(*roles.OFFICE)
    return {
        "mine": mine,
        "declined": rows.declined() if is_office else [],
        "waiting": rows.waiting().exclude(member=user.member_id) if is_office else [],
        "shows_declined": declined,
    }


def counts(plan):
    """{state: number} of the questions of a plan that still matter."""
    states = (
        LeadRequest.objects.standing().of_plan(plan).values_list("state", flat=True)
    )
    found = list(states)
    return {state: found.count(state) for state in LeadRequest.State.values if found}
