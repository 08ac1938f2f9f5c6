"""Proposals: their text, their state, who seconds them, what happened to them."""

import re

from django.core.validators import MinLengthValidator
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils import timezone

from congress.models import proposal_states
from congress.models.proposal_states import DECIDED, Decision, State
from congress.models.rounds import Round
from congress.models.seconding import Seconding
from congress.models.sessions import ProposalCategory, RejectReason, Session
from members import roles
from members.models import Member
from unionoffice.forms import Once
from unionoffice.states import Stateful, Versioned

SHORTEST = 10  # letters of a text that can be understood
NUMBER = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{1,5})")

DATED = {"decided_at__isnull": False, "decided_by__isnull": False}
UNDATED = {"decided_at__isnull": True, "decided_by__isnull": True}


class ProposalQuerySet(models.QuerySet):
    def visible_to(self, user):
        """From submission on everybody's; before it the author's and seconders'."""
        rows = Q(number__isnull=False)
        if user.member_id:
            asked = Seconding.objects.filter(
                proposal=OuterRef("pk"), member=user.member_id
            )
            rows |= Q(author=user.member_id) | Q(Exists(asked))
        return self.filter(rows)

    def received(self):
        """Handed in once; a number is never taken back."""
        return self.filter(number__isnull=False)

    def undecided(self):
        """Handed in, and still without a decision."""
        return self.filter(state__in=proposal_states.UNDECIDED)

    def received_in(self, year):
        return self.received().filter(submitted_at__year=year)

    def written_by(self, member_id):
        return self.filter(author=member_id) if member_id else self.none()

    def seconded_by(self, member_id, *states):
        """That this member was asked to second; answered with one of `states`."""
        if not member_id:
            return self.none()
        asked = Seconding.objects.filter(proposal=OuterRef("pk"), member=member_id)
        if states:
            asked = asked.filter(state__in=states)
        return self.filter(Exists(asked))

    def to_second_by(self, user):
        return self.seconded_by(user.member_id, Seconding.State.INVITED).filter(
            state__in=Proposal.SECONDABLE
        )

    def to_finish_by(self, user):
        """Own ones that are not handed in yet."""
        return self.written_by(user.member_id).filter(state__in=Proposal.EDITABLE)

    def to_decide_by(self, user):
        if not user.has_role(*roles.OFFICE) or user.member_id is None:
            return self.none()
        rows = self.filter(state=Proposal.State.SUBMITTED)
        return rows.exclude(author=user.member_id)

    def to_assign_by(self, user):
        """Accepted ones without a department, and unsatisfied ones."""
        if not user.has_role(*roles.OFFICE):
            return self.none()
        return self.filter(
            state__in=[
                Proposal.State.ACCEPTED,
                Proposal.State.ADVICE,
                Proposal.State.UNSATISFIED,
            ]
        )

    def to_reply_by(self, user):
        place = user.member.department_id if user.member_id else None
        if place is None or not user.has_role(roles.HANDLER):
            return self.none()
        return self.assigned_to(place).exclude(author=user.member_id)

    def to_rate_by(self, user):
        return self.written_by(user.member_id).filter(state=Proposal.State.REPLIED)

    def waiting(self, what, user):
        """What waits for this person, by the word that filters and to-dos use."""
        if what == "overdue":
            return self.overdue(timezone.localdate())
        kinds = {
            "second": self.to_second_by,
            "finish": self.to_finish_by,
            "decide": self.to_decide_by,
            "assign": self.to_assign_by,
            "reply": self.to_reply_by,
            "rate": self.to_rate_by,
        }
        return kinds[what](user)

    def answered(self):
        """That some department has answered at least once."""
        replies = Round.objects.filter(
            proposal=OuterRef("pk"), replied_at__isnull=False
        )
        return self.filter(Exists(replies))

    def assigned_to(self, department_id):
        waiting = Round.objects.filter(
            proposal=OuterRef("pk"),
            replied_at__isnull=True,
            department=department_id,
        )
        return self.filter(Exists(waiting), state=Proposal.State.ASSIGNED)

    def handled_by(self, department):
        """Asked of this department in any round."""
        asked = Round.objects.filter(proposal=OuterRef("pk"), department=department)
        return self.filter(Exists(asked))

    def overdue(self, day):
        late = Round.objects.filter(
            proposal=OuterRef("pk"), replied_at__isnull=True, due_on__lt=day
        )
        return self.filter(Exists(late), state=Proposal.State.ASSIGNED)

    def rated_as(self, rating):
        """Whose last answer has this rating."""
        return self.with_outcome().filter(last_rating=rating)

    def search(self, words):
        """By number (5-4-003, 003) or by words of the title."""
        whole = NUMBER.fullmatch(words.strip())
        if whole:
            term, ordinal, number = map(int, whole.groups())
            return self.filter(
                session__congress__term=term, session__ordinal=ordinal, number=number
            )
        rows = self
        for word in words.split():
            fits = Q(title__icontains=word) | Q(author__name__icontains=word)
            if word.isascii() and word.isdecimal() and len(word) <= 5:
                fits |= Q(number=int(word))
            rows = rows.filter(fits)
        return rows

    def with_facts(self):
        """All that a line of a list shows, at a fixed number of queries."""
        return self.select_related(
            "session__congress", "author", "category", "reject_reason"
        ).prefetch_related(
            models.Prefetch("rounds", Round.objects.select_related("department"))
        )

    def with_outcome(self):
        """Adds what the last department asked said, and how that was rated.

        While another round runs, the answer of the round before still counts.
        """
        rounds = Round.objects.filter(proposal=OuterRef("pk")).order_by("-number")
        replies = rounds.filter(replied_at__isnull=False)
        return self.annotate(
            last_department=Subquery(rounds.values("department__name")[:1]),
            last_result=Subquery(replies.values("result")[:1]),
            last_rating=Subquery(replies.values("rating")[:1]),
        )

    def with_seconders(self):
        return self.prefetch_related(
            models.Prefetch("secondings", Seconding.objects.select_related("member"))
        )

    def in_order_of_number(self):
        return self.order_by("session__congress__term", "session__ordinal", "number")

    def newest_first(self):
        return self.order_by(
            "-session__congress__term",
            "-session__ordinal",
            F("number").desc(nulls_first=True),
            "-pk",
        )


class Proposal(Stateful, Versioned, Once):
    """提案, from a draft to its rating."""

    State = State
    Decision = Decision
    NEXT = proposal_states.NEXT
    CHIPS = proposal_states.CHIPS
    EDITABLE = proposal_states.EDITABLE
    SECONDABLE = proposal_states.SECONDABLE

    session = models.ForeignKey(
        Session, models.PROTECT, related_name="proposals", verbose_name="会次"
    )
    number = models.PositiveIntegerField("编号", null=True, editable=False)
    author = models.ForeignKey(
        Member, models.PROTECT, related_name="proposals", verbose_name="提案人"
    )
    title = models.CharField(
        "案由", max_length=200, validators=[MinLengthValidator(4, "案由太短了。")]
    )
    category = models.ForeignKey(
        ProposalCategory,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="类别",
    )
    reason = models.TextField("理由", max_length=50_000, blank=True)
    measures = models.TextField("建议措施", max_length=50_000, blank=True)
    state = models.CharField(
        "状态", max_length=12, choices=State, default=State.DRAFT, editable=False
    )
    created_at = models.DateTimeField("建立时间", auto_now_add=True)
    submitted_at = models.DateTimeField("提交时间", null=True, editable=False)
    decision = models.CharField(
        "审查结果", max_length=10, choices=Decision, blank=True, editable=False
    )
    decided_at = models.DateTimeField("审查时间", null=True, editable=False)
    decided_by = models.ForeignKey(
        Member, models.PROTECT, null=True, related_name="+", editable=False
    )
    reject_reason = models.ForeignKey(
        RejectReason,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="不予立案理由",
        editable=False,
    )
    is_excellent = models.BooleanField("优秀提案", default=False, editable=False)
    decision_note = models.TextField("审查意见", max_length=2_000, blank=True)

    objects = ProposalQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "提案"
        ordering = ["-pk"]
        indexes = [models.Index(fields=["state"], name="proposal_state")]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "number"],
                name="proposal_numbers_are_unique",
                violation_error_message="这个编号已经用过了。",
            ),
            models.CheckConstraint(
                condition=Q(number__isnull=True, submitted_at__isnull=True)
                | Q(number__gte=1, submitted_at__isnull=False),
                name="a_number_comes_with_submission",
                violation_error_message="提交时才编号。",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["draft", "seconding"], number__isnull=True)
                | Q(state="withdrawn")
                | Q(
                    state__in=["submitted", "returned", *DECIDED],
                    number__isnull=False,
                ),
                name="a_submitted_proposal_has_a_number",
                violation_error_message="已提交的提案要有编号。",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["draft", "seconding", "withdrawn"])
                | (Q(category__isnull=False) & ~Q(reason="") & ~Q(measures="")),
                name="a_submitted_proposal_is_written",
                violation_error_message="提交过的提案要有类别、理由和建议措施。",
            ),
            models.CheckConstraint(
                condition=Q(is_excellent=False)
                | Q(decision__in=["accepted", "advice"]),
                name="an_excellent_proposal_was_taken_up",
                violation_error_message="立案或转为意见建议的提案才能评为优秀。",
            ),
            models.CheckConstraint(
                condition=(Q(state__in=DECIDED, **DATED) & ~Q(decision=""))
                | (~Q(state__in=DECIDED) & Q(decision="", **UNDATED)),
                name="a_decision_has_its_day",
                violation_error_message="审查决定要有结果、时间和审查人。",
            ),
            models.CheckConstraint(
                condition=Q(
                    state="rejected",
                    decision="rejected",
                    reject_reason__isnull=False,
                )
                | (
                    ~Q(state="rejected")
                    & ~Q(decision="rejected")
                    & Q(reject_reason__isnull=True)
                ),
                name="a_rejection_has_a_reason",
                violation_error_message="不予立案要从清单里选一条理由。",
            ),
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True) | ~Q(decided_by=F("author")),
                name="nobody_decides_on_their_own_proposal",
                violation_error_message="自己的提案由别人审查。",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("congress:proposal_detail", args=[self.pk])

    @property
    def number_text(self):
        """5-4-003: term, session, number; "" before submission."""
        if self.number is None:
            return ""
        return f"{self.session.term}-{self.session.ordinal}-{self.number:03d}"

    @property
    def unwritten(self):
        """What must still be written before it may go in."""
        parts = (
            ("类别", self.category_id is not None),
            ("理由", len(self.reason) >= SHORTEST),
            ("建议措施", len(self.measures) >= SHORTEST),
        )
        return [name for name, is_there in parts if not is_there]

    @property
    def is_open_to_all(self):
        """Its text, too, is for everybody to read: it was taken up."""
        return self.decision in (self.Decision.ACCEPTED, self.Decision.ADVICE)

    @property
    def round(self):
        """The round that runs, or the last one; None before a department is asked."""
        rounds = list(self.rounds.all())
        return rounds[-1] if rounds else None

    @property
    def seconders(self):
        """Members who confirmed (of the prefetched secondings)."""
        return [
            row.member
            for row in self.secondings.all()
            if row.state == Seconding.State.CONFIRMED
        ]
