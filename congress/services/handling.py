"""Deeds on a proposal that was handed in: decide, hand over, answer, rate."""

from django.db import transaction
from django.utils import timezone

from congress.models import Proposal, ProposalFile, Round
from congress.services.steps import hold, tell
from members import audit
from unionoffice.states import StateError

State = Proposal.State
SAID = {
    State.ACCEPTED: "审查决定：立案",
    State.ADVICE: "审查决定：转为意见建议",
    State.REJECTED: "审查决定：不予立案",
    State.RETURNED: "退回完善",
}
REPLY = ["text", "result", "promised_on", "replied_at", "replied_by"]


@transaction.atomic
def proposal_decide(proposal, *, by, outcome, reason=None, note="", at=None):
    """`outcome` is a state: accepted, advice, rejected (with `reason`), returned."""
    at = at or timezone.now()
    values = {}
    if outcome != State.RETURNED:
        values = {
            "decision": outcome,
            "decided_at": at,
            "decided_by": by.member,
            "reject_reason": reason if outcome == State.REJECTED else None,
            "decision_note": note,
        }
    proposal.advance(outcome, **values)
    why = f"理由：{reason}。{note}" if outcome == State.REJECTED else note
    tell(proposal, SAID[outcome], by=by, at=at, note=why)
    audit.record(by, "proposal.decided", proposal, outcome=outcome, note=note)


@transaction.atomic
def proposal_assign(proposal, *, by, department, due_on, note="", at=None):
    _ask(proposal, by, department, due_on, at, note)
    audit.record(
        by, "proposal.assigned", proposal, department=str(department), due_on=due_on
    )


@transaction.atomic
def proposal_reassign(proposal, *, by, department, due_on, note="", at=None):
    """Another round after an answer that left the author unsatisfied."""
    _ask(proposal, by, department, due_on, at, note)
    audit.record(
        by, "proposal.reassigned", proposal, department=str(department), due_on=due_on
    )


def _ask(proposal, by, department, due_on, at, note):
    at = at or timezone.now()
    proposal.advance(State.ASSIGNED)
    number = proposal.rounds.count() + 1
    Round.objects.create(
        proposal=proposal,
        number=number,
        department=department,
        due_on=due_on,
        assigned_at=at,
        assigned_by=by,
    )
    verb = "交办" if number == 1 else f"第{number}次交办"
    day = f"{due_on.month}月{due_on.day}日"
    tell(proposal, f"{verb}：{department}，{day}前答复", by=by, at=at, note=note)


@transaction.atomic
def proposal_transfer(proposal, *, by, department, due_on, note="", at=None):
    """Another department or another day for the round that waits."""
    hold(proposal, State.ASSIGNED)
    waiting = proposal.rounds.filter(replied_at__isnull=True)
    waiting.update(department=department, due_on=due_on)
    day = f"{due_on.month}月{due_on.day}日"
    tell(proposal, f"改派：{department}，{day}前答复", by=by, at=at, note=note)
    audit.record(
        by, "proposal.transferred", proposal, department=str(department), due_on=due_on
    )


@transaction.atomic
def proposal_reply(proposal, *, by, text, result, promised_on=None, files=(), at=None):
    at = at or timezone.now()
    proposal.advance(State.REPLIED)
    answered = proposal.rounds.get(replied_at__isnull=True)
    answered.text, answered.result = text, result
    answered.promised_on = promised_on
    answered.replied_at, answered.replied_by = at, by
    answered.save(update_fields=REPLY)
    for upload in files:
        paper = ProposalFile.made_from(upload, proposal=proposal, added_by=by)
        paper.round = answered
        paper.save()
    said = f"{answered.department}答复：{answered.get_result_display()}"
    tell(proposal, said, by=by, at=at)
    audit.record(by, "proposal.replied", proposal, result=result)


@transaction.atomic
def proposal_rate(proposal, *, by, rating, note="", at=None):
    """The author's grade of the last answer; unsatisfied goes back to the office."""
    at = at or timezone.now()
    unhappy = rating == Round.Rating.UNSATISFIED
    proposal.advance(State.UNSATISFIED if unhappy else State.RATED)
    rated = proposal.rounds.filter(replied_at__isnull=False).latest("number")
    rated.rating, rated.rating_note, rated.rated_at = rating, note, at
    rated.save(update_fields=["rating", "rating_note", "rated_at"])
    tell(proposal, f"评价：{rated.get_rating_display()}", by=by, at=at, note=note)
    audit.record(by, "proposal.rated", proposal, rating=rating)


@transaction.atomic
def proposal_conclude(proposal, *, by, note, at=None):
    """End the handling although the author stayed unsatisfied."""
    proposal.advance(State.RATED)
    tell(proposal, "按「不满意」办结", by=by, at=at, note=note)
    audit.record(by, "proposal.concluded", proposal, why=note)


@transaction.atomic
def proposal_praise(proposal, *, by):
    """Make it an excellent one, once; raises StateError where it is already."""
    _mark(proposal, is_excellent=True)
    tell(proposal, "评为优秀提案", by=by)
    audit.record(by, "proposal.praised", proposal)


@transaction.atomic
def proposal_unpraise(proposal, *, by):
    _mark(proposal, is_excellent=False)
    tell(proposal, "撤销优秀提案", by=by)
    audit.record(by, "proposal.unpraised", proposal)


def _mark(proposal, *, is_excellent):
    rows = Proposal.objects.filter(pk=proposal.pk, is_excellent=not is_excellent)
    if rows.update(is_excellent=is_excellent) != 1:
        raise StateError("刚才已经有人处理过了，请刷新页面看看现在的状态。")
    proposal.is_excellent = is_excellent
