"""Which personal data the congress and its proposals keep."""

from members import roles
from members.personal import CONSENT, DUTY, EVERYBODY, INTERNAL, PERSONAL, SELF, of

RECORDS = "随教代会档案长期保存"
CLOSE = (*roles.OFFICE, roles.LEADER, roles.HANDLER, SELF)

FIELDS = (
    *of(
        "congress.delegate",
        (
            "谁是代表，由哪里选出，任到什么时候",
            (
                "member",
                "congress",
                "kind",
                "constituency",
                "delegation",
                "is_teacher",
                "is_leader",
                "elected_on",
                "replaces",
                "ended_on",
                "end_reason",
            ),
            "召开教代会，资格审查要公布",
            DUTY,
            INTERNAL,
            (EVERYBODY,),
            RECORDS,
        ),
        (
            "代表选举的票数，撤换、辞去的说明",
            ("votes", "electorate", "turnout", "end_note"),
            "说明代表按规定选出和更换",
            DUTY,
            PERSONAL,
            (*roles.OFFICE, SELF),
            RECORDS,
        ),
    ),
    *of(
        "congress.rollentry",
        (
            "应到、签到和怎样签到",
            (
                "sitting",
                "member",
                "delegate",
                "kind",
                "delegation",
                "signed_at",
                "way",
                "signed_by",
            ),
            "核对到会人数是否达到三分之二",
            DUTY,
            INTERNAL,
            (*roles.OFFICE, SELF),
            RECORDS,
        ),
        (
            "请假和一句话的原因",
            ("has_leave", "leave_reason"),
            "统计请假人数",
            CONSENT,
            PERSONAL,
            (*roles.OFFICE, SELF),
            RECORDS,
        ),
    ),
    *of(
        "congress.proposal",
        (
            "提案人、审查的人",
            ("author", "decided_by"),
            "知道提案由谁提出、谁审查",
            DUTY,
            INTERNAL,
            (EVERYBODY,),
            RECORDS,
        ),
        (
            "案由、建议、审查说明",
            ("reason", "measures", "decision_note", "reject_reason"),
            "办理提案；草稿只有自己和受邀附议的人看得到",
            CONSENT,
            INTERNAL,
            (EVERYBODY,),
            RECORDS,
        ),
    ),
    *of(
        "congress.seconding",
        (
            "谁附议、什么时候",
            ("member", "proposal", "state", "invited_at", "answered_at"),
            "核对附议人数",
            CONSENT,
            INTERNAL,
            (EVERYBODY,),
            RECORDS,
        ),
    ),
    *of(
        "congress.round",
        (
            "谁交办、谁答复、答复的内容",
            ("assigned_by", "replied_by", "text"),
            "知道提案办到哪一步",
            DUTY,
            INTERNAL,
            (EVERYBODY,),
            RECORDS,
        ),
        (
            "满意度评价和意见",
            ("rating_note",),
            "知道提案人是否满意",
            CONSENT,
            PERSONAL,
            CLOSE,
            RECORDS,
        ),
    ),
    *of(
        "congress.proposalstep",
        (
            "提案的经过：谁做了哪一步",
            ("by", "who", "note"),
            "知道提案怎样办理",
            DUTY,
            INTERNAL,
            (EVERYBODY,),
            RECORDS,
        ),
    ),
    *of(
        "congress.proposalfile",
        (
            "提案的附件",
            ("file", "name", "added_by"),
            "办理提案",
            CONSENT,
            PERSONAL,
            CLOSE,
            RECORDS,
        ),
    ),
)
NOTHING = {
    "congress.constituency.name",
    "congress.delegation.name",
    "congress.sitting.name",
    "congress.proposalcategory.name",
    "congress.rejectreason.name",
}
