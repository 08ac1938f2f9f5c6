"""What an address of the congress names, as far as a person may see it."""

from hmac import compare_digest

from django.http import Http404
from django.shortcuts import get_object_or_404

from congress.models import Congress, Proposal, Session, Sitting


def proposal_for(user, pk):
    """With facts and seconders; 404 for what they may not even see."""
    seen = Proposal.objects.visible_to(user)
    rows = seen.with_facts().with_seconders().with_joined()
    rows = rows.prefetch_related("carried_to__congress")
    return get_object_or_404(rows, pk=pk)


def proposal_seen(user, proposal):
    """Whether this person may open the page of the proposal."""
    return Proposal.objects.visible_to(user).filter(pk=proposal.pk).exists()


def shared_proposal(pk, key):
    """The one that the link of its author leads to; 404 without the right key."""
    rows = Proposal.objects.with_facts().with_seconders().with_joined()
    found = get_object_or_404(rows, pk=pk)
    if not found.link_key or not compare_digest(found.link_key, key):
        raise Http404
    return found


def congress_of(pk):
    return get_object_or_404(Congress.objects.select_related("department"), pk=pk)


def session_of(pk):
    rows = Session.objects.select_related("congress__department")
    return get_object_or_404(rows, pk=pk)


def sitting_of(pk):
    rows = Sitting.objects.select_related("session__congress__department")
    return get_object_or_404(rows, pk=pk)
