"""What the page of one proposal shows to this person, and what may be done."""

from collections.abc import Callable
from dataclasses import dataclass

from congress import rules
from congress.models import (
    Cohandling,
    Proposal,
    ProposalFile,
    ProposalStep,
    Review,
    Round,
    Seconding,
)
from congress.reporting import nextstep
from congress.reporting.reviewing import similar_to
from members import roles
from members.reporting import Stage
from members.rules import Ruling

State = Proposal.State


@dataclass(frozen=True)
class Offer:
    """A deed of the page: by one click (`is_post`) or on a page of its own.

    It is shown where its rule allows it, and greyed with the reason to those who
    would look for it in these states.
    """

    rule: Callable
    label: str
    is_post: bool = False
    icon: str = ""
    is_next: bool = False
    told_author: tuple = ()
    told_office: tuple = ()

    def is_shown(self, ruling, user, proposal):
        return (
            bool(ruling)
            or (proposal.state in self.told_author and rules.is_author(user, proposal))
            or (proposal.state in self.told_office and user.has_role(*roles.OFFICE))
        )


@dataclass(frozen=True)
class Deed:
    """An offer to this person, with the ruling."""

    url_name: str
    label: str
    ruling: Ruling
    is_post: bool
    icon: str
    is_next: bool


@dataclass(frozen=True)
class Answered:
    """One round of handling with the papers of its reply."""

    round: Round
    papers: list[ProposalFile]
    is_late: bool
    is_readable: bool
    helpers: list[Cohandling]


@dataclass(frozen=True)
class ProposalPage:
    """All that proposal_detail.html shows; `main` is the one obvious next deed."""

    read: Ruling
    stages: list[Stage]
    next_step: str
    main: Deed | None
    others: list[Deed]
    checks: tuple[rules.Check, ...]
    rounds: list[Answered]
    papers: list[ProposalFile]
    steps: list[ProposalStep]
    secondings: list[Seconding]
    reviews: list[Review]
    similar: list[Proposal]
    may_edit: Ruling


OFFERS = (
    Offer(rules.proposal_second, "附议", True, "check", True),
    Offer(rules.proposal_rate, "评价答复", False, "check", True, (State.ASSIGNED,)),
    Offer(rules.proposal_submit, "提交提案", True, "check", True, Proposal.EDITABLE),
    Offer(rules.proposal_invite, "邀请附议人", False, "people", True),
    Offer(
        rules.proposal_decide,
        "审查",
        icon="check",
        is_next=True,
        told_office=(State.SUBMITTED,),
    ),
    Offer(rules.proposal_approve, "审阅同意", True, "check", True),
    Offer(rules.proposal_assign, "交办", False, "move", True),
    Offer(rules.proposal_reassign, "重新交办", False, "move", True),
    Offer(rules.proposal_reply, "答复", False, "pencil", True),
    Offer(rules.proposal_cosign, "会签", False, "pencil", True),
    Offer(rules.proposal_send_back, "退回修改"),
    Offer(rules.proposal_decline, "谢绝附议", True),
    Offer(rules.proposal_edit, "修改", False, "pencil", True),
    Offer(rules.review_write, "填写审查意见", False, "pencil"),
    Offer(rules.proposal_merge, "并案"),
    Offer(rules.proposal_unmerge, "取消并案", True),
    Offer(rules.proposal_share, "附议链接"),
    Offer(rules.proposal_call, "公开征求附议", True),
    Offer(rules.proposal_uncall, "停止公开征求", True),
    Offer(rules.proposal_move, "转到正在征集的会次", False, "move", True),
    Offer(rules.proposal_instruct, "批示", False, "pencil"),
    Offer(rules.proposal_follow, "更新落实情况", False, "pencil"),
    Offer(rules.proposal_transfer, "改派或延期", False, "move"),
    Offer(rules.proposal_conclude, "按不满意办结", told_office=(State.UNSATISFIED,)),
    Offer(rules.proposal_unsecond, "撤回附议", True),
    Offer(rules.proposal_praise, "评为优秀提案", True),
    Offer(rules.proposal_unpraise, "撤销优秀提案", True),
    Offer(
        rules.proposal_withdraw,
        "撤回提案",
        told_author=(State.ACCEPTED, State.ADVICE, State.ASSIGNED),
    ),
)


def proposal_page(proposal, user, today):
    """The page of a proposal that came with facts and seconders."""
    deeds = deeds_for(user, proposal)
    main = next((deed for deed in deeds if deed.is_next and deed.ruling), None)
    read = rules.proposal_read(user, proposal)
    papers = list(proposal.files.all()) if read else []
    may_edit = rules.proposal_edit(user, proposal)
    may_draft = bool(rules.draft_read(user, proposal))
    return ProposalPage(
        read=read,
        stages=nextstep.stages(proposal),
        next_step=nextstep.sentence(proposal, user, today),
        main=main,
        others=[deed for deed in deeds if deed is not main],
        checks=rules.checklist(proposal) if may_edit else (),
        rounds=[
            _answered(one, papers, today, may_draft) for one in proposal.rounds.all()
        ],
        papers=[paper for paper in papers if paper.round_id is None],
        steps=_steps(proposal, user),
        secondings=_secondings(proposal, user),
        reviews=_reviews(proposal, user),
        similar=_similar(proposal, user) if may_edit else [],
        may_edit=may_edit,
    )


def _is_concerned(proposal, user):
    """The author, and who was asked to second, whatever the answer was."""
    return rules.is_author(user, proposal) or rules.is_asked(user, proposal)


def _steps(proposal, user):
    """What happened; who was asked to second, and when, only for those concerned."""
    steps = list(proposal.steps.all())
    if _is_concerned(proposal, user):
        return steps
    return [step for step in steps if not step.is_private]


def _secondings(proposal, user):
    """Who seconded; who was asked in vain is known to those concerned only."""
    rows = list(proposal.secondings.all())
    if proposal.state in Proposal.EDITABLE and _is_concerned(proposal, user):
        return rows
    return [row for row in rows if row.state == Seconding.State.CONFIRMED]


def deeds_for(user, proposal):
    """What may be done by this person, and what is refused with a reason."""
    deeds = []
    for offer in OFFERS:
        ruling = offer.rule(user, proposal)
        if offer.is_shown(ruling, user, proposal):
            deeds.append(
                Deed(
                    f"congress:{offer.rule.__name__}",
                    offer.label,
                    ruling,
                    offer.is_post,
                    offer.icon,
                    offer.is_next,
                )
            )
    return deeds


def _answered(one, papers, today, may_draft):
    is_readable = one.is_readable or bool(one.text and may_draft)
    own = [paper for paper in papers if paper.round_id == one.pk and is_readable]
    helpers = list(one.cohandlings.all())
    return Answered(one, own, one.is_late_on(today), is_readable, helpers)


def _similar(proposal, user):
    """What is like an own draft, to be looked at before it goes in."""
    if proposal.number is not None:
        return []
    return similar_to(f"{proposal.title} {proposal.reason}", user, but=str(proposal.pk))


def _reviews(proposal, user):
    """The views of the committee, for the committee."""
    if proposal.number is None or not rules.review_read(user):
        return []
    return list(proposal.reviews.select_related("member"))
