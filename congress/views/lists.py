"""The list of proposals and its export."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from congress import lists, rules
from congress.forms import ProposalFilter
from congress.models import Proposal, Session
from members.rules import require
from members.services.exports import exported
from unionoffice import xlsx
from unionoffice.lists import Table


def _proposals(request):
    """What this person may see, by the filter of this request."""
    seen = Proposal.objects.visible_to(request.user).with_facts()
    found = ProposalFilter(request.GET, seen.newest_first(), request=request)
    return Table(request, "proposals", lists.PROPOSALS, found)


@require_safe
def proposal_list(request):
    table = _proposals(request)
    context = {
        "table": table,
        "page": table.page,
        "new": rules.proposal_new(request.user),
        "sessions": Session.objects.underway(),
    }
    return render(request, "congress/proposal_list.html", context)


@require_safe
def proposal_export(request):
    require(rules.proposal_export(request.user))
    table = _proposals(request)
    exported(by=request.user, action="proposal.exported", **table.told)
    return xlsx.response([table.sheet("提案列表")], f"提案列表_{xlsx.stamp()}.xlsx")
