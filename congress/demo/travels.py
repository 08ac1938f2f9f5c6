"""Who acts in the demo school's congress, and the way of one proposal there."""

import datetime

from django.utils import timezone

from congress import services
from congress.models import Delegate, Proposal, ProposalCategory, RejectReason
from congress.services.steps import tell
from members import roles
from members.models import Department, Member, User


class Cast:
    """The demo accounts, and colleagues who get an account that nobody can open."""

    def __init__(self, rng):
        self.rng = rng
        accounts = User.objects.select_related("member").order_by("pk")
        by_role = {
            role: list(accounts.filter(groups__name=role)) for role in roles.ROLES
        }
        self.chair = by_role[roles.CHAIR][0]
        self.committee = by_role[roles.COMMITTEE]
        self.leader = by_role[roles.LEADER][0]
        named = {self.chair, *self.committee}
        ordinary = [
            user
            for user in by_role[roles.MEMBER]
            if user.role_codes == {roles.MEMBER} and user not in named
        ]
        self.parts = {
            "committee": self.committee[0],
            "member": ordinary[0],
            "member2": ordinary[1],
        }
        self.delegates = [
            one.member
            for one in Delegate.objects.on(timezone.localdate())
            .full()
            .select_related("member")
            .order_by("pk")
        ]
        taken = accounts.values("member")
        self.colleagues = list(
            Member.objects.on_roll(timezone.localdate())
            .filter(work_status=Member.WorkStatus.WORKING)
            .exclude(pk__in=taken)
            .order_by("pk")[:40]
        )

    def of(self, part):
        return self.parts[part]

    def colleague(self, *, but=(), of=None):
        """Some colleague with an account, none of `but` (members); one of `of` (keys
        of members) where they are told."""
        keys = {member.pk for member in but}
        people = self.delegates if of else self.colleagues
        fitting = [
            member
            for member in people
            if member.pk not in keys and (of is None or member.pk in of)
        ]
        return account_of(self.rng.choice(fitting))

    def handler(self, department):
        """Who answers for a department; made where nobody does yet."""
        found = User.objects.filter(
            groups__name=roles.HANDLER, member__department=department
        ).first()
        if found:
            return found
        person = Member.objects.filter(
            department=department, work_status=Member.WorkStatus.WORKING
        ).last()
        account = account_of(person)
        account.give_roles(*account.role_codes, roles.HANDLER)
        return account


def account_of(member):
    """The account of a member; a new one has no password at all."""
    account, is_new = User.objects.get_or_create(
        member=member,
        defaults={
            "username": member.staff_no,
            "is_demo": True,
            "must_change_password": False,
        },
    )
    if is_new:
        account.set_unusable_password()
        account.save(update_fields=["password"])
        account.give_roles(roles.MEMBER)
    return account


class Travel:
    """One proposal on its way; days count back from `end`."""

    def __init__(self, cast, session, text, end):
        self.cast, self.session, self.text, self.end = cast, session, text, end
        self.proposal = self.author = None
        self.asked = []

    def at(self, days_ago):
        day = self.end - datetime.timedelta(days=days_ago)
        clock = datetime.time(self.cast.rng.randint(8, 16), self.cast.rng.randrange(60))
        return min(
            timezone.make_aware(datetime.datetime.combine(day, clock)), timezone.now()
        )

    def write(self, author=None, days_ago=4):
        self.author = author or self.cast.colleague()
        self.proposal = Proposal.objects.create(
            session=self.session,
            author=self.author.member,
            title=self.text.title,
            category=ProposalCategory.objects.get(name=self.text.category),
            reason=self.text.reason,
            measures=self.text.measures,
        )
        tell(self.proposal, "写成草稿", by=self.author, at=self.at(days_ago))

    def invite(self, *, days_ago, also=()):
        people = [self.author, *also]
        self.asked = list(also)
        while len(self.asked) < len(also) + 2:
            one = self.cast.colleague(
                but=[user.member for user in people],
                of=self.session.entitled(self.session.seconders),
            )
            people.append(one)
            self.asked.append(one)
        services.proposal_invite(
            self.proposal,
            by=self.author,
            members=[user.member for user in self.asked],
            at=self.at(days_ago),
        )

    def second(self, *, days_ago, count=2):
        for user in self.asked[-count:]:
            services.proposal_second(self.proposal, by=user, at=self.at(days_ago))

    def hand_in(self, *, days_ago, author=None):
        self.write(author, days_ago=days_ago + 3)
        self.invite(days_ago=days_ago + 2)
        self.second(days_ago=days_ago + 1)
        services.proposal_submit(self.proposal, by=self.author, at=self.at(days_ago))

    def decide(self, outcome, *, days_ago, note=""):
        by = next(user for user in self.cast.committee if user != self.author)
        reason = RejectReason.objects.get(name="纯属个人问题")
        services.proposal_decide(
            self.proposal,
            by=by,
            outcome=outcome,
            reason=reason if outcome == "rejected" else None,
            note=note,
            at=self.at(days_ago),
        )

    def assign(self, *, days_ago, due_in, joint=False):
        """`joint`: with another department that helps, and a leader in charge."""
        told = {}
        if joint:
            other = Department.objects.exclude(name=self.text.department).first()
            told = {"helpers": [other], "leader": self.cast.leader.member}
        self._ask(services.proposal_assign, days_ago, due_in, **told)

    def reassign(self, *, days_ago, due_in):
        self._ask(services.proposal_reassign, days_ago, due_in)

    def _ask(self, deed, days_ago, due_in, **told):
        deed(
            self.proposal,
            by=self.cast.chair,
            department=Department.objects.get(name=self.text.department),
            due_on=self.end + datetime.timedelta(days=due_in),
            at=self.at(days_ago),
            **told,
        )

    def cosign(self, *, days_ago):
        place = self.proposal.rounds.get().cohandlings.get().department
        by = self.cast.handler(place)
        text = "同意，需要配合的工作由我们安排专人负责。"
        services.proposal_cosign(self.proposal, by=by, text=text, at=self.at(days_ago))

    def instruct(self, text, *, days_ago):
        services.proposal_instruct(
            self.proposal, by=self.cast.leader, text=text, at=self.at(days_ago)
        )

    def reply(self, *, days_ago):
        by = self.cast.handler(Department.objects.get(name=self.text.department))
        dated = self.text.result in ("started", "planned")
        promised = self.end + datetime.timedelta(days=120) if dated else None
        services.proposal_reply(
            self.proposal,
            by=by,
            text=self.text.reply,
            result=self.text.result,
            promised_on=promised,
            at=self.at(days_ago),
        )

    def rate(self, rating, *, days_ago, note=""):
        services.proposal_rate(
            self.proposal,
            by=self.author,
            rating=rating,
            note=note,
            at=self.at(days_ago),
        )

    def withdraw(self, *, days_ago):
        note = "已与人事部门沟通，今年提前发放。"
        services.proposal_withdraw(
            self.proposal, by=self.author, note=note, at=self.at(days_ago)
        )
