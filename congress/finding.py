"""The proposal of an address, as far as a person may see it."""

from django.shortcuts import get_object_or_404

from congress.models import Proposal


def proposal_for(user, pk):
    """With facts and seconders; 404 for what they may not even see."""
    seen = Proposal.objects.visible_to(user)
    return get_object_or_404(seen.with_facts().with_seconders(), pk=pk)
