"""Who answers for an item of a plan says so, nobody else."""

from members.rules import refused
from plans.models import LeadRequest
from plans.rules.ground import plan_is_open


def lead_answer(user, request, to):
    """Answer a question; a no may become a yes later."""
    if not user.member_id or request.member_id != user.member_id:
        return refused("由被询问的人自己答复。")
    if request.activity.lead_id != request.member_id:
        return refused("这项活动已经另定负责人，不用答复了。")
    if not request.can_become(to):
        return refused(f"你已经答复过：{LeadRequest.State(request.state).label}。")
    return plan_is_open(request.activity.plan)
