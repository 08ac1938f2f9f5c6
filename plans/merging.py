"""What of the plans points at a member, for a merge of two records."""

from members.merging import Relation
from plans.models import LeadRequest, Signup


def _stands(signup):
    return signup.state != Signup.State.WITHDRAWN


def _both_stand(first, second):
    """Two sign-ups of one person hold places each: one has to step back first."""
    if _stands(first) and _stands(second):
        return f"两条记录都报了「{first.sheet}」，请先让其中一个退出报名，再合并。"
    return ""


def _answered(request):
    return request.state != LeadRequest.State.ASKED


RELATIONS = {
    "plans.activity.lead": Relation("负责的活动"),
    "plans.activity_helpers.member": Relation("协助的活动"),
    "plans.attendance.member": Relation("参加的活动"),
    "plans.signup.member": Relation("活动报名", _stands, _both_stand),
    "plans.duty.lead": Relation("负责的常规工作"),
    "plans.leadrequest.member": Relation("负责活动的确认", _answered),
}
