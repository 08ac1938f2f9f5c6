"""Deeds on an answer: written, signed along, read by a leader, followed up."""

from django.db import transaction
from django.utils import timezone

from congress.models import Instruction, Proposal, ProposalFile
from congress.models.proposal_states import UNDER_WAY
from congress.services.steps import hold, tell
from members import audit
from unionoffice.states import StateError

State = Proposal.State
REPLY = ["text", "result", "promised_on", "drafted_at", "replied_at", "replied_by"]


@transaction.atomic
def proposal_reply(proposal, *, by, text, result, promised_on=None, files=(), at=None):
    """The department's answer; where a leader is in charge, it waits for that person."""
    at = at or timezone.now()
    answered = _waiting(proposal)
    checked = answered.leader_id is not None
    proposal.advance(State.CHECKING if checked else State.REPLIED)
    answered.text, answered.result = text, result
    answered.promised_on, answered.replied_by = promised_on, by
    answered.drafted_at, answered.replied_at = at, None if checked else at
    answered.save(update_fields=REPLY)
    for upload in files:
        paper = ProposalFile.made_from(upload, proposal=proposal, added_by=by)
        paper.round = answered
        paper.save()
    if checked:
        tell(proposal, f"{answered.department}拟好答复，送校领导审阅", by=by, at=at)
    else:
        _tell_the_answer(proposal, answered, by, at)
    audit.record(by, "proposal.replied", proposal, result=result)


def _waiting(proposal):
    found = proposal.rounds.filter(replied_at__isnull=True).first()
    if found is None:
        raise StateError("刚才已经有人处理过了，请刷新页面看看现在的状态。")
    return found


def _tell_the_answer(proposal, answered, by, at):
    said = f"{answered.department}答复：{answered.get_result_display()}"
    tell(proposal, said, by=by, at=at)


@transaction.atomic
def proposal_approve(proposal, *, by, at=None):
    """The leader in charge has read the answer; now it is given."""
    at = at or timezone.now()
    hold(proposal, State.CHECKING)
    answered = _waiting(proposal)
    proposal.advance(State.REPLIED)
    answered.approved_by, answered.replied_at = by.member, at
    answered.check_note = ""
    answered.save(update_fields=["approved_by", "replied_at", "check_note"])
    tell(proposal, "校领导审阅同意", by=by, at=at)
    _tell_the_answer(proposal, answered, answered.replied_by or by, at)
    audit.record(by, "proposal.approved", proposal)


@transaction.atomic
def proposal_send_back(proposal, *, by, note, at=None):
    """The department writes the answer once more; what it wrote stays as a draft."""
    hold(proposal, State.CHECKING)
    answered = _waiting(proposal)
    proposal.advance(State.ASSIGNED)
    answered.drafted_at, answered.check_note = None, note
    answered.save(update_fields=["drafted_at", "check_note"])
    tell(proposal, "答复退回承办部门修改", by=by, at=at)
    audit.record(by, "proposal.sent_back", proposal, why=note)


@transaction.atomic
def proposal_cosign(proposal, *, by, text, at=None):
    """会签: a department that helps says what it does; once."""
    at = at or timezone.now()
    hold(proposal, State.ASSIGNED, State.CHECKING)
    place = by.member.department
    rows = _waiting(proposal).cohandlings.filter(department=place, signed_at=None)
    if rows.update(text=text, signed_at=at, signed_by=by) != 1:
        raise StateError("刚才已经有人会签过了，请刷新页面看看。")
    tell(proposal, f"{place}会签", by=by, at=at, note=text)
    audit.record(by, "proposal.cosigned", proposal, department=str(place))


@transaction.atomic
def proposal_follow(proposal, *, by, result, promised_on=None, note="", at=None):
    """落实情况: what has become of the promise; the last result is the one counted.
    The same said twice is told once."""
    at = at or timezone.now()
    hold(proposal, State.REPLIED, State.RATED)
    last = proposal.rounds.filter(replied_at__isnull=False).latest("number")
    is_same = (last.result, last.promised_on) == (result, promised_on)
    last.result, last.promised_on = result, promised_on
    said = f"落实情况：{last.get_result_display()}"
    if is_same and proposal.steps.filter(title=said, note=note).exists():
        return
    last.followed_on = timezone.localdate(at)
    last.save(update_fields=["result", "promised_on", "followed_on"])
    tell(proposal, said, by=by, at=at, note=note)
    audit.record(by, "proposal.followed", proposal, result=result)


@transaction.atomic
def proposal_instruct(proposal, *, by, text, at=None):
    """校领导批示, on a proposal that was taken up; sent twice, it is written once."""
    at = at or timezone.now()
    hold(proposal, *UNDER_WAY, State.RATED)
    if made := proposal.instructions.filter(member=by.member, text=text).first():
        return made
    made = Instruction.objects.create(
        proposal=proposal, member=by.member, text=text, at=at
    )
    tell(proposal, "校领导批示", by=by, at=at, note=text)
    audit.record(by, "proposal.instructed", proposal)
    return made
