"""Where a proposal stands on its way, and a sentence on what comes next."""

from django.utils import timezone

from congress import rules
from congress.models import Proposal, Seconding
from members import reporting as members
from members import roles

State = Proposal.State
WAY = ("写提案", "附议", "提交", "审查", "交办", "答复", "评价")
HERE = {
    State.DRAFT: 0,
    State.SECONDING: 1,
    State.RETURNED: 2,
    State.SUBMITTED: 3,
    State.ACCEPTED: 4,
    State.ADVICE: 4,
    State.UNSATISFIED: 4,
    State.ASSIGNED: 5,
    State.CHECKING: 5,
    State.REPLIED: 6,
    State.RATED: 7,
}


def stages(proposal):
    """The stations passed, the one now, those to come; none for what has ended."""
    return members.stages(WAY, HERE.get(proposal.state))


def sentence(proposal, user, today):
    """What happens next, said to this person."""
    return SENTENCES[proposal.state](proposal, user, today)


def _day(day):
    return f"{day.month}月{day.day}日"


def _draft(proposal, user, today):
    if unwritten := proposal.unwritten:
        return f"还是草稿，只有你能看到。下一步：写好{'、'.join(unwritten)}。"
    wanted = proposal.session.seconds_wanted
    if not wanted:
        return "还是草稿，只有你能看到。写好以后就可以提交。"
    return f"还是草稿，只有你能看到。下一步：邀请至少 {wanted} 位同事附议。"


def _seconding(proposal, user, today):
    if rules.is_author(user, proposal):
        return _seconding_of_author(proposal)
    own = [r for r in proposal.secondings.all() if r.member_id == user.member_id]
    said = {
        Seconding.State.INVITED: f"{proposal.author}请你附议。看过正文以后，请附议或谢绝。",
        Seconding.State.CONFIRMED: f"你已附议，等待{proposal.author}提交。提交以前可以撤回附议。",
        Seconding.State.DECLINED: "你没有附议。提交以前还可以改变主意。",
    }
    if own:
        return said[own[0].state]
    ruling = rules.proposal_second(user, proposal)
    do = "看过正文，同意的可以附议。" if ruling else ruling.reason
    return f"{proposal.author}公开征求附议。{do}"


def _seconding_of_author(proposal):
    confirmed, wanted = len(proposal.seconders), proposal.session.seconds_wanted
    if confirmed >= wanted:
        return f"已有 {confirmed} 位附议，可以提交了。"
    return (
        f"等待附议人确认：已有 {confirmed} 位，还差 {wanted - confirmed} 位。"
        "他们登录后会在待办里看到。"
    )


def _submitted(proposal, user, today):
    day = _day(timezone.localdate(proposal.submitted_at))
    return f"{day}已提交，编号 {proposal.number_text}。等待工会审查是否立案。"


def _returned(proposal, user, today):
    if rules.is_author(user, proposal):
        return f"工会请你补充完善，改好后再次提交，编号 {proposal.number_text} 不变。"
    return "工会已退回，等待提案人补充完善后再次提交。"


def _accepted(proposal, user, today):
    return f"审查结果：{proposal.get_decision_display()}。等待工会交给承办部门办理。"


def _rejected(proposal, user, today):
    return "审查结果：不予立案。"


def _assigned(proposal, user, today):
    last = proposal.round
    late = (today - last.due_on).days
    if late > 0:
        return f"{last.department}应在{_day(last.due_on)}前答复，已逾期 {late} 天。"
    again = f"第 {last.number} 次办理：" if last.number > 1 else ""
    return f"{again}已交{last.department}办理，{_day(last.due_on)}前答复。"


def _checking(proposal, user, today):
    last = proposal.round
    if user.member_id == last.leader_id:
        return f"{last.department}已拟好答复，请你审阅：同意就送提案人，要改就退回。"
    return f"{last.department}已拟好答复，等待校领导审阅。"


def _merged(proposal, user, today):
    lead = proposal.merged_into
    return (
        f"已并入 {proposal.merged_into_text}，按那一件审查和办理"
        f"（现在：{lead.get_state_display()}）。"
    )


def _replied(proposal, user, today):
    who = "请你" if rules.is_author(user, proposal) else "等待提案人"
    return f"{proposal.round.department}已答复，{who}评价。"


def _unsatisfied(proposal, user, today):
    if user.has_role(*roles.OFFICE):
        return "提案人对答复不满意，请重新交办，或改由另一个部门办理。"
    return "提案人对答复不满意，等待工会重新交办。"


def _rated(proposal, user, today):
    last = proposal.round
    said = f"已办结。提案人评价：{last.get_rating_display()}。"
    if last.result in last.DATED:
        said += f"答复计划{_day(last.promised_on)}前完成，落实以前继续跟踪。"
    return said


def _withdrawn(proposal, user, today):
    return "提案人已撤回，不再办理。"


SENTENCES = {
    State.DRAFT: _draft,
    State.SECONDING: _seconding,
    State.SUBMITTED: _submitted,
    State.RETURNED: _returned,
    State.ACCEPTED: _accepted,
    State.ADVICE: _accepted,
    State.REJECTED: _rejected,
    State.ASSIGNED: _assigned,
    State.MERGED: _merged,
    State.CHECKING: _checking,
    State.REPLIED: _replied,
    State.UNSATISFIED: _unsatisfied,
    State.RATED: _rated,
    State.WITHDRAWN: _withdrawn,
}
