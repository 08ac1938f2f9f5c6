"""The proposal of an address, as far as this person may see it."""

from django.shortcuts import get_object_or_404

from congress.models import Proposal


def proposal_for(request, pk):
    """With facts and seconders; 404 for what this person may not even see."""
    seen = Proposal.objects.visible_to(request.user)
    return get_object_or_404(seen.with_facts().with_seconders(), pk=pk)
