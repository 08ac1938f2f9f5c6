"""The list of proposals and its export."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.views.decorators.http import require_safe

from congress import reporting, rules, services
from congress.forms import ProposalFilter
from congress.models import Proposal, Session
from members.rules import require
from unionoffice import xlsx


def narrowed(request):
    """The filter of this request over what this person may see."""
    seen = Proposal.objects.visible_to(request.user).with_facts()
    return ProposalFilter(request.GET, seen.newest_first(), request=request)


@require_safe
def proposal_list(request):
    narrow = narrowed(request)
    page = Paginator(narrow.qs, 50).get_page(request.GET.get("page"))
    context = {
        "filter": narrow,
        "page": page,
        "new": rules.proposal_new(request.user),
        "sessions": Session.objects.underway(),
    }
    return render(request, "congress/proposal_list.html", context)


@require_safe
def proposal_export(request):
    require(rules.proposal_export(request.user))
    rows = narrowed(request).qs.with_seconders()
    sheet = reporting.register(rows, title="提案列表")
    services.proposal_export(by=request.user, count=len(sheet.rows))
    return xlsx.response([sheet], f"提案列表_{xlsx.stamp()}.xlsx")
