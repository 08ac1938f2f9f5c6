"""提案办理情况报告 of a session or of a whole congress: sentences and tables."""

from dataclasses import dataclass, field

from congress.models import Instruction, Opinion, Proposal, Session
from congress.reporting import tables
from congress.reporting.counts import Counts, Decision, list_url, percent
from unionoffice import charts
from unionoffice.xlsx import Sheet

SHORT = (("A", "已落实"), ("B", "正在解决"), ("C", "列入计划"), ("D", "留作参考"))


@dataclass(frozen=True)
class Report:
    """What the page, the workbook and the paper say alike."""

    title: str
    sentences: list[str]
    sheets: list[Sheet]
    list_url: str
    counts: Counts
    drawings: list = field(default_factory=list)


def session_report(session):
    """Of one session, with what it took over from earlier ones."""
    counts = Counts.of(session=session)
    carried = tables.carried(session)
    sentences = [
        *_sentences(counts, proposal__session=session),
        *_carried(session),
        *_opinions([session]),
    ]
    sheets = tables.all_of(counts) + ([carried] if carried.rows else [])
    url = list_url(session=session.pk, received="yes")
    return _report(f"{session}提案办理情况报告", sentences, sheets, url, counts)


def congress_report(congress):
    """Of all sessions of a congress, added up."""
    counts = Counts.of(session__congress=congress)
    sessions = Session.objects.filter(congress=congress)
    sentences = [
        *_sentences(counts, proposal__session__congress=congress),
        *_opinions(sessions),
    ]
    url = list_url(received="yes")
    title = f"{congress}提案办理情况报告"
    return _report(title, sentences, tables.all_of(counts), url, counts)


def _report(title, sentences, sheets, url, counts):
    drawn = []
    if counts.received:
        pairs = [(row[0], row[1]) for row in sheets[0].rows if row[1]]
        drawn.append(charts.bars("fates", "审查结果（件）", pairs, unit="件"))
        grades = [(words, counts.whole.grades[one]) for one, words in SHORT]
        drawn.append(charts.bars("grades", "办理结果（件）", grades, unit="件"))
    return Report(title, sentences, sheets, url, counts, drawn)


def _sentences(counts, **of):
    if not counts.received:
        return ["还没有收到提案。"]
    found = [_received(counts)]
    if counts.whole.asked:
        found += [_handled(counts), _rated(counts)]
    told = Instruction.objects.filter(**of).count()
    if told:
        found.append(f"校领导批示 {told} 次。")
    if counts.excellent:
        found.append(f"评出优秀提案 {counts.excellent} 件。")
    return found


def _received(counts):
    parts = [_part(counts, code, label) for code, label in Decision.choices]
    ends = [
        (counts.withdrawn, "提案人撤回 {} 件"),
        (counts.undecided, "尚未审查 {} 件"),
    ]
    parts += [words.format(number) for number, words in ends if number]
    return f"共收到提案 {counts.received} 件：{'，'.join(filter(None, parts))}。"


def _part(counts, code, label):
    """立案 80 件（63.5%），并案后 64 件."""
    raw, after = counts.raw[code], counts.decisions[code]
    if not raw:
        return ""
    told = f"{label} {raw} 件（{percent(raw, counts.received)}）"
    return told + (f"，并案后 {after} 件" if after != raw else "")


def _handled(counts):
    """Each rate with its own base."""
    lines = []
    for code, name in tables.KINDS:
        one = counts.kinds[code]
        if one.asked:
            lines.append(
                f"{name} {one.asked} 件，已答复 {one.replied} 件"
                f"（答复率 {percent(one.replied, one.asked)}），"
                f"办结 {one.settled} 件（办结率 {percent(one.settled, one.asked)}），"
                f"已落实 {one.grades['A']} 件"
                f"（落实率 {percent(one.grades['A'], one.asked)}）"
            )
    return "；".join(lines) + "。"


def _rated(counts):
    whole = counts.whole
    if not whole.rated:
        return "提案人还没有评价。"
    return (
        f"提案人已评价 {whole.rated} 件，满意和基本满意 {whole.content} 件"
        f"（满意率 {percent(whole.content, whole.rated)}）。"
    )


def _carried(session):
    rows = list(session.carried.values_list("state", flat=True))
    if not rows:
        return []
    ended = sum(state == Proposal.State.RATED for state in rows)
    return [f"以前会次结转 {len(rows)} 件，其中 {ended} 件已办结。"]


def _opinions(sessions):
    rows = Opinion.objects.filter(session__in=sessions)
    raw, after = rows.count(), rows.heads().count()
    return [f"分组讨论提出意见 {raw} 条，归并为 {after} 条。"] if raw else []
