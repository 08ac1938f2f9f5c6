"""How many proposals came in, what became of them, and how content people are.

收到 counts what was handed in (raw); 立案 and 转为意见建议 count what is handled, after
merging (并案后). Both stand beside each other and are never added (domain.md 2.6).
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.db.models import Count
from django.urls import reverse

from congress.models import Proposal, ProposalCategory, Round
from members import roles
from members.models import Department
from members.reporting import Figure

State = Proposal.State
Decision = Proposal.Decision
TAKEN_UP = (Decision.ACCEPTED, Decision.ADVICE)
CAME = ("state", "decision", "merged_into__decision", "category", "is_excellent")
WENT = ("department", "proposal__state", "proposal__decision", "said", "rated")


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
        """One more answer, or `number` alike; who was asked is counted apart."""
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
    def of(cls, **narrow):
        """Count what was handed in, as far as `narrow` (filters of a proposal) says:
        session=…, submitted_at__year=…; four queries, whatever their number."""
        counts = cls()
        proposals = Proposal.objects.received().filter(**narrow)
        names = dict(ProposalCategory.objects.values_list("pk", "name"))
        rows = proposals.order_by().values_list(*CAME)
        for *row, category, excellent, number in rows.annotate(number=Count("pk")):
            counts._came(number, *row)
            counts.excellent += number * excellent
            counts.categories[names.get(category, "没有类别")] += number
        places = dict(Department.objects.values_list("pk", "name"))
        asked = {f"proposal__{name}": value for name, value in narrow.items()}
        rounds = Round.objects.filter(proposal__number__isnull=False, **asked)
        answers = rounds.last_ones().with_answer().order_by().values_list(*WENT)
        for place, *row, number in answers.annotate(number=Count("pk")):
            counts._went(number, places[place], *row)
        return counts

    def _came(self, number, state, own, lead):
        self.received += number
        self.states[state] += number
        self.raw[own or lead or state] += number
        if state == State.MERGED:
            self.merged += number
            return
        self.decisions[own] += number
        if own in TAKEN_UP:
            self.kinds[own].asked += number
            self.whole.asked += number

    def _went(self, number, department, state, decision, *answer):
        part = self.departments[department]
        part.asked += number
        for one in (part, self.kinds[decision], self.whole):
            one.add(number, state, *answer)

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
    counts = Counts.of(session=session)
    return figures_of(counts, user, session=session.pk, received="yes")
