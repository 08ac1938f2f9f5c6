"""Which personal data plans and activities keep."""

from members import roles
from members.personal import (
    CONSENT,
    DUTY,
    EVERYBODY,
    INTERNAL,
    PERSONAL,
    SELF,
    SENSITIVE,
    of,
)

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
            ("notes", "report", "lessons", "reason"),
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
            ("member", "activity", "how", "marked_at", "marked_by", "has_rated"),
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
            ("file", "thumbnail", "name", "added_by"),
            "留存活动档案",
            CONSENT,
            PERSONAL,
            (*roles.OFFICE, roles.AUDITOR, "活动负责人", "一同参加的人"),
            RECORDS,
        ),
    ),
    *of(
        "plans.signupsheet",
        (
            "报名的开设人",
            ("made_by",),
            "知道报名由谁开设",
            DUTY,
            INTERNAL,
            (EVERYBODY,),
            RECORDS,
        ),
        (
            "抽签的种子（不是个人资料，和敏感资料一样加密）",
            ("seed",),
            "让抽签没有人能提前知道、事后谁都能验证",
            DUTY,
            SENSITIVE,
            ("截止以前谁也看不到，截止以后是有账号的人",),
            RECORDS,
        ),
    ),
    *of(
        "plans.signup",
        (
            "谁报了名、带几位家属、次序和状态",
            (
                "sheet",
                "member",
                "number",
                "companions",
                "seats",
                "rank",
                "state",
                "news",
                "entered_by",
                "signed_at",
            ),
            "安排名额、候补和抽签",
            CONSENT,
            PERSONAL,
            (*roles.OFFICE, "活动负责人", "协助人员", SELF),
            RECORDS,
        ),
    ),
    *of(
        "plans.answer",
        (
            "报名时的回答（尺码、用餐、上车地点等）",
            ("text",),
            "准备活动；不问身份证号和病史",
            CONSENT,
            PERSONAL,
            (*roles.OFFICE, "活动负责人", "协助人员", SELF),
            RECORDS,
        ),
    ),
    *of(
        "plans.prize",
        (
            "谁得了奖",
            ("name", "winner"),
            "公布和留存活动结果",
            CONSENT,
            INTERNAL,
            (EVERYBODY,),
            RECORDS,
        ),
    ),
)
NOTHING = {
    "plans.accountheading.name",
    "plans.signupsheet.note",
    "plans.signupsheet.sex",  # a condition, nobody's own
    "plans.question.options",
    "plans.category.name",
    "plans.category.words",
    "plans.plansection.text",
    "plans.measure.text",
    "plans.measure.months",
}
