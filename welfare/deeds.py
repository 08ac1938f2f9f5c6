"""What the deeds of the welfare work are called in the audit trail."""

NAMES = {
    "visit.logged": "记慰问",
    "visit.edited": "修改慰问记录",
    "visit.voided": "作废慰问记录",
    "visit.exported": "导出慰问台账",
    "health_round.opened": "安排体检",
    "health_round.exported": "导出体检名单",
    "health_rounds.exported": "导出体检安排",
    "health_check.marked": "标记参检",
    "retiree.exported": "导出退休教职工名单",
}
