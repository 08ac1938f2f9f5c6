"""Who decides on a proposal, hands it over, answers it and rates the answer."""

from congress.models import Proposal
from congress.rules.proposals import is_author, is_proposer
from members.rules import ALLOWED, office_only, refused

Decision = Proposal.Decision
TAKEN_UP = (Decision.ACCEPTED, Decision.ADVICE)


def at_state(proposal, *states, otherwise):
    if proposal.state in states:
        return ALLOWED
    now = proposal.get_state_display()
    return refused(f"提案现在是「{now}」，{otherwise}", late=True)


def proposal_decide(user, proposal):
    if not (ruling := office_only(user)):
        return ruling
    if user.member_id is None:  # might be the author
        return refused("这个账号没有对应的会员记录。审查要留下姓名，请用本人的账号。")
    if is_proposer(user, proposal):
        return refused("这是你自己的提案，请另一位委员审查。")
    return at_state(proposal, Proposal.State.SUBMITTED, otherwise="不需要审查。")


def review_write(user, proposal):
    """A view of one's own on a proposal that waits for its decision."""
    return proposal_decide(user, proposal)


def review_read(user):
    """The committee's table, with everybody's views."""
    return office_only(user)


def proposal_merge(user, proposal):
    """Let it go on as part of another."""
    return proposal_decide(user, proposal)


def proposal_unmerge(user, proposal):
    if not (ruling := office_only(user)):
        return ruling
    return at_state(proposal, Proposal.State.MERGED, otherwise="没有并案。")


def proposal_assign(user, proposal):
    if not (ruling := office_only(user)):
        return ruling
    return at_state(
        proposal,
        Proposal.State.ACCEPTED,
        Proposal.State.ADVICE,
        otherwise="不需要交办。",
    )


def proposal_transfer(user, proposal):
    if not (ruling := office_only(user)):
        return ruling
    return at_state(proposal, Proposal.State.ASSIGNED, otherwise="不能改派。")


def proposal_praise(user, proposal):
    """Make it one of the excellent ones (优秀提案)."""
    if not (ruling := office_only(user)):
        return ruling
    if proposal.state != Proposal.State.RATED:
        return refused("提案办结以后再评优。")
    if is_author(user, proposal):
        return refused("这是你自己的提案，请另一位委员评优。")
    if proposal.is_excellent:
        return refused("已经是优秀提案。", late=True)
    return ALLOWED


def proposal_unpraise(user, proposal):
    if not (ruling := office_only(user)):
        return ruling
    return ALLOWED if proposal.is_excellent else refused("这件提案没有评为优秀。")


def proposal_reassign(user, proposal):
    if not (ruling := office_only(user)):
        return ruling
    state = Proposal.State.UNSATISFIED
    return at_state(proposal, state, otherwise="不需要重新交办。")


def proposal_conclude(user, proposal):
    """A second unsatisfied answer may be the last; the first may not."""
    if not (ruling := proposal_reassign(user, proposal)):
        return ruling
    if is_author(user, proposal):
        return refused("这是你自己的提案，请另一位委员办结。")
    if proposal.round.number < 2:
        return refused("第一次评价不满意，要先重新交办一次。")
    return ALLOWED


def proposal_rate(user, proposal):
    if not is_author(user, proposal):
        return refused("由提案人评价答复。")
    return at_state(
        proposal, Proposal.State.REPLIED, otherwise="承办部门答复以后才能评价。"
    )
