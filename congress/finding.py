"""What an address of the congress names, as far as a person may see it."""

from django.shortcuts import get_object_or_404

from congress.models import Congress, Proposal, Sitting


def proposal_for(user, pk):
    """With facts and seconders; 404 for what they may not even see."""
    seen = Proposal.objects.visible_to(user)
    return get_object_or_404(seen.with_facts().with_seconders(), pk=pk)


def congress_of(pk):
    return get_object_or_404(Congress.objects.select_related("department"), pk=pk)


def sitting_of(pk):
    rows = Sitting.objects.select_related("session__congress__department")
    return get_object_or_404(rows, pk=pk)
