"""The tables of 提案办理情况: each a Sheet, for the page, the workbook and the paper.

The rates stand on their own bases: 答复率, 办结率 and 落实率 on what was taken up, 满意率
on what was rated (domain.md 2.6, 口径要点).
"""

from congress.models import Proposal, Round
from congress.reporting.counts import Decision, share
from unionoffice.xlsx import Chart, Column, Sheet

KINDS = ((Decision.ACCEPTED, "立案的提案"), (Decision.ADVICE, "意见建议"))
PLANNED = "ABC"  # 已解决或列入计划
GRADES = (
    ("A", "已解决或基本解决（A，已落实）"),
    ("B", "正在解决（B，正在落实）"),
    ("C", "列入计划逐步解决（C，正在落实）"),
    ("D", "留作参考（D，无法落实）"),
)
RATES_NOTE = (
    "答复率、办结率、落实率的基数是立案和转为意见建议的件数（并案后）；"
    "一件提案办理几轮的，按最后一轮计一件；已落实指 A 类。"
)
NUMBER = "number"


def received(counts):
    """收到 and what became of each, raw and after merging."""
    raw, decided = counts.raw, counts.decisions
    parts = [(label, raw[code], decided[code]) for code, label in Decision.choices]
    parts.append(("提案人撤回", counts.withdrawn, counts.withdrawn))
    waiting = sum(counts.states[one] for one in ("submitted", "returned"))
    parts.append(("尚未审查", counts.undecided, waiting))
    whole = counts.received
    return Sheet(
        "提案统计",
        (
            Column("审查结果", width=18),
            Column("收到件数", NUMBER),
            Column("占收到", "percent"),
            Column("并案后件数", NUMBER, 12),
        ),
        [(name, one, share(one, whole), after) for name, one, after in parts],
        totals=("合计", whole, share(whole, whole), whole - counts.merged),
        notes=("收到件数是原始件数；并案后件数是实际审查和办理的件数，两列不能相加。",),
        charts=(Chart("提案审查结果（件）", labels=0, values=(1,)),),
    )


def categories(counts):
    """收到 by category, the most first."""
    found = sorted(counts.categories.items(), key=lambda pair: (-pair[1], pair[0]))
    whole = counts.received
    return Sheet(
        "提案类别统计",
        (
            Column("类别", width=24),
            Column("收到件数", NUMBER),
            Column("占收到", "percent"),
        ),
        [(name, number, share(number, whole)) for name, number in found],
        totals=("合计", whole, share(whole, whole)),
        charts=(Chart("提案类别（件）", labels=0, values=(1,)),),
    )


def rates(counts):
    """答复率, 办结率, 落实率 of accepted ones, of advice, and of both."""
    lines = [(name, counts.kinds[code]) for code, name in KINDS]
    lines.append(("合计", counts.whole))
    return Sheet(
        "提案办理率",
        (
            Column("种类", width=14),
            Column("件数（基数）", NUMBER, 13),
            Column("已答复", NUMBER),
            Column("答复率", "percent"),
            Column("已办结", NUMBER),
            Column("办结率", "percent"),
            Column("已落实", NUMBER),
            Column("落实率", "percent"),
        ),
        [(name, *_rates(one)) for name, one in lines],
        notes=(RATES_NOTE,),
    )


def _rates(one):
    pairs = (one.replied, one.settled, one.grades["A"])
    told = [(number, share(number, one.asked)) for number in pairs]
    return (one.asked, *(value for pair in told for value in pair))


def results(counts):
    """A to D of what was taken up, 提案 and 意见建议 apart."""
    kinds = [counts.kinds[code] for code, _ in KINDS]
    lines = [(words, (grade,)) for grade, words in GRADES]
    lines.append(("其中 已解决或列入计划（A–C）", PLANNED))
    rows = []
    for words, grades in lines:
        numbers = [sum(kind.grades[grade] for grade in grades) for kind in kinds]
        cells = [
            (number, share(number, kind.asked))
            for number, kind in zip(numbers, kinds, strict=True)
        ]
        rows.append((words, *(value for pair in cells for value in pair)))
    return Sheet(
        "提案办理结果",
        (
            Column("办理结果", width=30),
            Column("提案", NUMBER),
            Column("占立案", "percent"),
            Column("意见建议", NUMBER),
            Column("占意见建议", "percent", 11),
        ),
        rows,
    )


def ratings(counts):
    """What the authors of accepted ones say, and of advice."""
    kinds = [counts.kinds[code] for code, _ in KINDS]
    rows = [
        (label, *_of_rated(kinds, lambda kind, code=code: kind.ratings[code]))
        for code, label in Round.Rating.choices
    ]
    rows.append(("满意率（不含不满意）", *_of_rated(kinds, lambda kind: kind.content)))
    totals = ("已评价", *_of_rated(kinds, lambda kind: kind.rated))
    return Sheet(
        "提案满意度",
        (
            Column("评价", width=20),
            Column("提案", NUMBER),
            Column("占已评价", "percent"),
            Column("意见建议", NUMBER),
            Column("占已评价", "percent"),
        ),
        rows,
        totals=totals,
        notes=("满意率的基数是已评价的件数；非常满意、满意、基本满意都计为满意。",),
    )


def _of_rated(kinds, number_of):
    pairs = [(number_of(kind), share(number_of(kind), kind.rated)) for kind in kinds]
    return [value for pair in pairs for value in pair]


def by_department(counts):
    """Who was asked, and what they answered; the last round counts."""
    whole = sum(part.asked for part in counts.departments.values())
    found = sorted(counts.departments.items(), key=lambda p: (-p[1].asked, p[0]))
    rows = [
        (
            name,
            part.asked,
            share(part.asked, whole),
            part.replied,
            *(part.grades[grade] for grade, _ in GRADES),
            part.asked - part.replied,
            part.ratings[Round.Rating.UNSATISFIED],
        )
        for name, part in found
    ]
    heads = ("已答复", "已落实（A）", "正在解决（B）", "列入计划（C）", "留作参考（D）")
    sums = [sum(row[place] for row in rows) for place in range(3, 10)]
    return Sheet(
        "提案分部门统计",
        (
            Column("承办部门", width=18),
            Column("件数", NUMBER, 9),
            Column("占交办", "percent"),
            *(Column(head, NUMBER, 13) for head in (*heads, "未答复", "不满意")),
        ),
        rows,
        totals=("合计", whole, share(whole, whole), *sums),
    )


def carried(session):
    """结转: what earlier sessions handed on, and where it stands now."""
    rows = session.carried.with_facts().in_order_of_number()
    return Sheet(
        "结转的提案",
        (
            Column("编号", width=10),
            Column("案由", width=36),
            Column("承办部门", width=14),
            Column("现在", width=12),
            Column("办理结果", width=26),
        ),
        [
            (
                row.number_text,
                row.title,
                row.round.department.name if row.round else "",
                row.get_state_display(),
                _result(row.round),
            )
            for row in rows
        ],
    )


def _result(last):
    """What the last answer says; nothing of one that is still a draft."""
    return last.get_result_display() if last and last.is_readable else ""


ALL = (received, categories, rates, results, ratings, by_department)
State = Proposal.State


def all_of(counts):
    """Every table that says something; nothing of a session without proposals."""
    return [table(counts) for table in ALL] if counts.received else []
