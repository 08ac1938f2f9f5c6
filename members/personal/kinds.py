"""How an app declares the personal data it keeps: what for, for whom, how long.

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
