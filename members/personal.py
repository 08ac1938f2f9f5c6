"""Which personal data this floor keeps: what for, on what ground, for whom, how long.

Each app declares its own in a module of this name; the roof gathers them for a page that
everybody with an account may read. tests/roof/test_personal.py fails for a column that
looks personal and is declared nowhere (trust.md 1.4, 个人信息保护法 6, 13, 17, 51).
"""

from dataclasses import dataclass

from members import roles

INTERNAL, PERSONAL, SENSITIVE = 1, 2, 3
LEVELS = {INTERNAL: "一般", PERSONAL: "个人", SENSITIVE: "敏感"}
# 个人信息保护法 13 (1), 29, 13 (3); the page says so above its tables.
CONSENT, SEPARATE, DUTY = "本人同意", "本人单独同意", "法定义务"
SELF = "本人"
EVERYBODY = "有账号的人"
ENTERED = "登记的人"
NOBODY = "不显示给任何人"
STAFF = (*roles.OFFICE, roles.GROUP_LEADER, roles.SYSADMIN, SELF)
CLOSE = (*roles.OFFICE, roles.GROUP_LEADER, SELF)
OFFICE = (*roles.OFFICE, SELF)
ROLL = "在校、在册期间保存；离校、离会以后作为会员名册归档，不自动删除"
WHILE_HERE = "在册期间保存；离校、离会以后由工会办公室在会员资料里清空"
THREE_YEARS = "至少三年"


@dataclass(frozen=True)
class Personal:
    """Some columns of one model (its label in small letters) that are kept alike.

    `level` is the class of trust.md 1.4; `readers` are role codes, or words for people
    who are no role; `keep` says until when.
    """

    model: str
    what: str
    fields: tuple
    purpose: str
    basis: str
    level: int
    readers: tuple
    keep: str

    @property
    def is_sensitive(self):
        return self.level == SENSITIVE

    @property
    def who(self):
        names = [roles.ROLES[r].name if r in roles.ROLES else r for r in self.readers]
        return "、".join("本组小组长" if n == "工会小组长" else n for n in names)

    @property
    def level_name(self):
        return LEVELS[self.level]

    @property
    def columns(self):
        """members.member.phone, …"""
        return [f"{self.model}.{name}" for name in self.fields]


def of(model, *rows):
    """Declarations of one model."""
    return tuple(Personal(model, *row) for row in rows)


_MEMBER = of(
    "members.member",
    (
        "姓名、工号",
        ("staff_no", "name", "spelling"),
        "认出是谁，查找，登记活动、提案和慰问",
        CONSENT,
        INTERNAL,
        (EVERYBODY,),
        ROLL,
    ),
    (
        "性别、部门、工会小组、职务岗位、职称、会员证号、曾用名",
        (
            *("former_names", "sex", "department", "group", "post", "post_kind"),
            *("title", "card_no"),
        ),
        "分小组、编名册、办会员证",
        CONSENT,
        INTERNAL,
        STAFF,
        ROLL,
    ),
    (
        "人员状态，来校、退休、入会、离会的日期",
        (
            *("work_status", "joined_school_on", "retired_on"),
            *("joined_union_on", "left_union_on"),
        ),
        "确定会籍、会费和表决权",
        CONSENT,
        INTERNAL,
        STAFF,
        ROLL,
    ),
    (
        "出生日期、手机",
        ("birth_date", "birth_day_known", "phone"),
        "生日慰问、推算退休、联系本人",
        CONSENT,
        PERSONAL,
        CLOSE,
        ROLL,
    ),
    (
        "民族、学历、政治面貌、用工形式、参加工作和教龄起算",
        (
            *("ethnicity", "education", "politics", "employment"),
            *("working_since", "teaching_since"),
        ),
        "向上级工会报会员统计，表彰教龄",
        CONSENT,
        PERSONAL,
        OFFICE,
        ROLL,
    ),
    (
        "婚姻状况",
        ("marriage",),
        "结婚慰问、女职工工作",
        CONSENT,
        PERSONAL,
        OFFICE,
        ROLL,
    ),
    (
        "备注",
        ("remarks",),
        "办公室自己的说明；不写健康和困难",
        CONSENT,
        PERSONAL,
        roles.OFFICE,
        ROLL,
    ),
    (
        "证件类型、号码",
        ("id_kind", "id_number", "id_index"),
        "认出同名的人，办理互助保险",
        SEPARATE,
        SENSITIVE,
        OFFICE,
        WHILE_HERE,
    ),
    (
        "子女出生年份",
        ("children",),
        "六一、升学慰问；只登记年份",
        SEPARATE,
        SENSITIVE,
        OFFICE,
        WHILE_HERE,
    ),
    (
        "家庭住址、紧急联系人和电话",
        ("address", "emergency_name", "emergency_phone"),
        "上门慰问，出了急事找得到家里人",
        SEPARATE,
        SENSITIVE,
        OFFICE,
        WHILE_HERE,
    ),
)
_AROUND = (
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
        "members.uniongroup",
        (
            "小组长是谁",
            ("leader",),
            "联系小组",
            CONSENT,
            INTERNAL,
            (EVERYBODY,),
            "到换人为止",
        ),
    ),
    *of(
        "members.user",
        (
            "账号、身份、登录时间",
            (
                *("username", "member", "last_login", "is_active", "is_superuser"),
                *("must_change_password", "is_demo", "date_joined", "groups"),
                "user_permissions",
            ),
            "让本人登录，让每人只看到该看的",
            CONSENT,
            PERSONAL,
            (roles.CHAIR, roles.SYSADMIN, SELF),
            "到账号停用以后，名字留在操作记录里",
        ),
        (
            "密码（只存不可还原的摘要）",
            ("password", "made_with"),
            "核对登录",
            CONSENT,
            PERSONAL,
            (NOBODY,),
            "到改密码为止",
        ),
    ),
    *of(
        "members.memberimport",
        (
            "上传的名册",
            ("table",),
            "导入前核对",
            CONSENT,
            SENSITIVE,
            (ENTERED,),
            "导入以后马上清空；没有导入的，一小时以后在下一次上传时清空",
        ),
        (
            "谁上传的、文件名",
            ("added_by", "name"),
            "知道名册从哪里来",
            DUTY,
            INTERNAL,
            (ENTERED,),
            THREE_YEARS,
        ),
    ),
    *of(
        "members.auditentry",
        (
            "操作记录：谁、什么时候、在哪个网络地址、对谁做了什么、为什么",
            (
                *("by", "by_name", "by_roles", "address", "object_label", "details"),
                "object_id",
            ),
            "查清谁看过、改过资料；本人看得到谁看过自己的资料",
            DUTY,
            PERSONAL,
            (roles.CHAIR, roles.COMMITTEE, roles.SYSADMIN, SELF),
            f"{THREE_YEARS}，不能改也不能删",
        ),
    ),
)
FIELDS = (*_MEMBER, *_AROUND)
# Columns that look personal and are not.
NOTHING = {
    "members.department.name",
    "members.uniongroup.name",
    "members.office.school_name",
    "members.office.union_name",
    "members.office.seal_text",
}
