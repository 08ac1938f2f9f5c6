"""What of the plans points at a member, for a merge of two records."""

from members.merging import Relation
from plans.models import LeadRequest, Signup
from unionoffice.states import StateError


def _standing(signup):
    """Two sign-ups of one person that both stand hold places: one must go first."""
    others = signup.sheet.signups.exclude(pk=signup.pk)
    if signup.state == Signup.State.WITHDRAWN:
        return 0
    namesake = others.filter(member__name=signup.member.name)
    if namesake.exclude(state=Signup.State.WITHDRAWN).exists():
        told = f"两条记录都报了「{signup.sheet}」，请先让其中一个退出报名，再合并。"
        raise StateError(told)
    return 1


def _answered(request):
    return request.state != LeadRequest.State.ASKED


RELATIONS = {
    "plans.activity.lead": Relation("负责的活动"),
    "plans.activity_helpers.member": Relation("协助的活动"),
    "plans.attendance.member": Relation("参加的活动"),
    "plans.signup.member": Relation("活动报名", _standing),
    "plans.duty.lead": Relation("负责的常规工作"),
    "plans.leadrequest.member": Relation("负责活动的确认", _answered),
}
