"""What of the plans points at a member, for a merge of two records."""

from members.merging import Relation

RELATIONS = {
    "plans.activity.lead": Relation("负责的活动"),
    "plans.activity_helpers.member": Relation("协助的活动"),
    "plans.attendance.member": Relation("参加的活动"),
}
