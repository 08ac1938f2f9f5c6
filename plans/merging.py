"""What of the plans points at a member, for a merge of two records."""

from django.db.models import Sum

from members.merging import Relation
from plans.models import LeadRequest, Signup, SignupSheet

RANKS = {Signup.State.PLACED: 3, Signup.State.APPLIED: 2, Signup.State.WAITING: 1}


def _answered(request):
    return request.state != LeadRequest.State.ASKED


RELATIONS = {
    "plans.activity.lead": Relation("负责的活动"),
    "plans.activity_helpers.member": Relation("协助的活动"),
    "plans.attendance.member": Relation("参加的活动"),
    # Who had a place under either number has it.
    "plans.signup.member": Relation("报名", lambda row: RANKS.get(row.state, 0)),
    "plans.duty.lead": Relation("负责的常规工作"),
    "plans.leadrequest.member": Relation("负责活动的确认", _answered),
}


def count_places(member):
    """Where both records stood in line one of them is gone: count the places anew."""
    for sheet in SignupSheet.objects.filter(signups__member=member):
        placed = sheet.signups.placed().aggregate(n=Sum("seats"))["n"] or 0
        SignupSheet.objects.filter(pk=sheet.pk).update(taken=placed)
    return []
