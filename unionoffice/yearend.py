"""The year-end workbook: which chapters, in which order, and its cover."""

from congress import reporting as congress
from members import reporting as members
from members import roles
from members.models import Office, User
from plans import reporting as plans
from unionoffice import xlsx
from unionoffice.pages import reporting
from welfare import reporting as welfare

CHAPTERS = (plans, members, congress, welfare)


def sheets(year, *, made_by, today):
    """All sheets of the workbook of a calendar year, the cover first."""
    chapters = [sheet for app in CHAPTERS for sheet in app.year_sheets(year)]
    return [cover(year, made_by=made_by, today=today), *chapters]


def cover(year, *, made_by, today):
    """The year's figures beside last year's."""
    office = Office.load()
    before = {
        (app, figure.label): figure.value
        for app, figures in reporting.figures(year - 1, whole_office())
        for figure in figures
    }
    rows = [
        (app, figure.label, figure.value, before.get((app, figure.label)), figure.unit)
        for app, figures in reporting.figures(year, whole_office())
        for figure in figures
    ]
    return xlsx.Sheet(
        title="封面",
        columns=(
            xlsx.Column("章节", width=14),
            xlsx.Column("项目", width=24),
            xlsx.Column(f"{year}年", "number", 16),
            xlsx.Column(f"{year - 1}年", "number", 16),
            xlsx.Column("单位", width=8),
        ),
        rows=rows,
        notes=(
            f"{office.school_name}　{office.union_name}　{year}年度工会工作统计",
            f"制表日期：{today.year}年{today.month}月{today.day}日　制表人：{made_by}",
        ),
    )


def whole_office():
    """Somebody who sees what the chair sees, for a workbook made without a login."""
    eye = User(username="yearend")
    eye.__dict__["_role_codes"] = frozenset(roles.OFFICE)
    return eye
