"""Which personal data the welfare work keeps."""

from members import roles
from members.personal import (
    CONSENT,
    DUTY,
    ENTERED,
    INTERNAL,
    OFFICE,
    PERSONAL,
    SELF,
    SENSITIVE,
    SEPARATE,
    of,
)

MONEY = "随会计档案保存（会计档案管理办法）"
WITH_SUMS = (*roles.OFFICE, roles.AUDITOR, ENTERED, SELF)

FIELDS = (
    *of(
        "welfare.visit",
        (
            "慰问了谁、因为什么、哪一天、谁去的",
            (
                *("member", "occasion", "relation", "state", "occurred_on"),
                *("learnt_on", "due_on", "visited_on", "visitors"),
            ),
            "不漏下、不重复慰问；具体病情和困难只写在备注里",
            CONSENT,
            PERSONAL,
            (*roles.OFFICE, roles.AUDITOR, roles.GROUP_LEADER, SELF),
            MONEY,
        ),
        (
            "慰问的金额、慰问品、资金来源、领取人",
            ("kind", "amount", "goods", "source", "received_by"),
            "发放和报销慰问金",
            CONSENT,
            PERSONAL,
            WITH_SUMS,
            MONEY,
        ),
        (
            "慰问的备注",
            ("remarks",),
            "说明病情、困难等慰问的缘由",
            SEPARATE,
            SENSITIVE,
            roles.OFFICE,
            MONEY,
        ),
        (
            "登记人、作废理由",
            ("entered_by", "entered_at", "void_reason"),
            "知道由谁登记",
            DUTY,
            INTERNAL,
            WITH_SUMS,
            MONEY,
        ),
    ),
    *of(
        "welfare.visitfile",
        (
            "收据、照片",
            ("file", "name", "added_by"),
            "报销慰问金",
            SEPARATE,
            SENSITIVE,
            WITH_SUMS,
            MONEY,
        ),
    ),
    *of(
        "welfare.healthcheck",
        (
            "是否参加体检、日期",
            ("member", "round", "state", "done_on"),
            "催办体检；不保存任何体检结果",
            CONSENT,
            PERSONAL,
            OFFICE,
            "长期保存",
        ),
    ),
)
NOTHING = {
    "welfare.occasion.name",
    "welfare.fundsource.name",
    "welfare.healthround.note",
}
