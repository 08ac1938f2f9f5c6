"""What the deeds in the audit trail are called; each app tells its own at its start."""

from django.apps import apps

NAMES = {
    "member.added": "登记会员",
    "member.edited": "修改会员资料",
    "member.revealed": "查看完整资料",
    "member.identified": "按证件号码找人",
    "member.exported": "导出会员名册",
    "membership.begun": "登记入会",
    "membership.kept": "登记保留会籍",
    "membership.ended": "登记离会",
    "membership.corrected": "更正会籍",
    "member.moved": "移动部门或小组",
    "place.added": "登记部门或小组",
    "place.edited": "修改部门或小组",
    "place.closed": "撤销部门或小组",
    "place.opened": "恢复部门或小组",
    "place.exported": "导出部门与小组",
    "leader.changed": "登记组长或负责人变动",
    "term.begun": "登记换届",
    "term.edited": "修改届的资料",
    "term.closed": "登记一届结束",
    "seat.taken": "登记任职",
    "seat.edited": "修改任职",
    "seat.left": "登记卸任",
    "seat.exported": "导出任职名单",
    "application.filed": "登记会籍申请",
    "application.advised": "写小组意见",
    "application.approved": "批准会籍申请",
    "application.refused": "不批准会籍申请",
    "application.dropped": "不再办理会籍申请",
    "application.withdrawn": "撤回会籍申请",
    "application.exported": "导出会籍申请",
    "correction.proposed": "提出资料更正",
    "correction.withdrawn": "撤回资料更正",
    "correction.decided": "答复资料更正",
    "correction.exported": "导出资料更正",
    "correction.revealed": "查看更正里的完整号码",
    "member.merged": "合并重复的会员",
    "retirement.exported": "导出即将退休名单",
    "women.exported": "导出女职工档案名单",
    "birthdays.exported": "导出生日名单",
    "teaching.exported": "导出教龄满年名单",
    "finding.exported": "导出资料检查",
    "archive.checked": "核对女职工档案",
    "finding.settled": "核对一处资料，没有问题",
    "statistics.exported": "导出会员统计",
    "account.exported": "导出账号列表",
    "member_import.staged": "上传名册核对",
    "member_import.applied": "导入名册",
    "member_import.returned": "下载没有导入的行",
    "member_import.mapped": "选定名册的列",
    "member_import.forgotten": "忘掉选定的列",
    "member_import.exported": "导出名册导入记录",
    "member_import.undone": "撤销导入",
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
    """查看完整资料 for member.revealed; the action itself where nobody told a name."""
    if action in NAMES:
        return NAMES[action]
    noun, _, verb = action.partition(".")
    rows = {m._meta.model_name: m._meta.verbose_name for m in apps.get_models()}
    if verb in BACK_OFFICE and noun in rows:
        return f"{BACK_OFFICE[verb]}{rows[noun]}"
    return action
