"""All personal data that is kept here, out of the declarations of every app."""

from congress import personal as congress
from members import personal as members
from members import roles
from members.personal import CONSENT, DUTY, INTERNAL, NOBODY, PERSONAL, SELF, of
from plans import personal as plans
from welfare import personal as welfare

DEVICES = (roles.CHAIR, roles.SYSADMIN, SELF)
# What the libraries keep for the login and the shared admin.
_LIBRARIES = (
    *of(
        "mfa.authenticator",
        (
            "两步验证的密钥和恢复码",
            ("user", "type", "data", "created_at", "last_used_at"),
            "核对登录",
            CONSENT,
            PERSONAL,
            (NOBODY,),
            "到本人关闭两步验证为止",
        ),
    ),
    *of(
        "usersessions.usersession",
        (
            "登录的设备和网络地址",
            (
                *("user", "created_at", "ip", "last_seen_at", "session_key"),
                *("user_agent", "data"),
            ),
            "本人看得到账号在哪里登录，可以退出",
            DUTY,
            PERSONAL,
            (SELF,),
            "到退出登录为止",
        ),
    ),
    *of(
        "sessions.session",
        (
            "登录状态",
            ("session_data",),
            "登录以后不用每页再输密码；中断的表单密封着等一小时",
            CONSENT,
            PERSONAL,
            (NOBODY,),
            "十小时",
        ),
    ),
    *(
        row
        for model, more in (
            ("axes.accessattempt", ("get_data", "post_data")),
            ("axes.accessfailurelog", ()),
            ("axes.accesslog", ()),
        )
        for row in of(
            model,
            (
                "登录没有成功的用户名、网络地址、时间",
                ("user_agent", "ip_address", "username", *more),
                "密码试错太多时先停一会儿",
                DUTY,
                PERSONAL,
                (NOBODY,),
                "到登录成功，或停用账号为止",
            ),
        )
    ),
    *of(
        "admin.logentry",
        (
            "后台里谁改了哪条记录",
            (
                *("user", "action_time", "content_type", "action_flag"),
                *("object_id", "object_repr", "change_message"),
            ),
            "查清谁改过记录",
            DUTY,
            INTERNAL,
            roles.STAFF,
            members.THREE_YEARS,
        ),
    ),
)
NOTHING = {
    *members.NOTHING,
    *plans.NOTHING,
    *congress.NOTHING,
    *welfare.NOTHING,
    "auth.permission.name",
    "auth.permission.codename",
    "auth.group.name",
}
_CHAPTERS = (
    ("会员、账号和操作记录", members.FIELDS),
    ("计划与活动", plans.FIELDS),
    ("教代会", congress.FIELDS),
    ("送温暖", welfare.FIELDS),
    ("登录", _LIBRARIES),
)
FIELDS = tuple(row for _, rows in _CHAPTERS for row in rows)


def chapters():
    """(name, rows) for the page; what is kept in several tables is told once."""
    for name, rows in _CHAPTERS:
        yield name, list({row.what: row for row in rows}.values())
