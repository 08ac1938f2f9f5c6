"""What happened to a person over the years: memberships, places, seats, applications."""

from members import roles
from members.personal.kinds import (
    CLOSE,
    CONSENT,
    DUTY,
    EVERYBODY,
    INTERNAL,
    OFFICE,
    PERSONAL,
    ROLL,
    SENSITIVE,
    STAFF,
    THREE_YEARS,
    WHILE_HERE,
    of,
)

HISTORIES = (
    *of(
        "members.membership",
        (
            "历次入会、保留、离会",
            (
                *("member", "joined_on", "begun_by", "kept_on", "kept_for"),
                *("ended_on", "ended_by", "document"),
            ),
            "知道哪一天谁是会员、谁有表决权",
            CONSENT,
            INTERNAL,
            STAFF,
            "长期保存（会员名册）",
        ),
    ),
    *of(
        "members.placement",
        (
            "历次所在的部门和小组",
            ("member", "department", "group", "began_on", "ended_on", "document"),
            "知道哪一天谁在哪个部门、小组",
            CONSENT,
            INTERNAL,
            STAFF,
            ROLL,
        ),
    ),
    *of(
        "members.leading",
        (
            "历任部门、小组负责人",
            ("member", "department", "group", "began_on", "ended_on", "document"),
            "知道哪一天由谁负责",
            CONSENT,
            INTERNAL,
            (EVERYBODY,),
            ROLL,
        ),
    ),
    *of(
        "members.department",
        (
            "部门负责人是谁",
            ("leader",),
            "联系部门",
            CONSENT,
            INTERNAL,
            (EVERYBODY,),
            "到换人为止",
        ),
    ),
    *of(
        "members.seat",
        (
            "在工会委员会等机构任职、分工",
            (
                *("member", "body", "term", "post", "portfolio"),
                *("began_on", "begun_by", "ended_on", "document"),
            ),
            "公布工会组织，知道谁管什么",
            DUTY,
            INTERNAL,
            (EVERYBODY,),
            "随工会档案长期保存",
        ),
        (
            "卸任的原因",
            ("ended_by",),
            "留存工会组织的档案",
            DUTY,
            PERSONAL,
            roles.OFFICE,
            "随工会档案长期保存",
        ),
    ),
    *of(
        "members.application",
        (
            "入会、转会、退会的申请",
            (
                *("member", "kind", "state", "period", "words", "reason", "moves_to"),
                *("signed_as", "is_paper", "filed_by", "filed_on", "filed_at"),
            ),
            "办理会籍",
            CONSENT,
            PERSONAL,
            CLOSE,
            ROLL,
        ),
        (
            "小组意见、批准的人和依据",
            (
                *("advice", "advice_words", "advised_by", "advised_at"),
                *("decided_by", "decided_on", "decided_at", "document"),
                "card_returned",
            ),
            "知道会籍由谁批准",
            DUTY,
            INTERNAL,
            CLOSE,
            ROLL,
        ),
    ),
    *of(
        "members.archivecheck",
        (
            "谁核对女职工档案",
            ("checked_by", "note"),
            "知道档案核对到哪一天",
            DUTY,
            INTERNAL,
            roles.OFFICE,
            THREE_YEARS,
        ),
    ),
    *of(
        "members.settledfinding",
        (
            "名册检查里核对过的问题",
            ("member", "kind", "digest", "settled_by", "settled_on"),
            "核对过的不再提醒",
            DUTY,
            INTERNAL,
            roles.OFFICE,
            THREE_YEARS,
        ),
    ),
    *of(
        "members.correction",
        (
            "本人提出的资料更正：原来、改为、说明",
            ("old", "new", "remark"),
            "更正资料",
            CONSENT,
            SENSITIVE,
            OFFICE,
            WHILE_HERE,
        ),
        (
            "更正由谁提出、谁答复",
            (
                *("member", "field", "state", "reason", "proposed_at"),
                *("decided_by", "decided_at"),
            ),
            "知道更正办到哪一步",
            DUTY,
            PERSONAL,
            OFFICE,
            THREE_YEARS,
        ),
    ),
)
