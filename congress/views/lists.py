"""The list of proposals and its export."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from congress import lists, rules
from congress.forms import ProposalFilter
from congress.models import Proposal, Session
from members.models import Office
from members.rules import require
from members.services.exports import exported
from unionoffice import xlsx
from unionoffice.lists import Table

MOST_PRINTED = 100


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
        "print_all": rules.proposal_print_all(request.user),
        "review": rules.review_read(request.user),
        "sessions": Session.objects.underway(),
        "looking": Proposal.objects.looking_for_seconders().count(),
        "hidden": Proposal.objects.hidden_from(request.user).count(),
    }
    return render(request, "congress/proposal_list.html", context)


@require_safe
def proposal_print_all(request):
    """The forms of all that the list shows and that were handed in, one a page."""
    require(rules.proposal_print_all(request.user))
    seen = Proposal.objects.visible_to(request.user).received().with_facts()
    found = ProposalFilter(request.GET, seen.in_order_of_number(), request=request)
    rows = list(found.qs.with_seconders().with_joined().with_instructions())
    context = {
        "proposals": rows[:MOST_PRINTED],
        "more": max(0, len(rows) - MOST_PRINTED),
        "office": Office.load(),
    }
    return render(request, "congress/proposal_print_all.html", context)


@require_safe
def proposal_export(request):
    require(rules.proposal_export(request.user))
    table = _proposals(request)
    exported(by=request.user, action="proposal.exported", **table.told)
    return xlsx.response([table.sheet("提案列表")], f"提案列表_{xlsx.stamp()}.xlsx")
