"""The composition light: whether the delegates are as the rules want them.

Exact in integers; a finding is a sentence with its source and never a refusal.
"""

from dataclasses import dataclass

from congress.models import CompositionRule

Key = CompositionRule.Key


@dataclass(frozen=True)
class Share:
    """A part of a whole, and what to compare it with, if anything."""

    part: int
    whole: int
    what: str  # 教师代表
    beside: str = ""  # 女职工占教职工 55.0%


@dataclass(frozen=True)
class Finding:
    """A line of the light: `tone` is done, mine or draft; `word` says the same."""

    label: str
    words: str
    tone: str
    word: str
    source: str
    scope: str


def percent(part, whole):
    """62.5%, or — of nobody."""
    return f"{100 * part / whole:.1f}%" if whole else "—"


def findings(rules, shares):
    """A Finding for each rule on which there is a Share ({key: Share})."""
    return [_finding(rule, shares[rule.key]) for rule in rules if rule.key in shares]


def _finding(rule, share):
    told = f"{share.what} {share.part} 人，占 {share.whole} 人的"
    told = f"{told} {percent(share.part, share.whole)}"
    if rule.has_bound:
        told += f"，应{rule.words}"
    if share.beside:
        told += f"；{share.beside}"
    tone, word = _light(rule, share)
    label = rule.get_key_display()
    return Finding(label, f"{told}。", tone, word, rule.source, rule.scope)


def _light(rule, share):
    if not share.whole or not rule.has_bound:
        return "draft", "供参考"
    if rule.fits(share.part, share.whole):
        return "done", "符合"
    return "mine", "请核对"


def election(rules, delegate):
    """Sentences on what the figures of one election do not reach; none if all is well,
    or if nobody wrote figures down."""
    told = []
    for rule in rules:
        part = {Key.TURNOUT: delegate.turnout, Key.VOTES: delegate.votes}.get(rule.key)
        whole = delegate.electorate
        if part is None or not whole or not rule.has_bound:
            continue
        if not rule.fits(part, whole):
            what = "参加投票" if rule.key == Key.TURNOUT else "得票"
            told.append(
                f"{what} {part}，选区 {whole} 人，不到 "
                f"{rule.numerator}/{rule.denominator}（{rule.source}）。"
            )
    return told
