"""Proposals: their text, their state, who seconds them, what happened to them."""

from django.core.validators import MinLengthValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from congress.models import proposal_states
from congress.models.proposal_states import DECIDED, Decision, State
from congress.models.proposalqueries import ProposalQuerySet
from congress.models.seconding import Seconding
from congress.models.sessions import ProposalCategory, RejectReason, Session
from members.models import Member
from unionoffice.forms import Once
from unionoffice.states import Stateful, Versioned

SHORTEST = 10  # letters of a text that can be understood

DATED = {"decided_at__isnull": False, "decided_by__isnull": False}
UNDATED = {"decided_at__isnull": True, "decided_by__isnull": True}


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
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        related_name="joined",
        verbose_name="并入",
        editable=False,
    )
    carried_to = models.ManyToManyField(
        Session, related_name="carried", verbose_name="结转到", editable=False
    )
    seeks_seconders = models.BooleanField("公开征求附议", default=False, editable=False)
    link_key = models.CharField(
        "附议链接", max_length=43, blank=True, default="", editable=False
    )
    is_excellent = models.BooleanField("优秀提案", default=False, editable=False)
    decision_note = models.TextField("审查意见", max_length=2_000, blank=True)

    objects = ProposalQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "提案"
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["state"], name="proposal_state"),
            models.Index(  # what the report counts, without the texts
                fields=[
                    "session",
                    "state",
                    "decision",
                    "category",
                    "is_excellent",
                    "merged_into",
                    "number",
                ],
                name="proposal_counted",
            ),
        ]
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
                    state__in=["submitted", "returned", "merged", *DECIDED],
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
                condition=Q(state="merged", merged_into__isnull=False)
                | (~Q(state="merged") & Q(merged_into__isnull=True)),
                name="a_merged_proposal_has_another_to_go_with",
                violation_error_message="并案要说明并入哪一件提案。",
            ),
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("id")),
                name="no_proposal_goes_with_itself",
                violation_error_message="提案不能并入自己。",
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
        """Its text, too, is for everybody to read: it was taken up, itself or with
        the one it was merged into, or its author shows it to find seconders."""
        if self.is_looking_for_seconders:
            return True
        lead = self.merged_into or self
        return lead.decision in (self.Decision.ACCEPTED, self.Decision.ADVICE)

    @property
    def is_looking_for_seconders(self):
        return self.seeks_seconders and self.state == State.SECONDING

    @property
    def merged_into_text(self):
        """5-4-003 title of the one it goes with; "" for one that stands alone."""
        lead = self.merged_into
        return f"{lead.number_text} {lead.title}" if lead else ""

    @property
    def joint_authors(self):
        """Author, and those of the proposals merged into this one (prefetched)."""
        people = [self.author, *(row.author for row in self.joined.all())]
        return list(dict.fromkeys(people))

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
