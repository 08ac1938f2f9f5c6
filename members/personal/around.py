"""Accounts, uploads, the trail."""

from members import roles
from members.personal.kinds import (
    CONSENT,
    DUTY,
    ENTERED,
    EVERYBODY,
    INTERNAL,
    NOBODY,
    PERSONAL,
    SELF,
    SENSITIVE,
    THREE_YEARS,
    of,
)

AROUND = (
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
            "各张名单上选了哪些列",
            ("list_columns",),
            "下次打开还是这些列",
            CONSENT,
            INTERNAL,
            (SELF,),
            "到账号停用为止",
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
        "members.notice",
        (
            "给账号的提醒",
            ("user", "key", "title", "url", "on", "read_at"),
            "不漏掉等本人办的事",
            CONSENT,
            PERSONAL,
            (SELF,),
            "到账号停用为止",
        ),
    ),
    *of(
        "members.memberimport",
        (
            "上传的名册",
            ("table", "shown", "undo"),
            "导入前核对",
            CONSENT,
            SENSITIVE,
            (ENTERED,),
            "导入以后清空；撤销要用的保存一天；没有导入的，一小时以后在下一次上传时清空",
        ),
        (
            "谁上传的、文件名",
            ("added_by", "name", "undone_by"),
            "知道名册从哪里来",
            DUTY,
            INTERNAL,
            (ENTERED,),
            THREE_YEARS,
        ),
    ),
    *of(
        "members.headmapping",
        (
            "谁教过系统认一种表头",
            ("by",),
            "下次自动认出同样的名册",
            CONSENT,
            INTERNAL,
            roles.OFFICE,
            "长期保存",
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
