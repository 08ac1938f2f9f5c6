"""Deeds of the author: write, change, hand in, withdraw."""

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from congress.models import Proposal, ProposalFile, Seconding, Session
from congress.services.joining import let_go
from congress.services.steps import hold, tell
from members import audit
from unionoffice.states import StateError

SIGNED = {"title", "reason", "measures"}


def _name_in_the_trail(proposal):
    """No title before it is handed in: a draft is nobody's but its author's."""
    return str(proposal) if proposal.number else "未提交的提案"


audit.LABELS[Proposal._meta.label_lower] = _name_in_the_trail


@transaction.atomic
def proposal_new(form, *, by):
    """One proposal for one rendering of the form, however often it is sent.

    The later of two sendings with another text changes the draft of the first.
    """
    proposal = form.save(commit=False)
    proposal.author = by.member
    made = proposal.save_once(same=False, author=by.member)
    if made is not proposal:
        return _write_again(made, form, by)
    _add_files(proposal, form.cleaned_data["files"], by)
    tell(proposal, "写成草稿", by=by)
    audit.record(by, "proposal.made", proposal)
    return proposal


def _write_again(made, form, by):
    """What the second sending says, if it says something else and still may."""
    names = ("title", "category", "reason", "measures")
    values = {name: form.cleaned_data[name] for name in names}
    is_new = any(getattr(made, name) != value for name, value in values.items())
    if is_new and made.state == Proposal.State.DRAFT:
        for name, value in values.items():
            setattr(made, name, value)
        made.save_version(made.version, names)
        audit.record(by, "proposal.edited", made)
    return made


@transaction.atomic
def proposal_edit(form, *, by):
    """Save the form if nobody saved in between; raises Conflict.

    A changed text has not been seconded by anybody: who had confirmed is asked again.
    """
    proposal = form.save(commit=False)
    hold(proposal, *Proposal.EDITABLE)
    proposal.save_version(form.cleaned_data["version"], form.columns)
    _add_files(proposal, form.cleaned_data["files"], by)
    if SIGNED.intersection(form.changed_data):
        asked = proposal.secondings.filter(state=Seconding.State.CONFIRMED).update(
            state=Seconding.State.INVITED, answered_at=None
        )
        if asked:
            tell(proposal, "修改正文，请附议人重新确认", by=by)
    fields = sorted(audit.changed_fields(form))
    audit.record(by, "proposal.edited", proposal, fields=fields)
    return proposal


def _add_files(proposal, uploads, by):
    for upload in uploads:
        ProposalFile.made_from(upload, proposal=proposal, added_by=by).save()


@transaction.atomic
def proposal_file_remove(paper, *, by):
    hold(paper.proposal, *Proposal.EDITABLE)
    audit.record(by, "proposal.file_removed", paper.proposal, paper=paper.pk)
    stored = paper.file
    paper.delete()
    transaction.on_commit(lambda: stored.delete(save=False))


@transaction.atomic
def proposal_submit(proposal, *, by, at=None):
    """Hand in; the first time it gets the session's next number.

    The session's row is held meanwhile (SQLite writes one at a time anyway), so that
    numbers have neither gaps nor doubles.
    """
    at = at or timezone.now()
    session = Session.objects.select_for_update().get(pk=proposal.session_id)
    now = hold(proposal, *Proposal.EDITABLE)
    _check_conditions(session, now, at)
    proposal.advance(
        Proposal.State.SUBMITTED,
        number=now.number or _next_number(session),
        submitted_at=now.submitted_at or at,
    )
    proposal.session = session
    tell(proposal, "再次提交" if now.number else "提交提案", by=by, at=at)
    audit.record(by, "proposal.submitted", proposal, number=proposal.number_text)


def _check_conditions(session, proposal, at):
    """The clock and the seconders may have changed since the page was drawn."""
    is_back = proposal.state == Proposal.State.RETURNED
    if proposal.unwritten:
        raise StateError("提案还没有写完，没有提交。")
    in_time = session.is_calling(timezone.localdate(at))
    if not (in_time or (is_back and session.state == Session.State.OPEN)):
        raise StateError("征集期已经截止，提案没有提交。草稿仍然保留。")
    seconders = proposal.secondings.filter(state=Seconding.State.CONFIRMED)
    confirmed = sum(
        map(session.lets_second, seconders.values_list("member", flat=True))
    )
    if confirmed < session.seconds_wanted:
        raise StateError(
            f"附议人只有 {confirmed} 位，不到 {session.seconds_wanted} 位。"
        )


def _next_number(session):
    last = session.proposals.aggregate(last=Max("number"))["last"]
    return (last or 0) + 1


@transaction.atomic
def proposal_withdraw(proposal, *, by, note="", at=None):
    proposal.advance(Proposal.State.WITHDRAWN)
    let_go(proposal, by=by, at=at)
    tell(proposal, "撤回提案", by=by, at=at, note=note)
    audit.record(by, "proposal.withdrawn", proposal, why=note)


@transaction.atomic
def proposal_move(proposal, *, by, session):
    """Take a draft along to a session that calls for proposals now."""
    now = hold(proposal, Proposal.State.DRAFT, Proposal.State.SECONDING)
    if now.number is not None:
        raise StateError("提案已经编号，不能换会次。")
    Proposal.objects.filter(pk=proposal.pk).update(session=session)
    proposal.session = session
    tell(proposal, f"转到{session.short}会议", by=by)
    audit.record(by, "proposal.moved", proposal, session=str(session))
