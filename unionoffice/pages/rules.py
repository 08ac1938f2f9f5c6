"""Who may open the pages over all apps."""

from members import roles
from members.rules import only


def year(user):
    """The year's figures: the office, the auditors, the school's leaders."""
    return only(user, *roles.OFFICE, roles.AUDITOR, roles.LEADER)


def year_export(user):
    """The workbook names persons and amounts: the office and the auditors."""
    deed = "导出年终工作簿由{}办理。"
    return only(user, *roles.OFFICE, roles.AUDITOR, deed=deed)
