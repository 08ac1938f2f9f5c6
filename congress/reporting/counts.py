"""How many proposals came in, what became of them, and how content people are.

收到 counts what was handed in (raw); 立案 and 转为意见建议 count what is handled, after
merging (并案后). Both stand beside each other and are never added (domain.md 2.6).
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.db.models import Count
from django.urls import reverse

from congress.models import Proposal, Round
from members import roles
from members.reporting import Figure

State = Proposal.State
Decision = Proposal.Decision
TAKEN_UP = (Decision.ACCEPTED, Decision.ADVICE)
COUNTED = (
    "state",
    "decision",
    "merged_into__decision",
    "category__name",
    "is_excellent",
    "last_department",
    "last_result",
    "last_rating",
)


@dataclass
class Handled:
    """What was handled of a kind or by a department: each proposal once, by its last
    answer and last rating."""

    asked: int = 0
    replied: int = 0
    settled: int = 0
    grades: Counter = field(default_factory=Counter)
    ratings: Counter = field(default_factory=Counter)

    def add(self, number, state, result, rating):
        self.asked += number
        self.settled += number * (state == State.RATED)
        if result:
            self.replied += number
            self.grades[Round.GRADES[result]] += number
        if rating:
            self.ratings[rating] += number

    @property
    def rated(self):
        return self.ratings.total()

    @property
    def content(self):
        """Everything but 不满意."""
        return self.rated - self.ratings[Round.Rating.UNSATISFIED]


@dataclass
class Counts:
    """Counts of proposals that were handed in.

    `raw` are by what became of them, a merged one by what became of the one it went
    with; `kinds` are what is handled, 提案 (accepted) and 意见建议 (advice) apart.
    """

    received: int = 0
    merged: int = 0
    excellent: int = 0
    states: Counter = field(default_factory=Counter)
    raw: Counter = field(default_factory=Counter)
    decisions: Counter = field(default_factory=Counter)
    categories: Counter = field(default_factory=Counter)
    kinds: dict = field(default_factory=lambda: defaultdict(Handled))
    whole: Handled = field(default_factory=Handled)
    departments: dict = field(default_factory=lambda: defaultdict(Handled))

    @classmethod
    def of(cls, proposals):
        """Count these (a queryset); one query."""
        counts = cls()
        rows = proposals.order_by().with_outcome().values_list(*COUNTED)
        for *row, number in rows.annotate(number=Count("pk")):
            counts._add(number, *row)
        return counts

    def _add(self, number, state, own, lead, category, excellent, *last):
        self.received += number
        self.states[state] += number
        self.excellent += number * excellent
        self.categories[category or "没有类别"] += number
        self.raw[own or lead or state] += number
        if state == State.MERGED:
            self.merged += number
            return
        self.decisions[own] += number
        department, *answer = last
        if own in TAKEN_UP:
            self.kinds[own].add(number, state, *answer)
            self.whole.add(number, state, *answer)
        if department:
            self.departments[department].add(number, state, *answer)

    @property
    def withdrawn(self):
        return self.states[State.WITHDRAWN]

    @property
    def undecided(self):
        """Handed in and not decided, with those merged into one of them."""
        return self.received - self.withdrawn - sum(self.raw[one] for one in Decision)

    @property
    def taken_up(self):
        return self.whole.asked

    @property
    def replied(self):
        return self.whole.replied

    @property
    def settled(self):
        return self.whole.settled


def share(part, whole):
    """A share for a cell of percents; nothing of nothing is no share."""
    return part / whole if whole else None


def percent(part, whole):
    """62.2%, 85%: one decimal, none where it is nought; "" of nothing."""
    if not whole:
        return ""
    return f"{100 * part / whole:.1f}".removesuffix(".0") + "%"


def list_url(**filters):
    """The list of proposals, narrowed."""
    return f"{reverse('congress:proposal_list')}?{urlencode(filters)}"


def figures_of(counts, user, **narrow):
    """Each count with the address of the proposals it counts; none where the list
    shows this person fewer."""
    decided = [
        (label, counts.decisions[code], {"decision": code})
        for code, label in Decision.choices
    ]
    merged = [("并入别的提案", counts.merged, {"state": State.MERGED})]
    sees_all = user.has_role(*roles.OFFICE, roles.LEADER)
    ended = {"state": State.WITHDRAWN} if sees_all else None
    lines = [
        ("收到提案", counts.received, {} if sees_all else None),
        *decided,
        *(merged if counts.merged else []),
        ("提案人撤回", counts.withdrawn, ended),
        ("已答复", counts.replied, {"answered": "yes"}),
        ("已办结", counts.settled, {"state": State.RATED}),
    ]
    return [
        Figure(
            label,
            value,
            "" if filters is None else list_url(**narrow, **filters),
            "件",
        )
        for label, value, filters in lines
    ]


def session_figures(session, user):
    """The figures of one session, those handed in only."""
    counts = Counts.of(session.proposals.received())
    return figures_of(counts, user, session=session.pk, received="yes")
