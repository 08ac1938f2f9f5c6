"""What the committee looks at before it decides, and what is like what is written."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Prefetch
from django.db.models.functions import Concat, Left

from congress import rules, similar
from congress.models import Proposal, Review
from members.rules import Ruling

READ = 300  # letters of a reason that are compared


@dataclass(frozen=True)
class ReviewLine:
    """One proposal of the committee's table: the views, in sum, and the own one."""

    proposal: Proposal
    reviews: list[Review]
    counts: list[tuple[str, int]]
    own: Review | None
    ruling: Ruling


def review_table(proposals, user):
    """A line for each; a fixed number of queries."""
    views = Review.objects.select_related("member")
    rows = proposals.with_facts().with_seconders().with_joined()
    rows = rows.prefetch_related(Prefetch("reviews", views))
    return [_line(row, user) for row in rows]


def _line(row, user):
    reviews = list(row.reviews.all())
    counts = Counter(one.get_outcome_display() for one in reviews)
    own = [one for one in reviews if one.member_id == user.member_id]
    return ReviewLine(
        proposal=row,
        reviews=reviews,
        counts=[
            (label, counts[label]) for label in Review.Outcome.labels if counts[label]
        ],
        own=own[0] if own else None,
        ruling=rules.proposal_decide(user, row),
    )


def similar_to(typed, user, *, but=""):
    """Proposals like the typed title and reason, whose text this person may read:
    those taken up, those that look for seconders, and the own ones."""
    rows = Proposal.objects.readable_by(user)
    if but.isdecimal():
        rows = rows.exclude(pk=int(but))
    texts = dict(
        rows.order_by()
        .annotate(said=Concat("title", Left("reason", READ)))
        .values_list("pk", "said")
    )
    best = [key for _, key in similar.ranked(typed, texts)]
    found = Proposal.objects.with_facts().in_bulk(best)
    return [found[key] for key in best]
