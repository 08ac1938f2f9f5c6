"""The congress in the year-end workbook, and the register as a file."""

from django.utils import timezone

from congress.models import Proposal, Round
from congress.reporting import sittings
from congress.reporting.counts import Counts, share
from congress.reporting.delegates import year_sheet
from unionoffice.xlsx import Chart, Column, Sheet

Result = Round.Result
RATES_NOTE = (
    "答复率、办结率、落实率的基数是立案和转为意见建议的件数；"
    "一件提案办理几轮的，按最后一轮计一件。"
)
REGISTER = (
    Column("编号", width=10),
    Column("案由", width=36),
    Column("提案人", width=10),
    Column("附议人", width=20),
    Column("类别", width=18),
    Column("状态", width=12),
    Column("提交日期", "day"),
    Column("审查结果", width=14),
    Column("主办", width=14),
    Column("答复期限", "day"),
    Column("答复日", "day"),
    Column("办理结果", width=26),
    Column("满意度", width=10),
    Column("优秀", width=10),
)


def register(proposals):
    """One line a proposal; `proposals` come with facts and seconders."""
    return Sheet("提案汇总", REGISTER, [_line(row) for row in proposals])


def _line(proposal):
    return (
        proposal.number_text,
        proposal.title,
        proposal.author.name,
        "、".join(member.name for member in proposal.seconders),
        str(proposal.category or ""),
        proposal.get_state_display(),
        day(proposal.submitted_at),
        proposal.get_decision_display(),
        *_handling(proposal.round),
        "优秀提案" if proposal.is_excellent else "",
    )


def _handling(last):
    if last is None:
        return ("", None, None, "", "")
    return (
        last.department.name,
        last.due_on,
        day(last.replied_at),
        last.get_result_display(),
        last.get_rating_display(),
    )


def day(moment):
    return timezone.localdate(moment) if moment else None


def year_sheets(year):
    """汇总, 统计, 满意度与办理率, 分部门: proposals handed in during `year`."""
    rows = Proposal.objects.received_in(year).with_facts().with_seconders()
    counts = Counts.of(Proposal.objects.received_in(year))
    return [
        register(rows.order_by("session", "number")),
        results(counts),
        rates(counts),
        by_department(counts),
        year_sheet(year),
        sittings.year_sheet(year),
    ]


def results(counts):
    """收到 and what became of each; the parts add up to the whole."""
    decided = [
        (label, counts.decisions[code]) for code, label in Proposal.Decision.choices
    ]
    parts = [
        *decided,
        ("提案人撤回", counts.withdrawn),
        ("尚未审查", counts.undecided),
    ]
    return Sheet(
        "提案统计",
        (
            Column("审查结果", width=18),
            Column("件数", "number"),
            Column("占比", "percent"),
        ),
        [(name, count, share(count, counts.received)) for name, count in parts],
        totals=("收到", counts.received, share(counts.received, counts.received)),
        charts=(Chart("提案审查结果（件）", labels=0, values=(1,)),),
    )


def rates(counts):
    """Ratings of accepted proposals; 答复率, 办结率, 落实率 apart (domain §2.6)."""
    whole = counts.taken_up
    lines = [
        ("已立案提案的评价", "已评价", counts.rated, counts.decisions["accepted"]),
        *(
            ("已立案提案的评价", label, counts.ratings[code], counts.rated)
            for code, label in Round.Rating.choices
        ),
        ("答复率", "已答复", counts.replied, whole),
        ("办结率", "已办结", counts.settled, whole),
        ("落实率", "已解决或基本解决（A）", counts.grades["A"], whole),
        *(
            ("办理结果", f"{grade} 类", counts.grades[grade], counts.replied)
            for grade in "ABCD"
        ),
    ]
    return Sheet(
        "提案满意度与办理率",
        (
            Column("指标", width=20),
            Column("项目", width=24),
            Column("件数", "number"),
            Column("基数", "number"),
            Column("比率", "percent"),
        ),
        [(*line, share(line[2], line[3])) for line in lines],
        notes=(RATES_NOTE,),
    )


def by_department(counts):
    """Who was asked, and what they answered; the last round counts."""
    rows = [
        (
            name,
            part.asked,
            part.replied,
            part.results[Result.SOLVED],
            part.results[Result.STARTED],
            part.results[Result.PLANNED],
            part.results[Result.NOT_YET] + part.results[Result.DECLINED],
            part.asked - part.replied,
            part.ratings[Round.Rating.UNSATISFIED],
        )
        for name, part in sorted(counts.departments.items())
    ]
    heads = (
        "件数",
        "已答复",
        "已解决（A）",
        "正在解决（B）",
        "列入计划（C）",
        "留作参考（D）",
        "未答复",
        "不满意",
    )
    return Sheet(
        "提案分部门统计",
        (
            Column("承办部门", width=18),
            *(Column(head, "number", 13) for head in heads),
        ),
        rows,
        totals=("合计", *(sum(row[i] for row in rows) for i in range(1, 9))),
    )
