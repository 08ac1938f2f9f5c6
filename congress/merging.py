"""What of the congress points at a member, for a merge of two records."""

from django.db.models import F

from congress.models import Seconding
from members.merging import Relation

RANKS = {Seconding.State.CONFIRMED: 2, Seconding.State.DECLINED: 1}

RELATIONS = {
    "congress.delegate.member": Relation("代表资格", lambda row: row.kind == "full"),
    "congress.rollentry.member": Relation("会议签到", lambda row: bool(row.signed_at)),
    "congress.proposal.author": Relation("提案"),
    "congress.proposal.decided_by": Relation("审查的提案"),
    "congress.review.member": Relation("审查意见", lambda row: row.pk),
    "congress.instruction.member": Relation("批示"),
    "congress.round.leader": Relation("分管的提案"),
    "congress.round.approved_by": Relation("审阅的答复"),
    "congress.question.asker": Relation("代表询问"),
    "congress.seconding.member": Relation("附议", lambda row: RANKS.get(row.state, 0)),
}


def own_secondings(member):
    """Nobody seconds the own proposal: what two records did becomes void."""
    rows = Seconding.objects.filter(member=member, proposal__author=F("member"))
    told = [f"附议「{row.proposal}」是自己的提案，附议作废" for row in rows]
    rows.delete()
    return told
