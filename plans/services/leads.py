"""Asking the leads of a new plan, and their answers."""

from django.db import transaction
from django.utils import timezone

from members import audit
from plans.models import LeadRequest


def ask_leads(activities, *, by):
    """Ask the lead of each item, once; part of the deed that made the plan.

    Who made the plan has said yes by doing so.
    """
    today = timezone.localdate()
    own = by.member_id if by else None
    LeadRequest.objects.bulk_create(
        [
            LeadRequest(
                activity=row,
                member=row.lead,
                asked_on=today,
                **(
                    {"state": LeadRequest.State.YES, "answered_on": today}
                    if row.lead_id == own
                    else {}
                ),
            )
            for row in activities
            if row.lead_id
        ],
        ignore_conflicts=True,
    )


@transaction.atomic
def lead_confirm(request, *, by):
    request.advance(LeadRequest.State.YES, answered_on=timezone.localdate(), reason="")
    audit.record(by, "lead.confirmed", request.activity)


@transaction.atomic
def lead_decline(request, *, by, why):
    request.advance(LeadRequest.State.NO, answered_on=timezone.localdate(), reason=why)
    audit.record(by, "lead.declined", request.activity, why=why)
