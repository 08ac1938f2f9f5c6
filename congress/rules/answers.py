"""Who answers a proposal, signs along, reads the answer, and follows it up."""

from congress.models import Proposal
from congress.rules.handling import TAKEN_UP, at_state
from congress.rules.proposals import is_author
from members import roles
from members.rules import ALLOWED, only, refused

State = Proposal.State


def proposal_reply(user, proposal):
    if not (ruling := only(user, roles.HANDLER)):
        return ruling
    if proposal.round is None or not _is_of(user, proposal.round.department_id):
        return refused("这件提案没有交给你的部门办理。")
    if is_author(user, proposal):
        return refused("这是你自己的提案，请部门里另一位同事答复。")
    return at_state(proposal, State.ASSIGNED, otherwise="不需要答复。")


def _is_of(user, department_id):
    return user.member_id is not None and user.member.department_id == department_id


def proposal_cosign(user, proposal):
    """会签 by a department that helps."""
    if not (ruling := only(user, roles.HANDLER)):
        return ruling
    asked = list(proposal.round.cohandlings.all()) if proposal.round else []
    own = [one for one in asked if _is_of(user, one.department_id)]
    if not own:
        return refused("这件提案没有请你的部门协办。")
    if is_author(user, proposal):
        return refused("这是你自己的提案，请部门里另一位同事会签。")
    if own[0].signed_at:
        return refused("你的部门已经会签。", late=True)
    states = (State.ASSIGNED, State.CHECKING)
    return at_state(proposal, *states, otherwise="不需要会签。")


def draft_read(user, proposal):
    """The answer as the department wrote it, before it is given."""
    last = proposal.round
    if last is None:
        return refused("还没有答复。")
    helpers = {one.department_id for one in last.cohandlings.all()}
    of_it = any(_is_of(user, place) for place in {last.department_id, *helpers})
    if user.has_role(*roles.OFFICE, roles.LEADER):
        return ALLOWED
    if user.has_role(roles.HANDLER) and of_it and not is_author(user, proposal):
        return ALLOWED
    return refused("答复经校领导审阅以后公开。")


def proposal_approve(user, proposal):
    """分管校领导审阅: only the one named at the handing-over."""
    last = proposal.round
    leader = last.leader if last else None
    if leader is None or user.member_id != leader.pk:
        return refused("由这件提案的分管校领导审阅。")
    return at_state(proposal, State.CHECKING, otherwise="没有等待审阅的答复。")


def proposal_send_back(user, proposal):
    """The leader in charge, or the office where the leader says so."""
    last = proposal.round
    is_leader = last is not None and last.leader_id == user.member_id
    if not ((is_leader and user.member_id) or user.has_role(*roles.OFFICE)):
        return refused("由这件提案的分管校领导或工会退回。")
    return at_state(proposal, State.CHECKING, otherwise="没有等待审阅的答复。")


def proposal_instruct(user, proposal):
    """校领导批示 on what was taken up."""
    if not (ruling := only(user, roles.LEADER, deed="批示由{}写。")):
        return ruling
    if user.member_id is None:
        return refused("这个账号没有对应的会员记录。批示要留下姓名。")
    if proposal.decision not in TAKEN_UP:
        return refused("立案或转为意见建议以后再批示。")
    return ALLOWED


def proposal_follow(user, proposal):
    """落实情况: the department that answered, or the office for it."""
    last = proposal.round
    is_own = user.has_role(roles.HANDLER) and last is not None
    is_own = is_own and _is_of(user, last.department_id)
    if not (is_own or user.has_role(*roles.OFFICE)):
        return refused("由承办部门或工会更新落实情况。")
    if is_author(user, proposal):
        return refused("这是你自己的提案，请另一位同事更新。")
    states = (State.REPLIED, State.RATED)
    return at_state(proposal, *states, otherwise="答复以后才更新落实情况。")
