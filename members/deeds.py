"""What the deeds in the audit trail are called; each app tells its own at its start."""

from django.apps import apps

NAMES = {
    "member.added": "登记会员",
    "member.edited": "修改会员资料",
    "member.revealed": "查看完整号码",
    "member.exported": "导出会员名册",
    "membership.begun": "登记入会",
    "membership.kept": "登记保留会籍",
    "membership.ended": "登记离会",
    "membership.corrected": "更正会籍",
    "retirement.exported": "导出即将退休名单",
    "group.exported": "导出工会小组",
    "account.exported": "导出账号列表",
    "member_import.staged": "上传名册核对",
    "member_import.applied": "导入名册",
    "member_import.returned": "下载没有导入的行",
    "account.made": "建立账号",
    "account.linked": "说明账号是谁的",
    "account.logged_in": "登录",
    "account.login_failed": "登录没有成功",
    "account.password_changed": "修改密码",
    "account.refused": "被拒绝",
    "account.reset": "重置密码",
    "account.closed": "停用账号",
    "account.opened": "启用账号",
    "account.roles": "改身份",
    "office.edited": "修改本单位资料",
}
BACK_OFFICE = {"added": "在后台登记", "corrected": "在后台更正"}


def tell(names):
    """Add the names of another app's deeds."""
    NAMES.update(names)


def name(action):
    """查看完整号码 for member.revealed; the action itself where nobody told a name."""
    if action in NAMES:
        return NAMES[action]
    noun, _, verb = action.partition(".")
    rows = {m._meta.model_name: m._meta.verbose_name for m in apps.get_models()}
    if verb in BACK_OFFICE and noun in rows:
        return f"{BACK_OFFICE[verb]}{rows[noun]}"
    return action
