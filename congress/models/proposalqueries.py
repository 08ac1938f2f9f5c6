"""Questions asked of proposals: whose they are, where they stand, what waits."""

import re

from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.utils import timezone

from congress.models import proposal_states
from congress.models.proposal_states import State
from congress.models.rounds import Cohandling, Round
from congress.models.seconding import Seconding
from members import roles

MERGED_AND_DECIDED = Q(state=State.MERGED) & ~Q(merged_into__decision="")
EVERYBODYS = ~Q(decision="") | MERGED_AND_DECIDED
OPEN_CALL = Q(seeks_seconders=True, state=State.SECONDING)
NUMBER = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{1,5})")


class ProposalQuerySet(models.QuerySet):
    def visible_to(self, user):
        """By stage (product C5): a draft is its author's and whom they asked to
        second; under review also the office's; decided everybody's. One that openly
        looks for seconders is everybody's, too.
        """
        rows = EVERYBODYS | OPEN_CALL
        if user.has_role(*roles.OFFICE, roles.LEADER):
            rows |= Q(number__isnull=False)
        if user.member_id:
            asked = Seconding.objects.filter(
                proposal=OuterRef("pk"), member=user.member_id
            )
            rows |= Q(author=user.member_id) | Q(Exists(asked))
        return self.filter(rows)

    def hidden_from(self, user):
        """Handed in, and not for this person to see as long as nobody decided."""
        seen = self.model.objects.visible_to(user).values("pk")
        return self.received().exclude(pk__in=seen)

    def readable_by(self, user):
        """Whose text, too, may be read by everybody, and the own ones."""
        rows = Q(decision__in=["accepted", "advice"]) | OPEN_CALL
        if user.member_id:
            rows |= Q(author=user.member_id)
        return self.filter(rows)

    def looking_for_seconders(self):
        """Openly: everybody may read them, and second who may second at all."""
        return self.filter(OPEN_CALL)

    def carried_from(self, congress):
        """Taken up at sessions of this congress, or of those before it of the same
        circle, and not yet at their end: handled still, or promised for later."""
        promised = Round.objects.promised().filter(proposal=OuterRef("pk"))
        return self.filter(
            Q(state__in=proposal_states.UNDER_WAY)
            | Q(Exists(promised), state=State.RATED),
            session__congress__level=congress.level,
            session__congress__department=congress.department_id,
        )

    def received(self):
        """Handed in once; a number is never taken back."""
        return self.filter(number__isnull=False)

    def decided(self):
        """By themselves or with the one they were merged into: everybody's to see."""
        return self.filter(EVERYBODYS)

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
            state__in=proposal_states.SECONDABLE
        )

    def to_finish_by(self, user):
        """Own ones that are not handed in yet."""
        return self.written_by(user.member_id).filter(
            state__in=proposal_states.EDITABLE
        )

    def to_decide_by(self, user):
        if not user.has_role(*roles.OFFICE) or user.member_id is None:
            return self.none()
        rows = self.filter(state=State.SUBMITTED)
        return rows.exclude(author=user.member_id)

    def to_approve_by(self, user):
        """Answers that wait for this leader."""
        if user.member_id is None:
            return self.none()
        waiting = Round.objects.filter(
            proposal=OuterRef("pk"), replied_at=None, leader=user.member_id
        )
        return self.filter(Exists(waiting), state=State.CHECKING)

    def to_cosign_by(self, user):
        """Where the department of this person helps and has not signed yet."""
        place = user.member.department_id if user.member_id else None
        if place is None or not user.has_role(roles.HANDLER):
            return self.none()
        waiting = Cohandling.objects.filter(
            round__proposal=OuterRef("pk"),
            round__replied_at=None,
            department=place,
            signed_at=None,
        )
        return self.filter(
            Exists(waiting), state__in=[State.ASSIGNED, State.CHECKING]
        ).exclude(author=user.member_id)

    def to_deliver(self, day):
        """Answered with a promise whose day has passed."""
        late = Round.objects.promised().filter(
            proposal=OuterRef("pk"), promised_on__lt=day
        )
        return self.filter(Exists(late), state__in=[State.REPLIED, State.RATED])

    def to_deliver_by(self, user, day):
        """As `to_deliver`, of the department of this person."""
        place = user.member.department_id if user.member_id else None
        if place is None or not user.has_role(roles.HANDLER):
            return self.none()
        own = Round.objects.promised().filter(proposal=OuterRef("pk"), department=place)
        return self.to_deliver(day).filter(Exists(own))

    def to_review(self):
        """What waits for a decision, as it came in."""
        return self.filter(state=State.SUBMITTED).in_order_of_number()

    def to_assign_by(self, user):
        """Accepted ones without a department, and unsatisfied ones."""
        if not user.has_role(*roles.OFFICE):
            return self.none()
        return self.filter(
            state__in=[
                State.ACCEPTED,
                State.ADVICE,
                State.UNSATISFIED,
            ]
        )

    def to_reply_by(self, user):
        place = user.member.department_id if user.member_id else None
        if place is None or not user.has_role(roles.HANDLER):
            return self.none()
        return self.assigned_to(place).exclude(author=user.member_id)

    def to_rate_by(self, user):
        return self.written_by(user.member_id).filter(state=State.REPLIED)

    def waiting(self, what, user):
        """What waits for this person, by the word that filters and to-dos use."""
        today = timezone.localdate()
        if what == "overdue":
            return self.overdue(today)
        if what == "deliver":
            return self.to_deliver(today)
        if what == "seconders":
            return self.looking_for_seconders()
        kinds = {
            "second": self.to_second_by,
            "finish": self.to_finish_by,
            "decide": self.to_decide_by,
            "assign": self.to_assign_by,
            "reply": self.to_reply_by,
            "rate": self.to_rate_by,
            "approve": self.to_approve_by,
            "cosign": self.to_cosign_by,
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
        return self.filter(Exists(waiting), state=State.ASSIGNED)

    def handled_by(self, department):
        """Asked of this department in any round, to lead or to help."""
        asked = Round.objects.filter(
            Q(department=department) | Q(cohandlings__department=department),
            proposal=OuterRef("pk"),
        )
        return self.filter(Exists(asked))

    def overdue(self, day):
        late = Round.objects.filter(
            proposal=OuterRef("pk"), replied_at__isnull=True, due_on__lt=day
        )
        return self.filter(Exists(late), state=State.ASSIGNED)

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
            "session__congress",
            "author",
            "category",
            "reject_reason",
            "merged_into__session__congress",
            "merged_into__author",
        ).prefetch_related(models.Prefetch("rounds", Round.objects.with_people()))

    def with_joined(self):
        """The proposals that were merged into each, with their authors."""
        rows = self.model.objects.select_related("author", "session__congress")
        return self.prefetch_related(
            models.Prefetch("joined", rows.in_order_of_number())
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

    def with_instructions(self):
        return self.prefetch_related("instructions__member")

    def of_session(self, session):
        return self.filter(session=session)

    def of_congress(self, congress):
        """Of all its sessions."""
        return self.filter(session__congress=congress)

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
