"""The congress in the year-end workbook, and the register as a file."""

from django.utils import timezone

from congress.models import Proposal
from congress.reporting import proceedings, sittings, tables
from congress.reporting.counts import Counts
from congress.reporting.delegates import year_sheet
from unionoffice.xlsx import Column, Sheet

REGISTER = (
    Column("编号", width=10),
    Column("案由", width=36),
    Column("提案人", width=10),
    Column("联合提案人", width=16),
    Column("附议人", width=20),
    Column("类别", width=18),
    Column("状态", width=12),
    Column("提交日期", "day"),
    Column("审查结果", width=14),
    Column("并入", width=12),
    Column("主办", width=14),
    Column("协办", width=14),
    Column("答复期限", "day"),
    Column("答复日", "day"),
    Column("办理结果", width=26),
    Column("满意度", width=10),
    Column("优秀", width=10),
)


def register(proposals, *, notes=()):
    """One line a proposal; `proposals` come with facts and seconders."""
    lines = [_line(row) for row in proposals]
    return Sheet("提案汇总", REGISTER, lines, notes=notes)


def _line(proposal):
    return (
        proposal.number_text,
        proposal.title,
        proposal.author.name,
        "、".join(one.name for one in proposal.joint_authors[1:]),
        "、".join(member.name for member in proposal.seconders),
        str(proposal.category or ""),
        proposal.get_state_display(),
        day(proposal.submitted_at),
        proposal.get_decision_display(),
        proposal.merged_into.number_text if proposal.merged_into else "",
        *_handling(proposal.round),
        "优秀提案" if proposal.is_excellent else "",
    )


def _handling(last):
    if last is None:
        return ("", "", None, None, "", "")
    return (
        last.department.name,
        "、".join(one.department.name for one in last.cohandlings.all()),
        last.due_on,
        day(last.replied_at),
        last.get_result_display() if last.is_readable else "",
        last.get_rating_display(),
    )


def day(moment):
    return timezone.localdate(moment) if moment else None


def year_sheets(year):
    """汇总, the tables of the report, 代表 and 出席: of proposals handed in during
    `year`."""
    rows = Proposal.objects.received_in(year).decided()
    rows = rows.with_facts().with_seconders().with_joined()
    counts = Counts.of(submitted_at__year=year)
    left = counts.undecided + counts.withdrawn
    notes = (f"还在审查和提案人撤回的 {left} 件只计数，不列在这里。",) if left else ()
    return [
        register(rows.order_by("session", "number"), notes=notes),
        *(table(counts) for table in tables.ALL),
        year_sheet(year),
        sittings.year_sheet(year),
        *proceedings.year_sheets(year),
    ]
