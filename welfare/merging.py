"""What of the welfare points at a member, for a merge of two records."""

from members.merging import Relation
from welfare.models import HealthCheck

RANKS = {HealthCheck.State.DONE: 2, HealthCheck.State.EXCUSED: 1}

RELATIONS = {
    "welfare.visit.member": Relation("慰问"),
    "welfare.visit_visitors.member": Relation("走访"),
    # Who was checked under either number was checked.
    "welfare.healthcheck.member": Relation("体检", lambda row: RANKS.get(row.state, 0)),
}
