"""Which personal data plans and activities keep."""

from members import roles
from members.personal import CONSENT, DUTY, EVERYBODY, INTERNAL, PERSONAL, SELF, of

RECORDS = "随计划、活动档案长期保存"

FIELDS = (
    *of(
        "plans.plan",
        (
            "起草人、批准人、退回理由",
            ("drafted_by", "approved_by", "returned_because"),
            "知道计划由谁起草、谁批准",
            DUTY,
            INTERNAL,
            (EVERYBODY,),
            RECORDS,
        ),
    ),
    *of(
        "plans.measure",
        (
            "责任人",
            ("responsible",),
            "知道每件事由谁办",
            CONSENT,
            INTERNAL,
            (EVERYBODY,),
            RECORDS,
        ),
    ),
    *of(
        "plans.activity",
        (
            "活动负责人、协办人、登记人",
            ("lead", "helpers", "entered_by"),
            "联系活动",
            CONSENT,
            INTERNAL,
            (EVERYBODY,),
            RECORDS,
        ),
        (
            "谁参加了活动",
            ("attendees",),
            "统计参加人次，留存活动档案",
            CONSENT,
            PERSONAL,
            (*roles.OFFICE, "活动负责人", "一同参加的人", SELF),
            RECORDS,
        ),
        (
            "说明、总结、改期和取消的理由",
            ("notes", "report", "reason"),
            "留存活动档案；不写个人情况",
            DUTY,
            INTERNAL,
            (EVERYBODY,),
            RECORDS,
        ),
    ),
    *of(
        "plans.attendance",
        (
            "谁参加了活动",
            ("member", "activity"),
            "统计参加人次，留存活动档案",
            CONSENT,
            PERSONAL,
            (*roles.OFFICE, "活动负责人", "一同参加的人", SELF),
            RECORDS,
        ),
    ),
    *of(
        "plans.activityfile",
        (
            "活动的照片和签到表",
            ("file", "name", "added_by"),
            "留存活动档案",
            CONSENT,
            PERSONAL,
            (*roles.OFFICE, roles.AUDITOR, "活动负责人", "一同参加的人"),
            RECORDS,
        ),
    ),
)
NOTHING = {
    "plans.category.name",
    "plans.category.words",
    "plans.plansection.text",
    "plans.measure.text",
    "plans.measure.months",
}
