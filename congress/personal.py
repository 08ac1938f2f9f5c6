"""Which personal data the congress and its proposals keep."""

from members import roles
from members.personal import CONSENT, DUTY, EVERYBODY, INTERNAL, PERSONAL, SELF, of

RECORDS = "随教代会档案长期保存"
CLOSE = (*roles.OFFICE, roles.LEADER, roles.HANDLER, SELF)

FIELDS = (
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
NOTHING = {"congress.proposalcategory.name", "congress.rejectreason.name"}
