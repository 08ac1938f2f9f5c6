"""How many proposals came in, what became of them, and how content people are."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.urls import reverse

from congress.models import Proposal, Round
from members.reporting import Figure

State = Proposal.State
Decision = Proposal.Decision
TAKEN_UP = (Decision.ACCEPTED, Decision.ADVICE)


@dataclass
class Handled:
    """One department's share."""

    asked: int = 0
    replied: int = 0
    results: Counter = field(default_factory=Counter)
    ratings: Counter = field(default_factory=Counter)


@dataclass
class Counts:
    """Counts of proposals that were handed in; the rates stand on accepted and advice.

    A proposal with several rounds counts once, by its last answer and last rating.
    `ratings` are those of accepted ones (domain §2.6).
    """

    received: int = 0
    states: Counter = field(default_factory=Counter)
    decisions: Counter = field(default_factory=Counter)
    replied: int = 0
    grades: Counter = field(default_factory=Counter)
    ratings: Counter = field(default_factory=Counter)
    departments: dict = field(default_factory=lambda: defaultdict(Handled))

    @classmethod
    def of(cls, proposals):
        """Count these (a queryset); one query."""
        counts = cls()
        for row in proposals.with_outcome().values_list(
            "state",
            "decision",
            "last_department",
            "last_result",
            "last_rating",
        ):
            counts._add(*row)
        return counts

    def _add(self, state, decision, department, result, rating):
        self.received += 1
        self.states[state] += 1
        self.decisions[decision] += 1
        if rating and decision == Decision.ACCEPTED:
            self.ratings[rating] += 1
        if result:
            self.replied += 1
            self.grades[Round.GRADES[result]] += 1
        if department:
            share = self.departments[department]
            share.asked += 1
            share.replied += bool(result)
            share.results[result or ""] += 1
            share.ratings[rating or ""] += 1

    @property
    def withdrawn(self):
        return self.states[State.WITHDRAWN]

    @property
    def undecided(self):
        return self.states[State.SUBMITTED] + self.states[State.RETURNED]

    @property
    def taken_up(self):
        return sum(self.decisions[decision] for decision in TAKEN_UP)

    @property
    def settled(self):
        return self.states[State.RATED]

    @property
    def rated(self):
        return sum(self.ratings.values())


def share(part, whole):
    """A share for a cell of percents; nothing of nothing is no share."""
    return part / whole if whole else None


def list_url(**filters):
    """The list of proposals, narrowed."""
    return f"{reverse('congress:proposal_list')}?{urlencode(filters)}"


def figures_of(counts, **narrow):
    """Each count with the address of the proposals it counts."""
    decided = [
        (label, counts.decisions[code], {"decision": code})
        for code, label in Decision.choices
    ]
    lines = [
        ("收到提案", counts.received, {}),
        *decided,
        ("提案人撤回", counts.withdrawn, {"state": State.WITHDRAWN}),
        ("已答复", counts.replied, {"answered": "yes"}),
        ("已办结", counts.settled, {"state": State.RATED}),
    ]
    return [
        Figure(label, value, list_url(**narrow, **filters), "件")
        for label, value, filters in lines
    ]


def session_figures(session):
    """The figures of one session, those handed in only."""
    counts = Counts.of(session.proposals.received())
    return figures_of(counts, session=session.pk, received="yes")
