"""Deeds on a proposal that was handed in: decide, hand over, answer, rate."""

from django.db import transaction
from django.utils import timezone

from congress.models import Cohandling, Proposal, Round
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
def proposal_assign(proposal, *, by, department, due_on, note="", at=None, **with_whom):
    """Hand over to a department; `with_whom` may name the `leader` in charge (a member
    who reads the answer before it goes out) and `helpers` (departments)."""
    _ask(proposal, by, department, due_on, at, note, **with_whom)
    audit.record(
        by, "proposal.assigned", proposal, department=str(department), due_on=due_on
    )


@transaction.atomic
def proposal_reassign(
    proposal, *, by, department, due_on, note="", at=None, **with_whom
):
    """Another round after an answer that left the author unsatisfied."""
    _ask(proposal, by, department, due_on, at, note, **with_whom)
    audit.record(
        by, "proposal.reassigned", proposal, department=str(department), due_on=due_on
    )


def _ask(proposal, by, department, due_on, at, note, leader=None, helpers=()):
    at = at or timezone.now()
    proposal.advance(State.ASSIGNED)
    number = proposal.rounds.count() + 1
    made = Round.objects.create(
        proposal=proposal,
        number=number,
        department=department,
        leader=leader,
        due_on=due_on,
        assigned_at=at,
        assigned_by=by,
    )
    helpers = _help(made, helpers)
    verb = "交办" if number == 1 else f"第{number}次交办"
    tell(proposal, _asked(verb, made, helpers), by=by, at=at, note=note)


def _help(one_round, helpers):
    """Make these departments the ones that help; who has signed already stays."""
    wanted = [place for place in helpers if place.pk != one_round.department_id]
    one_round.cohandlings.filter(signed_at=None).exclude(department__in=wanted).delete()
    known = set(one_round.cohandlings.values_list("department", flat=True))
    Cohandling.objects.bulk_create(
        Cohandling(round=one_round, department=place)
        for place in wanted
        if place.pk not in known
    )
    return wanted


def _asked(verb, one_round, helpers):
    day = f"{one_round.due_on.month}月{one_round.due_on.day}日"
    joint = f"（协办：{'、'.join(map(str, helpers))}）" if helpers else ""
    return f"{verb}：{one_round.department}{joint}，{day}前答复"


@transaction.atomic
def proposal_transfer(
    proposal, *, by, department, due_on, note="", at=None, leader=None, helpers=()
):
    """Another department, day, leader or helpers for the round that waits."""
    hold(proposal, State.ASSIGNED)
    waiting = proposal.rounds.get(replied_at__isnull=True)
    waiting.department, waiting.due_on, waiting.leader = department, due_on, leader
    waiting.save(update_fields=["department", "due_on", "leader"])
    helpers = _help(waiting, helpers)
    tell(proposal, _asked("改派", waiting, helpers), by=by, at=at, note=note)
    audit.record(
        by, "proposal.transferred", proposal, department=str(department), due_on=due_on
    )


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
